// SPDX-License-Identifier: Apache-2.0
import type { FileStore } from '#platform/files/files.ts'
import { type JobWorker, worksOn } from '#platform/queue/job.ts'
import { loadImport as loadKind, reclassify } from './imports.jobs.ts'
import { giveUpImport, loadImport, reclassifyImports } from './load.service.ts'

/** The long work of imports. */
export function importWorkers(files: FileStore): JobWorker[] {
  return [
    worksOn(
      loadKind,
      (ctx, { importId }) => loadImport(ctx, files, importId),
      (ctx, { importId }, code) => giveUpImport(ctx, importId, code),
    ),
    worksOn(reclassify, (ctx) => reclassifyImports(ctx, files)),
  ]
}
