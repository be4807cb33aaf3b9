// SPDX-License-Identifier: Apache-2.0
import { type BoostedTrees, fitBoosted, predictBoosted, quantile, quantileLoss } from '@resham/stats'
import type { PanelRows } from './rows.ts'
import type { PanelBand } from './types.ts'

/** Rows for the ends of an interval: they need fewer than the mean, and there are two to fit a level. */
const MOST_ROWS = 60_000
const TREES = 60
/** Rows in a leaf at least, as a share of all. */
const LEAST_LEAF_SHARE = 0.004
const LEAST_LEAF_ROWS = 20
const GROWTH = {
  shrinkage: 0.1,
  leaves: 15,
  minLeafHessian: 0,
  l2: 0,
  rowShare: 0.5,
  columnShare: 0.5,
  bins: 64,
} as const

/**
 * Intervals: trees for both ends, as multiples of the level, moved outwards (or inwards) until they hold as often as
 * they should on periods that the trees have not seen.
 *
 * @source Koenker and Bassett, 1978 (quantiles); Romano, Patterson and Candes, "Conformalized quantile regression",
 *         NeurIPS 2019, equation 6 (the widening).
 */
export function fitBands(learnt: PanelRows, judged: PanelRows, level: readonly number[], seed: number): PanelBand[] {
  const step = Math.max(1, Math.ceil(learnt.target.length / MOST_ROWS))
  const every = <T extends Float32Array | Float64Array>(values: T) => values.filter((_, i) => i % step === 0) as T
  const rows = { columns: learnt.columns.map(every), y: every(learnt.target) }
  const end = (share: number): BoostedTrees =>
    fitBoosted(rows, {
      ...GROWTH,
      minLeafRows: Math.max(LEAST_LEAF_ROWS, Math.round(LEAST_LEAF_SHARE * rows.y.length)),
      loss: quantileLoss(share),
      trees: TREES,
      seed,
    })
  return level.map((percent) => {
    const lower = end((100 - percent) / 200)
    const upper = end((100 + percent) / 200)
    const low = predictBoosted(lower, judged.columns)
    const high = predictBoosted(upper, judged.columns)
    const outside = judged.target.map((y, i) => Math.max((low[i] as number) - y, y - (high[i] as number)))
    return { level: percent, lower, upper, widening: quantile(Array.from(outside), percent / 100) }
  })
}
