// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const cursor = url.searchParams.get('cursor') ?? undefined
  const query = { limit: 50, ...(cursor ? { cursor } : {}) }
  const page = await locals.api.load(businessEndpoints.listAudit, { params, query })
  return { events: page.items, next: page.next, cursor }
}
