// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined } from '@resham/base'
import { medianAbsoluteDeviation } from '@resham/stats'
import { stl } from '../decomposition/stl.ts'
import { isSeasonal } from '../smoothing/seasonality.ts'
import { percentOf, shareOf } from './strength.ts'
import type { Place, SeasonStory } from './types.ts'

/** With fewer seasons the season is taken to be the same each time: there is too little to see it change. */
const SEASONS_TO_CHANGE = 4
/** Robust standard deviations from which a remainder is wild. */
const WILD = 4

/**
 * The season of a series, by robust STL, [n]; all 0 where no season shows or there are not two.
 *
 * @param course What level and trend say, [n], where that is known already.
 */
export function seasonOf(y: Float64Array, seasonLength: number, course?: Float64Array): Float64Array {
  const n = y.length
  if (seasonLength < 2 || n < 2 * seasonLength) return new Float64Array(n)
  const level = course ? y.map((value, t) => value - (course[t] as number)) : y
  const seasonWindow = n < SEASONS_TO_CHANGE * seasonLength ? 'periodic' : 11
  const { season, remainder } = stl(level, seasonLength, { robust: true, seasonWindow })
  // A single wild value must not drown the season that the test looks for.
  const usual = WILD * medianAbsoluteDeviation(remainder)
  const swinging = season.map((value, t) => value + Math.max(-usual, Math.min(usual, remainder[t] as number)))
  return isSeasonal(swinging, seasonLength) ? season : new Float64Array(n)
}

/** What is to be told of it; undefined where no season is asked for. */
export function seasonStory(
  season: Float64Array,
  residual: Float64Array,
  course: Float64Array,
  seasonLength: number,
): SeasonStory | Declined | undefined {
  const n = season.length
  if (seasonLength < 2) return undefined
  if (n < 2 * seasonLength) return declined('history-too-short', { needed: 2 * seasonLength, got: n })
  let level = 0
  let high = n - seasonLength
  let low = high
  for (let t = n - seasonLength; t < n; t++) {
    level += (course[t] as number) / seasonLength
    if ((season[t] as number) > (season[high] as number)) high = t
    if ((season[t] as number) < (season[low] as number)) low = t
  }
  const place = (t: number): Place => ({
    position: t % seasonLength,
    size: season[t] as number,
    percent: percentOf(season[t] as number, level),
  })
  return {
    length: seasonLength,
    shows: season.some((value) => value !== 0),
    share: shareOf(season, residual),
    peak: place(high),
    trough: place(low),
  }
}
