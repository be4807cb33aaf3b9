// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { PlatformTx, TenantTx } from '#platform/db/tenancy.ts'
import type { RunRecord } from './market.types.ts'

type AnyTx = PlatformTx | TenantTx

const columns = sql`
  id, source, origin, sha256, bytes::float8 as bytes, rows_read as "rowsRead", rows_kept as "rowsKept",
  rows_skipped as "rowsSkipped", skipped, series_count as "seriesCount", points_added as "pointsAdded",
  points_revised as "pointsRevised", started_at as "startedAt", ended_at as "endedAt", outcome,
  error_code as "errorCode", error_details as "errorDetails"`

/** Notes that a load has begun. */
export async function createRun(
  tx: PlatformTx,
  run: Pick<RunRecord, 'id' | 'source' | 'origin' | 'startedAt'>,
): Promise<void> {
  await sql`
    insert into market_runs (id, source, origin, started_at, outcome)
    values (${run.id}, ${run.source}, ${run.origin}, ${run.startedAt}, 'running')`.execute(tx)
}

/** Notes how a load ended. */
export async function finishRun(tx: PlatformTx, run: Omit<RunRecord, 'origin' | 'startedAt'>): Promise<void> {
  await sql`
    update market_runs set source = ${run.source}, sha256 = ${run.sha256}, bytes = ${run.bytes},
      rows_read = ${run.rowsRead}, rows_kept = ${run.rowsKept}, rows_skipped = ${run.rowsSkipped},
      skipped = ${JSON.stringify(run.skipped)}, series_count = ${run.seriesCount}, points_added = ${run.pointsAdded},
      points_revised = ${run.pointsRevised}, ended_at = ${run.endedAt}, outcome = ${run.outcome},
      error_code = ${run.errorCode}, error_details = ${run.errorDetails === null ? null : JSON.stringify(run.errorDetails)}
    where id = ${run.id}`.execute(tx)
}

/** One load by id, or undefined. */
export async function findRun(tx: AnyTx, id: string): Promise<RunRecord | undefined> {
  const { rows } = await sql<RunRecord>`select ${columns} from market_runs where id = ${id}`.execute(tx)
  return rows[0]
}

/** The last load from an origin, or undefined. */
export async function findLastRun(tx: AnyTx, origin: string): Promise<RunRecord | undefined> {
  const { rows } = await sql<RunRecord>`
    select ${columns} from market_runs where origin = ${origin} order by started_at desc, id desc limit 1`.execute(tx)
  return rows[0]
}

/** Loads, newest first; those of invented series only for who may see them. */
export async function listRuns(
  tx: AnyTx,
  query: { readonly invented: boolean; readonly limit: number },
): Promise<RunRecord[]> {
  const { rows } = await sql<RunRecord>`
    select ${columns} from market_runs where ${query.invented} or source <> 'invented'
    order by started_at desc, id desc limit ${query.limit}`.execute(tx)
  return rows
}
