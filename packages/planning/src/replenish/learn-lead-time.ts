// SPDX-License-Identifier: Apache-2.0
import { quantile } from '@resham/stats'

/** How long a supplier takes, learnt from what arrived. */
export type LearntLeadTime = {
  /** Half of the arrivals took no longer. */
  readonly medianDays: number
  /** 8 of 10 arrivals fell between these. */
  readonly fromDays: number
  readonly toDays: number
  /** Arrivals that it was learnt from. */
  readonly receipts: number
}

/** Fewer arrivals than this say nothing about the next. */
const fewest = 3
/** Older arrivals than these say little about the supplier of today. */
const latest = 20

/**
 * Learns how long goods take from order to arrival.
 *
 * @param days Days of each arrival, oldest first, not negative.
 * @returns    Whole days, the median rounded up: half a day late is late. Undefined for fewer than 3 arrivals.
 */
export function learnLeadTime(days: readonly number[]): LearntLeadTime | undefined {
  if (days.length < fewest) return undefined
  const known = days.slice(-latest)
  return {
    medianDays: Math.ceil(quantile(known, 0.5)),
    fromDays: Math.floor(quantile(known, 0.1)),
    toDays: Math.ceil(quantile(known, 0.9)),
    receipts: known.length,
  }
}
