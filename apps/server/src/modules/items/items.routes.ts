// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { itemEndpoints as at } from '@resham/contract'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { changedSupply, toItemReply } from './items.mapping.ts'
import { changeItem, findItem, listItemNames, listItems, saveSupplies } from './items.repository.ts'
import type { ItemRecord } from './items.types.ts'

/** Called after what is known about buying items has changed, in the same transaction. */
export type SupplyChanged = (tx: TenantTx, itemIds: readonly string[], currency: string) => Promise<void>

/** Items, and what is known about buying them. */
export function itemRoutes(supplyChanged: SupplyChanged): Route[] {
  return [
    implement(at.list, async (ctx, { query }) => {
      const limit = query.limit ?? 50
      const { search, category } = query
      const items = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
        listItems(tx, {
          limit: limit + 1,
          ...(search === undefined ? {} : { search }),
          ...(category === undefined ? {} : { category }),
          ...(query.cursor === undefined ? {} : { after: readCursor(query.cursor) }),
        }),
      )
      const page = items.slice(0, limit)
      return {
        items: page.map((item) => toItemReply(item, ctx.business.currency)),
        next: items.length > limit ? writeCursor(page.at(-1)) : null,
      }
    }),

    implement(at.index, async (ctx) => ({
      items: await withTenant(ctx.db, ctx.business.tenantId, listItemNames),
    })),

    implement(at.read, async (ctx, { params }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) =>
        toItemReply(await getItem(tx, params.item), ctx.business.currency),
      ),
    ),

    implement(at.change, async (ctx, { params, body }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        await getItem(tx, params.item)
        if (body.variantOf) await getItem(tx, body.variantOf)
        await changeItem(tx, params.item, body)
        await recordAudit(tx, ctx, 'item.changed', { kind: 'item', id: params.item }, { fields: Object.keys(body) })
        return toItemReply(await getItem(tx, params.item), ctx.business.currency)
      }),
    ),

    implement(at.changeSupply, async (ctx, { params, body }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        const before = await getItem(tx, params.item)
        if (body.unitCost && body.unitCost.currency !== ctx.business.currency) {
          throw new AppError('base.currency-mismatch', { a: body.unitCost.currency, b: ctx.business.currency })
        }
        await saveSupplies(tx, [{ itemId: params.item, supply: changedSupply(before.supply, body) }])
        await supplyChanged(tx, [params.item], ctx.business.currency)
        await recordAudit(tx, ctx, 'supply.changed', { kind: 'item', id: params.item }, { fields: Object.keys(body) })
        return toItemReply(await getItem(tx, params.item), ctx.business.currency)
      }),
    ),
  ]
}

async function getItem(tx: TenantTx, itemId: string): Promise<ItemRecord> {
  const item = await findItem(tx, itemId)
  if (!item) throw new AppError('platform.not-found')
  return item
}

function writeCursor(item: ItemRecord | undefined): string | null {
  return item ? Buffer.from(JSON.stringify([item.name, item.id])).toString('base64url') : null
}

function readCursor(text: string): { name: string; id: string } {
  try {
    const [name, id] = JSON.parse(Buffer.from(text, 'base64url').toString())
    if (typeof name === 'string' && /^[0-9a-f-]{36}$/.test(id)) return { name, id }
  } catch {
    // Falls through to the refusal.
  }
  throw new AppError('platform.invalid-request', { field: 'cursor' })
}
