// SPDX-License-Identifier: Apache-2.0
import { type FeatureFamily, ratio } from './feature.ts'
import type { SeasonSight } from './season-features.ts'
import type { Track } from './track.ts'

/** A single period counts towards its group with at most this multiple of the level before it: one great order is no trend. */
const MOST_OF_LEVEL = 5
const SHORT = 4
const LONG = 12
/** Periods before a season ago that stand for the level then. */
const BASE = 8

/** Value of what a group sold, summed up to each period, [n + 1]. */
type GroupSums = Float64Array

/**
 * What the whole panel, the groups of the series and its tags do: whether they have been rising, and how they went
 * from here a season ago.
 */
export function groupFeatures(
  tracks: readonly Track[],
  { seasonLength, sight }: { seasonLength: number; sight: SeasonSight },
): FeatureFamily {
  const kinds = [...new Set(tracks.flatMap((track) => Object.keys(track.series.groups ?? {})))].sort()
  const sums = sumGroups(tracks, kinds)
  const memberOf = tracks.map((track) => [
    sums.get('all'),
    ...kinds.map((kind) => sums.get(groupKey(kind, track.series.groups?.[kind]))),
  ])
  const tagged = tracks.map((track) => (track.series.tags ?? []).map((tag) => sums.get(tagKey(tag)) as GroupSums))
  const each = sight.ago ? ['rising', 'season-ago'] : ['rising']
  return {
    names: ['all', ...kinds.map((kind) => `group-${kind}`), 'tags'].flatMap((name) =>
      each.map((what) => `${name}-${what}`),
    ),
    write(i, o, step, _level, row, at) {
      let c = at
      for (const group of memberOf[i] as (GroupSums | undefined)[]) {
        row[c++] = group ? rising(group, o) : Number.NaN
        if (sight.ago) row[c++] = group ? seasonAgo(group, o, step, seasonLength) : Number.NaN
      }
      const tags = tagged[i] as GroupSums[]
      row[c++] = meanOfLogs(tags, (tag) => rising(tag, o))
      if (sight.ago) row[c++] = meanOfLogs(tags, (tag) => seasonAgo(tag, o, step, seasonLength))
    },
  }
}

function rising(group: GroupSums, o: number): number {
  return o < LONG ? Number.NaN : ratio(between(group, o - SHORT, o), between(group, o - LONG, o))
}

/** Last season's sales around the period ahead, over those just before last season's origin. */
function seasonAgo(group: GroupSums, o: number, step: number, seasonLength: number): number {
  const then = o - seasonLength
  if (then < BASE) return Number.NaN
  const ago = o + step - seasonLength * Math.ceil((step + 1) / seasonLength)
  return ratio(between(group, ago - 1, Math.min(ago + 2, o)), between(group, then - BASE, then))
}

/** Mean per period over from..to - 1. */
function between(group: GroupSums, from: number, to: number): number {
  const start = Math.max(0, from)
  return ((group[to] as number) - (group[start] as number)) / Math.max(1, to - start)
}

/** Mean of the logarithms of ratios, each drawn a little towards 1 so that a zero does not decide alone. */
function meanOfLogs(tags: readonly GroupSums[], of: (tag: GroupSums) => number): number {
  let total = 0
  let count = 0
  for (const tag of tags) {
    const value = of(tag)
    if (Number.isNaN(value)) continue
    total += Math.log((Math.max(0, value) + 0.1) / 1.1)
    count += 1
  }
  return count > 0 ? total / count : Number.NaN
}

function sumGroups(tracks: readonly Track[], kinds: readonly string[]): Map<string, GroupSums> {
  const n = tracks[0]?.y.length ?? 0
  const sums = new Map<string, GroupSums>([['all', new Float64Array(n + 1)]])
  for (const track of tracks) {
    const { groups = {}, tags = [], value = 1 } = track.series
    const keys = ['all', ...new Set([...kinds.map((kind) => groupKey(kind, groups[kind])), ...tags.map(tagKey)])]
    for (const key of keys) {
      if (!sums.has(key)) sums.set(key, new Float64Array(n + 1))
      const into = sums.get(key) as GroupSums
      for (let t = track.born; t < n; t++) into[t + 1] = (into[t + 1] as number) + value * calm(track, t)
    }
  }
  for (const one of sums.values()) for (let t = 0; t < n; t++) one[t + 1] = (one[t + 1] as number) + (one[t] as number)
  return sums
}

/** What the series sold in a period, without the excess of an extraordinary one. */
function calm(track: Track, t: number): number {
  const level = track.level[t] as number
  const value = track.y[t] as number
  return level > 0 ? Math.min(value, MOST_OF_LEVEL * level) : value
}

function groupKey(kind: string, group: string | undefined): string {
  return `group ${kind} ${group ?? ''}`
}

function tagKey(tag: string): string {
  return `tag ${tag}`
}
