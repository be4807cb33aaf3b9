// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { planEndpoints as at, RequestOf } from '@resham/contract'
import { listItemsById } from '#modules/items/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import * as kept from './plan.repository.ts'

/** The purchase list, by supplier and name, with what each line would cost. */
export async function readPurchaseList(ctx: BusinessContext) {
  const { currency } = ctx.business
  const items = await withTenant(ctx.db, ctx.business.tenantId, kept.listPurchases)
  return {
    currency,
    items: items.map(({ quantityMilli, unitCostMinor, ...item }) => ({
      ...item,
      quantityMilli: Number(quantityMilli),
      cost: unitCostMinor === null ? null : { minor: costOf(quantityMilli, unitCostMinor), currency },
    })),
  }
}

/** Puts so much of an item on the list; none takes it off. @throws platform.not-found */
export async function putOnList(ctx: BusinessContext, { params, body }: RequestOf<typeof at.putOnList>) {
  const by = ctx.caller.kind === 'person' ? ctx.caller.userId : null
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    if ((await listItemsById(tx, [params.item])).length === 0) throw new AppError('platform.not-found')
    await kept.putOnList(tx, params.item, body.quantityMilli, by)
    await recordAudit(tx, ctx, 'purchase-list.changed', { kind: 'item', id: params.item }, { ...body })
    return {}
  })
}

/** Empties the list. */
export async function clearList(ctx: BusinessContext) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    await kept.clearList(tx)
    await recordAudit(tx, ctx, 'purchase-list.cleared', { kind: 'purchase-list', id: 'all' })
    return {}
  })
}

// Thousandths of a unit times the cost of one, to the whole minor unit.
function costOf(quantityMilli: string, unitCostMinor: string): string {
  return ((BigInt(quantityMilli) * BigInt(unitCostMinor) + 500n) / 1000n).toString()
}
