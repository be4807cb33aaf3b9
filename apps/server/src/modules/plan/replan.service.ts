// SPDX-License-Identifier: Apache-2.0
import { type Declined, fromDayNumber } from '@resham/base'
import type { BudgetPlan as BudgetReply } from '@resham/contract'
import {
  DEFAULT_SUPPLY,
  type ItemDemand,
  type PlanLine,
  planItem,
  type SupplyDefaults,
  withinBudget,
} from '@resham/planning'
import type { Static } from 'typebox'
import { type ItemRecord, listAllItems, listItemsById } from '#modules/items/index.ts'
import { listSoldSince } from '#modules/sales/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { toBudgetReply, toKeptLine } from './plan.mapping.ts'
import { findPlanSettings, listDemands, type PlanRecord, putLines, replacePlan } from './plan.repository.ts'
import { firstSettings, type PlanSettings, urgencyRank } from './plan.types.ts'
import { suppliesOf } from './supplies.service.ts'

type Demand = ItemDemand | Declined
/** Demand as it is kept beside its line, with the day that the plan is made for. */
type KeptDemand = { readonly today: number; readonly demand: Demand }

/** The engine's defaults, as the business set them. */
export function defaultsOf(settings: PlanSettings | undefined): SupplyDefaults {
  return { ...DEFAULT_SUPPLY, ...(settings ?? firstSettings) }
}

/** Keeps the plan that an outlook made, in place of the one before. */
export async function savePlan(
  tx: TenantTx,
  lines: readonly PlanLine[],
  demands: ReadonlyMap<string, Demand>,
  made: { readonly today: number; readonly currency: string },
): Promise<void> {
  const records = lines.flatMap((line) => {
    const demand = demands.get(line.key)
    return demand ? [toRecord(line, { today: made.today, demand }, made.currency)] : []
  })
  await replacePlan(tx, records)
}

/** Plans the given items anew, from the demand that is kept; all of them when `itemIds` is null. */
export async function replan(tx: TenantTx, itemIds: readonly string[] | null, currency: string): Promise<void> {
  const planned = await planAgain(tx, itemIds)
  await putLines(
    tx,
    planned.map(({ line, kept }) => toRecord(line, kept, currency)),
  )
}

/** What to buy with so much money. */
export async function planBudget(tx: TenantTx, minor: number, currency: string): Promise<Static<typeof BudgetReply>> {
  const planned = await planAgain(tx, null)
  return toBudgetReply(
    withinBudget(
      planned.map(({ line }) => line),
      minor,
    ),
    currency,
  )
}

async function planAgain(
  tx: TenantTx,
  itemIds: readonly string[] | null,
): Promise<{ line: PlanLine; kept: KeptDemand }[]> {
  const supply = defaultsOf(await findPlanSettings(tx))
  const items: readonly ItemRecord[] = itemIds === null ? await listAllItems(tx) : await listItemsById(tx, itemIds)
  const byId = new Map(items.map((item) => [item.id, item]))
  const records = await listDemands(tx, itemIds)
  const today = (records[0]?.demand as KeptDemand | undefined)?.today ?? 0
  const supplies = new Map((await suppliesOf(tx, items, today)).map((one) => [one.key, one]))
  const sold = await listSoldSince(
    tx,
    [...supplies.values()].flatMap(({ key, countedOn }) =>
      countedOn == null ? [] : [{ itemId: key, day: fromDayNumber(countedOn) }],
    ),
  )
  return records.flatMap((record) => {
    const item = byId.get(record.itemId)
    const known = supplies.get(record.itemId)
    if (!item || !known) return []
    const kept = record.demand as KeptDemand
    const about = { key: item.id, code: item.code, name: item.name, category: item.category }
    const line = planItem(about, kept.demand, known, {
      today: kept.today,
      supply,
      soldSince: (sold.get(item.id) ?? 0) / 1000,
    })
    return [{ line, kept }]
  })
}

function toRecord(line: PlanLine, kept: KeptDemand, currency: string): PlanRecord {
  return { itemId: line.key, urgency: placeOf(line), demand: kept, line: toKeptLine(line, currency) }
}

const placesPerUrgency = 200_000_000

/** Most urgent first; within an urgency, what has most money at stake. */
function placeOf(line: PlanLine): number {
  const worth = line.atStake ?? line.demand.mean * (line.price ?? 0)
  const rest = placesPerUrgency - 1 - Math.min(placesPerUrgency - 1, Math.max(0, Math.round(worth / 100)))
  return urgencyRank[line.urgency] * placesPerUrgency + rest
}
