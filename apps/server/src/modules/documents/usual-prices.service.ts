// SPDX-License-Identifier: Apache-2.0
import type { DocumentKind } from '@resham/bookkeeping'
import { listLastPrices } from '#modules/sales/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext } from './documents.types.ts'

/** Papers on the way to a sale: what an item went for last is the price to begin with. */
const selling: readonly DocumentKind[] = ['quote', 'order', 'invoice', 'credit-note', 'return']

/**
 * What a unit of each item usually costs the buyer, thousandths of a minor unit of the document's currency.
 *
 * Items of which nothing is known are left out: a person must say.
 */
export async function usualPrices(
  tx: TenantTx,
  ctx: DocumentContext,
  itemIds: readonly string[],
  head: { readonly kind: DocumentKind; readonly currency: string },
): Promise<Map<string, bigint>> {
  if (itemIds.length === 0 || !selling.includes(head.kind) || head.currency !== ctx.business.currency) return new Map()
  return listLastPrices(tx, itemIds)
}
