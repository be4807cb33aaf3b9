// SPDX-License-Identifier: Apache-2.0
import { type Random, seededRandom } from '@resham/base'
import type { FeatureFamily } from './feature.ts'
import type { LevelAt } from './start-level.ts'
import type { Track } from './track.ts'

/** Recent periods whose value says how much a series counts. */
const WEIGHT_PERIODS = 12
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
  /** How many origins of the block look at the same period: what a row counts among those of its block, [rows]. */
  readonly share: Float64Array
  /** Number of the series and block that a row belongs to, ascending, [rows]. */
  readonly block: Int32Array
}

/** Which past to look at. */
export type RowPlan = {
  /** First periods of the blocks; each is h periods long, and each origin within it looks ahead to its end. */
  readonly blocks: readonly number[]
  readonly h: number
  /** Periods of a block that are looked at, at most, spread evenly; each from one origin before it. */
  readonly targets: number
  /** Share of the series that a block looks at, drawn anew for each; all when 1. */
  readonly share: number
  readonly seed: number
}

/** Picks pairs of origin and step from the past and writes their features: see RowPlan. */
export function rowsOf(tracks: readonly Track[], features: FeatureFamily, levelAt: LevelAt, plan: RowPlan): PanelRows {
  const random = seededRandom(plan.seed)
  // Draws of a share spread about it: four standard deviations and a little are room enough.
  const draws = plan.blocks.length * tracks.length
  const most = Math.min(draws, Math.ceil(plan.share * draws + 2 * Math.sqrt(draws)) + 16)
  const size = most * Math.min(plan.targets, plan.h)
  const columns = features.names.map(() => new Float32Array(size))
  const target = new Float64Array(size)
  const levelOverScale = new Float64Array(size)
  const weight = new Float64Array(size)
  const share = new Float64Array(size)
  const block = new Int32Array(size)
  const row = new Float64Array(features.names.length)
  let count = 0
  let number = 0
  for (const start of plan.blocks) {
    for (let i = 0; i < tracks.length; i++) {
      if (count + Math.min(plan.targets, plan.h) > size || (plan.share < 1 && random.next() >= plan.share)) continue
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
        share[count] = o - start + step + 1
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
    share: share.subarray(0, count),
    block: block.subarray(0, count),
  }
}

/** Value of the units of recent periods. */
function weightAt(track: Track, origin: number, level: number): number {
  const from = Math.max(track.born, origin - WEIGHT_PERIODS)
  const recent = Math.abs((track.sums[origin] as number) - (track.sums[from] as number))
  return (track.series.value ?? 1) * Math.max(recent, LEAST_WEIGHT * WEIGHT_PERIODS * level)
}

/** Periods of a block, evenly spread from a random start, each with an origin drawn from those before it. */
function drawPairs(start: number, { h, targets }: RowPlan, random: Random): [number, number][] {
  const count = Math.min(targets, h)
  const shift = count < h ? random.next() : 0
  return Array.from({ length: count }, (_, i) => {
    const target = Math.floor(((i + shift) * h) / count)
    const origin = random.integer(target + 1)
    return [start + origin, target - origin]
  })
}
