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

function whereOf(tx: TenantTx, query: Omit<SeriesQuery, 'sort' | 'offset' | 'limit'>) {
  const words = (query.search ?? '')
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
  const patterns = words.map((word) => anywhere(word))
  return sql`
    (${query.invented} or not s.invented)
    and (${patterns.length === 0 ? null : patterns}::text[] is null or s.search like all (${patterns}::text[]))
    and (${query.kind ?? null}::text is null or s.kind = ${query.kind ?? null})
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
