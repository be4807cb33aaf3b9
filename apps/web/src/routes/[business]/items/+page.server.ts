// SPDX-License-Identifier: Apache-2.0
import { itemEndpoints } from '@resham/contract'
import { readMainItem } from '#lib/features/items/item-form.ts'
import { readMovedStock } from '#lib/features/items/moved-stock.ts'
import { isWide } from '#lib/preference.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ locals, params, url, cookies }) => {
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
  const open = isWide(cookies) ? items.items[0] : undefined
  const beside = open
    ? {
        item: open,
        main: await readMainItem(locals.api, params.business, open),
        movedMilli: await readMovedStock(locals.api, params.business, open.id),
      }
    : null
  return { items, beside, search, category, first: cursor === undefined }
}
