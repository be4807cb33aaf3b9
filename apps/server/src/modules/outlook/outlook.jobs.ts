// SPDX-License-Identifier: Apache-2.0
import { jobKind } from '#platform/queue/job.ts'

/** Makes what the books say anew. */
export const makeOutlook = jobKind<Record<never, never>>({ name: 'outlook.make', unit: 'items', attempts: 5 })
