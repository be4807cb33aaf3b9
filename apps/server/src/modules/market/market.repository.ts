// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { anywhere } from '#platform/db/like.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { SeenSeries } from './market.types.ts'
import { seriesColumns } from './series-columns.ts'

const columns = sql.raw(seriesColumns)

const orders = {
  name: sql`watched desc, s.name_en, s.slug`,
  rising: sql`(o.brief -> 'yearChange' ->> 'ratio')::float8 desc nulls last, s.slug`,
  falling: sql`(o.brief -> 'yearChange' ->> 'ratio')::float8 asc nulls last, s.slug`,
  newest: sql`s.last_day desc, s.name_en, s.slug`,
} as const

/** What the catalogue may be asked for. */
export type SeriesQuery = {
  readonly search?: string
  readonly kind?: string
  readonly source?: string
  readonly place?: string
  readonly watched?: boolean
  /** Whether invented series are shown: to sample shops alone. */
  readonly invented: boolean
  readonly sort: keyof typeof orders
  readonly offset: number
  readonly limit: number
}

/** What the catalogue by groups may be asked for besides. */
export type GroupsQuery = SeriesQuery & {
  /** A kind to leave out. */
  readonly except?: string
}

/** What one thing costs, or yields, stands together for all places, as far as it is measured alike. */
const groupKey = sql`case when s.kind in ('price', 'harvest') and s.commodity is not null and s.place is not null
  then concat_ws('|', s.source, s.kind, s.commodity, s.currency, s.unit, s.frequency) else s.slug end`

const groupOrders = {
  name: sql`min(s.name_en), min(s.slug)`,
  rising: sql`max((o.brief -> 'yearChange' ->> 'ratio')::float8) desc nulls last, min(s.slug)`,
  falling: sql`min((o.brief -> 'yearChange' ->> 'ratio')::float8) asc nulls last, min(s.slug)`,
  newest: sql`max(s.last_day) desc, min(s.name_en), min(s.slug)`,
} as const

function whereOf(tx: TenantTx, query: Omit<GroupsQuery, 'sort' | 'offset' | 'limit'>) {
  const words = (query.search ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const patterns = words.map((word) => anywhere(word))
  return sql`
    (${query.invented} or not s.invented)
    and (${patterns.length === 0 ? null : patterns}::text[] is null or s.search like all (${patterns}::text[]))
    and (${query.kind ?? null}::text is null or s.kind = ${query.kind ?? null})
    and (${query.except ?? null}::text is null or s.kind <> ${query.except ?? null})
    and (${query.source ?? null}::text is null or s.source = ${query.source ?? null})
    and (${query.place ?? null}::text is null or s.place = ${query.place ?? null})
    and (${query.watched ?? false} = false or exists (
      select 1 from market_watches w where w.tenant_id = ${tx.tenantId} and w.series_id = s.id))`
}

/** A page of the catalogue, and how many series there are in all. */
export async function listSeries(tx: TenantTx, query: SeriesQuery): Promise<{ count: number; series: SeenSeries[] }> {
  const where = whereOf(tx, query)
  const counted = await sql<{ count: number }>`
    select count(*)::int as count from market_series s where ${where}`.execute(tx)
  const { rows } = await sql<SeenSeries>`
    select ${columns}, w.series_id is not null as watched, o.brief
    from market_series s left join market_outlooks o on o.series_id = s.id
    left join market_watches w on w.tenant_id = ${tx.tenantId} and w.series_id = s.id
    where ${where} order by ${orders[query.sort]} limit ${query.limit} offset ${query.offset}`.execute(tx)
  return { count: counted.rows[0]?.count ?? 0, series: rows }
}

/** A page of groups of the catalogue, in order, each with its series by place; and how many there are in all. */
export async function listSeriesByGroup(
  tx: TenantTx,
  query: GroupsQuery,
): Promise<{ count: number; seriesCount: number; groups: SeenSeries[][] }> {
  const where = whereOf(tx, query)
  const counted = await sql<{ count: number; seriesCount: number }>`
    select count(distinct ${groupKey})::int as count, count(*)::int as "seriesCount"
    from market_series s where ${where}`.execute(tx)
  const { rows } = await sql<SeenSeries & { readonly at: number }>`
    with page as (
      select ${groupKey} as key, row_number() over (order by ${groupOrders[query.sort]}) as at
      from market_series s left join market_outlooks o on o.series_id = s.id
      where ${where} group by 1 order by 2 limit ${query.limit} offset ${query.offset})
    select page.at::int as at, ${columns}, w.series_id is not null as watched, o.brief
    from page join market_series s on ${groupKey} = page.key left join market_outlooks o on o.series_id = s.id
    left join market_watches w on w.tenant_id = ${tx.tenantId} and w.series_id = s.id
    where ${where} order by page.at, s.place, s.slug`.execute(tx)
  const groups = new Map<number, SeenSeries[]>()
  for (const { at, ...series } of rows) groups.set(at, [...(groups.get(at) ?? []), series])
  return { count: 0, seriesCount: 0, ...counted.rows[0], groups: [...groups.values()] }
}

/** One series by its slug, or undefined. @param invented Whether invented ones count. */
export async function findSeries(tx: TenantTx, slug: string, invented: boolean): Promise<SeenSeries | undefined> {
  const { rows } = await sql<SeenSeries>`
    select ${columns}, w.series_id is not null as watched, o.brief
    from market_series s left join market_outlooks o on o.series_id = s.id
    left join market_watches w on w.tenant_id = ${tx.tenantId} and w.series_id = s.id
    where s.slug = ${slug} and (${invented} or not s.invented)`.execute(tx)
  return rows[0]
}

/** Puts a series on the business's watch-list; a second time changes nothing. */
export async function watchSeries(tx: TenantTx, seriesId: string, by: string | null, now: Date): Promise<void> {
  await sql`
    insert into market_watches (tenant_id, series_id, added_by, added_at)
    values (${tx.tenantId}, ${seriesId}, ${by}, ${now}) on conflict (tenant_id, series_id) do nothing`.execute(tx)
}

/** Takes a series off the watch-list. */
export async function removeWatch(tx: TenantTx, seriesId: string): Promise<void> {
  await sql`
    delete from market_watches where tenant_id = ${tx.tenantId} and series_id = ${seriesId}`.execute(tx)
}
