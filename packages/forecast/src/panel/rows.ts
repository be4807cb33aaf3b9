// SPDX-License-Identifier: Apache-2.0
import { type Random, seededRandom } from '@resham/base'
import type { FeatureFamily } from './feature.ts'
import type { LevelAt } from './start-level.ts'
import type { Track } from './track.ts'

/** Recent periods whose value says how much a series counts. */
export const WEIGHT_PERIODS = 12
/** A series that sold nothing lately counts this much of its level: little, but its forecast is asked for too. */
const LEAST_WEIGHT = 0.05

/** Rows for the trees, by column: one a series, origin and step. */
export type PanelRows = {
  /** [features][rows] */
  readonly columns: readonly Float32Array[]
  /** What came, as a multiple of the level, [rows]. */
  readonly target: Float64Array
  /** The level in units of the scale of errors, [rows]: turns an error in levels into one in scales. */
  readonly levelOverScale: Float64Array
  /** What a series and block counts, [rows]. */
  readonly weight: Float64Array
  /** Number of the series and block that a row belongs to, ascending, [rows]. */
  readonly block: Int32Array
}

/** Which past to look at. */
export type RowPlan = {
  /** First periods of the blocks; each is h periods long, and each origin within it looks ahead to its end. */
  readonly blocks: readonly number[]
  readonly h: number
  /** Pairs of origin and step drawn in a block, at most. */
  readonly pairs: number
  readonly seed: number
}

/** Picks pairs of origin and step from the past and writes their features. */
export function rowsOf(tracks: readonly Track[], features: FeatureFamily, levelAt: LevelAt, plan: RowPlan): PanelRows {
  const random = seededRandom(plan.seed)
  const size = plan.blocks.length * tracks.length * Math.min(plan.pairs, (plan.h * (plan.h + 1)) / 2)
  const columns = features.names.map(() => new Float32Array(size))
  const target = new Float64Array(size)
  const levelOverScale = new Float64Array(size)
  const weight = new Float64Array(size)
  const block = new Int32Array(size)
  const row = new Float64Array(features.names.length)
  let count = 0
  let number = 0
  for (const start of plan.blocks) {
    for (let i = 0; i < tracks.length; i++) {
      const track = tracks[i] as Track
      const before = count
      const at = Math.max(start, track.born)
      const level0 = at < start + plan.h ? levelAt(i, at) : undefined
      if (level0 === undefined) continue
      // One scale and one weight for the block: what the error of the whole block is measured with.
      const scale = at > track.born ? (track.scale[at] as number) : level0
      const counts = weightAt(track, at, level0)
      for (const [o, step] of drawPairs(start, plan, random)) {
        const level = o >= track.born ? levelAt(i, o) : undefined
        if (level === undefined) continue
        features.write(i, o, step, level, row, 0)
        for (let c = 0; c < row.length; c++) (columns[c] as Float32Array)[count] = row[c] as number
        target[count] = (track.y[o + step] as number) / level
        levelOverScale[count] = level / scale
        weight[count] = counts
        block[count] = number
        count += 1
      }
      if (count > before) number += 1
    }
  }
  return {
    columns: columns.map((column) => column.subarray(0, count)),
    target: target.subarray(0, count),
    levelOverScale: levelOverScale.subarray(0, count),
    weight: weight.subarray(0, count),
    block: block.subarray(0, count),
  }
}

/** Value of the units of recent periods. */
export function weightAt(track: Track, origin: number, level: number): number {
  const from = Math.max(track.born, origin - WEIGHT_PERIODS)
  const recent = Math.abs((track.sums[origin] as number) - (track.sums[from] as number))
  return (track.series.value ?? 1) * Math.max(recent, LEAST_WEIGHT * WEIGHT_PERIODS * level)
}

/** Distinct pairs of origin and step within a block, drawn without replacement. */
function drawPairs(start: number, { h, pairs }: RowPlan, random: Random): [number, number][] {
  const total = (h * (h + 1)) / 2
  const seen = new Set<number>()
  const out: [number, number][] = []
  while (out.length < Math.min(pairs, total)) {
    const pick = total <= pairs ? out.length : random.integer(total)
    if (seen.has(pick)) continue
    seen.add(pick)
    // Pairs are numbered by origin: h of the first, h - 1 of the next.
    let origin = 0
    let rest = pick
    while (rest >= h - origin) {
      rest -= h - origin
      origin += 1
    }
    out.push([start + origin, rest])
  }
  return out
}
