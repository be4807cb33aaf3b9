// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { anywhere } from '#platform/db/like.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { SeriesRecord } from './market.types.ts'
import { seriesColumns } from './series-columns.ts'

const columns = sql.raw(seriesColumns)

/** Goods and places that there are series of, those with most series first. */
export async function listSeriesWords(
  tx: TenantTx,
  invented: boolean,
): Promise<{ kind: 'good' | 'place'; name: string; count: number }[]> {
  const { rows } = await sql<{ kind: 'good' | 'place'; name: string; count: number }>`
    select w.kind, w.name, count(*)::int as count from market_series s
    cross join lateral (values ('good', coalesce(s.commodity, s.name_en)), ('place', s.place), ('place', s.region)) w(kind, name)
    where (${invented} or not s.invented) and w.name is not null group by 1, 2 order by 3 desc, 2 limit 2000`.execute(
    tx,
  )
  return rows
}

/** Goods with a place, of prices that are watched or have been loaded last: what a question may be about. */
export async function listAskable(
  tx: TenantTx,
  query: { readonly invented: boolean; readonly limit: number },
): Promise<{ good: string; place: string | null; nameUr: string | null }[]> {
  const { rows } = await sql<{ good: string; place: string | null; nameUr: string | null }>`
    select good, place, "nameUr" from (
      select distinct on (s.commodity) s.commodity as good, s.place, s.name_ur as "nameUr", s.last_day,
        w.series_id is not null as watched
      from market_series s left join market_watches w on w.tenant_id = ${tx.tenantId} and w.series_id = s.id
      where s.kind = 'price' and s.commodity is not null and (${query.invented} or not s.invented)
      order by s.commodity, w.series_id is not null desc, s.last_day desc, s.slug) best
    order by watched desc, last_day desc, good limit ${query.limit}`.execute(tx)
  return rows
}

/** Series whose words hold any of some texts, of some kinds; those watched first, then the newest. */
export async function findSeriesByWords(
  tx: TenantTx,
  query: {
    /** In lower case; all series where there are none. */
    readonly words: readonly string[]
    readonly kinds: readonly string[]
    readonly invented: boolean
    readonly limit: number
  },
): Promise<(SeriesRecord & { watched: boolean })[]> {
  const patterns = query.words.map((word) => anywhere(word) ?? '%')
  const { rows } = await sql<SeriesRecord & { watched: boolean }>`
    select ${columns}, w.series_id is not null as watched
    from market_series s left join market_watches w on w.tenant_id = ${tx.tenantId} and w.series_id = s.id
    where (${patterns.length === 0} or s.search like any(${patterns}::text[]))
      and s.kind = any(${query.kinds}::text[]) and (${query.invented} or not s.invented)
    order by array_position(${query.kinds}::text[], s.kind), watched desc, s.last_day desc, s.slug
    limit ${query.limit}`.execute(tx)
  return rows
}
