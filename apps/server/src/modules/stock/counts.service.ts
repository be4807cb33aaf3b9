// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber, plainDate } from '@resham/base'
import type { stockCountEndpoints as at, CountEntry, CountRow, RequestOf, StockCount } from '@resham/contract'
import type { Static } from 'typebox'
import { post } from '#modules/books/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { countedRows, keyOf, worthOf } from './count-rows.ts'
import * as kept from './counts.repository.ts'
import { moveStock } from './move-stock.service.ts'
import { keepLot } from './papers.repository.ts'
import type { Around } from './papers.service.ts'
import { defaultPlace, placesOf } from './places.service.ts'
import { lockItems } from './stock.repository.ts'
import type { StockMove } from './stock.types.ts'

const entriesShown = 50
const mostEntries = 100_000

/** Counts of stock, newest first, and the categories one may count. */
export async function listCounts(ctx: BusinessContext) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
    items: (await kept.listCounts(tx)).map(toCountReply),
    categories: await kept.listCategories(tx),
  }))
}

/** Begins to count. @throws platform.not-found for a place */
export async function startCount(ctx: BusinessContext, { body }: RequestOf<typeof at.start>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const places = await placesOf(tx)
    const placeId = body.placeId ?? (await defaultPlace(tx))
    if (!places.some((place) => place.id === placeId)) throw new AppError('platform.not-found')
    const id = newId(ctx.now)
    await kept.insertCount(tx, {
      id,
      placeId,
      category: body.category ?? null,
      isBlind: body.isBlind,
      madeAt: ctx.now,
      madeBy: personOf(ctx),
      clientId: body.clientId ?? null,
    })
    const count = await getCount(tx, body.clientId ?? id)
    if (count.id === id) await recordAudit(tx, ctx, 'count.started', { kind: 'stock-count', id })
    return toCountReply(count)
  })
}

/** A count, and what was counted last. @throws platform.not-found */
export async function readCount(ctx: BusinessContext, { params }: RequestOf<typeof at.read>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const count = await getCount(tx, params.count)
    const entries = await kept.listEntries(tx, count.id, { limit: entriesShown })
    return {
      count: toCountReply(count),
      entries: entries.map((entry) => toEntryReply(ctx, count, entry)),
      notCounted: count.state === 'open' ? (await kept.listNotCounted(tx, count)).length : 0,
    }
  })
}

/** Takes a heap down. @throws platform.not-found, stock.item-unknown, stock.count-closed, stock.lot-missing */
export async function enterCount(ctx: BusinessContext, { params, body }: RequestOf<typeof at.enter>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const count = await getOpen(tx, params.count)
    const item = await kept.findCountable(tx, { itemId: body.itemId ?? null, code: body.code ?? null })
    if (!item && body.itemId) throw new AppError('platform.not-found')
    if (!item) throw new AppError('stock.item-unknown', { code: body.code ?? '' })
    const [locked] = await lockItems(tx, [item.id])
    const lotId = await lotOf(tx, ctx, item.id, body)
    if (locked?.wantsLots && !lotId) throw new AppError('stock.lot-missing', { itemId: item.id, item: body.code ?? '' })
    const countedAt = momentOf(ctx, count, body.countedAt)
    const id = newId(ctx.now)
    await kept.insertEntry(tx, count.id, {
      id,
      itemId: item.id,
      lotId,
      quantityMilli: String(body.quantityMilli),
      expectedMilli: await kept.expectedAt(tx, { itemId: item.id, lotId, placeId: count.placeId, at: countedAt }),
      countedAt,
      countedBy: personOf(ctx),
      clientId: body.clientId ?? null,
    })
    const [entry] = await kept.listEntries(tx, count.id, { limit: 1, id: body.clientId ?? id })
    if (!entry) throw new AppError('platform.not-found')
    return toEntryReply(ctx, count, entry)
  })
}

/** Takes a heap back. @throws platform.not-found, stock.count-closed */
export async function takeBack(ctx: BusinessContext, { params }: RequestOf<typeof at.takeBack>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const count = await getOpen(tx, params.count)
    if (!(await kept.takeBackEntry(tx, count.id, params.entry, ctx.now))) throw new AppError('platform.not-found')
    return {}
  })
}

