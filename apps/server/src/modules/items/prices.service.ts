// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { priceEndpoints as at, PriceList, RequestOf } from '@resham/contract'
import { isCurrency } from '@resham/pack-kit'
import type { Static } from 'typebox'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { nameCursor, pageOf, pageSize, readNameCursor } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { findItem } from './items.repository.ts'
import { toListedItem, toSteps } from './prices.mapping.ts'
import * as kept from './prices.repository.ts'

/** Price lists by name. */
export async function readLists(ctx: BusinessContext) {
  return { lists: await withTenant(ctx.db, ctx.business.tenantId, kept.listPriceLists) }
}

/** Adds a price list. @throws business.currency-unknown, prices.name-taken */
export async function createList(ctx: BusinessContext, { body }: RequestOf<typeof at.create>) {
  if (!isCurrency(body.currency)) throw new AppError('business.currency-unknown', { currency: body.currency })
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const id = newId(ctx.now)
    if (!(await kept.createPriceList(tx, { id, ...body }))) throw new AppError('prices.name-taken', { name: body.name })
    await recordAudit(tx, ctx, 'price-list.created', { kind: 'price-list', id })
    return getList(tx, id)
  })
}

/** Changes a price list. @throws platform.not-found, platform.changed-meanwhile, prices.name-taken */
export async function changeList(ctx: BusinessContext, { params, body }: RequestOf<typeof at.change>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const list = await lockList(tx, params.list)
    if (list.version !== body.version) throw new AppError('platform.changed-meanwhile', { version: list.version })
    const { name } = body
    if (name !== undefined && !(await kept.renamePriceList(tx, list.id, name))) {
      throw new AppError('prices.name-taken', { name })
    }
    if (body.isDefault) await kept.makeDefault(tx, list.id, list.currency)
    await recordAudit(tx, ctx, 'price-list.changed', { kind: 'price-list', id: list.id })
    return getList(tx, list.id)
  })
}

/** A page of items with their prices in a list. @throws platform.not-found */
export async function readPrices(ctx: BusinessContext, { params, query }: RequestOf<typeof at.items>) {
  const size = pageSize(query)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const { currency } = await lockList(tx, params.list)
    const found = await kept.listListedItems(tx, params.list, {
      limit: size + 1,
      ...(query.search === undefined ? {} : { search: query.search }),
      ...(query.cursor === undefined ? {} : { after: readNameCursor(query.cursor) }),
    })
    const { items, next } = pageOf(found, size, ({ name, itemId }) => nameCursor({ name, id: itemId }))
    return { items: items.map((item) => toListedItem(item, currency)), next }
  })
}

/** Sets the prices of an item in a list. @throws platform.not-found, base.currency-mismatch, prices.step-twice */
export async function setPrices(ctx: BusinessContext, { params, body }: RequestOf<typeof at.set>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const { currency } = await lockList(tx, params.list)
    if (!(await findItem(tx, params.item, currency))) throw new AppError('platform.not-found')
    await kept.replacePrices(tx, params.list, params.item, toSteps(body.prices, currency))
    await recordAudit(tx, ctx, 'price.set', { kind: 'item', id: params.item }, { list: params.list })
    return {}
  })
}

/** The price of an item in the default list of its currency, which is made where there is none. @throws base.currency-mismatch */
export async function giveDefaultPrice(
  ctx: BusinessContext,
  tx: TenantTx,
  itemId: string,
  price: { readonly thousandths: string; readonly currency: string },
): Promise<void> {
  const { currency } = ctx.business
  if (price.currency !== currency) throw new AppError('base.currency-mismatch', { a: price.currency, b: currency })
  const known = await kept.findDefaultList(tx, currency)
  const listId = known ?? newId(ctx.now)
  if (known === undefined) await kept.createPriceList(tx, { id: listId, name: currency, currency })
  await kept.replacePrices(tx, listId, itemId, [{ fromQuantityMilli: 0, priceThousandths: BigInt(price.thousandths) }])
}

async function lockList(tx: TenantTx, id: string) {
  const list = await kept.lockPriceList(tx, id)
  if (!list) throw new AppError('platform.not-found')
  return list
}

async function getList(tx: TenantTx, id: string): Promise<Static<typeof PriceList>> {
  const list = (await kept.listPriceLists(tx)).find((one) => one.id === id)
  if (!list) throw new AppError('platform.not-found')
  return list
}
