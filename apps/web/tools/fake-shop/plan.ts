// SPDX-License-Identifier: Apache-2.0
import type { planEndpoints, ReplyOf } from '@resham/contract'
import { money } from './ids.ts'
import { items } from './items.ts'

type Plan = ReplyOf<typeof planEndpoints.list>
type Budget = ReplyOf<typeof planEndpoints.budget>
type Line = Plan['items'][number]
type PurchaseLine = ReplyOf<typeof planEndpoints.readList>['items'][number]

const urgencies = ['now', 'now', 'soon', 'count-first', 'later', 'enough'] as const

/** The stand-in plan. @param listed  Thousandths on the purchase list by item. */
export function plan(listed: ReadonlyMap<string, number>): Plan {
  const lines = items.map((item, n): Line => {
    const urgency = item.supply.onHandMilli === null ? 'count-first' : (urgencies[n % 6] ?? 'later')
    const order =
      urgency === 'enough' || urgency === 'later' || urgency === 'count-first' ? 0 : 240_000 - (n % 4) * 50_000
    const mean = 180 + n * 9
    return {
      itemId: item.id,
      code: item.code,
      name: item.name,
      category: item.category,
      urgency,
      orderQuantityMilli: order,
      orderBy: urgency === 'count-first' ? null : urgency === 'enough' ? '2027-01-20' : '2026-12-03',
      runsOut: item.supply.onHandMilli === null ? null : { expected: '2026-12-03', early: '2026-11-30' },
      daysOfCover: item.supply.onHandMilli === null ? null : 9,
      leadTimeDays: item.supply.leadTimeDays ?? 21,
      packSizeMilli: item.supply.packSizeMilli ?? 1000,
      minimumOrderMilli: item.supply.minimumOrderMilli ?? 0,
      serviceLevelPercent: 95,
      onHandMilli: item.supply.onHandMilli,
      onOrderMilli: item.supply.onOrderMilli ?? 0,
      countedOn: item.supply.countedOn,
      targetMilli: 300_000,
      demand: { days: 28, mean, p10: mean * 0.7, p50: mean * 0.96, p90: mean * 1.35 },
      stockOutChance: item.supply.onHandMilli === null ? null : 0.62,
      unitCost: item.supply.unitCost,
      cost: item.supply.unitCost ? money((Number(item.supply.unitCost.minor) / 100) * (order / 1000)) : null,
      costEstimated: n % 3 === 0,
      why:
        item.supply.onHandMilli === null
          ? [{ code: 'plan.count-first', values: { point: 180 } }]
          : [
              { code: 'plan.order-now', values: { chance: 0.62, lead: 21 } },
              { code: 'plan.target', values: { target: 300, days: 30 } },
              { code: 'plan.packs', values: { packs: 10, size: 25 } },
              { code: 'plan.sold-since-count', values: { sold: 12, counted: '2026-11-20' } },
            ],
      supplier: item.supply.supplier,
      listedMilli: listed.get(item.id) ?? 0,
    }
  })
  const counts: Record<string, number> = {}
  for (const { urgency } of lines) counts[urgency] = (counts[urgency] ?? 0) + 1
  return {
    items: lines,
    next: null,
    today: '2026-11-24',
    settings: { leadTimeDays: 21, reviewDays: 7, serviceLevelPercent: 95 },
    counts,
    toOrder: lines.filter(({ orderQuantityMilli }) => orderQuantityMilli > 0).length,
    toOrderCost: money(1_860_000),
  }
}

/** What the stand-in shop would buy with so much. */
export function budget(minor: string): Budget {
  const chosen = plan(new Map())
    .items.filter(({ orderQuantityMilli }) => orderQuantityMilli > 0)
    .slice(0, 3)
    .map((line, n): Budget['chosen'][number] => ({
      itemId: line.itemId,
      name: line.name,
      quantityMilli: line.orderQuantityMilli,
      cost: line.cost ?? money(0),
      reason:
        n === 2
          ? { code: 'budget.part', values: { quantity: 100, wanted: 190 } }
          : { code: 'budget.all', values: { quantity: 240 } },
    }))
  return {
    budget: { minor, currency: 'PKR' },
    spent: money(chosen.reduce((sum, { cost }) => sum + Number(cost.minor) / 100, 0)),
    chosen,
    leftOut: 4,
    leftOutCost: money(412_000),
  }
}

/** The purchase list with what was put on it. */
export function purchaseList(listed: ReadonlyMap<string, number>): PurchaseLine[] {
  return items
    .filter(({ id }) => (listed.get(id) ?? 0) > 0)
    .map((item) => {
      const quantity = (listed.get(item.id) ?? 0) / 1000
      return {
        itemId: item.id,
        code: item.code,
        name: item.name,
        quantityMilli: quantity * 1000,
        unit: item.unit,
        supplier: item.supply.supplier,
        cost: item.supply.unitCost ? money((Number(item.supply.unitCost.minor) / 100) * quantity) : null,
      }
    })
}
