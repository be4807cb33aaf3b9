// SPDX-License-Identifier: Apache-2.0
import type { CalendarEvent } from '../types.ts'
import { aheadFeatures, pastFeatures } from './column-features.ts'
import { type FeatureFamily, together } from './feature.ts'
import { groupFeatures } from './group-features.ts'
import { ownFeatures } from './own-features.ts'
import { type SeasonSight, seasonFeatures, seasonSight } from './season-features.ts'
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
 * @param seen What the fit was told of the season, where it is used again; otherwise the panel's age says.
 */
export function assemble(
  series: readonly PanelSeries[],
  options: { h: number; seasonLength: number; events: readonly CalendarEvent[]; origin: number | undefined },
  seen?: SeasonSight,
): AssembledPanel {
  const { h, seasonLength, events } = options
  const n = series.reduce((longest, { y }) => Math.max(longest, y.length), 0)
  const tracks = series.map((one) => trackOf(one, n))
  const phase = (options.origin ?? n) - n
  const sight = seen ?? seasonSight(n, seasonLength)
  const features = together([
    ownFeatures(tracks),
    pastFeatures(tracks),
    aheadFeatures(tracks, h),
    seasonFeatures(tracks, { seasonLength, events, phase, sight }),
    groupFeatures(tracks, { seasonLength, sight }),
  ])
  return { tracks, features, levelAt: levels(tracks), n }
}
