// SPDX-License-Identifier: Apache-2.0
import { jobKind } from '#platform/queue/job.ts'

/** Sends one paper to the tax office. Only what never left the house is tried again. */
export const sendInvoice = jobKind<{ documentId: string }>({ name: 'fiscal.send', unit: 'items', attempts: 5 })
