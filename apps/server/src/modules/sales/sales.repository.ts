// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, fromDayNumber, type PlainDate, toDayNumber } from '@resham/base'
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { BooksSpan, FactSeries, GroupSubject, SaleLine } from './sales.types.ts'

/** Kinds of line that are sales of goods: the only ones that daily facts count. */
const goods = sql`kind in ('sale', 'return', 'cancellation')`

/**
 * Adds lines to the books. A line that is there already is left alone (`keep`), or takes the kind that
 * the rules of today give it (`reclassify`).
 *
 * @returns How many were added or changed.
 */
export async function insertLines(
  tx: TenantTx,
  importId: string,
  lines: readonly SaleLine[],
  known: 'keep' | 'reclassify',
): Promise<number> {
  const dateOf = rememberingDates()
  const onConflict =
    known === 'keep'
      ? '(tenant_id, id) do nothing'
      : '(tenant_id, id) do update set kind = excluded.kind, rule_id = excluded.rule_id where (sale_lines.kind, sale_lines.rule_id) is distinct from (excluded.kind, excluded.rule_id)'
  return insertMany(
    tx,
    'sale_lines',
    lines,
    {
      id: (line) => line.id,
      import_id: () => importId,
      record_no: (line) => line.recordNo,
      document: (line) => line.document,
      day: (line) => dateOf(line.day),
      minute_of_day: (line) => line.minuteOfDay,
      item_id: (line) => line.itemId,
      customer_id: (line) => line.customerId,
      country: (line) => line.country,
      channel: (line) => line.channel,
      kind: (line) => line.kind,
      rule_id: (line) => line.ruleId,
      quantity_milli: (line) => line.quantityMilli,
      net_minor: (line) => line.netMinor,
      currency: (line) => line.currency,
    },
    { onConflict },
  )
}

/** Lines of one day come together: a date is written once a day, not once a line. */
function rememberingDates(): (day: DayNumber) => PlainDate {
  let lastDay: DayNumber | undefined
  let lastDate = '' as PlainDate
  return (day) => {
    if (day !== lastDay) lastDate = fromDayNumber(day)
    lastDay = day
    return lastDate
  }
}

/** Takes the lines of an import that never finished out of the books. */
export async function deleteLinesOfImport(tx: TenantTx, importId: string): Promise<void> {
  await sql`delete from sale_lines where tenant_id = ${tx.tenantId} and import_id = ${importId}`.execute(tx)
}

/** Makes the daily facts of the given days anew from all lines of those days. */
export async function rebuildDays(tx: TenantTx, days: readonly DayNumber[]): Promise<void> {
  const dates = days.map(fromDayNumber)
  const touched = sql`tenant_id = ${tx.tenantId} and day = any(${dates}::date[])`
  await sql`delete from item_days where ${touched}`.execute(tx)
  await sql`delete from group_days where ${touched}`.execute(tx)
  // Sorting some hundred thousand lines in memory takes half as long as on disk.
  await sql`set local work_mem = '64MB'`.execute(tx)
  await sql`
    insert into item_days (tenant_id, item_id, day, quantity_milli, net_minor, orders)
    select tenant_id, item_id, day, sum(quantity_milli), sum(net_minor), count(distinct document)
    from sale_lines where ${touched} and ${goods}
    group by tenant_id, day, item_id`.execute(tx)
  // A document's lines are added up once for all groups: a document has a dozen lines, and each group counts documents.
  await sql`
    with documents as materialized (
      select day, document, customer_id, country, channel,
        sum(quantity_milli)::bigint as quantity_milli, sum(net_minor)::bigint as net_minor
      from sale_lines where ${touched} and ${goods}
      group by day, document, customer_id, country, channel
    )
    insert into group_days (tenant_id, subject, key, day, quantity_milli, net_minor, orders)
    select ${tx.tenantId}::uuid, subject, key, day, sum(quantity_milli), sum(net_minor), count(distinct document)
    from documents cross join lateral (
      values ('business', ''), ('customer', customer_id::text), ('country', country), ('channel', channel)
    ) as part (subject, key)
    where key is not null
    group by day, subject, key`.execute(tx)
}

/**
 * Adds the given lines to the daily facts: what making their days anew would give, without reading the days.
 *
 * @param lineIds Lines of one document that no day counts yet.
 */
export async function addToDays(tx: TenantTx, lineIds: readonly string[]): Promise<void> {
  const fresh = sql`tenant_id = ${tx.tenantId} and id = any(${lineIds}::uuid[]) and ${goods}`
  // In order of key: two who add to the same days wait for each other and never in a ring.
  await sql`
    insert into item_days as known (tenant_id, item_id, day, quantity_milli, net_minor, orders)
    select tenant_id, item_id, day, sum(quantity_milli), sum(net_minor), count(distinct document)
    from sale_lines where ${fresh} group by tenant_id, item_id, day order by item_id, day
    on conflict (tenant_id, item_id, day) do update set
      quantity_milli = known.quantity_milli + excluded.quantity_milli,
      net_minor = known.net_minor + excluded.net_minor, orders = known.orders + excluded.orders`.execute(tx)
  await sql`
    insert into group_days as known (tenant_id, subject, key, day, quantity_milli, net_minor, orders)
    select ${tx.tenantId}::uuid, subject, key, day, sum(quantity_milli), sum(net_minor), count(distinct document)
    from sale_lines cross join lateral (
      values ('business', ''), ('customer', customer_id::text), ('country', country), ('channel', channel)
    ) as part (subject, key)
    where ${fresh} and key is not null group by subject, key, day order by subject, key, day
    on conflict (tenant_id, subject, key, day) do update set
      quantity_milli = known.quantity_milli + excluded.quantity_milli,
      net_minor = known.net_minor + excluded.net_minor, orders = known.orders + excluded.orders`.execute(tx)
}

