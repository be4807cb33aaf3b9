// SPDX-License-Identifier: Apache-2.0
import type { CalendarEvent } from '../types.ts'
import { type FeatureFamily, ratio } from './feature.ts'
import { meanBetween, type Track } from './track.ts'

/** Periods before last year's origin that stand for last year's level. */
const BASE = 8
/** A ratio of two small sums can be anything; beyond this it says no more than "much more". */
const MOST = 10

/** What a panel is old enough to be told of its season. */
export type SeasonSight = {
  /** What happened a season ago. */
  readonly ago: boolean
  /** The place in the season. */
  readonly place: boolean
}

/**
 * A season ago counts from two seasons on: before, too few origins had one for the trees to learn what it is worth.
 * The place counts from three: before, a place is a single stretch of time, and trees learn by heart what happened
 * then.
 */
export function seasonSight(periods: number, seasonLength: number): SeasonSight {
  const seasons = seasonLength > 1 ? periods / seasonLength : 0
  return { ago: seasons >= 2, place: seasons >= 3 }
}

/** Where the period ahead stands in the season and among the events, and what the series did there a season ago. */
export function seasonFeatures(
  tracks: readonly Track[],
  options: { seasonLength: number; events: readonly CalendarEvent[]; phase: number; sight: SeasonSight },
): FeatureFamily {
  const { seasonLength, events, phase, sight } = options
  return {
    names: [
      'step',
      ...events.map(({ name }) => `event-${name}`),
      ...(sight.place ? ['season-sine', 'season-cosine'] : []),
      ...(sight.ago ? ['season-ago', 'season-ago-over-base'] : []),
    ],
    write(i, o, step, level, row, at) {
      const track = tracks[i] as Track
      const target = o + step
      let c = at
      row[c++] = step
      for (const { exposure } of events) row[c++] = exposure[target] as number
      if (sight.place) {
        const angle = (2 * Math.PI * (target + phase)) / seasonLength
        row[c++] = Math.sin(angle)
        row[c++] = Math.cos(angle)
      }
      if (!sight.ago) return
      const ago = target - seasonLength * Math.ceil((step + 1) / seasonLength)
      const last = Math.min(ago + 2, o)
      row[c++] = ago - 1 >= track.born ? meanBetween(track, ago - 1, last) / level : Number.NaN
      const then = o - seasonLength
      const base = then - BASE / 2 >= track.born ? meanBetween(track, then - BASE, then) : Number.NaN
      row[c++] = Math.min(MOST, ratio(meanBetween(track, ago - 2, Math.min(ago + 3, o)), base))
    },
  }
}
