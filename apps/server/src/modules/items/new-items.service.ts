// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { itemEndpoints as at, Item, RequestOf } from '@resham/contract'
import { checkGtin } from '@resham/formats'
import type { Static } from 'typebox'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { idOfCode, newId } from '#platform/ids.ts'
import { toItemReply } from './items.mapping.ts'
import * as kept from './items.repository.ts'
import type { ItemRecord, NewItem } from './items.types.ts'
import { giveDefaultPrice } from './prices.service.ts'
import { combinations, variantCode, variantName } from './variants.ts'

/** Variants that one grid may make. */
const mostVariants = 200

/**
 * Makes an item.
 *
 * @throws items.code-taken, items.barcode-invalid, items.barcode-taken, base.currency-mismatch
 */
export async function createItem(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.create>,
): Promise<Static<typeof Item>> {
  const { name, category = null, unit = null, barcode = null } = body
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    if (barcode) await checkBarcode(tx, barcode, null)
    // Without a code of their own, goods are told apart by the end of an id that nobody else has.
    const code = body.code ?? newId(ctx.now).slice(-8).toUpperCase()
    const id = idOfCode(ctx.business.tenantId, 'item', code)
    const item: NewItem = { id, code, name, category, unit, barcode, variantOf: null, options: {} }
    if ((await kept.createItems(tx, [item])) === 0) throw new AppError('items.code-taken', { code })
    if (body.price) await giveDefaultPrice(ctx, tx, id, body.price)
    await recordAudit(tx, ctx, 'item.created', { kind: 'item', id })
    return toItemReply(await getItem(ctx, tx, id), ctx.business.currency)
  })
}

/**
 * Makes an item for each combination of options.
 *
 * @throws platform.not-found; items.variant-of-variant; items.too-many-variants beyond 200
 */
export async function makeVariants(ctx: BusinessContext, { params, body }: RequestOf<typeof at.makeVariants>) {
  const grid = combinations(body.options)
  if (grid.length > mostVariants) throw new AppError('items.too-many-variants', { asked: grid.length, mostVariants })
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const main = await getItem(ctx, tx, params.item)
    if (main.variantOf !== null) throw new AppError('items.variant-of-variant')
    const wanted = grid.map((options): NewItem => {
      const code = variantCode(main.code, options)
      const { category, unit } = main
      const id = idOfCode(ctx.business.tenantId, 'item', code)
      return {
        id,
        code,
        name: variantName(main.name, options),
        category,
        unit,
        barcode: null,
        variantOf: main.id,
        options,
      }
    })
    const made = await kept.createItems(tx, wanted)
    await recordAudit(tx, ctx, 'item.variants-made', { kind: 'item', id: main.id }, { made })
    return { made, there: wanted.length - made }
  })
}

/** The variants of an item. @throws platform.not-found */
export async function readVariants(ctx: BusinessContext, { params }: RequestOf<typeof at.variants>) {
  const { currency, tenantId } = ctx.business
  return withTenant(ctx.db, tenantId, async (tx) => {
    await getItem(ctx, tx, params.item)
    return { items: (await kept.listVariants(tx, params.item, currency)).map((item) => toItemReply(item, currency)) }
  })
}

/** @throws items.barcode-invalid with the digit that would be right; items.barcode-taken with whose it is */
export async function checkBarcode(tx: TenantTx, barcode: string, itemId: string | null): Promise<void> {
  const check = checkGtin(barcode)
  if (check.kind === 'wrong') throw new AppError('items.barcode-invalid', { ...check, barcode })
  const owner = await kept.findBarcodeOwner(tx, barcode, itemId)
  if (owner) throw new AppError('items.barcode-taken', { name: owner.name })
}

async function getItem(ctx: BusinessContext, tx: TenantTx, itemId: string): Promise<ItemRecord> {
  const item = await kept.findItem(tx, itemId, ctx.business.currency)
  if (!item) throw new AppError('platform.not-found')
  return item
}