/** What a unit of each item went for on the last day it sold, thousandths of a minor unit; unknown items are left out. */
export async function listLastPrices(tx: TenantTx, itemIds: readonly string[]): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ id: string; price: string }>`
    select wanted.id, round(last.net_minor * 1000000.0 / last.quantity_milli) as price
    from unnest(${itemIds}::uuid[]) as wanted (id) cross join lateral (
      select net_minor, quantity_milli from item_days
      where tenant_id = ${tx.tenantId} and item_id = wanted.id and quantity_milli > 0 and net_minor > 0
      order by day desc limit 1
    ) as last`.execute(tx)
  return new Map(rows.map((row) => [row.id, BigInt(row.price)]))
}

/** Days on which an import has lines. */
export async function listDaysOfImport(tx: TenantTx, importId: string): Promise<DayNumber[]> {
  const { rows } = await sql<{ day: PlainDate }>`
    select distinct day from sale_lines where tenant_id = ${tx.tenantId} and import_id = ${importId}`.execute(tx)
  return rows.map((row) => toDayNumber(row.day))
}

/** First and last day with sales of goods; undefined while the books are empty. */
export async function findBooksSpan(tx: TenantTx): Promise<BooksSpan | undefined> {
  const { rows } = await sql<{ first: PlainDate | null; last: PlainDate | null }>`
    select min(day) as first, max(day) as last from group_days
    where tenant_id = ${tx.tenantId} and subject = 'business'`.execute(tx)
  const row = rows[0]
  return row?.first && row.last ? { firstDay: toDayNumber(row.first), lastDay: toDayNumber(row.last) } : undefined
}

/** Lines and net of an import by kind, as the books hold them. */
export async function countLinesByKind(
  tx: TenantTx,
  importId: string,
): Promise<{ kind: string; lines: number; netMinor: bigint }[]> {
  const { rows } = await sql<{ kind: string; lines: string; net: string }>`
    select kind, count(*) as lines, sum(net_minor) as net from sale_lines
    where tenant_id = ${tx.tenantId} and import_id = ${importId} group by kind order by kind`.execute(tx)
  return rows.map((row) => ({ kind: row.kind, lines: Number(row.lines), netMinor: BigInt(row.net) }))
}

/** Daily facts of every item, one series an item, in order of id. */
export async function listItemFacts(tx: TenantTx): Promise<FactSeries[]> {
  const { rows } = await sql<FactRow>`
    select item_id::text as key, ${packed} from item_days where tenant_id = ${tx.tenantId} group by item_id order by item_id`.execute(
    tx,
  )
  return rows.map(toFactSeries)
}

/** Daily facts of the given items, one series each that sold, in order of id. */
export async function listFactsOfItems(tx: TenantTx, itemIds: readonly string[]): Promise<FactSeries[]> {
  const { rows } = await sql<FactRow>`
    select item_id::text as key, ${packed} from item_days
    where tenant_id = ${tx.tenantId} and item_id = any(${itemIds}::uuid[]) group by item_id order by item_id`.execute(
    tx,
  )
  return rows.map(toFactSeries)
}

/** Daily facts of a group, one series a key, in order of key. */
export async function listGroupFacts(tx: TenantTx, subject: GroupSubject): Promise<FactSeries[]> {
  const { rows } = await sql<FactRow>`
    select key, ${packed} from group_days where tenant_id = ${tx.tenantId} and subject = ${subject} group by key order by key`.execute(
    tx,
  )
  return rows.map(toFactSeries)
}

/** Thousandths sold of each item after the given day, where any were. @param before Only what sold earlier than this. */
export async function listSoldSince(
  tx: TenantTx,
  counts: readonly { readonly itemId: string; readonly day: PlainDate }[],
  before: PlainDate | null = null,
): Promise<Map<string, number>> {
  if (counts.length === 0) return new Map()
  const { rows } = await sql<{ id: string; sold: string }>`
    select d.item_id as id, sum(d.quantity_milli) as sold
    from unnest(${counts.map((count) => count.itemId)}::uuid[], ${counts.map((count) => count.day)}::date[]) as c (item_id, day)
    join item_days d on d.item_id = c.item_id and d.day > c.day
    where d.tenant_id = ${tx.tenantId} and (${before}::date is null or d.day < ${before}::date) group by d.item_id`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, Number(row.sold)]))
}

type FactRow = { key: string; days: string; quantities: string; nets: string; orders: string }

// One text a column instead of a row a day: five times fewer bytes and objects on the way to the engine.
const packed = sql`
  string_agg((day - date '1970-01-01')::text, ',' order by day) as days,
  string_agg(quantity_milli::text, ',' order by day) as quantities,
  string_agg(net_minor::text, ',' order by day) as nets,
  string_agg(orders::text, ',' order by day) as orders`

function toFactSeries(row: FactRow): FactSeries {
  return {
    key: row.key,
    days: Int32Array.from(row.days.split(','), Number),
    quantityMilli: Float64Array.from(row.quantities.split(','), Number),
    netMinor: Float64Array.from(row.nets.split(','), Number),
    orders: Int32Array.from(row.orders.split(','), Number),
  }
}
