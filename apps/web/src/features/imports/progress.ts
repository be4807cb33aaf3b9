// SPDX-License-Identifier: Apache-2.0
import type { ImportReply } from './view.ts'

/**
 * How far an import is, in lines. How many there will be is not known before the end: it follows
 * from how many bytes the lines so far took, and is said as a round number.
 */
export function progressOf(job: ImportReply, now: string) {
  const { bytesRead, lines, startedAt } = job.progress
  const share = job.bytes === 0 ? 0 : Math.min(1, bytesRead / job.bytes)
  const total = share > 0 && lines > 0 ? Math.max(lines, inRound(lines / share)) : null
  return { state: job.state, done: lines, total, estimated: share < 1, unit: 'lines', startedAt, updatedAt: now }
}

/** To two digits: what is worked out from a packed file is no better known. */
function inRound(count: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(count)) - 1)
  return Math.round(count / step) * step
}
