// SPDX-License-Identifier: Apache-2.0
import type { CalendarEvent } from '../types.ts'
import { aheadFeatures, pastFeatures } from './column-features.ts'
import { type FeatureFamily, together } from './feature.ts'
import { groupFeatures } from './group-features.ts'
import { ownFeatures } from './own-features.ts'
import { SEASONS_FOR_PLACE, seasonFeatures } from './season-features.ts'
import { type LevelAt, levels } from './start-level.ts'
import { type Track, trackOf } from './track.ts'
import type { PanelSeries } from './types.ts'

/** A panel laid out: everything that rows are made from. */
export type AssembledPanel = {
  readonly tracks: readonly Track[]
  readonly features: FeatureFamily
  readonly levelAt: LevelAt
  /** Periods of the longest series: the origin of the forecast. */
  readonly n: number
}

/**
 * Lays all series on one time, and gets the families of features ready.
 *
 * @param place Whether the place in the season is a feature; where a fit is used again, whether it was.
 */
export function assemble(
  series: readonly PanelSeries[],
  options: { h: number; seasonLength: number; events: readonly CalendarEvent[]; origin: number | undefined },
  place?: boolean,
): AssembledPanel {
  const { h, seasonLength, events } = options
  const n = series.reduce((longest, { y }) => Math.max(longest, y.length), 0)
  const tracks = series.map((one) => trackOf(one, n))
  const phase = (options.origin ?? n) - n
  const features = together([
    ownFeatures(tracks),
    pastFeatures(tracks),
    aheadFeatures(tracks, h),
    seasonFeatures(tracks, { seasonLength, events, phase, place: place ?? isOldEnough(n, seasonLength) }),
    groupFeatures(tracks, seasonLength),
  ])
  return { tracks, features, levelAt: levels(tracks), n }
}

function isOldEnough(n: number, seasonLength: number): boolean {
  return seasonLength > 1 && n >= SEASONS_FOR_PLACE * seasonLength
}
