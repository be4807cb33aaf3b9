// SPDX-License-Identifier: Apache-2.0
import type { FeatureFamily } from './feature.ts'
import { ratio } from './feature.ts'
import { meanBetween, PACES, type Track } from './track.ts'

const LAGS = [1, 2, 3, 4] as const
const MEANS = [4, 13, 26, 52] as const
const MEDIANS = [4, 8, 13, 26] as const
const ZEROS = [4, 13, 26] as const
/** Beyond this an age says no more than "old". */
const OLD = 60

/** What the history of the series itself says, in multiples of its level. */
export function ownFeatures(tracks: readonly Track[]): FeatureFamily {
  return {
    names: [
      'age',
      'level-over-scale',
      'log-level',
      'first-of-panel',
      ...PACES.map((pace) => `average-${pace}`),
      ...LAGS.map((lag) => `lag-${lag}`),
      ...MEANS.map((n) => `mean-${n}`),
      ...MEDIANS.map((n) => `median-${n}`),
      ...ZEROS.map((n) => `zeros-${n}`),
      'since',
      'largest-13',
      'spread-13',
    ],
    write(i, o, _step, level, row, at) {
      const track = tracks[i] as Track
      const { born, y } = track
      let c = at
      row[c++] = Math.min(o - born, OLD)
      row[c++] = ratio(level, track.scale[o] as number)
      row[c++] = Math.log(level)
      row[c++] = born > 0 ? 0 : 1
      for (let p = 0; p < PACES.length; p++) row[c++] = (track.averages[p]?.[o] as number) / level
      for (const lag of LAGS) row[c++] = o - lag >= born ? (y[o - lag] as number) / level : Number.NaN
      for (const n of MEANS) row[c++] = meanBetween(track, o - n, o) / level
      for (const n of MEDIANS) row[c++] = medianBetween(y, Math.max(born, o - n), o) / level
      for (const n of ZEROS) {
        const from = Math.max(born, o - n)
        row[c++] = ratio((track.zeros[o] as number) - (track.zeros[from] as number), o - from)
      }
      row[c++] = track.since[o] as number
      const from = Math.max(born, o - 13)
      const mean = meanBetween(track, from, o)
      let largest = o > from ? Number.NEGATIVE_INFINITY : Number.NaN
      let squares = 0
      for (let t = from; t < o; t++) {
        const value = y[t] as number
        largest = Math.max(value, largest)
        squares += (value - mean) ** 2
      }
      row[c++] = largest / level
      row[c++] = o > from ? Math.sqrt(squares / (o - from)) / level : Number.NaN
    },
  }
}

const window = new Float64Array(26)

/** Median of y[from .. to - 1], at most 26 values; NaN of none. Sorted by insertion: the windows are short. */
function medianBetween(y: Float64Array, from: number, to: number): number {
  const n = to - from
  if (n <= 0) return Number.NaN
  for (let a = 0; a < n; a++) {
    const value = y[from + a] as number
    let b = a - 1
    while (b >= 0 && (window[b] as number) > value) {
      window[b + 1] = window[b] as number
      b--
    }
    window[b + 1] = value
  }
  const middle = n >> 1
  return n % 2 === 1 ? (window[middle] as number) : ((window[middle - 1] as number) + (window[middle] as number)) / 2
}
