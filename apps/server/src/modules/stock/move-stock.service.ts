// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { AverageCost } from '@resham/bookkeeping'
import { isMonthOpen, type Posting, post } from '#modules/books/index.ts'
import { listItemsById } from '#modules/items/index.ts'
import { listSoldSince } from '#modules/sales/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import { placesOf, settingsOf } from './places.service.ts'
import { listReservations, saveReservations } from './reservations.repository.ts'
import * as kept from './stock.repository.ts'
import type { MoveContext, Moved, StockMove } from './stock.types.ts'
import { type After, type PlacedMove, workOutMoves } from './work-out-moves.ts'

/** A thousand million pieces: more of one thing no small business has. */
const mostMilli = 1_000_000_000_000n

/**
 * Moves stock: the one way in which it ever changes.
 *
 * Hand all moves of a deed over in one call: the items are locked in a fixed order, so that parallel calls neither
 * deadlock nor lose a move, and what the deed as a whole lacks is refused as a whole. Call it before taking a number
 * from a series, so that two papers never wait for each other.
 *
 * An item that was never moved but whose stock the owner typed begins with that count, less what sold since.
 *
 * @param moves In order: what comes in first may go out again in the same call.
 * @returns     What each move came to, in the order of `moves`.
 * @throws stock.not-enough, stock.quantity-invalid, stock.lot-missing, books.period-closed; platform.not-found for an
 *         item or a place
 */
export async function moveStock(tx: TenantTx, ctx: MoveContext, moves: readonly StockMove[]): Promise<Moved[]> {
  if (moves.length === 0) return []
  moves.forEach(checkMove)
  checkTransfers(moves)
  if (!(await isMonthOpen(tx, ctx.day))) {
    throw new AppError('books.period-closed', { month: ctx.day.slice(0, 7), day: ctx.day })
  }
  const placed = await withPlaces(tx, moves)
  const itemIds = [...new Set(moves.map((move) => move.itemId))].sort()
  const locked = await kept.lockItems(tx, itemIds)
  if (locked.length < itemIds.length) throw new AppError('platform.not-found')
  const opening = await openingMoves(tx, ctx, locked, placed)
  const lineIds = moves.flatMap((move) => move.reservedFor ?? [])
  const before = {
    day: ctx.day,
    mayGoBelowZero: ctx.hasHappened === true || (await settingsOf(tx)).allowBelowZero,
    costs: new Map(locked.map((item) => [item.itemId, costOf(item)])),
    byLots: new Set(locked.flatMap((item) => (item.wantsLots ? [item.itemId] : []))),
    levels: await kept.listLevels(tx, itemIds, null),
    layers: await kept.listLayers(tx, itemIds),
    lots:
      locked.some((item) => item.wantsLots) || moves.some((move) => move.lotId) ? await kept.listLots(tx, itemIds) : [],
    reservations: lineIds.length === 0 ? [] : await listReservations(tx, lineIds),
  }
  const after = await orNamed(tx, () => workOutMoves(before, [...opening, ...placed], () => newId(ctx.now)))
  await writeDown(tx, ctx, after)
  await post(tx, ctx, [...openingFacts(ctx, after.moved.slice(0, opening.length)), ...correctionFacts(ctx, after)])
  return after.moved.slice(opening.length)
}

async function writeDown(tx: TenantTx, ctx: MoveContext, after: After): Promise<void> {
  await kept.insertMoves(tx, after.records, { at: ctx.now, day: ctx.day, byId: byOf(ctx) })
  await kept.addToLevels(tx, after.levels)
  await kept.saveCosts(tx, after.costs)
  await kept.saveLayers(tx, after.layers)
  if (after.reservations.length > 0) await saveReservations(tx, after.reservations)
}

/** The ledger has what the moves of the caller are about from the caller; what they bring along it has from here. */
function openingFacts(ctx: MoveContext, openings: readonly Moved[]): Posting[] {
  return openings.flatMap(({ parts }) =>
    parts.map(({ moveId, valueMinor }) => ({
      event: 'stock-adjusted' as const,
      source: { kind: 'move', id: moveId },
      day: ctx.day,
      differenceHomeMinor: valueMinor,
      because: 'opening' as const,
    })),
  )
}

function correctionFacts(ctx: MoveContext, after: After): Posting[] {
  return after.corrections.map(({ id, valueMinor }) => ({
    event: 'goods-received' as const,
    source: { kind: 'move', id },
    day: ctx.day,
    valueHomeMinor: 0n,
    correctionHomeMinor: -valueMinor,
  }))
}

