// SPDX-License-Identifier: Apache-2.0
import { type FeatureFamily, ratio } from './feature.ts'
import { runningAverage, type Track } from './track.ts'
import type { PastColumn } from './types.ts'

const SLOW = 0.1
const QUICK = 0.35

type Laid = { readonly last: Float64Array; readonly slow: Float64Array; readonly quick: Float64Array }

/** What else was measured up to the origin: its last value, its slow and its quick average, and what it is of y. */
export function pastFeatures(tracks: readonly Track[]): FeatureFamily {
  const names = namesOf(tracks, (track) => Object.keys(track.series.past ?? {}))
  const laid = tracks.map((track) => names.map((name) => layPast(track, track.series.past?.[name])))
  return {
    names: names.flatMap((name) => [`${name}-last`, `${name}-slow`, `${name}-quick`, `${name}-relative`]),
    write(i, o, _step, level, row, at) {
      const track = tracks[i] as Track
      let c = at
      for (let k = 0; k < names.length; k++) {
        const column = laid[i]?.[k]
        const unit = column?.unit === 'y' ? level : 1
        const slow = column ? (column.slow[o] as number) : Number.NaN
        const quick = column ? (column.quick[o] as number) : Number.NaN
        row[c++] = column ? (column.last[o] as number) / unit : Number.NaN
        row[c++] = slow / unit
        row[c++] = quick / unit
        // In units of y: its share of y. In its own: now against usually.
        row[c++] = column?.unit === 'y' ? ratio(slow, track.averages[1]?.[o] as number) : ratio(quick, slow)
      }
    },
  }
}

function layPast(track: Track, column: PastColumn | undefined): (Laid & { unit: 'y' | 'own' }) | undefined {
  if (!column) return undefined
  const n = track.y.length
  const values = new Float64Array(n).fill(Number.NaN)
  values.set(column.values, track.born)
  const last = new Float64Array(n + 1).fill(Number.NaN)
  for (let t = 0; t < n; t++) {
    const value = values[t] as number
    last[t + 1] = Number.isNaN(value) ? (last[t] as number) : value
  }
  return {
    unit: column.unit,
    last,
    slow: runningAverage(values, track.born, SLOW),
    quick: runningAverage(values, track.born, QUICK),
  }
}

/** What is known of the period ahead: the value there, and what it is of the usual one. */
export function aheadFeatures(tracks: readonly Track[], h: number): FeatureFamily {
  const names = namesOf(tracks, (track) => Object.keys(track.series.ahead ?? {}))
  const laid = tracks.map((track) =>
    names.map((name) => {
      const values = track.series.ahead?.[name]
      if (!values) return undefined
      const all = new Float64Array(track.y.length + h).fill(Number.NaN)
      all.set(values, track.born)
      return { all, usual: runningAverage(all, track.born, SLOW) }
    }),
  )
  return {
    names: names.flatMap((name) => [`${name}-ahead`, `${name}-ahead-relative`]),
    write(i, o, step, _level, row, at) {
      let c = at
      for (let k = 0; k < names.length; k++) {
        const column = laid[i]?.[k]
        const value = column ? (column.all[o + step] as number) : Number.NaN
        row[c++] = value
        row[c++] = column ? ratio(value, column.usual[o] as number) : Number.NaN
      }
    },
  }
}

/** Names that any series has, in alphabetical order: the order of the series must not matter. */
function namesOf(tracks: readonly Track[], of: (track: Track) => string[]): string[] {
  return [...new Set(tracks.flatMap(of))].sort()
}
