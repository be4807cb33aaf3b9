// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { type ColumnsOf, insertMany } from '#platform/db/insert-many.ts'
import { anywhere } from '#platform/db/like.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { KeptLine, PlanSettings } from './plan.types.ts'

/** A line on its way to be kept, with the demand from which it can be made anew. */
export type PlanRecord = {
  readonly itemId: string
  /** Place in the list, most urgent first. */
  readonly urgency: number
  readonly demand: object
  readonly line: KeptLine
}

const columns: ColumnsOf<'plan_lines', PlanRecord> = {
  item_id: ({ itemId }) => itemId,
  urgency: ({ urgency }) => urgency,
  state: ({ line }) => line.urgency,
  search: ({ line }) => `${line.name} ${line.code}`.toLowerCase(),
  needs_order: ({ line }) => line.orderQuantityMilli > 0,
  cost_minor: ({ line }) => (line.orderQuantityMilli > 0 ? (line.cost?.minor ?? null) : null),
  demand: ({ demand }) => JSON.stringify(demand),
  line: ({ line }) => JSON.stringify(line),
}

/** Keeps the plan in place of the one before. */
export async function replacePlan(tx: TenantTx, records: readonly PlanRecord[]): Promise<void> {
  await sql`delete from plan_lines where tenant_id = ${tx.tenantId}`.execute(tx)
  await insertMany(tx, 'plan_lines', records, columns)
}

/** Puts lines in place of those of the same items. */
export async function putLines(tx: TenantTx, records: readonly PlanRecord[]): Promise<void> {
  await insertMany(tx, 'plan_lines', records, columns, {
    onConflict: `(tenant_id, item_id) do update set urgency = excluded.urgency, state = excluded.state, search = excluded.search,
      needs_order = excluded.needs_order, cost_minor = excluded.cost_minor, line = excluded.line`,
  })
}

/** What lines are made of: for the given items, or for all. */
export async function listDemands(
  tx: TenantTx,
  itemIds: readonly string[] | null,
): Promise<{ itemId: string; demand: object; line: KeptLine }[]> {
  const { rows } = await sql<{ itemId: string; demand: object; line: KeptLine }>`
    select item_id as "itemId", demand, line from plan_lines
    where tenant_id = ${tx.tenantId} and (${itemIds}::uuid[] is null or item_id = any(${itemIds}::uuid[]))`.execute(tx)
  return rows
}

/** The day that the plan is made for, the same with every line; undefined while there is none. */
export async function findPlanDay(tx: TenantTx): Promise<number | undefined> {
  const { rows } = await sql<{ today: number }>`
    select (demand ->> 'today')::int as today from plan_lines where tenant_id = ${tx.tenantId} limit 1`.execute(tx)
  return rows[0]?.today
}

/** A page of the plan, most urgent first, with what the purchase list holds. */
export async function listLines(
  tx: TenantTx,
  query: { readonly search?: string; readonly urgency?: string; readonly offset: number; readonly limit: number },
): Promise<(KeptLine & { listedMilli: number })[]> {
  const pattern = anywhere(query.search)
  const { rows } = await sql<{ line: KeptLine; listed: string | null }>`
    select p.line, l.quantity_milli as listed
    from plan_lines p left join purchase_list l on l.tenant_id = p.tenant_id and l.item_id = p.item_id
    where p.tenant_id = ${tx.tenantId}
      and (${query.urgency ?? null}::text is null or p.state = ${query.urgency ?? null})
      and (${pattern}::text is null or p.search like ${pattern})
    order by p.urgency, p.item_id limit ${query.limit} offset ${query.offset}`.execute(tx)
  return rows.map((row) => ({ ...row.line, listedMilli: Number(row.listed ?? 0) }))
}

/** Lines by urgency, what all orders would cost, and the day that the plan is made for; undefined while there is none. */
export async function summarise(
  tx: TenantTx,
): Promise<{ counts: Record<string, number>; toOrder: number; costMinor: string; today: number | undefined }> {
  const { rows } = await sql<{ urgency: string; lines: number; orders: number; cost: string | null; today: number }>`
    select state as urgency, count(*)::int as lines, (count(*) filter (where needs_order))::int as orders,
      sum(cost_minor)::text as cost,
      (select (demand ->> 'today')::int from plan_lines where tenant_id = ${tx.tenantId} limit 1) as today
    from plan_lines where tenant_id = ${tx.tenantId} group by 1`.execute(tx)
  return {
    counts: Object.fromEntries(rows.map((row) => [row.urgency, row.lines])),
    toOrder: rows.reduce((sum, row) => sum + row.orders, 0),
    costMinor: rows.reduce((sum, row) => sum + BigInt(row.cost ?? '0'), 0n).toString(),
    today: rows[0]?.today,
  }
}

/** How the business buys, or undefined while nobody has said. */
export async function findPlanSettings(tx: TenantTx): Promise<PlanSettings | undefined> {
  const { rows } = await sql<PlanSettings>`
    select lead_time_days as "leadTimeDays", review_days as "reviewDays", service_level_percent as "serviceLevelPercent"
    from plan_settings where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]
}

/** Keeps how the business buys. */
export async function savePlanSettings(tx: TenantTx, settings: PlanSettings): Promise<void> {
  await sql`
    insert into plan_settings (tenant_id, lead_time_days, review_days, service_level_percent)
    values (${tx.tenantId}, ${settings.leadTimeDays}, ${settings.reviewDays}, ${settings.serviceLevelPercent})
    on conflict (tenant_id) do update set lead_time_days = excluded.lead_time_days, review_days = excluded.review_days,
      service_level_percent = excluded.service_level_percent, updated_at = now()`.execute(tx)
}

/** One item of the purchase list. */
export type ListedItem = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly supplier: string | null
  readonly quantityMilli: string
  readonly unitCostMinor: string | null
}

/** The purchase list, by supplier and name. */
export async function listPurchases(tx: TenantTx): Promise<ListedItem[]> {
  const { rows } = await sql<ListedItem>`
    select l.item_id as "itemId", i.code, i.name, i.unit, s.supplier, l.quantity_milli as "quantityMilli",
      coalesce(s.unit_cost_minor::text, p.line -> 'unitCost' ->> 'minor') as "unitCostMinor"
    from purchase_list l
    join items i on i.tenant_id = l.tenant_id and i.id = l.item_id
    left join item_supply s on s.tenant_id = l.tenant_id and s.item_id = l.item_id
    left join plan_lines p on p.tenant_id = l.tenant_id and p.item_id = l.item_id
    where l.tenant_id = ${tx.tenantId} order by s.supplier nulls last, i.name, i.id`.execute(tx)
  return rows
}

/** Puts so much of an item on the list; none takes it off. */
export async function putOnList(
  tx: TenantTx,
  itemId: string,
  quantityMilli: number,
  addedBy: string | null,
): Promise<void> {
  if (quantityMilli === 0) {
    await sql`delete from purchase_list where tenant_id = ${tx.tenantId} and item_id = ${itemId}`.execute(tx)
    return
  }
  await sql`
    insert into purchase_list (tenant_id, item_id, quantity_milli, added_by)
    values (${tx.tenantId}, ${itemId}, ${quantityMilli}, ${addedBy})
    on conflict (tenant_id, item_id) do update set quantity_milli = excluded.quantity_milli, added_at = now()`.execute(
    tx,
  )
}

/** Empties the list. */
export async function clearList(tx: TenantTx): Promise<void> {
  await sql`delete from purchase_list where tenant_id = ${tx.tenantId}`.execute(tx)
}
