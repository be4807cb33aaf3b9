// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { itemEndpoints as at, Item, RequestOf } from '@resham/contract'
import type { Static } from 'typebox'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { nameCursor, pageOf, pageSize, readNameCursor } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { changedSupply, toItemReply } from './items.mapping.ts'
import * as kept from './items.repository.ts'
import type { ItemRecord } from './items.types.ts'
import { checkBarcode } from './new-items.service.ts'

/** Called after what is known about buying items has changed, in the same transaction. */
export type SupplyChanged = (tx: TenantTx, itemIds: readonly string[], currency: string) => Promise<void>

/** A page of items by name. @throws platform.invalid-request for a cursor that no page gave */
export async function listItems(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const { search, category, cursor } = query
  const size = pageSize(query)
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    kept.listItems(tx, ctx.business.currency, {
      limit: size + 1,
      ...(search === undefined ? {} : { search }),
      ...(category === undefined ? {} : { category }),
      ...(cursor === undefined ? {} : { after: readNameCursor(cursor) }),
    }),
  )
  const { items, next } = pageOf(found, size, nameCursor)
  return { items: items.map((item) => toItemReply(item, ctx.business.currency)), next }
}

/** Id, code and name of every item, for a search that does not wait. */
export async function listItemNames(ctx: BusinessContext) {
  return { items: await withTenant(ctx.db, ctx.business.tenantId, kept.listItemNames) }
}

/** One item. @throws platform.not-found */
export async function readItem(ctx: BusinessContext, { params }: RequestOf<typeof at.read>) {
  return withTenant(ctx.db, ctx.business.tenantId, (tx) => replyOf(ctx, tx, params.item))
}

/**
 * Changes what a person may change of an item.
 *
 * @throws platform.not-found, also for the item it is a variant of; platform.changed-meanwhile; items.barcode-invalid,
 *         items.barcode-taken
 */
export async function changeItem(ctx: BusinessContext, { params, body }: RequestOf<typeof at.change>) {
  const { version, ...change } = body
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const before = await getItem(ctx, tx, params.item)
    if (change.variantOf === params.item) throw new AppError('platform.invalid-request', { field: 'variantOf' })
    if (change.variantOf) await getItem(ctx, tx, change.variantOf)
    if (change.barcode) await checkBarcode(tx, change.barcode, params.item)
    if (!(await kept.changeItem(tx, params.item, change, version ?? null))) {
      throw new AppError('platform.changed-meanwhile', { version: before.version })
    }
    await recordAudit(tx, ctx, 'item.changed', { kind: 'item', id: params.item }, { fields: Object.keys(change) })
    return replyOf(ctx, tx, params.item)
  })
}

/** Changes what is known about buying an item. @throws platform.not-found, base.currency-mismatch */
export async function changeSupply(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.changeSupply>,
  supplyChanged: SupplyChanged,
) {
  const { currency } = ctx.business
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const before = await getItem(ctx, tx, params.item)
    if (body.unitCost && body.unitCost.currency !== currency) {
      throw new AppError('base.currency-mismatch', { a: body.unitCost.currency, b: currency })
    }
    await kept.saveSupplies(tx, [{ itemId: params.item, supply: changedSupply(before.supply, body) }])
    await supplyChanged(tx, [params.item], currency)
    await recordAudit(tx, ctx, 'supply.changed', { kind: 'item', id: params.item }, { fields: Object.keys(body) })
    return replyOf(ctx, tx, params.item)
  })
}

async function replyOf(ctx: BusinessContext, tx: TenantTx, itemId: string): Promise<Static<typeof Item>> {
  return toItemReply(await getItem(ctx, tx, itemId), ctx.business.currency)
}

async function getItem(ctx: BusinessContext, tx: TenantTx, itemId: string): Promise<ItemRecord> {
  const item = await kept.findItem(tx, itemId, ctx.business.currency)
  if (!item) throw new AppError('platform.not-found')
  return item
}
