// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import { marketFiltersOf } from '#lib/features/market/filters.ts'
import { changeWatch } from '#lib/features/market/watch.ts'
import type { Actions, PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filters = marketFiltersOf(url.searchParams)
  const [market, watched] = await Promise.all([
    locals.api.load(marketEndpoints.list, { params, query: { limit: 40, ...filters } }),
    locals.api.load(marketEndpoints.list, { params, query: { limit: 50, watched: true } }),
  ])
  return { filters, market, watched: watched.items }
}

export const actions: Actions = {
  watch: (event) => changeWatch(event, true),
  unwatch: (event) => changeWatch(event, false),
}
