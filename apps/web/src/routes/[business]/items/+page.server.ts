// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints } from '@resham/contract'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const search = url.searchParams.get('search')?.trim().slice(0, 100) || undefined
  const category = url.searchParams.get('category')?.slice(0, 80) || undefined
  const cursor = url.searchParams.get('cursor') ?? undefined
  const items = await locals.api.load(itemEndpoints.list, {
    params,
    query: {
      limit: 50,
      ...(search ? { search } : {}),
      ...(category ? { category } : {}),
      ...(cursor ? { cursor } : {}),
    },
  })
  return { items, search, category, first: cursor === undefined }
}
