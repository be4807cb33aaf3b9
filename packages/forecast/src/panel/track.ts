// SPDX-License-Identifier: Apache-2.0
import type { PanelSeries } from './types.ts'

/** How quickly the running averages forget; the second and fourth make the level. */
export const PACES = [0.05, 0.1, 0.2, 0.3, 0.6] as const
/** The level is at least this share of the scale, or a series about to wake up would be a multiple of nothing. */
const LEAST_LEVEL = 0.05

/** One series on the panel's common time, with what every origin needs already added up. Index o means: before o. */
export type Track = {
  readonly series: PanelSeries
  /** Panel period of its first value. */
  readonly born: number
  /** Values by panel period, [n]; 0 before it was born. */
  readonly y: Float64Array
  /** Running averages by pace, [PACES][n + 1]. */
  readonly averages: readonly Float64Array[]
  /** Sums of y, [n + 1]. */
  readonly sums: Float64Array
  /** Number of zeros since it was born, [n + 1]. */
  readonly zeros: Float64Array
  /** Periods since the last value other than zero, [n + 1]. */
  readonly since: Float64Array
  /** Root mean squared change from period to period, [n + 1]: the scale of errors. */
  readonly scale: Float64Array
  /** The level, [n + 1]; NaN before the first value, 0 while all values are 0. */
  readonly level: Float64Array
}

/** Lays a series on the panel's time of n periods and adds up. */
export function trackOf(series: PanelSeries, n: number): Track {
  const born = n - series.y.length
  const y = new Float64Array(n)
  y.set(series.y, born)
  const sums = new Float64Array(n + 1)
  const zeros = new Float64Array(n + 1)
  const since = new Float64Array(n + 1)
  const scale = new Float64Array(n + 1)
  const level = new Float64Array(n + 1).fill(Number.NaN)
  const averages = PACES.map((pace) => runningAverage(y, born, pace))
  const sizes = y.map(Math.abs)
  const slow = runningAverage(sizes, born, PACES[1])
  const quick = runningAverage(sizes, born, PACES[3])
  let squares = 0
  for (let t = born; t < n; t++) {
    const value = y[t] as number
    sums[t + 1] = (sums[t] as number) + value
    zeros[t + 1] = (zeros[t] as number) + (value === 0 ? 1 : 0)
    since[t + 1] = value === 0 ? (since[t] as number) + 1 : 0
    if (t > born) squares += (value - (y[t - 1] as number)) ** 2
    const ordinary = 0.5 * (slow[t + 1] as number) + 0.5 * (quick[t + 1] as number)
    // A first value shows no change yet: its own size stands in, and counts as one change from then on.
    scale[t + 1] = Math.sqrt((squares + ordinary * ordinary) / (t - born + 1))
    level[t + 1] = Math.max(ordinary, LEAST_LEVEL * (scale[t + 1] as number))
  }
  return { series, born, y, averages, sums, zeros, since, scale, level }
}

/** Exponentially weighted average of what lies before each period, weights adding to 1 from the start, [n + 1]. */
export function runningAverage(values: Float64Array, from: number, pace: number): Float64Array {
  const out = new Float64Array(values.length + 1).fill(Number.NaN)
  let total = 0
  let weight = 0
  for (let t = from; t < values.length; t++) {
    const value = values[t] as number
    if (!Number.isNaN(value)) {
      total = (1 - pace) * total + pace * value
      weight = (1 - pace) * weight + pace
    }
    if (weight > 0) out[t + 1] = total / weight
  }
  return out
}

/** Mean over the periods from..to - 1 that the series has lived; NaN when there is none. */
export function meanBetween(track: Track, from: number, to: number): number {
  const start = Math.max(from, track.born)
  if (to <= start) return Number.NaN
  return ((track.sums[to] as number) - (track.sums[start] as number)) / (to - start)
}
