// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber, type PlainDate, plainDate, toDayNumber } from '@resham/base'
import type { stockEndpoints as at, RequestOf, StockPaper } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import type { Static } from 'typebox'
import { post } from '#modules/books/index.ts'
import { findItem } from '#modules/items/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { moveStock } from './move-stock.service.ts'
import * as kept from './papers.repository.ts'
import { defaultPlace, placesOf, transitPlace } from './places.service.ts'
import { toPaperReply } from './stock.mapping.ts'
import type { Moved, StockMove } from './stock.types.ts'

/** Called after a person changed what is in stock, in the same transaction: what is planned from it is out of date. */
export type StockChanged = (tx: TenantTx, itemIds: readonly string[], currency: string) => Promise<void>

/** What a change of stock by a person needs besides: the country's chart, and who wants to know. */
export type Around = { readonly chart: Pack['chart']; readonly changed: StockChanged }

type Head = {
  readonly clientId?: string
  readonly placeId?: string | null
  readonly day?: string
  readonly note?: string | null
}
type LotNamed = {
  readonly itemId: string
  readonly lotId?: string | null
  readonly lotCode?: string | null
  readonly expiresOn?: string | null
}

/** What was in stock when the books began. @throws stock.*, books.period-closed, base.currency-mismatch */
export async function openStock(ctx: BusinessContext, { body }: RequestOf<typeof at.open>, around: Around) {
  return takeDown(ctx, around, { ...body, kind: 'opening' }, async (tx, paper) => {
    const moves: StockMove[] = []
    for (const line of body.lines) {
      const valueMinor = openingValue(ctx, line)
      moves.push({
        kind: 'opening',
        itemId: line.itemId,
        placeId: paper.placeId,
        lotId: await lotOf(tx, ctx, line),
        quantityMilli: BigInt(line.quantityMilli),
        documentId: paper.id,
        ...(valueMinor === undefined ? {} : { valueMinor }),
      })
    }
    return { moves, because: 'opening' }
  })
}

/** Corrects stock, with the reason. @throws stock.*, books.period-closed */
export async function adjustStock(ctx: BusinessContext, { body }: RequestOf<typeof at.adjust>, around: Around) {
  return takeDown(ctx, around, { ...body, kind: 'adjust' }, async (tx, paper) => {
    const moves: StockMove[] = []
    for (const line of body.lines) {
      moves.push({
        kind: 'adjust',
        itemId: line.itemId,
        placeId: paper.placeId,
        lotId: await lotOf(tx, ctx, line),
        quantityMilli: BigInt(line.quantityMilli),
        reason: body.reason,
        documentId: paper.id,
      })
    }
    return { moves, because: body.reason === 'used' || body.reason === 'gift' ? 'own-use' : 'damage' }
  })
}

/** Takes goods from one place to another. @throws stock.*, books.period-closed, platform.not-found */
export async function transferStock(ctx: BusinessContext, { body }: RequestOf<typeof at.transfer>, around: Around) {
  const isNow = body.arrives === 'now'
  return takeDown(ctx, around, { ...body, kind: 'transfer', isOnTheWay: !isNow }, async (tx, paper) => {
    if (paper.placeId === body.toPlaceId) throw new AppError('stock.same-place')
    const out = body.lines.map(
      (line): StockMove => ({
        kind: 'transfer-out',
        itemId: line.itemId,
        placeId: paper.placeId,
        quantityMilli: -BigInt(line.quantityMilli),
        documentId: paper.id,
      }),
    )
    const to = isNow ? body.toPlaceId : await transitPlace(tx)
    return { moves: out, because: null, thenTo: to }
  })
}

/** The goods of a transfer arrived. @throws platform.not-found, platform.changed-meanwhile, books.period-closed */
export async function arriveStock(ctx: BusinessContext, { params, body }: RequestOf<typeof at.arrive>, around: Around) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const paper = await kept.findPaper(tx, params.transfer)
    if (!paper || paper.id !== params.transfer || paper.kind !== 'transfer') throw new AppError('platform.not-found')
    if (!(await kept.markArrived(tx, paper.id, body.version))) throw new AppError('platform.changed-meanwhile')
    const transit = await transitPlace(tx)
    const lines = await kept.listPaperLines(tx, [paper.id])
    const moves = lines.flatMap((line): StockMove[] => {
      const left = { itemId: line.itemId, lotId: line.lotId, documentId: paper.id }
      const quantityMilli = -BigInt(line.quantityMilli)
      return [
        { ...left, kind: 'transfer-out', placeId: transit, quantityMilli: -quantityMilli },
        { ...left, kind: 'transfer-in', placeId: paper.toPlaceId, quantityMilli },
      ]
    })
    await moveStock(tx, { ...ctx, chart: around.chart, day: todayOf(ctx) }, moves)
    await recordAudit(tx, ctx, 'stock.arrived', { kind: 'stock-paper', id: paper.id })
    return replyOf(tx, ctx, paper.id)
  })
}

/** Keeps an item by lots with their last days, or stops. @throws platform.not-found */
export async function wantLots(ctx: BusinessContext, { params, body }: RequestOf<typeof at.wantLots>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    if (!(await findItem(tx, params.item))) throw new AppError('platform.not-found')
    await kept.setWantsLots(tx, params.item, body.wanted)
    await recordAudit(tx, ctx, 'stock.lots-wanted', { kind: 'item', id: params.item }, { ...body })
    return {}
  })
}