/** What differs from the books. @throws platform.not-found */
export async function reviewCount(ctx: BusinessContext, { params }: RequestOf<typeof at.review>) {
  const { currency } = ctx.business
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const count = await getCount(tx, params.count)
    const { rows } = await rowsOf(tx, ctx, count)
    const notCounted = count.state === 'open' ? await kept.listNotCounted(tx, count) : []
    const differenceValue = rows.reduce((sum, row) => sum + BigInt(row.value.minor), 0n)
    return {
      count: toCountReply(count),
      rows,
      differenceValue: { minor: differenceValue.toString(), currency },
      notCounted: notCounted.map(({ lotId: _, expectedMilli, ...item }) => ({
        ...item,
        expectedMilli: Number(expectedMilli),
      })),
    }
  })
}

/** Says what holds where two people counted the same. @throws platform.not-found, stock.count-closed */
export async function decideCount(ctx: BusinessContext, { params, body }: RequestOf<typeof at.decide>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const count = await getOpen(tx, params.count)
    const lotId = body.lotId ?? null
    const entries = await kept.listEntries(tx, count.id, { limit: mostEntries })
    if (!entries.some((one) => one.itemId === params.item && one.lotId === lotId))
      throw new AppError('platform.not-found')
    const decision = { itemId: params.item, lotId, quantityMilli: String(body.quantityMilli) }
    await kept.saveDecision(tx, count.id, { ...decision, decidedBy: personOf(ctx) })
    return {}
  })
}

/**
 * Puts the books right by a count.
 *
 * @throws platform.not-found, stock.count-undecided while two people differ, platform.changed-meanwhile, books.period-closed
 */
export async function postCount(ctx: BusinessContext, { params, body }: RequestOf<typeof at.post>, around: Around) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const count = await getCount(tx, params.count)
    // Taken first: nobody counts on while it is posted, and it is posted once.
    const end = { state: 'posted' as const, version: body.version, at: ctx.now }
    if (!(await kept.endCount(tx, count.id, end))) throw new AppError('platform.changed-meanwhile')
    const { rows, wasMoved } = await rowsOf(tx, ctx, count)
    const undecided = rows.find((row) => row.needsDecision)
    if (undecided) throw new AppError('stock.count-undecided', { item: undecided.name })
    const zero = body.notCounted === 'zero' ? await leftOver(tx, count) : []
    const differences = [...rows, ...zero].filter((row) => row.differenceMilli !== 0)
    const moves = differences.map(
      (row): StockMove => ({
        // The first count of what was never moved is what the books begin with, no gain.
        kind: wasMoved.has(row.itemId) || row.differenceMilli < 0 ? 'count' : 'opening',
        itemId: row.itemId,
        placeId: count.placeId,
        lotId: row.lotId,
        quantityMilli: BigInt(row.differenceMilli),
        reason: 'count',
        documentId: count.id,
      }),
    )
    await moveAndPost(tx, ctx, count.id, moves, around)
    const audited = { differences: moves.length, notCounted: body.notCounted }
    await recordAudit(tx, ctx, 'count.posted', { kind: 'stock-count', id: count.id }, audited)
    return toCountReply(await getCount(tx, count.id))
  })
}

/** Gives a count up. @throws platform.not-found, platform.changed-meanwhile */
export async function cancelCount(ctx: BusinessContext, { params, body }: RequestOf<typeof at.cancel>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const count = await getCount(tx, params.count)
    const end = { state: 'cancelled' as const, version: body.version, at: ctx.now }
    if (!(await kept.endCount(tx, count.id, end))) throw new AppError('platform.changed-meanwhile')
    await recordAudit(tx, ctx, 'count.cancelled', { kind: 'stock-count', id: count.id })
    return toCountReply(await getCount(tx, count.id))
  })
}

async function moveAndPost(
  tx: TenantTx,
  ctx: BusinessContext,
  countId: string,
  moves: readonly StockMove[],
  around: Around,
): Promise<void> {
  if (moves.length === 0) return
  const day = fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
  const by = { ...ctx, chart: around.chart, day, hasHappened: true }
  const moved = await moveStock(tx, by, moves)
  for (const because of ['opening', 'count'] as const) {
    const differenceHomeMinor = moved.reduce(
      (sum, one, i) => (moves[i]?.kind === because ? sum + one.valueMinor : sum),
      0n,
    )
    const source = { kind: because === 'count' ? 'stock-count' : 'stock-count-opening', id: countId }
    await post(tx, by, [{ event: 'stock-adjusted', source, day, differenceHomeMinor, because }])
  }
  await around.changed(tx, [...new Set(moves.map((move) => move.itemId))], ctx.business.currency)
}

