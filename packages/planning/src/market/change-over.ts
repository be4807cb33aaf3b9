// SPDX-License-Identifier: Apache-2.0
import { whatChanged } from '@resham/forecast'
import type { Explained } from './course.ts'
import type { MarketChange, MarketChanged, MarketPart, MarketSeries } from './types.ts'

/** A change beyond this is one of another unit, not of the market. */
const MOST_TOLD = 1e6

/** The last value against the one of so many days before, give or take some; null where there is none. */
export function changeOver(series: MarketSeries, daysBack: number, giveOrTake: number): MarketChange | null {
  const { days, values } = series
  const last = days.length - 1
  const wanted = (days[last] as number) - daysBack
  let best = -1
  for (let i = last - 1; i >= 0; i--) {
    const off = Math.abs((days[i] as number) - wanted)
    if (off <= giveOrTake && (best < 0 || off < Math.abs((days[best] as number) - wanted))) best = i
    if ((days[i] as number) < wanted - giveOrTake) break
  }
  const old = values[best]
  const ratio = (values[last] as number) / (old ?? 0) - 1
  // Of nothing, and of less than nothing, there are no shares.
  if (old === undefined || !(old > 0) || !(Math.abs(ratio) < MOST_TOLD)) return null
  return { from: days[best] as number, ratio }
}

/**
 * What the change since a year before is made of.
 *
 * Where the logarithm was taken apart, its parts become units by the logarithmic mean of the two values, so that they
 * add up to their difference without a rest.
 *
 * @source Ang, "Decomposition analysis for policymaking in energy", Energy Policy 32, 2004: additive LMDI.
 */
export function changedSince(
  { explanation, inShares, values, days }: Explained,
  year: MarketChange | null,
): MarketChanged | null {
  if (!year) return null
  const after = days.length - 1
  const before = days.findLastIndex((day) => day <= year.from)
  if (before < 0 || before >= after) return null
  const change = whatChanged(explanation, { before: { from: before, to: before }, after: { from: after, to: after } })
  if (change.kind === 'declined') return null
  const [old, now] = [values[before] as number, values[after] as number]
  // The logarithmic mean is the value itself where both are the same.
  const unit = inShares ? (change.whole.size === 0 ? old : (now - old) / change.whole.size) : 1
  const { level, trend, season, oneOff, residual, holiday } = change.parts
  const sizes: readonly (readonly [MarketPart, number])[] = [
    ['level', level.size],
    ['trend', trend.size],
    ['season', season.size],
    ['one-off', oneOff.size],
    ['rest', residual.size + holiday.size],
  ]
  return {
    from: days[before] as number,
    before: old,
    after: now,
    parts: sizes.map(([part, size]) => ({ part, size: unit * size, ratio: old > 0 ? (unit * size) / old : null })),
    beyondChance: change.beyondChance,
    withoutSeason: change.cannotTell.includes('season'),
  }
}
