// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints } from '@resham/contract'
import { apiQueryOf, comparedOf } from '#lib/features/market/filters.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const compared = comparedOf(url.searchParams)
  const search = url.searchParams.get('search')?.trim().slice(0, 100) || undefined
  const [comparison, others] = await Promise.all([
    locals.api.load(marketEndpoints.compare, { params, query: apiQueryOf(compared) }),
    // What may be added: what is watched comes first in the list.
    locals.api.load(marketEndpoints.list, { params, query: { limit: 30, ...(search ? { search } : {}) } }),
  ])
  return { compared, comparison, search, others: others.items.filter(({ slug }) => !compared.series.includes(slug)) }
}
