// SPDX-License-Identifier: Apache-2.0
import { ratesEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cursor = url.searchParams.get('cursor') ?? undefined
  const query = { limit: 50, ...(cursor ? { cursor } : {}) }
  const page = await locals.api.load(ratesEndpoints.list, { params, query })
  return { currency: params.currency, rates: page.items, next: page.next, cursor }
}