/** What nobody counted, as counted and not there. Its items are locked, so that what is read is what is taken. */
async function leftOver(tx: TenantTx, count: kept.Count) {
  const some = await kept.listNotCounted(tx, count)
  await lockItems(tx, [...new Set(some.map((one) => one.itemId))].sort())
  return (await kept.listNotCounted(tx, count)).map(({ itemId, lotId, expectedMilli }) => ({
    itemId,
    lotId,
    differenceMilli: -Number(expectedMilli),
  }))
}

async function rowsOf(
  tx: TenantTx,
  ctx: BusinessContext,
  count: kept.Count,
): Promise<{ rows: Static<typeof CountRow>[]; wasMoved: ReadonlySet<string> }> {
  const entries = await kept.listEntries(tx, count.id, { limit: mostEntries })
  const decided = new Map(
    (await kept.listDecisions(tx, count.id)).map((one) => [keyOf(one), BigInt(one.quantityMilli)]),
  )
  const heaps = entries.map((entry) => ({
    ...entry,
    quantityMilli: BigInt(entry.quantityMilli),
    expectedMilli: BigInt(entry.expectedMilli),
  }))
  const known = await kept.listWorth(tx, [...new Set(entries.map((entry) => entry.itemId))])
  const worth = new Map(
    known.map((one) => [one.itemId, { quantityMilli: BigInt(one.quantityMilli), valueMinor: BigInt(one.valueMinor) }]),
  )
  const named = new Map(entries.map((entry) => [keyOf(entry), entry]))
  const rows = countedRows(heaps, decided).map((row) => {
    const { code = '', name = '', unit = null, lot = null } = named.get(keyOf(row)) ?? {}
    const minor = worthOf(row.differenceMilli, worth.get(row.itemId)).toString()
    return {
      itemId: row.itemId,
      lotId: row.lotId,
      code,
      name,
      unit,
      lot,
      countedMilli: Number(row.countedMilli),
      expectedMilli: Number(row.expectedMilli),
      differenceMilli: Number(row.differenceMilli),
      value: { minor, currency: ctx.business.currency },
      people: row.people
        .map((one) => ({ isMine: one.id === personOf(ctx), quantityMilli: Number(one.quantityMilli) }))
        .sort((a, b) => Number(b.isMine) - Number(a.isMine)),
      needsDecision: row.needsDecision,
    }
  })
  rows.sort((a, b) => Number(b.needsDecision) - Number(a.needsDecision) || (a.name < b.name ? -1 : 1))
  return { rows, wasMoved: new Set(known.flatMap((one) => (one.wasMoved ? [one.itemId] : []))) }
}

async function lotOf(
  tx: TenantTx,
  ctx: BusinessContext,
  itemId: string,
  body: RequestOf<typeof at.enter>['body'],
): Promise<string | null> {
  if (body.lotId || !body.lotCode) return body.lotId ?? null
  const expiresOn = body.expiresOn ? plainDate(body.expiresOn) : null
  return keepLot(tx, { id: newId(ctx.now), itemId, code: body.lotCode, expiresOn })
}

/** When it was counted: between the beginning of the count and now, whatever the phone's clock says. */
function momentOf(ctx: BusinessContext, count: kept.Count, said: string | undefined): Date {
  if (said === undefined) return ctx.now
  const at = new Date(said)
  if (Number.isNaN(at.getTime()) || at > ctx.now) return ctx.now
  return at < count.madeAt ? count.madeAt : at
}

async function getCount(tx: TenantTx, id: string): Promise<kept.Count> {
  const count = await kept.findCount(tx, id)
  if (!count) throw new AppError('platform.not-found')
  return count
}

async function getOpen(tx: TenantTx, id: string): Promise<kept.Count> {
  const count = await getCount(tx, id)
  if (!(await kept.holdCount(tx, count.id))) throw new AppError('stock.count-closed')
  return count
}

function personOf(ctx: BusinessContext): string | null {
  return ctx.caller.kind === 'person' ? ctx.caller.userId : null
}

function toCountReply(count: kept.Count): Static<typeof StockCount> {
  return { ...count, madeAt: count.madeAt.toISOString() }
}

function toEntryReply(ctx: BusinessContext, count: kept.Count, entry: kept.Entry): Static<typeof CountEntry> {
  const { countedBy, ...rest } = entry
  return {
    ...rest,
    quantityMilli: Number(entry.quantityMilli),
    expectedMilli: count.isBlind && count.state === 'open' ? null : Number(entry.expectedMilli),
    countedAt: entry.countedAt.toISOString(),
    isMine: countedBy === personOf(ctx),
  }
}
