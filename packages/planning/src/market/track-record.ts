// SPDX-License-Identifier: Apache-2.0
import { forecast } from '@resham/forecast'
import { median } from '@resham/stats'
import { seasonFor } from './ahead.ts'
import { AHEAD, regularOf } from './regular.ts'
import type { MarketSeries, TrackRecord } from './types.ts'

/** Origins at most, and how much must lie before the first. */
const ORIGINS = 6
const FEWEST_BEFORE = 18
/** Periods ahead that each origin is judged by, at most: further off they would all be of the same few months. */
const JUDGED_AHEAD = 6

/**
 * Forecasts the past from the further past, as it would have been done then, and counts what came true.
 *
 * @returns Null where there is too little past.
 * @source Tashman, "Out-of-sample tests of forecasting accuracy", IJF 16, 2000.
 */
export function trackRecord(series: MarketSeries, seed: number): TrackRecord | null {
  const { y, unknown } = regularOf(series)
  const h = Math.min(JUDGED_AHEAD, AHEAD[series.frequency])
  const missing = new Set(unknown)
  const span = y.length - FEWEST_BEFORE
  if (span < h) return null
  const stride = Math.max(1, Math.floor(Math.min(span, Math.max(h, 0.4 * y.length)) / ORIGINS))
  const said = { judged: 0, inside80: 0, inside95: 0, miss: 0, naiveMiss: 0, shares: [] as number[] }
  for (let k = 0; k < ORIGINS; k++) {
    const origin = y.length - h - k * stride
    if (origin < FEWEST_BEFORE) break
    const past = y.slice(0, origin)
    const result = forecast(past, {
      h,
      seasonLength: seasonFor(series, origin),
      level: [80, 95],
      seed,
      unknown: unknown.filter((i) => i < origin),
    })
    if (result.kind === 'declined') continue
    const last = lastKnown(past, missing)
    for (let step = 0; step < h; step++) {
      if (missing.has(origin + step)) continue
      const actual = y[origin + step] as number
      const within = (level: '80' | '95') =>
        actual >= (result.lo[level]?.[step] as number) && actual <= (result.hi[level]?.[step] as number)
      const miss = Math.abs(actual - (result.mean[step] as number))
      said.judged += 1
      said.inside80 += within('80') ? 1 : 0
      said.inside95 += within('95') ? 1 : 0
      said.miss += miss
      said.naiveMiss += Math.abs(actual - last)
      if (Math.abs(actual) > 0) said.shares.push(miss / Math.abs(actual))
    }
  }
  if (said.judged === 0) return null
  return {
    judged: said.judged,
    inside80: said.inside80,
    inside95: said.inside95,
    againstNaive: said.naiveMiss > 0 ? said.miss / said.naiveMiss : null,
    typicalMiss: said.shares.length > 0 ? median(said.shares) : null,
  }
}

function lastKnown(past: readonly number[], missing: ReadonlySet<number>): number {
  for (let i = past.length - 1; i >= 0; i--) if (!missing.has(i)) return past[i] as number
  return 0
}
