// SPDX-License-Identifier: Apache-2.0
import type { DocumentKind } from '@resham/bookkeeping'
import { findPrices, type PriceQuestion } from '#modules/items/index.ts'
import type { PartyRecord } from '#modules/parties/index.ts'
import { listLastPrices } from '#modules/sales/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext } from './documents.types.ts'

/** Papers on the way to a sale. */
const selling: readonly DocumentKind[] = ['quote', 'order', 'invoice', 'credit-note', 'return']

/**
 * What a unit of each item costs the buyer, thousandths of a minor unit of the document's currency: by the customer's
 * price list, else the default one, else what it went for last.
 *
 * Items of which nothing is known are left out: a person must say.
 */
export async function usualPrices(
  tx: TenantTx,
  ctx: DocumentContext,
  asked: readonly PriceQuestion[],
  head: { readonly kind: DocumentKind; readonly currency: string; readonly party: PartyRecord | undefined },
): Promise<Map<string, bigint>> {
  if (asked.length === 0 || !selling.includes(head.kind)) return new Map()
  const listed = await findPrices(tx, asked, head.currency, head.party?.priceListId ?? null)
  const rest = [...new Set(asked.map(({ itemId }) => itemId))].filter((itemId) => !listed.has(itemId))
  if (rest.length === 0 || head.currency !== ctx.business.currency) return listed
  return new Map([...(await listLastPrices(tx, rest)), ...listed])
}
