// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@resham/base'
import { errorRow } from '@resham/contract'
import { Logger, makeWorkerUtils, run, type Task } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/pool.ts'
import { type TenantId, tenantId, withTenant } from '../db/tenancy.ts'
import { giveBackMemory } from '../give-back-memory.ts'
import { toAppError } from '../http/problems.ts'
import type { JobContext, JobWorker } from './job.ts'
import { beginTry, findJobRun, type JobRunRecord, saveProgress, setJobState } from './job-runs.repository.ts'

/** Prepares the queue's own tables. @param ownerUrl A login that may create them. */
export async function prepareQueue(ownerUrl: string): Promise<void> {
  const utils = await makeWorkerUtils({ connectionString: ownerUrl, logger: quiet })
  try {
    await utils.migrate()
  } finally {
    await utils.release()
  }
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query(enqueueFunction)
  } finally {
    await client.end()
  }
}

// The platform's role may put work in the queue, and no more: the queue's tables are its owner's.
const enqueueFunction = `
  create or replace function enqueue_job(name text, message json, queue text, attempts integer) returns void
    language sql security definer set search_path = pg_catalog as $$
      select graphile_worker.add_job(name, message, queue_name => queue, max_attempts => attempts)
    $$;
  revoke all on function enqueue_job from public;
  grant execute on function enqueue_job to resham_app;`

/** What the worker is built from. */
export type WorkerParts = {
  readonly ownerUrl: string
  readonly db: Database
  readonly clock: Clock
  readonly workers: readonly JobWorker[]
  /** Jobs done at once. */
  readonly concurrency: number
  /** Milliseconds after which an idle worker looks for work that nobody announced. */
  readonly pollMs: number
  readonly logFailure: (code: string, kind: string, error: unknown) => void
}

/** Starts doing queued work; `stop` waits for what is under way. */
export async function startWorker(parts: WorkerParts): Promise<{ stop(): Promise<void> }> {
  const signOfLife = await freeLocksOfTheDead(parts.ownerUrl)
  const runner = await run({
    connectionString: parts.ownerUrl,
    concurrency: parts.concurrency,
    pollInterval: parts.pollMs,
    noHandleSignals: true,
    logger: quiet,
    taskList: Object.fromEntries(parts.workers.map((worker) => [worker.kind.name, toTask(parts, worker)])),
  })
  let waking: NodeJS.Timeout | undefined
  runner.events.on('job:complete', () => {
    if (process.memoryUsage.rss() > muchMemory) giveBackMemory()
    clearTimeout(waking)
    waking = setTimeout(() => void wakeIdle(parts.db), freedAfterMs)
  })
  return {
    stop: async () => {
      await runner.stop()
      clearTimeout(waking)
      await signOfLife.end()
    },
  }
}

/** Bytes above which a piece of work has left enough behind to be worth sweeping. */
const muchMemory = 250_000_000

/** Within this the queue has freed the place of work that ended. */
const freedAfterMs = 30

/**
 * Has idle workers look again. Work of one business waits until the piece before it has ended, and that it has ended
 * the queue tells nobody: it would be found at the next poll.
 */
async function wakeIdle(db: Database): Promise<void> {
  await sql`select pg_notify('jobs:insert', '{}')`.execute(db).catch(() => {}) // Then the poll finds it.
}

/** Beyond so many starts the work itself kills its worker, as too large a one does: then it is given up. */
const mostStarts = 30

type Message = { tenantId: string; runId: string }

function toTask(parts: WorkerParts, worker: JobWorker): Task {
  return async (message, helpers) => {
    const { tenantId: tenant, runId } = message as Message
    const id = tenantId(tenant)
    const run = await withTenant(parts.db, id, async (tx) => {
      await beginTry(tx, runId, parts.clock())
      return findJobRun(tx, runId)
    })
    if (!run) return
    const ctx = contextOf(parts, id, runId)
    try {
      if (run.attempts > mostStarts) throw new AppError('platform.job-failed')
      await worker.work(ctx, run.payload as never)
      await ctx.settled()
      await withTenant(parts.db, id, (tx) => setJobState(tx, runId, 'done', parts.clock()))
    } catch (error) {
      await ctx.settled()
      await endTry(parts, worker, ctx, run, error, helpers.job.attempts >= helpers.job.max_attempts)
    }
  }
}

/** A try that failed: again later when that can help and tries are left, else given up for a person to see. */
async function endTry(
  parts: WorkerParts,
  worker: JobWorker,
  ctx: JobContext,
  run: JobRunRecord,
  error: unknown,
  lastTry: boolean,
): Promise<void> {
  const known = toAppError(error)
  const mayHelp = known.code === 'platform.unexpected' || errorRow(known.code).retry
  parts.logFailure(known.code, worker.kind.name, error)
  if (mayHelp && !lastTry) {
    await withTenant(parts.db, ctx.tenantId, (tx) => setJobState(tx, run.id, 'waiting', parts.clock(), known.code))
    throw new AppError(known.code, {}, { cause: error })
  }
  await worker.gaveUp?.(ctx, run.payload as never, known.code)
  await withTenant(parts.db, ctx.tenantId, (tx) => setJobState(tx, run.id, 'failed', parts.clock(), known.code))
}

const progressEveryMs = 200

function contextOf(parts: WorkerParts, id: TenantId, runId: string): JobContext & { settled(): Promise<void> } {
  let lastWritten = 0
  let writing: Promise<void> = Promise.resolve()
  return {
    db: parts.db,
    clock: parts.clock,
    tenantId: id,
    runId,
    settled: () => writing,
    report(done, total) {
      const now = parts.clock()
      if (now.getTime() - lastWritten < progressEveryMs) return
      lastWritten = now.getTime()
      writing = writing
        .then(() => withTenant(parts.db, id, (tx) => saveProgress(tx, runId, { done, total, now })))
        .catch(() => {}) // A progress bar that misses a step is no reason to fail the work.
    },
  }
}

// Any number, known to all workers of a database.
const workersAlive = 7_314_202

/**
 * Frees jobs that a killed worker still holds. Every worker holds a shared lock while it lives; one that can
 * take the lock for itself alone knows that no other lives, so every held job is a dead one's.
 */
async function freeLocksOfTheDead(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const alone = await isAlone(client)
  if (alone) {
    // To be killed is not to fail: the try is given back, so that kills alone never use up a job's tries.
    await client.query(`
      update graphile_worker._private_jobs set attempts = greatest(attempts - 1, 0) where locked_by is not null`)
    await client.query(`select graphile_worker.force_unlock_workers(array(
      select distinct locked_by from graphile_worker._private_jobs where locked_by is not null
      union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null))`)
  }
  // The connection stays open: it is the sign of life.
  await client.query('select pg_advisory_lock_shared($1)', [workersAlive])
  if (alone) await client.query('select pg_advisory_unlock($1)', [workersAlive])
  return client
}

const aloneTries = 10

/** A worker killed a moment ago may not have been noticed yet, so it is asked for two seconds. */
async function isAlone(client: pg.Client): Promise<boolean> {
  for (let tries = 0; tries < aloneTries; tries += 1) {
    const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [workersAlive])
    if (rows[0]?.alone) return true
    await pause(200)
  }
  return false
}

// Failures are logged by our own logger, without payloads.
const quiet = new Logger(() => () => {})
