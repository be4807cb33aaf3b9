// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { businessEndpoints as at, type JobRun } from '@resham/contract'
import type { Static } from 'typebox'
import { recordAudit } from '../audit/audit.ts'
import { withTenant } from '../db/tenancy.ts'
import { implement, type Route } from '../http/route.ts'
import { enqueueRun } from './enqueue.ts'
import type { JobKind } from './job.ts'
import { findJobRun, type JobRunRecord, listJobRuns, waitAgain } from './job-runs.repository.ts'

/** Long work as people see it: how far it is, what failed, and another try. */
export function jobRoutes(kinds: readonly JobKind[]): Route[] {
  return [
    implement(at.listJobs, async (ctx, { query }) => {
      const limit = query.limit ?? 50
      const runs = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
        listJobRuns(tx, {
          limit: limit + 1,
          ...(query.state === undefined ? {} : { state: query.state }),
          ...(query.cursor === undefined ? {} : { before: query.cursor }),
        }),
      )
      const page = runs.slice(0, limit)
      return { items: page.map(toReply), next: runs.length > limit ? (page.at(-1)?.id ?? null) : null }
    }),

    implement(at.retryJob, async (ctx, { params }) =>
      withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
        const failed = await findJobRun(tx, params.job)
        if (!failed) throw new AppError('platform.not-found')
        const kind = kinds.find((one) => one.name === failed.kind)
        if (failed.state !== 'failed' || !kind) throw new AppError('platform.job-not-failed')
        await waitAgain(tx, failed.id, ctx.now)
        await enqueueRun(tx, kind.name, failed.id, kind.attempts)
        await recordAudit(tx, ctx, 'job.retried', { kind: 'job', id: failed.id })
        return toReply({ ...failed, state: 'waiting', attempts: 0, errorCode: null })
      }),
    ),
  ]
}

function toReply(run: JobRunRecord): Static<typeof JobRun> {
  const { payload: _inside, startedAt, updatedAt, ...rest } = run
  return { ...rest, startedAt: startedAt?.toISOString() ?? null, updatedAt: updatedAt.toISOString() }
}
