// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { checkSeries, type Decomposition, type StlOptions, stl } from './stl.ts'

/** A series taken apart: y = trend + all seasons + remainder. */
export type SeveralSeasons = Omit<Decomposition, 'season'> & {
  /** One a season length, in the order of `seasonLengths`: [k][n]. */
  readonly seasons: readonly Float64Array[]
  /** Ascending; those longer than half the series are left out. */
  readonly seasonLengths: readonly number[]
}

/** How to take several seasons out. */
export type MstlOptions = Omit<StlOptions, 'seasonWindow'> & {
  /** One a season length, as StlOptions.seasonWindow; 11, 15, 19 ... when left out: longer seasons change slower. */
  readonly seasonWindows?: readonly (number | 'periodic')[]
  /** Rounds over all seasons, 2 when left out. */
  readonly rounds?: number
}

/**
 * Takes several seasons out of a series, the shortest first, each by STL on what the others leave, in turn.
 *
 * @param y             [n], finite, oldest first; at least two of the shortest season. Not changed.
 * @param seasonLengths Whole, at least 2, in any order; one that fits less than twice is left out.
 * @throws forecast.season-invalid, forecast.decomposition-too-short, forecast.value-not-finite, forecast.window-invalid
 * @source Bandara, Hyndman and Bergmeir, "MSTL: a seasonal-trend decomposition algorithm for time series with multiple
 *         seasonal patterns", 2021 (arXiv 2107.13462), algorithm 1; windows 7 + 4i of section 2.
 */
export function mstl(y: Float64Array, seasonLengths: readonly number[], options: MstlOptions = {}): SeveralSeasons {
  const { seasonWindows, rounds = 2, ...perSeason } = options
  const order = seasonLengths
    .map((_, i) => i)
    .sort((a, b) => (seasonLengths[a] as number) - (seasonLengths[b] as number))
  const shortest = seasonLengths[order[0] ?? 0]
  if (shortest === undefined || new Set(seasonLengths).size < seasonLengths.length) {
    throw new AppError('forecast.season-invalid', { seasonLengths: seasonLengths.join(' ') })
  }
  checkSeries(y, shortest)
  const used = order.filter((i) => 2 * (seasonLengths[i] as number) <= y.length)
  const rest = Float64Array.from(y)
  const seasons = used.map(() => new Float64Array(y.length))
  let last: Decomposition | undefined
  for (let round = 0; round < (used.length > 1 ? rounds : 1); round++) {
    used.forEach((i, k) => {
      const season = seasons[k] as Float64Array
      add(rest, season, 1)
      const seasonWindow = seasonWindows?.[i] ?? 11 + 4 * k
      last = stl(rest, seasonLengths[i] as number, { ...perSeason, seasonWindow })
      season.set(last.season)
      add(rest, season, -1)
    })
  }
  const { trend, weights } = last as Decomposition
  const remainder = rest.map((value, t) => value - (trend[t] as number))
  return { trend, seasons, seasonLengths: used.map((i) => seasonLengths[i] as number), remainder, weights }
}

/** Adds a multiple of one array to another, in place. */
function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let t = 0; t < to.length; t++) to[t] = (to[t] as number) + times * (what[t] as number)
}