/** A paper as the API answers it. */
async function replyOf(tx: TenantTx, ctx: BusinessContext, id: string): Promise<Static<typeof StockPaper>> {
  const paper = await kept.findPaper(tx, id)
  if (!paper) throw new AppError('platform.not-found')
  return toPaperReply(paper, await kept.listPaperLines(tx, [paper.id]), ctx.business.currency)
}

type Wanted = {
  readonly moves: readonly StockMove[]
  /** What the ledger is told; null: a transfer is none of its business. */
  readonly because: 'opening' | 'damage' | 'own-use' | null
  /** Where what left goes in again. */
  readonly thenTo?: string
}

/** Takes a paper down, moves stock and tells the ledger; handed in twice it is done once. */
async function takeDown(
  ctx: BusinessContext,
  around: Around,
  head: Head & { kind: kept.Paper['kind']; reason?: string; toPlaceId?: string; isOnTheWay?: boolean },
  work: (tx: TenantTx, paper: { id: string; placeId: string }) => Promise<Wanted>,
): Promise<Static<typeof StockPaper>> {
  const day = dayOf(ctx, head.day)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const paper = { id: newId(ctx.now), placeId: await placeOf(tx, head.placeId) }
    if (head.toPlaceId) await placeOf(tx, head.toPlaceId)
    const isNew = await kept.insertPaper(tx, {
      ...paper,
      kind: head.kind,
      state: head.isOnTheWay ? 'on-the-way' : 'done',
      toPlaceId: head.toPlaceId ?? null,
      day,
      reason: head.reason ?? null,
      note: head.note ?? null,
      clientId: head.clientId ?? null,
      madeAt: ctx.now,
      madeBy: ctx.caller.kind === 'person' ? ctx.caller.userId : null,
    })
    if (!isNew && head.clientId) return replyOf(tx, ctx, head.clientId)
    const { moves, because, thenTo } = await work(tx, paper)
    const by = { ...ctx, chart: around.chart, day }
    const moved = thenTo === undefined ? await moveStock(tx, by, moves) : await carry(tx, by, moves, thenTo)
    if (because !== null) {
      const differenceHomeMinor = moved.reduce((sum, one) => sum + one.valueMinor, 0n)
      const source = { kind: 'stock-paper', id: paper.id }
      await post(tx, by, [{ event: 'stock-adjusted', source, day, differenceHomeMinor, because }])
    }
    await around.changed(tx, [...new Set(moves.map((move) => move.itemId))], ctx.business.currency)
    await recordAudit(tx, ctx, `stock.${head.kind}`, { kind: 'stock-paper', id: paper.id }, { lines: moves.length })
    return replyOf(tx, ctx, paper.id)
  })
}

/** Out of one place and into another, each lot as itself. */
async function carry(
  tx: TenantTx,
  by: Parameters<typeof moveStock>[1],
  out: readonly StockMove[],
  to: string,
): Promise<readonly Moved[]> {
  return moveStock(
    tx,
    by,
    out.flatMap((move) => [move, { ...move, kind: 'transfer-in', placeId: to, quantityMilli: -move.quantityMilli }]),
  )
}

async function placeOf(tx: TenantTx, placeId: string | null | undefined): Promise<string> {
  if (!placeId) return defaultPlace(tx)
  const places = await placesOf(tx)
  if (!places.some((place) => place.id === placeId && place.kind !== 'transit'))
    throw new AppError('platform.not-found')
  return placeId
}

async function lotOf(tx: TenantTx, ctx: BusinessContext, line: LotNamed): Promise<string | null> {
  if (line.lotId || !line.lotCode) return line.lotId ?? null
  if (line.expiresOn) plainDate(line.expiresOn)
  if (!(await findItem(tx, line.itemId))) throw new AppError('platform.not-found')
  return namedLot(tx, ctx.now, line.itemId, line.lotCode, line.expiresOn ?? null)
}

/** The lot of a code, made when it is new, with the last day that is on it. */
export async function namedLot(
  tx: TenantTx,
  now: Date,
  itemId: string,
  code: string,
  expiresOn: string | null,
): Promise<string> {
  return kept.keepLot(tx, { id: newId(now), itemId, code, expiresOn })
}

function openingValue(
  ctx: BusinessContext,
  line: { quantityMilli: number; unitCost?: { minor: string; currency: string } | null },
): bigint | undefined {
  if (!line.unitCost) return undefined
  if (line.unitCost.currency !== ctx.business.currency) {
    throw new AppError('base.currency-mismatch', { a: line.unitCost.currency, b: ctx.business.currency })
  }
  return (BigInt(line.quantityMilli) * BigInt(line.unitCost.minor) + 500n) / 1000n
}

function todayOf(ctx: BusinessContext): PlainDate {
  return fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
}

/** The day a person names. @throws stock.day-ahead for one that has not come, base.date-invalid */
function dayOf(ctx: BusinessContext, day: string | undefined): PlainDate {
  const today = todayOf(ctx)
  if (day === undefined) return today
  const named = plainDate(day)
  if (toDayNumber(named) > toDayNumber(today)) throw new AppError('stock.day-ahead', { day })
  return named
}
