// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { businessEndpoints as at, JobRun, RequestOf } from '@resham/contract'
import type { Static } from 'typebox'
import { recordAudit } from '../audit/audit.ts'
import { withTenant } from '../db/tenancy.ts'
import { beforeCursor, pageOf, pageSize } from '../http/paging.ts'
import type { BusinessContext } from '../http/route.ts'
import { enqueueRun } from './enqueue.ts'
import type { JobKind } from './job.ts'
import { findJobRun, type JobRunRecord, listJobRuns, waitAgain } from './job-runs.repository.ts'

/** Long work of a business, newest first, as a person sees it. */
export async function listJobs(ctx: BusinessContext, { query }: RequestOf<typeof at.listJobs>) {
  const size = pageSize(query)
  const state = query.state === undefined ? {} : { state: query.state }
  const runs = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    listJobRuns(tx, { limit: size + 1, ...state, ...beforeCursor(query) }),
  )
  const { items, next } = pageOf(runs, size, (last) => last.id)
  return { items: items.map(toReply), next }
}

/** Puts failed work in the queue again. @throws platform.not-found, platform.job-not-failed */
export async function retryJob(ctx: BusinessContext, jobId: string, kinds: readonly JobKind[]) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const failed = await findJobRun(tx, jobId)
    if (!failed) throw new AppError('platform.not-found')
    const kind = kinds.find((one) => one.name === failed.kind)
    if (failed.state !== 'failed' || !kind) throw new AppError('platform.job-not-failed')
    await waitAgain(tx, failed.id, ctx.now)
    await enqueueRun(tx, kind.name, failed.id, kind.attempts)
    await recordAudit(tx, ctx, 'job.retried', { kind: 'job', id: failed.id })
    return toReply({ ...failed, state: 'waiting', attempts: 0, errorCode: null })
  })
}

function toReply(run: JobRunRecord): Static<typeof JobRun> {
  const { payload: _inside, startedAt, updatedAt, ...rest } = run
  return { ...rest, startedAt: startedAt?.toISOString() ?? null, updatedAt: updatedAt.toISOString() }
}
