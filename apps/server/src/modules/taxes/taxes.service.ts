// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber } from '@resham/base'
import type { taxEndpoints as at, ReplyOf, RequestOf } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import { listItemsById } from '#modules/items/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import * as kept from './taxes.repository.ts'
import type { ItemTax, OwnTax } from './taxes.types.ts'

/** Finds a country by the id of its pack. */
export type FindPack = (id: string) => Pack | undefined

/** @throws business.pack-unknown */
function packOf(ctx: BusinessContext, findPack: FindPack): Pack {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('business.pack-unknown', { pack: ctx.business.pack })
  return pack
}

/** How the business itself is registered; where nobody has said, as the pack takes for usual. */
export async function readOwnTax(tx: TenantTx, pack: Pack): Promise<OwnTax> {
  const registration = pack.tax.registrations.find(({ usual }) => usual.own)?.id ?? ''
  const nothing = { registration, taxNumber: null, name: null, address: null, region: null, version: 0 }
  return (await kept.findOwnTax(tx)) ?? nothing
}

/** All that a page about taxes shows. */
export async function readTaxes(ctx: BusinessContext, findPack: FindPack): Promise<ReplyOf<typeof at.read>> {
  const pack = packOf(ctx, findPack)
  const today = fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
  const own = await withTenant(ctx.db, ctx.business.tenantId, (tx) => readOwnTax(tx, pack))
  const words = (row: Pick<Pack['tax']['classes'][number], 'id' | 'names' | 'tells'>) => ({
    id: row.id,
    names: { ...row.names },
    tells: { ...row.tells },
  })
  return {
    registrations: pack.tax.registrations.map((row) => ({ ...words(row), needsNumber: row.numberPattern !== null })),
    classes: pack.tax.classes.map((row) => ({
      ...words(row),
      needsRetailPrice: row.needsRetailPrice,
      usual: row.usual,
    })),
    taxes: pack.tax.rows
      .filter((row) => row.valid_from <= today && (row.valid_to === null || today <= row.valid_to))
      .map((row) => ({
        code: row.code,
        names: { ...row.names },
        rate: row.amount.type === 'rate' ? row.amount.rate : `${row.amount.minor} per ${row.amount.stepMilli}`,
        classes: [...row.classes],
        validFrom: row.valid_from,
        source: row.source,
        check: row.check,
      })),
    regions: pack.regions.map(({ code, names }) => ({ code, names: { ...names } })),
    own,
  }
}

/** Says how the business itself is registered. @throws taxes.*, platform.changed-meanwhile */
export async function changeOwnTax(ctx: BusinessContext, { body }: RequestOf<typeof at.changeOwn>, findPack: FindPack) {
  const pack = packOf(ctx, findPack)
  const kind = pack.tax.registrations.find(({ id }) => id === body.registration)
  if (!kind) throw new AppError('taxes.kind-unknown', { registration: body.registration })
  const taxNumber = body.taxNumber?.replace(/[\s-]/g, '') || null
  if (taxNumber !== null && kind.numberPattern !== null && !new RegExp(`^(?:${kind.numberPattern})$`).test(taxNumber)) {
    throw new AppError('taxes.number-invalid')
  }
  if (body.region !== null && !pack.regions.some(({ code }) => code === body.region)) {
    throw new AppError('taxes.region-unknown', { region: body.region })
  }
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    if (!(await kept.saveOwnTax(tx, { ...body, taxNumber }))) {
      throw new AppError('platform.changed-meanwhile', { seen: body.version, now: body.version + 1 })
    }
    await recordAudit(tx, ctx, 'taxes.own-changed', { kind: 'taxes', id: 'own' })
    return readOwnTax(tx, pack)
  })
}

/** What taxes need to know of an item. @throws platform.not-found */
export async function readItemTax(ctx: BusinessContext, { params }: RequestOf<typeof at.readItem>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => toReply(ctx, await itemTaxOf(tx, params.item)))
}

/** Says what taxes need to know of an item. @throws platform.not-found, taxes.class-unknown, platform.changed-meanwhile */
export async function changeItemTax(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.changeItem>,
  findPack: FindPack,
) {
  const pack = packOf(ctx, findPack)
  const { taxClass, retailPrice, facts, version } = body
  if (taxClass !== null && !pack.tax.classes.some(({ id }) => id === taxClass)) {
    throw new AppError('taxes.class-unknown', { taxClass })
  }
  const { currency } = ctx.business
  if (retailPrice && retailPrice.currency !== currency) {
    throw new AppError('base.currency-mismatch', { a: retailPrice.currency, b: currency })
  }
  const priceMinor = retailPrice === null ? 0n : BigInt(retailPrice.minor)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await itemTaxOf(tx, params.item)
    const filled = Object.fromEntries(Object.entries(facts).filter(([, value]) => value.trim() !== ''))
    const item = { itemId: params.item, taxClass, facts: filled, version }
    if (!(await kept.saveItemTax(tx, { ...item, retailPriceMinor: priceMinor > 0n ? priceMinor : null }))) {
      throw new AppError('platform.changed-meanwhile', { seen: version, now: version + 1 })
    }
    await recordAudit(tx, ctx, 'taxes.item-changed', { kind: 'item', id: params.item })
    return toReply(ctx, await itemTaxOf(tx, params.item))
  })
}

async function itemTaxOf(tx: TenantTx, itemId: string): Promise<ItemTax> {
  const [known] = await kept.listItemTaxes(tx, [itemId])
  if (known) return known
  if ((await listItemsById(tx, [itemId])).length === 0) throw new AppError('platform.not-found')
  return { itemId, taxClass: null, retailPriceMinor: null, facts: {}, version: 0 }
}

function toReply(ctx: BusinessContext, { retailPriceMinor, facts, ...item }: ItemTax) {
  const { currency } = ctx.business
  const retailPrice = retailPriceMinor === null ? null : { minor: retailPriceMinor.toString(), currency }
  return { ...item, facts: { ...facts }, retailPrice }
}
