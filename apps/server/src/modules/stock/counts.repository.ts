// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { noLot } from './stock.types.ts'

/** A count of stock, as it is kept. */
export type Count = {
  readonly id: string
  readonly state: 'open' | 'posted' | 'cancelled'
  readonly placeId: string
  readonly place: string
  readonly category: string | null
  readonly isBlind: boolean
  readonly version: number
  readonly madeAt: Date
  readonly counted: number
}

/** One heap, as it is kept. */
export type Entry = {
  readonly id: string
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly lotId: string | null
  readonly lot: string | null
  readonly quantityMilli: string
  readonly expectedMilli: string
  readonly countedAt: Date
  readonly countedBy: string | null
}

const countColumns = sql`
  c.id, c.state, c.place_id as "placeId", p.name as place, c.category, c.is_blind as "isBlind", c.version, c.made_at as "madeAt",
  (select count(distinct e.item_id)::int from stock_count_entries e
    where e.tenant_id = c.tenant_id and e.count_id = c.id and e.taken_back_at is null) as counted`
const countTables = sql`stock_counts c join places p on p.tenant_id = c.tenant_id and p.id = c.place_id`

/** Counts, newest first. */
export async function listCounts(tx: TenantTx): Promise<Count[]> {
  const { rows } = await sql<Count>`
    select ${countColumns} from ${countTables} where c.tenant_id = ${tx.tenantId} order by c.id desc limit 50`.execute(
    tx,
  )
  return rows
}

/** A count by its id, or by the id that the phone gave it. */
export async function findCount(tx: TenantTx, id: string): Promise<Count | undefined> {
  const { rows } = await sql<Count>`
    select ${countColumns} from ${countTables}
    where c.tenant_id = ${tx.tenantId} and (c.id = ${id} or c.client_id = ${id})`.execute(tx)
  return rows[0]
}

/** Takes a count down; handed in before: nothing. */
export async function insertCount(
  tx: TenantTx,
  count: Pick<Count, 'id' | 'placeId' | 'category' | 'isBlind' | 'madeAt'> & {
    readonly clientId: string | null
    readonly madeBy: string | null
  },
): Promise<void> {
  await sql`
    insert into stock_counts (tenant_id, id, state, place_id, category, is_blind, client_id, made_at, made_by)
    values (${tx.tenantId}, ${count.id}, 'open', ${count.placeId}, ${count.category}, ${count.isBlind}, ${count.clientId},
      ${count.madeAt}, ${count.madeBy})
    on conflict (tenant_id, client_id) do nothing`.execute(tx)
}

