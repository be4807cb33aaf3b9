// SPDX-License-Identifier: Apache-2.0
import type { FindPack } from '#modules/calendar/index.ts'
import type { FileStore } from '#platform/files/files.ts'
import { type JobWorker, worksOn } from '#platform/queue/job.ts'
import { fillSample as fillKind, fillMarket as marketKind, stockSample as stockKind } from './sample.jobs.ts'
import { fillMarket, fillSample, stockSample } from './sample.service.ts'

/** The long work of the sample shop. */
export function sampleWorkers(files: FileStore, findPack: FindPack): JobWorker[] {
  return [
    worksOn(fillKind, (ctx) => fillSample(ctx, files, findPack)),
    worksOn(marketKind, (ctx) => fillMarket(ctx, findPack)),
    worksOn(stockKind, (ctx) => stockSample(ctx, findPack)),
  ]
}
