// SPDX-License-Identifier: Apache-2.0
import { moveStock } from '#modules/stock/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext, DocumentRecord, LineRecord } from './documents.types.ts'
import { toHome } from './home-amount.ts'
import { shareOf } from './ledger-facts.ts'
import { least } from './line-drafts.ts'
import { type CameOrBilled, listCameAndBilled } from './received.repository.ts'

/** What the ledger must know of the goods of a bill; see `PurchaseFact`. Home currency. */
export type BilledGoods = { readonly movedHomeMinor: bigint; readonly differenceOnHandHomeMinor: bigint }

/**
 * Sets what a bill says of goods against what they came in at: another price than was ordered, another rate than on the
 * day of the arrival. Pieces that are still here take their share of the difference, the rest is cost of sales.
 *
 * Goods that have not come yet wait for their arrival at what the bill says.
 */
export async function takeBillIn(tx: TenantTx, ctx: DocumentContext, bill: DocumentRecord): Promise<BilledGoods> {
  const goods = bill.lines.filter((line) => line.itemId !== null)
  const known = await listCameAndBilled(
    tx,
    goods.flatMap((line) => line.fromLineId ?? []),
  )
  const home = (minor: bigint) => toHome(minor, bill.currency, ctx.business.currency, bill.rate)
  let movedHomeMinor = 0n
  const dearer: { line: LineRecord; placeId: string | null; quantityMilli: bigint; valueMinor: bigint }[] = []
  for (const line of goods) {
    const came = cameFor(
      ctx,
      line,
      known.filter(({ key }) => key === line.fromLineId),
    )
    // Of what the bill says of this line: the pieces that are here, and those to come.
    const billed = shareOf(home(line.netMinor), line.quantityMilli, 0n, came.quantityMilli)
    movedHomeMinor += came.valueMinor + home(line.netMinor) - billed
    const { placeId, quantityMilli } = came
    if (billed !== came.valueMinor) dearer.push({ line, placeId, quantityMilli, valueMinor: billed - came.valueMinor })
  }
  const moved = await moveStock(
    tx,
    { now: ctx.now, caller: ctx.caller, chart: ctx.pack.chart, day: bill.day },
    dearer.map(({ line, placeId, quantityMilli, valueMinor }) => ({
      ...{ kind: 'cost' as const, itemId: line.itemId ?? '', placeId, quantityMilli: 0n, valueMinor },
      ...{ valueIsFor: { quantityMilli, moveId: null }, documentId: bill.id, documentLineId: line.id, reason: 'bill' },
    })),
  )
  return { movedHomeMinor, differenceOnHandHomeMinor: moved.reduce((so, { valueMinor }) => so + valueMinor, 0n) }
}

/** Pieces of a line that came before its bill and stand on no other, with what they came in at. */
function cameFor(ctx: DocumentContext, line: LineRecord, known: readonly CameOrBilled[]) {
  const [receipts, bills] = [
    known.filter(({ kind }) => kind === 'receipt'),
    known.filter(({ kind }) => kind === 'bill'),
  ]
  const quantityOf = (some: readonly CameOrBilled[]) => some.reduce((so, { quantityMilli }) => so + quantityMilli, 0n)
  const whole = quantityOf(receipts)
  const before = least(quantityOf(bills), whole)
  const quantityMilli = least(line.quantityMilli, whole - before)
  if (quantityMilli === 0n) return { quantityMilli: 0n, valueMinor: 0n, placeId: null }
  const worth = receipts.reduce(
    (so, { netMinor, currency, rate }) => so + toHome(netMinor, currency, ctx.business.currency, rate),
    0n,
  )
  return {
    quantityMilli,
    valueMinor: shareOf(worth, whole, before, quantityMilli),
    placeId: receipts.at(-1)?.placeId ?? null,
  }
}
