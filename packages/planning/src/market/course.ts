// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { type Explanation, explain, strengthOf } from '@resham/forecast'
import { normalCdf } from '@resham/stats'
import { type Regular, SEASON, YEAR } from './regular.ts'
import type { MarketFrequency, MarketTrend, Shift, Turn, UnusualPoint } from './types.ts'

/** At most so many of each are kept. */
const MOST_SHOWN = 8
/** Percent from which a step, a turn a year, or an unusual value is worth a word. */
const WORTH_A_WORD = 5
/** How sure one must be to call a course flat. */
const SURE = 0.95
/** Beyond this a change is one of another unit, not of the market. */
const MOST_TOLD = 1e6

/** A series taken apart by the engine. */
export type Explained = {
  readonly explanation: Explanation
  /** Whether the logarithm was taken apart, as it is where all values are above zero: prices change by shares. */
  readonly inShares: boolean
  /** As the series has them; not looked at where not known. */
  readonly values: readonly number[]
  readonly days: readonly DayNumber[]
}

/** What a series is made of; undefined where the engine has too little to say. */
export function explainMarket({ y, unknown, days }: Regular, seasonLength: number): Explained | undefined {
  const missing = new Set(unknown)
  const inShares = y.every((value, i) => value > 0 || missing.has(i))
  const explanation = explain(inShares ? y.map((value) => (value > 0 ? Math.log(value) : 0)) : y, {
    seasonLength,
    unknown,
  })
  return explanation.kind === 'declined' ? undefined : { explanation, inShares, values: y, days }
}

/** Times from which the level was another one: the eight largest, oldest first. */
export function shiftsIn({ explanation, inShares, days }: Explained): Shift[] {
  const found = explanation.changes.flatMap(({ at, step, percent, sure }) => {
    const ratio = inShares ? Math.exp(step) - 1 : (percent ?? 0) / 100
    return isWorthAWord(ratio) ? [{ day: days[at] as number, ratio, sure }] : []
  })
  return largest(found, ({ ratio }) => Math.abs(Math.log1p(Math.max(-0.999, ratio))))
}

/** Times from which it rose or fell at another pace, as shares a year; only where values are above zero. */
export function turnsIn({ explanation, inShares, days }: Explained, frequency: MarketFrequency): Turn[] {
  if (!inShares) return []
  const aYear = (slope: number) => Math.expm1(slope * YEAR[frequency])
  const found = explanation.changes.flatMap(({ at, kind, slopeBefore, slopeAfter, sure }) => {
    const turn = { day: days[at] as number, before: aYear(slopeBefore), after: aYear(slopeAfter), sure }
    return kind !== 'level' && isWorthAWord(turn.after - turn.before) ? [turn] : []
  })
  return largest(found, ({ before, after }) => Math.abs(after - before))
}

/** Single values and short spells far from all else: the farthest of each; the newest eight, oldest first. */
export function unusualIn({ explanation, inShares, values, days }: Explained): UnusualPoint[] {
  const { parts, oneOffs } = explanation
  const found = oneOffs.flatMap(({ from, to }) => {
    let at = from
    for (let t = from; t <= to; t++) {
      if (Math.abs(parts.oneOff[t] as number) > Math.abs(parts.oneOff[at] as number)) at = t
    }
    const value = values[at] as number
    const off = parts.oneOff[at] as number
    const usual = inShares ? value * Math.exp(-off) : value - off
    return isWorthAWord(value / usual - 1) ? [{ day: days[at] as number, value, usual }] : []
  })
  return found.slice(-MOST_SHOWN)
}

/** Which way it has been going since its course last changed. */
export function trendIn({ explanation, inShares, days }: Explained, frequency: MarketFrequency): MarketTrend | null {
  const { direction, slope, percent, sure, since } = explanation.trend
  const seasons = YEAR[frequency] / SEASON[frequency]
  const ratio = inShares ? Math.expm1(slope * YEAR[frequency]) : ((percent ?? Number.NaN) / 100) * seasons
  if (!(Math.abs(ratio) < MOST_TOLD)) return null
  const strength = strengthOf(100 * ratio)
  const told = { ratio, strength, since: days[since] as number }
  if (!inShares || slope !== 0)
    return { ...told, direction: strength === 'none' && direction !== 'unclear' ? 'flat' : direction, sure }
  const flat = sureOfFlat(explanation.noise, days.length - since, frequency)
  return { ...told, direction: flat >= SURE ? 'flat' : 'unclear', sure: flat }
}

/** How likely a slope that does not show moves less than a little a year. The engine asks it of logarithms' own size. */
function sureOfFlat(noise: number, n: number, frequency: MarketFrequency): number {
  const error = noise * Math.sqrt(12 / Math.max(1, n * (n * n - 1)))
  const hardly = Math.log1p(WORTH_A_WORD / 100) / YEAR[frequency]
  return error > 0 ? Math.max(0.5, 2 * normalCdf(hardly / error) - 1) : 1
}

function isWorthAWord(ratio: number): boolean {
  return 100 * Math.abs(ratio) >= WORTH_A_WORD && Math.abs(ratio) < MOST_TOLD
}

function largest<T extends { readonly day: DayNumber }>(found: readonly T[], sizeOf: (one: T) => number): T[] {
  const kept = found.toSorted((a, b) => sizeOf(b) - sizeOf(a)).slice(0, MOST_SHOWN)
  return kept.toSorted((a, b) => a.day - b.day)
}
