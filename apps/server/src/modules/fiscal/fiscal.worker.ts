// SPDX-License-Identifier: Apache-2.0
import { type JobWorker, worksOn } from '#platform/queue/job.ts'
import { sendInvoice } from './fiscal.jobs.ts'
import type { FiscalParts } from './fiscal.types.ts'
import { send } from './send.service.ts'

/** The long work of the tax office. */
export function fiscalWorkers(parts: FiscalParts): JobWorker[] {
  return [worksOn(sendInvoice, (ctx, { documentId }) => send(ctx, documentId, parts))]
}
