// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import { type MarketFilters, marketFiltersOf } from '#lib/features/market/filters.ts'
import type { PageServerLoad } from './$types'

const rowsShown = 20

/** Rates of exchange are many and few look for them: they stand behind their chip, and are found by searching. */
function unlessAsked({ kind, search, source }: MarketFilters): { except?: 'rate' } {
  return kind || search || source ? {} : { except: 'rate' }
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filters = marketFiltersOf(url.searchParams)
  const [market, watched] = await Promise.all([
    locals.api.load(marketEndpoints.groups, {
      params,
      query: { limit: rowsShown, ...unlessAsked(filters), ...filters },
    }),
    locals.api.load(marketEndpoints.list, { params, query: { limit: 50, watched: true } }),
  ])
  return { filters, market, watched: watched.items }
}
