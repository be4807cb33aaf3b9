// SPDX-License-Identifier: Apache-2.0
import { businessEndpoints as at } from '@resham/contract'
import { implement, type Route } from '../http/route.ts'
import type { JobKind } from './job.ts'
import { listJobs, retryJob } from './jobs.service.ts'

/** Long work as people see it: how far it is, what failed, and another try. */
export function jobRoutes(kinds: readonly JobKind[]): Route[] {
  return [
    implement(at.listJobs, listJobs),
    implement(at.retryJob, (ctx, { params }) => retryJob(ctx, params.job, kinds)),
  ]
}
