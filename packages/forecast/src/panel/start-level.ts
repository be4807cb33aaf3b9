// SPDX-License-Identifier: Apache-2.0
import type { Track } from './track.ts'

/** Periods after its start over which a new series shows what it sells. */
const LAUNCH = 8
/** How many periods of its own outweigh what others of its group sold at their start. */
const DOUBT = 2
/** Launches below which a group says nothing of its own. */
const FEWEST = 3

/** Level of series i at an origin, above 0; undefined where nothing is known of it or of any like it, or all is 0. */
export type LevelAt = (i: number, origin: number) => number | undefined

/** Launches seen before each period: logarithms of their levels summed, and their number, [n + 1]. */
type Launches = { readonly logs: Float64Array; readonly count: Float64Array; readonly members: number }

/**
 * The level of a series; while it is young, between its own and what the others of its smallest group sold at their
 * start (of those groups with at least three launches; of the whole panel where no group has).
 */
export function levels(tracks: readonly Track[]): LevelAt {
  const launches = gather(tracks)
  const groupsOf = tracks.map((track) =>
    keysOf(track)
      .map((key) => launches.get(key) as Launches)
      .sort((a, b) => a.members - b.members),
  )
  return (i, origin) => {
    const track = tracks[i] as Track
    const age = origin - track.born
    const own = age > 0 ? (track.level[origin] as number) : Number.NaN
    if (age >= LAUNCH) return own > 0 ? own : undefined
    const like = groupsOf[i]?.find(({ count }) => (count[origin] as number) >= FEWEST)
    if (!like) return own > 0 ? own : undefined
    const start = Math.exp((like.logs[origin] as number) / (like.count[origin] as number))
    return age > 0 ? (age * own + DOUBT * start) / (age + DOUBT) : start
  }
}

function gather(tracks: readonly Track[]): Map<string, Launches> {
  const n = tracks[0]?.y.length ?? 0
  const out = new Map<string, { logs: Float64Array; count: Float64Array; members: number }>()
  for (const track of tracks) {
    // What was there from the panel's first period on started before, nobody knows when.
    const seen = track.born > 0 ? track.born + LAUNCH : Number.POSITIVE_INFINITY
    const level = seen <= n ? (track.level[seen] as number) : 0
    for (const key of keysOf(track)) {
      const group = out.get(key) ?? { logs: new Float64Array(n + 1), count: new Float64Array(n + 1), members: 0 }
      group.members += 1
      if (level > 0) {
        group.logs[seen] = (group.logs[seen] as number) + Math.log(level)
        group.count[seen] = (group.count[seen] as number) + 1
      }
      out.set(key, group)
    }
  }
  for (const { logs, count } of out.values()) {
    for (let t = 0; t < n; t++) {
      logs[t + 1] = (logs[t + 1] as number) + (logs[t] as number)
      count[t + 1] = (count[t + 1] as number) + (count[t] as number)
    }
  }
  return out
}

function keysOf({ series: { groups = {} } }: Track): string[] {
  return ['all', ...Object.entries(groups).map(([kind, group]) => `${kind} ${group}`)]
}
