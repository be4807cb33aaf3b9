// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '../db/tenancy.ts'

export type JobState = 'waiting' | 'working' | 'done' | 'failed' | 'cancelled'

/** Long work as it is kept. */
export type JobRunRecord = {
  readonly id: string
  readonly kind: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly state: JobState
  readonly unit: string
  readonly done: number
  readonly total: number | null
  readonly attempts: number
  readonly errorCode: string | null
  readonly startedAt: Date | null
  readonly updatedAt: Date
}

/** Writes down work that waits to be done. */
export async function createJobRun(
  tx: TenantTx,
  run: {
    readonly id: string
    readonly kind: string
    readonly unit: string
    readonly payload: object
    readonly now: Date
  },
): Promise<void> {
  await sql`
    insert into job_runs (tenant_id, id, kind, payload, state, unit, created_at, updated_at)
    values (${tx.tenantId}, ${run.id}, ${run.kind}, ${JSON.stringify(run.payload)}, 'waiting', ${run.unit}, ${run.now}, ${run.now})`.execute(
    tx,
  )
}

const columns = sql`
  id, kind, payload, state, unit, done, total, attempts, error_code as "errorCode", started_at as "startedAt", updated_at as "updatedAt"`

/** One piece of long work, or undefined. */
export async function findJobRun(tx: TenantTx, runId: string): Promise<JobRunRecord | undefined> {
  const { rows } = await sql<JobRunRecord>`
    select ${columns} from job_runs where tenant_id = ${tx.tenantId} and id = ${runId}`.execute(tx)
  return rows[0]
}

/** Long work, newest first. `before` is the id of the last of the page before. */
export async function listJobRuns(
  tx: TenantTx,
  query: { readonly state?: JobState; readonly before?: string; readonly limit: number },
): Promise<JobRunRecord[]> {
  const { rows } = await sql<JobRunRecord>`
    select ${columns} from job_runs
    where tenant_id = ${tx.tenantId} and (${query.state ?? null}::text is null or state = ${query.state ?? null})
      and (${query.before ?? null}::uuid is null or id < ${query.before ?? null}::uuid)
    order by id desc limit ${query.limit}`.execute(tx)
  return rows
}

/** The work of a kind that waits or is being done, or undefined. */
export async function findOpenJobRun(tx: TenantTx, kinds: readonly string[]): Promise<JobRunRecord | undefined> {
  const { rows } = await sql<JobRunRecord>`
    select ${columns} from job_runs
    where tenant_id = ${tx.tenantId} and kind = any(${kinds}) and state in ('waiting', 'working')
    order by id limit 1`.execute(tx)
  return rows[0]
}

/** Notes that a try begins. */
export async function beginTry(tx: TenantTx, runId: string, now: Date): Promise<void> {
  await sql`
    update job_runs set state = 'working', attempts = attempts + 1, error_code = null,
      started_at = coalesce(started_at, ${now}), updated_at = ${now}
    where tenant_id = ${tx.tenantId} and id = ${runId}`.execute(tx)
}

/** Lets failed work wait for a new row of tries. */
export async function waitAgain(tx: TenantTx, runId: string, now: Date): Promise<void> {
  await sql`
    update job_runs set state = 'waiting', attempts = 0, error_code = null, updated_at = ${now}
    where tenant_id = ${tx.tenantId} and id = ${runId} and state = 'failed'`.execute(tx)
}

/** Notes how far the work is. */
export async function saveProgress(
  tx: TenantTx,
  runId: string,
  at: { readonly done: number; readonly total: number | null; readonly now: Date },
): Promise<void> {
  await sql`
    update job_runs set done = ${at.done}, total = ${at.total}, updated_at = ${at.now}
    where tenant_id = ${tx.tenantId} and id = ${runId} and state = 'working'`.execute(tx)
}

/** Notes how the work ended, or that it waits for another try. */
export async function setJobState(
  tx: TenantTx,
  runId: string,
  state: JobState,
  now: Date,
  errorCode: string | null = null,
): Promise<void> {
  await sql`
    update job_runs set state = ${state}, error_code = ${errorCode}, updated_at = ${now}
    where tenant_id = ${tx.tenantId} and id = ${runId}`.execute(tx)
}