/** Before anything came at a known cost, the owner's typed cost is what is known. */
function costOf({ cost, unitCostMinor }: kept.LockedItem): AverageCost {
  if (cost.lastUnit !== null || unitCostMinor === null) return cost
  return { ...cost, lastUnit: { quantityMilli: 1000n, valueMinor: unitCostMinor } }
}

/** What an arrival brought, move by move. */
export async function arrivalsOf(tx: TenantTx, documentId: string) {
  return kept.listArrivals(tx, documentId)
}

/** What nobody has set aside of each item over all places, thousandths; of items whose stock ever moved alone. */
export async function stockOf(tx: TenantTx, itemIds: readonly string[]): Promise<Map<string, bigint>> {
  return kept.listFreeOf(tx, itemIds)
}

function byOf(ctx: MoveContext): string | null {
  return ctx.caller?.kind === 'person' ? ctx.caller.userId : null
}

function checkMove(move: StockMove): void {
  const { quantityMilli: quantity, kind } = move
  const isTooMuch = quantity > mostMilli || quantity < -mostMilli
  const isWrongWay =
    (['receive', 'return', 'transfer-in', 'opening'].includes(kind) && quantity <= 0n) ||
    (['ship', 'supplier-return', 'transfer-out'].includes(kind) && quantity >= 0n) ||
    (['count', 'adjust'].includes(kind) && quantity === 0n) ||
    (kind === 'cost' && (quantity !== 0n || (move.valueIsFor?.quantityMilli ?? 0n) <= 0n))
  if (isTooMuch || isWrongWay || (kind !== 'cost' && (move.valueMinor ?? 0n) < 0n))
    throw new AppError('stock.quantity-invalid', { itemId: move.itemId })
}

/** What is taken along arrives: a transfer changes neither how much there is nor what it is worth. */
function checkTransfers(moves: readonly StockMove[]): void {
  const sums = new Map<string, bigint>()
  for (const { kind, itemId, quantityMilli } of moves) {
    if (kind === 'transfer-out' || kind === 'transfer-in') sums.set(itemId, (sums.get(itemId) ?? 0n) + quantityMilli)
  }
  for (const [itemId, sum] of sums) if (sum !== 0n) throw new AppError('stock.quantity-invalid', { itemId })
}

async function withPlaces(tx: TenantTx, moves: readonly StockMove[]): Promise<PlacedMove[]> {
  const places = await placesOf(tx)
  const known = new Set(places.map((place) => place.id))
  const [first] = places
  return moves.map((move) => {
    const placeId = move.placeId ?? first?.id
    if (placeId === undefined || !known.has(placeId)) throw new AppError('platform.not-found')
    return { ...move, placeId }
  })
}

/** What the owner had typed before there were moves, as moves; nothing for what is being counted or opened now. */
async function openingMoves(
  tx: TenantTx,
  ctx: MoveContext,
  locked: readonly kept.LockedItem[],
  moves: readonly PlacedMove[],
): Promise<PlacedMove[]> {
  const firstKinds = new Map(moves.toReversed().map((move) => [move.itemId, move.kind]))
  const typed = locked.filter(
    (item) =>
      item.isNew &&
      !item.wantsLots &&
      item.typedOnHandMilli !== null &&
      !['opening', 'count'].includes(firstKinds.get(item.itemId) ?? ''),
  )
  if (typed.length === 0) return []
  const sold = await listSoldSince(
    tx,
    typed.flatMap(({ itemId, countedOn }) => (countedOn === null ? [] : [{ itemId, day: countedOn }])),
    ctx.day,
  )
  const [first] = await placesOf(tx)
  return typed.flatMap((item) => {
    const quantityMilli = (item.typedOnHandMilli ?? 0n) - BigInt(Math.max(0, sold.get(item.itemId) ?? 0))
    return quantityMilli <= 0n || !first
      ? []
      : [{ kind: 'opening' as const, itemId: item.itemId, placeId: first.id, quantityMilli, reason: 'typed-count' }]
  })
}

/** Adds the item's name to what is refused: the sentence needs it. */
async function orNamed<T>(tx: TenantTx, work: () => T): Promise<T> {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AppError) || typeof error.details.itemId !== 'string') throw error
    const [item] = await listItemsById(tx, [error.details.itemId])
    throw new AppError(error.code, { ...error.details, item: item?.name ?? '' }, { cause: error })
  }
}
