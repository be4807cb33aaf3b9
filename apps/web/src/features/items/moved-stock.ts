// SPDX-License-Identifier: Apache-2.0
import { stockEndpoints } from '@resham/contract'
import type { Api } from '#lib/api.ts'

/** Thousandths of an item in stock once it has moved; null before, when what the owner typed is all that is known. */
export async function readMovedStock(api: Api, business: string, item: string): Promise<number | null> {
  const stock = await api.load(stockEndpoints.item, { params: { business, item }, query: {} })
  return stock.moves.length === 0 ? null : stock.onHandMilli
}
