// SPDX-License-Identifier: Apache-2.0
import { moveStock, release, reserve } from '#modules/stock/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext, DocumentRecord, LineRecord } from './documents.types.ts'
import { toHome } from './home-amount.ts'
import type { Effect } from './kinds.ts'

type How = NonNullable<Effect['goods']>

const moves = {
  ship: { kind: 'ship', sign: -1n },
  return: { kind: 'return', sign: 1n },
  receive: { kind: 'receive', sign: 1n },
  'supplier-return': { kind: 'supplier-return', sign: -1n },
} as const

/**
 * Moves the goods of a document, or sets them aside; all of them in one call, so that what is missing is refused as a
 * whole. Lines without an item are not goods.
 *
 * @param hasHappened True for what has left already: stock that the books do not have is flagged, not refused.
 * @returns           What they stand at in the books, home currency, not negative.
 * @throws            stock.not-enough with the item's name, stock.lot-missing
 */
export async function moveGoods(
  tx: TenantTx,
  ctx: DocumentContext,
  document: DocumentRecord,
  how: How,
  hasHappened: boolean,
): Promise<bigint> {
  const goods = document.lines.flatMap((line) => (line.itemId === null ? [] : [{ ...line, itemId: line.itemId }]))
  if (goods.length === 0) return 0n
  const { placeId } = document
  if (how === 'reserve') {
    const wants = goods.map(({ id, itemId, quantityMilli }) => ({ lineId: id, itemId, placeId, quantityMilli }))
    await reserve(tx, wants)
    return 0n
  }
  if (how === 'release') {
    await release(
      tx,
      goods.map((line) => line.id),
    )
    return 0n
  }
  const { kind, sign } = moves[how]
  const moved = await moveStock(
    tx,
    { now: ctx.now, caller: ctx.caller, chart: ctx.pack.chart, day: document.day, hasHappened },
    goods.map((line) => ({
      kind,
      itemId: line.itemId,
      placeId,
      lotId: line.lotId,
      quantityMilli: sign * line.quantityMilli,
      documentId: document.id,
      documentLineId: line.id,
      ...(how === 'receive' ? { valueMinor: worth(ctx, document, line) } : {}),
      ...(how === 'ship' && line.fromLineId !== null ? { reservedFor: line.fromLineId } : {}),
    })),
  )
  const valueMinor = moved.reduce((so, one) => so + one.valueMinor, 0n)
  return valueMinor < 0n ? -valueMinor : valueMinor
}

/** What goods that come in cost: the price that was agreed, at home. */
function worth(ctx: DocumentContext, document: DocumentRecord, line: LineRecord): bigint {
  return toHome(line.netMinor, document.currency, ctx.business.currency, document.rate)
}
