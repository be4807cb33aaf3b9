// SPDX-License-Identifier: Apache-2.0
import { AppError, addDays, fromDayNumber, type PlainDate } from '@resham/base'
import type { stockEndpoints as at, RequestOf } from '@resham/contract'
import { listSoldSince } from '#modules/sales/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { nameCursor, pageOf, pageSize, readNameCursor } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { listOnTheWay, listPaperLines } from './papers.repository.ts'
import * as places from './places.repository.ts'
import { placesOf, settingsOf } from './places.service.ts'
import { isLow, toItemStock, toPaperReply, toStockRow } from './stock.mapping.ts'
import { listLayers, listLevels, listLots } from './stock.repository.ts'
import * as shown from './stock-list.repository.ts'

/** Less in stock than sold in so many days is low. */
const lowDays = 14
/** What expires within so many days is about to. */
const soonDays = 30
const movesShown = 30

/** A page of what is in stock, by name. @throws platform.invalid-request for a cursor that no page gave */
export async function listStock(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const { search, view = 'all', cursor } = query
  const size = pageSize(query)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const rows = await shown.listStock(tx, {
      limit: size + 1,
      only: view === 'low' ? await lowItems(tx, ctx) : null,
      isBelowZero: view === 'below-zero',
      expires: view === 'expiring' ? soon(ctx) : null,
      ...(search === undefined ? {} : { search }),
      ...(cursor === undefined ? {} : { after: readNameCursor(cursor) }),
    })
    const { items, next } = pageOf(rows, size, ({ name, itemId }) => nameCursor({ name, id: itemId }))
    const sold = await soldLately(
      tx,
      ctx,
      items.map((item) => item.itemId),
    )
    return { items: items.map((row) => toStockRow(row, sold.get(row.itemId) ?? 0, ctx.business.currency)), next }
  })
}

/** What there is to know of stock at a glance. */
export async function summariseStock(ctx: BusinessContext) {
  const { currency } = ctx.business
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const { valueMinor, ...counts } = await shown.summariseStock(tx, soon(ctx))
    const papers = await listOnTheWay(tx)
    const lines = await listPaperLines(
      tx,
      papers.map((paper) => paper.id),
    )
    return {
      ...counts,
      low: (await lowItems(tx, ctx)).length,
      value: { minor: valueMinor, currency },
      onTheWay: papers.map((paper) =>
        toPaperReply(
          paper,
          lines.filter((line) => line.paperId === paper.id),
          currency,
        ),
      ),
    }
  })
}

/** Stock of one item by place and lot, its worth, its moves. @throws platform.not-found */
export async function readItemStock(ctx: BusinessContext, { params, query }: RequestOf<typeof at.item>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const item = await shown.findItemStock(tx, params.item)
    if (!item) throw new AppError('platform.not-found')
    const ids = [item.itemId]
    const rows = await shown.listMoves(tx, {
      itemId: item.itemId,
      limit: movesShown + 1,
      ...(query.cursor === undefined ? {} : { before: readId(query.cursor) }),
    })
    const { items: moves, next: nextMoves } = pageOf(rows, movesShown, (last) => last.id)
    return toItemStock(
      {
        item,
        places: await placesOf(tx),
        levels: await listLevels(tx, ids, null),
        lots: await listLots(tx, ids),
        layers: (await listLayers(tx, ids)).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
        moves,
        nextMoves,
      },
      ctx.business.currency,
    )
  })
}

/** Where stock lies, and how it is handled. */
export async function readPlaces(ctx: BusinessContext) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => ({
    places: await placesOf(tx),
    settings: await settingsOf(tx),
  }))
}

/** A new place. @throws stock.place-known */
export async function addPlace(ctx: BusinessContext, { body }: RequestOf<typeof at.addPlace>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await placesOf(tx)
    const place = { id: newId(ctx.now), ...body, isDefault: false }
    if (!(await places.insertPlace(tx, place))) throw new AppError('stock.place-known', { name: body.name })
    await recordAudit(tx, ctx, 'place.added', { kind: 'place', id: place.id })
    return { ...place, version: 1 }
  })
}

/** Names a place anew, or makes it the default. @throws platform.not-found, stock.place-known, platform.changed-meanwhile */
export async function changePlace(ctx: BusinessContext, { params, body }: RequestOf<typeof at.changePlace>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const all = await placesOf(tx)
    const place = all.find((one) => one.id === params.place && one.kind !== 'transit')
    if (!place) throw new AppError('platform.not-found')
    const name = body.name ?? place.name
    if (all.some((one) => one.name === name && one.id !== place.id)) throw new AppError('stock.place-known', { name })
    if (!(await places.changePlace(tx, place.id, { name, kind: place.kind, version: body.version }))) {
      throw new AppError('platform.changed-meanwhile')
    }
    if (body.isDefault) await places.makeDefaultPlace(tx, place.id)
    await recordAudit(tx, ctx, 'place.changed', { kind: 'place', id: place.id }, { fields: Object.keys(body) })
    return { ...place, name, isDefault: body.isDefault ?? place.isDefault, version: place.version + 1 }
  })
}

/** Changes how stock is handled. @throws platform.changed-meanwhile */
export async function changeSettings(ctx: BusinessContext, { body }: RequestOf<typeof at.changeSettings>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    if (!(await places.saveStockSettings(tx, body))) throw new AppError('platform.changed-meanwhile')
    await recordAudit(tx, ctx, 'stock.settings-changed', { kind: 'stock', id: 'settings' }, { ...body })
    return settingsOf(tx)
  })
}

async function lowItems(tx: TenantTx, ctx: BusinessContext): Promise<string[]> {
  const free = await shown.listFree(tx)
  const sold = await soldLately(
    tx,
    ctx,
    free.map((one) => one.itemId),
  )
  return free.flatMap(({ itemId, freeMilli }) => (isLow(Number(freeMilli), sold.get(itemId) ?? 0) ? [itemId] : []))
}

async function soldLately(tx: TenantTx, ctx: BusinessContext, itemIds: readonly string[]) {
  const day = addDays(today(ctx), -lowDays)
  return listSoldSince(
    tx,
    itemIds.map((itemId) => ({ itemId, day })),
  )
}

function today(ctx: BusinessContext): PlainDate {
  return fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
}

function soon(ctx: BusinessContext): PlainDate {
  return addDays(today(ctx), soonDays)
}

function readId(text: string): string {
  if (!/^[0-9a-f-]{36}$/.test(text)) throw new AppError('platform.invalid-request', { field: 'cursor' })
  return text
}
