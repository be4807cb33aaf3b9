// SPDX-License-Identifier: Apache-2.0
import { outlookEndpoints } from '@resham/contract'
import { error } from '@sveltejs/kit'
import { filtersOf, subjectOf } from '#lib/features/trends/filters.ts'
import { isWide } from '#lib/preference.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, cookies }) => {
  const subject = subjectOf(params.subject ?? 'item')
  if (!subject) error(404, 'platform.not-found')
  const filters = filtersOf(url.searchParams)
  const trends = await locals.api.load(outlookEndpoints.listTrends, {
    params: { business: params.business, subject },
    query: { limit: 40, ...filters },
  })
  const first = trends.items[0]
  const story =
    first && isWide(cookies)
      ? await locals.api.load(outlookEndpoints.readTrend, {
          params: { business: params.business, subject, key: first.key },
        })
      : null
  return { subject, filters, trends, story }
}