/** Closes a count that is still as the person saw it; false when it is not. */
export async function endCount(
  tx: TenantTx,
  id: string,
  end: { readonly state: 'posted' | 'cancelled'; readonly version: number; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update stock_counts set state = ${end.state}, version = version + 1, closed_at = ${end.at}
    where tenant_id = ${tx.tenantId} and id = ${id} and state = 'open' and version = ${end.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** Lets nobody close the count until the transaction ends; false when it is closed. */
export async function holdCount(tx: TenantTx, id: string): Promise<boolean> {
  const { rows } = await sql`
    select from stock_counts where tenant_id = ${tx.tenantId} and id = ${id} and state = 'open' for share`.execute(tx)
  return rows.length === 1
}

/** The item of an id, or of the code or barcode on it; undefined when there is none, or more than one. */
export async function findCountable(
  tx: TenantTx,
  by: { readonly itemId: string | null; readonly code: string | null },
): Promise<{ id: string } | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from items where tenant_id = ${tx.tenantId}
      and (id = ${by.itemId}::uuid or lower(code) = lower(${by.code}::text) or ltrim(barcode, '0') = ltrim(${by.code}::text, '0'))
    limit 2`.execute(tx)
  return rows.length === 1 ? rows[0] : undefined
}

/** What the books had of an item at a place at a moment, thousandths. */
export async function expectedAt(
  tx: TenantTx,
  of: { readonly itemId: string; readonly lotId: string | null; readonly placeId: string; readonly at: Date },
): Promise<string> {
  const { rows } = await sql<{ milli: string }>`
    select (
      coalesce((select sum(on_hand_milli) from stock_levels where tenant_id = ${tx.tenantId} and item_id = ${of.itemId}
        and place_id = ${of.placeId} and lot_id = ${of.lotId ?? noLot}), 0)
      - coalesce((select sum(quantity_milli) from stock_moves where tenant_id = ${tx.tenantId} and item_id = ${of.itemId}
        and place_id = ${of.placeId} and coalesce(lot_id, ${noLot}::uuid) = ${of.lotId ?? noLot} and at > ${of.at}), 0)
      )::text as milli`.execute(tx)
  return rows[0]?.milli ?? '0'
}

/** Takes a heap down; handed in before: nothing. */
export async function insertEntry(
  tx: TenantTx,
  countId: string,
  entry: Pick<Entry, 'id' | 'itemId' | 'lotId' | 'quantityMilli' | 'expectedMilli' | 'countedAt' | 'countedBy'> & {
    readonly clientId: string | null
  },
): Promise<void> {
  await sql`
    insert into stock_count_entries
      (tenant_id, count_id, id, item_id, lot_id, quantity_milli, expected_milli, counted_at, counted_by, client_id)
    values (${tx.tenantId}, ${countId}, ${entry.id}, ${entry.itemId}, ${entry.lotId}, ${entry.quantityMilli},
      ${entry.expectedMilli}, ${entry.countedAt}, ${entry.countedBy}, ${entry.clientId})
    on conflict (tenant_id, client_id) do nothing`.execute(tx)
}

/** Heaps of a count that hold, newest first; at most `limit`. `id`: only that one, by its id or the phone's. */
export async function listEntries(
  tx: TenantTx,
  countId: string,
  query: { readonly limit: number; readonly id?: string },
): Promise<Entry[]> {
  const id = query.id ?? null
  const { rows } = await sql<Entry>`
    select e.id, e.item_id as "itemId", i.code, i.name, i.unit, e.lot_id as "lotId", o.code as lot,
      e.quantity_milli as "quantityMilli", e.expected_milli as "expectedMilli", e.counted_at as "countedAt",
      e.counted_by as "countedBy"
    from stock_count_entries e
    join items i on i.tenant_id = e.tenant_id and i.id = e.item_id
    left join lots o on o.tenant_id = e.tenant_id and o.id = e.lot_id
    where e.tenant_id = ${tx.tenantId} and e.count_id = ${countId} and e.taken_back_at is null
      and (${id}::uuid is null or e.id = ${id}::uuid or e.client_id = ${id}::uuid)
    order by e.id desc limit ${query.limit}`.execute(tx)
  return rows
}

/** Takes a heap back; false when there is none. */
export async function takeBackEntry(tx: TenantTx, countId: string, entryId: string, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update stock_count_entries set taken_back_at = ${at}
    where tenant_id = ${tx.tenantId} and count_id = ${countId} and id = ${entryId} and taken_back_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** What was said to hold where two people counted the same. */
export type Decision = { readonly itemId: string; readonly lotId: string | null; readonly quantityMilli: string }

export async function saveDecision(
  tx: TenantTx,
  countId: string,
  decision: Decision & { readonly decidedBy: string | null },
): Promise<void> {
  await sql`
    insert into stock_count_decisions (tenant_id, count_id, item_id, lot_id, quantity_milli, decided_by)
    values (${tx.tenantId}, ${countId}, ${decision.itemId}, ${decision.lotId ?? noLot}, ${decision.quantityMilli}, ${decision.decidedBy})
    on conflict (tenant_id, count_id, item_id, lot_id) do update set quantity_milli = excluded.quantity_milli,
      decided_by = excluded.decided_by`.execute(tx)
}

export async function listDecisions(tx: TenantTx, countId: string): Promise<Decision[]> {
  const { rows } = await sql<Decision>`
    select item_id as "itemId", nullif(lot_id, ${noLot}::uuid) as "lotId", quantity_milli as "quantityMilli"
    from stock_count_decisions where tenant_id = ${tx.tenantId} and count_id = ${countId}`.execute(tx)
  return rows
}

/** What is at the place of a count, of its category, and nobody counted. */
export type NotCounted = {
  readonly itemId: string
  readonly lotId: string | null
  readonly name: string
  readonly unit: string | null
  readonly expectedMilli: string
}

export async function listNotCounted(
  tx: TenantTx,
  count: Pick<Count, 'id' | 'placeId' | 'category'>,
): Promise<NotCounted[]> {
  const { rows } = await sql<NotCounted>`
    select l.item_id as "itemId", nullif(l.lot_id, ${noLot}::uuid) as "lotId", i.name, i.unit, l.on_hand_milli as "expectedMilli"
    from stock_levels l join items i on i.tenant_id = l.tenant_id and i.id = l.item_id
    where l.tenant_id = ${tx.tenantId} and l.place_id = ${count.placeId} and l.on_hand_milli <> 0
      and (${count.category}::text is null or i.category = ${count.category})
      and not exists (select from stock_count_entries e where e.tenant_id = l.tenant_id and e.count_id = ${count.id}
        and e.item_id = l.item_id and e.taken_back_at is null and coalesce(e.lot_id, ${noLot}::uuid) = l.lot_id)
    order by i.name, l.item_id`.execute(tx)
  return rows
}

/** Of these items, those that were ever moved, and what one unit is worth: value by thousandths. */
export async function listWorth(
  tx: TenantTx,
  itemIds: readonly string[],
): Promise<{ itemId: string; quantityMilli: string; valueMinor: string; wasMoved: boolean }[]> {
  const { rows } = await sql<{ itemId: string; quantityMilli: string; valueMinor: string; wasMoved: boolean }>`
    select i.id as "itemId",
      case when c.quantity_milli > 0 then c.quantity_milli when c.last_milli is not null then c.last_milli else 1000 end::text as "quantityMilli",
      case when c.quantity_milli > 0 then c.value_minor when c.last_milli is not null then c.last_minor
        else coalesce(s.unit_cost_minor, 0) end::text as "valueMinor",
      exists (select from stock_moves m where m.tenant_id = i.tenant_id and m.item_id = i.id) as "wasMoved"
    from items i
    left join item_costs c on c.tenant_id = i.tenant_id and c.item_id = i.id
    left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id
    where i.tenant_id = ${tx.tenantId} and i.id = any(${itemIds}::uuid[])`.execute(tx)
  return rows
}

/** Categories that items have. */
export async function listCategories(tx: TenantTx): Promise<string[]> {
  const { rows } = await sql<{ category: string }>`
    select distinct category from items where tenant_id = ${tx.tenantId} and category is not null order by 1 limit 200`.execute(
    tx,
  )
  return rows.map((row) => row.category)
}
