// SPDX-License-Identifier: Apache-2.0
import { outlookEndpoints } from '@resham/contract'
import { error } from '@sveltejs/kit'
import { subjectOf } from '#lib/features/trends/filters.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params }) => {
  const subject = subjectOf(params.subject)
  if (!subject) error(404, 'platform.not-found')
  const story = await locals.api.load(outlookEndpoints.readTrend, {
    params: { business: params.business, subject, key: params.key },
  })
  return { subject, story }
}
