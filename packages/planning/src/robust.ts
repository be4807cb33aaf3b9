// SPDX-License-Identifier: Apache-2.0
import { median, medianAbsoluteDeviation } from '@resham/stats'

/** How a value stands against comparable ones. */
export type Standing = {
  readonly usual: number
  /** Robust standard deviations above the usual (below when negative). */
  readonly score: number
  readonly low: number
  readonly high: number
}

/** No business is steadier than this share of its usual value, however alike a few weeks were. */
const FLOOR = 0.1

/**
 * Measures a value against comparable ones by their median and median absolute deviation, which a few wild values do
 * not move.
 *
 * @param past At least one value.
 * @source Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993: the modified z-score, notable beyond 3.5.
 */
export function standingOf(value: number, past: readonly number[]): Standing {
  const usual = median(past)
  const spread = Math.max(medianAbsoluteDeviation(past), FLOOR * Math.abs(usual), 1e-9)
  return {
    usual,
    score: (value - usual) / spread,
    low: past.reduce((least, one) => Math.min(least, one), Number.POSITIVE_INFINITY),
    high: past.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY),
  }
}

/** From which score a value is notable. */
const NOTABLE_SCORE = 3.5

/**
 * What a notable value is: far outside, and beyond everything comparable.
 *
 * @param times A spike is at least so many times the usual, a collapse at most one over as many.
 */
export function unusualKind(value: number, standing: Standing, times: number): 'spike' | 'collapse' | undefined {
  const { usual, score, low, high } = standing
  if (!(usual > 0)) return undefined
  if (score >= NOTABLE_SCORE && value >= times * usual && value > high) return 'spike'
  if (score <= -NOTABLE_SCORE && value <= usual / times && value < low) return 'collapse'
  // Where comparable values swing widely no fall is many deviations deep: one far below all of them counts too.
  return value <= 0.25 * usual && value < 0.6 * low ? 'collapse' : undefined
}

/** Weeks that a week is compared with, and how far from them it must be. */
export const WEEKS_COMPARED = 12
export const UNUSUAL_WEEK = 2

/** Positions of weeks that are unusual against the twelve before them; the first twelve are not judged. */
export function unusualWeeks(weeks: readonly number[]): number[] {
  const marks: number[] = []
  for (let i = WEEKS_COMPARED; i < weeks.length; i++) {
    const value = weeks[i] as number
    // Most weeks lie among those before them, or near their median: seen without measuring the spread.
    if (withinRange(weeks, i)) continue
    const before = weeks.slice(i - WEEKS_COMPARED, i)
    const usual = median(before)
    if (!(usual > 0) || (value > usual / UNUSUAL_WEEK && value < usual * UNUSUAL_WEEK)) continue
    const standing = standingOf(value, before)
    if (unusualKind(value, standing, UNUSUAL_WEEK) !== undefined) marks.push(i)
  }
  return marks
}

function withinRange(weeks: readonly number[], i: number): boolean {
  let above = false
  let below = false
  for (let j = i - WEEKS_COMPARED; j < i; j++) {
    above ||= (weeks[j] as number) >= (weeks[i] as number)
    below ||= (weeks[j] as number) <= (weeks[i] as number)
  }
  return above && below
}
