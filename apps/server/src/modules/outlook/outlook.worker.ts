// SPDX-License-Identifier: Apache-2.0
import type { FindPack } from '#modules/calendar/index.ts'
import { type JobWorker, worksOn } from '#platform/queue/job.ts'
import { makeOutlook as kind } from './outlook.jobs.ts'
import { makeOutlook } from './outlook.service.ts'

/** The long work of the outlook. */
export function outlookWorkers(findPack: FindPack): JobWorker[] {
  return [worksOn(kind, (ctx) => makeOutlook(ctx, findPack))]
}
