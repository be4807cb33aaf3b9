// SPDX-License-Identifier: Apache-2.0
import type { ImportReply } from './view.ts'

/**
 * How far an import is, in lines. How many there will be is not known before the end: it follows
 * from how many bytes the lines so far took.
 */
export function progressOf(job: ImportReply, now: string) {
  const { bytesRead, lines, startedAt } = job.progress
  const share = job.bytes === 0 ? 0 : Math.min(1, bytesRead / job.bytes)
  const total = share > 0 && lines > 0 ? Math.max(lines, Math.round(lines / share)) : null
  return { state: job.state, done: lines, total, unit: 'lines', startedAt, updatedAt: now }
}
