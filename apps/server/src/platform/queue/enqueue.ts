// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '../db/tenancy.ts'
import { newId } from '../ids.ts'
import type { JobKind } from './job.ts'
import { createJobRun } from './job-runs.repository.ts'

/**
 * Puts long work in the queue, in the caller's transaction: it exists when, and only when, the rest does.
 * Work of one business is done one piece after another.
 *
 * @returns The id under which the person can follow it.
 */
export async function enqueue<Payload extends object>(
  tx: TenantTx,
  kind: JobKind<Payload>,
  payload: Payload,
  now: Date,
): Promise<string> {
  const runId = newId(now)
  await createJobRun(tx, { id: runId, kind: kind.name, unit: kind.unit, payload, now })
  await enqueueRun(tx, kind.name, runId, kind.attempts)
  return runId
}

/** Puts a known run in the queue again. */
export async function enqueueRun(tx: TenantTx, kindName: string, runId: string, attempts: number): Promise<void> {
  const message = JSON.stringify({ tenantId: tx.tenantId, runId })
  await sql`select enqueue_job(${kindName}, ${message}::json, ${`business:${tx.tenantId}`}, ${attempts})`.execute(tx)
}
