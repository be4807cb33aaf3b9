// SPDX-License-Identifier: Apache-2.0
import type { Clock } from '../clock.ts'
import type { Database } from '../db/pool.ts'
import type { TenantId } from '../db/tenancy.ts'

/** A kind of long work: what producers need to know of it. */
export type JobKind<Payload extends object = object> = {
  readonly name: string
  /** What progress counts: `lines`, `items`. */
  readonly unit: string
  /** Tries before it is given up and shown as failed. Waits between tries double. */
  readonly attempts: number
  /** Never set; carries the type of the payload. */
  readonly payload?: Payload
}

/** Declares a kind of job. */
export function jobKind<Payload extends object>(kind: Omit<JobKind, 'payload'>): JobKind<Payload> {
  return kind
}

/** What the worker hands to the work. */
export type JobContext = {
  readonly db: Database
  readonly clock: Clock
  readonly tenantId: TenantId
  readonly runId: string
  /** Says how far the work is; seldom written, so call it as often as you like. */
  report(done: number, total: number | null): void
}

/** A kind of job with the function that does it. */
export type JobWorker = {
  readonly kind: JobKind
  readonly work: (ctx: JobContext, payload: never) => Promise<void>
  /** Called once when the job is given up, so that what it left half-done can say so. */
  readonly gaveUp?: (ctx: JobContext, payload: never, code: string) => Promise<void>
}

/** Ties a kind of job to the function that does it. */
export function worksOn<Payload extends object>(
  kind: JobKind<Payload>,
  work: (ctx: JobContext, payload: Payload) => Promise<void>,
  gaveUp?: (ctx: JobContext, payload: Payload, code: string) => Promise<void>,
): JobWorker {
  return {
    kind,
    work: work as JobWorker['work'],
    ...(gaveUp ? { gaveUp: gaveUp as NonNullable<JobWorker['gaveUp']> } : {}),
  }
}
