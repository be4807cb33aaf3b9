// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { type LearntLeadTime, learnLeadTime, type Supply } from '@resham/planning'
import { type LeadDays, listLeadDays, listOnOrder } from '#modules/documents/index.ts'
import { type ItemRecord, toSupply } from '#modules/items/index.ts'
import { stockOf } from '#modules/stock/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'

/**
 * What is known about buying items, as the engine takes it.
 *
 * Once stock of an item moves, its levels rule: what is there and nobody has set aside, as of the plan's own day. Until
 * then what the owner typed stands. What is on the way comes from open purchase orders where there are any; how long
 * it takes is learnt from what arrived where the owner named no days.
 *
 * @param today The day that the plan is made for; what sold up to it is gone from the levels.
 */
export async function suppliesOf(tx: TenantTx, items: readonly ItemRecord[], today: DayNumber): Promise<Supply[]> {
  const itemIds = items.map((item) => item.id)
  const stock = await stockOf(tx, itemIds)
  const onOrder = await listOnOrder(tx, itemIds)
  const learnt = await leadTimesOf(tx, itemIds)
  return items.map((item) => {
    const freeMilli = stock.get(item.id)
    const orderedMilli = onOrder.get(item.id)
    const leadTime = learnt.get(item.id)
    return {
      ...toSupply(item),
      ...(freeMilli === undefined ? {} : { onHand: Number(freeMilli) / 1000, countedOn: today }),
      ...(orderedMilli === undefined ? {} : { onOrder: Number(orderedMilli) / 1000 }),
      ...(item.supply.leadTimeDays !== null || leadTime === undefined ? {} : { leadTimeDays: leadTime.medianDays }),
    }
  })
}

/**
 * How long each item takes to arrive, learnt: from its own arrivals, else from all of the supplier that sent it last.
 *
 * @param itemIds Null: every item that ever arrived.
 */
export async function leadTimesOf(
  tx: TenantTx,
  itemIds: readonly string[] | null,
): Promise<Map<string, LearntLeadTime>> {
  const arrivals = await listLeadDays(tx, null)
  const bySupplier = Map.groupBy(arrivals, (one) => one.partyId)
  const wanted = itemIds === null ? null : new Set(itemIds)
  const found = new Map<string, LearntLeadTime>()
  for (const [itemId, own] of Map.groupBy(arrivals, (one) => one.itemId)) {
    if (wanted && !wanted.has(itemId)) continue
    const supplier = own.at(-1)?.partyId ?? null
    const learnt = learnLeadTime(daysOf(own)) ?? learnLeadTime(daysOf(bySupplier.get(supplier) ?? []))
    if (learnt) found.set(itemId, learnt)
  }
  return found
}

function daysOf(arrivals: readonly LeadDays[]): number[] {
  return arrivals.map((one) => one.days)
}
