// SPDX-License-Identifier: Apache-2.0
import { booksEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [month, cursor] = [url.searchParams.get('month'), url.searchParams.get('cursor')]
  const query = { limit: 50, ...(month ? { month } : {}), ...(cursor ? { cursor } : {}) }
  return { page: await locals.api.load(booksEndpoints.account, { params, query }), cursor }
}
