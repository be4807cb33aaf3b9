// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { MarketSource, SeriesRecord } from './market.types.ts'
import { seriesColumns } from './series-columns.ts'

const columns = sql.raw(seriesColumns)

/** The series that the business watches, those added first. */
export async function listWatchedSeries(tx: TenantTx, invented: boolean): Promise<SeriesRecord[]> {
  const { rows } = await sql<SeriesRecord>`
    select ${columns} from market_series s join market_watches w on w.series_id = s.id
    where w.tenant_id = ${tx.tenantId} and (${invented} or not s.invented) order by w.added_at, s.slug`.execute(tx)
  return rows
}

/** Puts series of a source on the watch-list by what they are called there; those that are not there are no matter. */
export async function watchByKeys(
  tx: TenantTx,
  source: MarketSource,
  keys: readonly string[],
  now: Date,
): Promise<void> {
  await sql`
    insert into market_watches (tenant_id, series_id, added_by, added_at)
    select ${tx.tenantId}::uuid, id, null, ${now}::timestamptz from market_series
    where source = ${source} and source_key = any(${keys}::text[])
    on conflict (tenant_id, series_id) do nothing`.execute(tx)
}
