// SPDX-License-Identifier: Apache-2.0
import { outlookEndpoints } from '@resham/contract'
import { error } from '@sveltejs/kit'
import { subjectOf } from '#lib/features/trends/filters.ts'
import { isWide } from '#lib/preference.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, cookies }) => {
  const subject = subjectOf(params.subject)
  if (!subject) error(404, 'platform.not-found')
  const at = { business: params.business, subject }
  const [story, list] = await Promise.all([
    locals.api.load(outlookEndpoints.readTrend, { params: { ...at, key: params.key } }),
    isWide(cookies) ? locals.api.load(outlookEndpoints.listTrends, { params: at, query: { limit: 40 } }) : null,
  ])
  return { subject, story, list }
}
