// SPDX-License-Identifier: Apache-2.0
import { jobKind } from '#platform/queue/job.ts'

/** Loads one file into the books. */
export const loadImport = jobKind<{ importId: string }>({ name: 'imports.load', unit: 'bytes', attempts: 6 })

/** Reads the files of past imports again, with the rules of today. */
export const reclassify = jobKind<Record<never, never>>({ name: 'imports.reclassify', unit: 'bytes', attempts: 6 })
