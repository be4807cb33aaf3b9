// SPDX-License-Identifier: Apache-2.0

import type { DocumentContext } from '#modules/documents/index.ts'
import { listItemsById } from '#modules/items/index.ts'
import { findStandingParty } from '#modules/parties/index.ts'
import { stockOf } from '#modules/stock/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { HandedSale, Note } from './counter.types.ts'
import type { SoldAt } from './phone-clock.ts'
import { shelfPrices } from './shelf-prices.service.ts'
import type { PricedLine } from './tax-inside.service.ts'

/** A sale as it can be booked, and what differs from what the phone knew. */
export type Differences = { readonly notes: Note[]; readonly lines: PricedLine[]; readonly partyId: string | null }

/** Finds what has changed since the phone last heard: the goods are sold, so the books follow and say what differs. */
export async function findDifferences(
  tx: TenantTx,
  ctx: DocumentContext,
  sale: HandedSale,
  booking: { readonly when: SoldAt; readonly isLate: boolean; readonly partyId?: string | undefined },
): Promise<Differences> {
  const notes: Note[] = []
  if (booking.when.isWrong) {
    const ours = booking.when.soldAt.toISOString()
    notes.push({ code: 'clock-wrong', details: { phone: sale.soldAt, ours, received: ctx.now.toISOString() } })
  }
  if (booking.isLate) notes.push({ code: 'period-closed', details: { soldAt: booking.when.soldAt.toISOString() } })
  const partyId = await partyOf(tx, booking.partyId ?? sale.partyId ?? null, notes)
  return { notes, partyId, lines: await linesOf(tx, ctx, sale, notes) }
}

/** The customer; the one that they were found to be; nobody where they are not known any more. */
async function partyOf(tx: TenantTx, id: string | null, notes: Note[]): Promise<string | null> {
  if (id === null) return null
  const party = await findStandingParty(tx, id)
  if (!party) notes.push({ code: 'party-unknown', details: {} })
  return party?.id ?? null
}

async function linesOf(tx: TenantTx, ctx: DocumentContext, sale: HandedSale, notes: Note[]): Promise<PricedLine[]> {
  const ids = [...new Set(sale.lines.flatMap(({ itemId }) => itemId ?? []))]
  const items = new Map((await listItemsById(tx, ids)).map((item) => [item.id, item]))
  const prices = await shelfPrices(tx, ctx, ids)
  return sale.lines.map((line) => {
    const { name, price, quantityMilli } = line
    const item = line.itemId === null ? undefined : items.get(line.itemId)
    if (line.itemId !== null && !item) notes.push({ code: 'item-unknown', details: { name } })
    const now = item && prices.get(item.id)
    if (now !== undefined && now.toString() !== price.thousandths) {
      const usual = { thousandths: now.toString(), currency: price.currency }
      notes.push({ code: 'price-changed', details: { name: item?.name ?? name, charged: price, now: usual } })
    }
    return {
      itemId: item?.id ?? null,
      description: item?.name ?? name,
      quantityMilli: BigInt(quantityMilli),
      priceThousandths: BigInt(price.thousandths),
      currency: price.currency,
    }
  })
}

/** Items of which the books have less than nothing after the sale. */
export async function stockNotes(tx: TenantTx, sale: HandedSale): Promise<Note[]> {
  const ids = [...new Set(sale.lines.flatMap(({ itemId }) => itemId ?? []))]
  const onHand = await stockOf(tx, ids)
  return [...onHand].flatMap(([itemId, milli]) => {
    const name = sale.lines.find((line) => line.itemId === itemId)?.name ?? ''
    return milli < 0n ? [{ code: 'stock-below-zero' as const, details: { name, onHandMilli: Number(milli) } }] : []
  })
}
