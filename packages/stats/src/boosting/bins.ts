// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** A column cut into at most 254 bins: 0 is "not known", bin b >= 1 holds values up to edges[b - 1]. */
export type BinnedColumn = {
  readonly bins: Uint8Array
  /** Largest value of each bin, ascending, all of them values that occurred. */
  readonly edges: Float64Array
}

/** Enough to place 254 quantiles; sorting every value of a long column would cost more than the trees. */
const SAMPLE = 20_000

/**
 * Cuts a column into bins of about equally many rows; a column with fewer values than bins gets one bin a value.
 *
 * Edges are values of the column, so that a rising transformation of it changes nothing in the trees.
 *
 * @param column [n]; NaN where not known.
 * @param most   Bins at most, 2 to 254.
 * @throws stats.boosting-invalid for an infinite value.
 * @source Ke et al., "LightGBM", NeurIPS 2017, algorithm 1 (histograms), which takes middles between values instead.
 */
export function binColumn(column: ArrayLike<number>, most: number): BinnedColumn {
  const edges = edgesOf(column, most)
  return { bins: placeInBins(column, edges), edges }
}

/** Finds the bin of each value by halving; values beyond the last edge join the last bin. */
export function placeInBins(column: ArrayLike<number>, edges: Float64Array): Uint8Array {
  const bins = new Uint8Array(column.length)
  const last = edges.length - 1
  for (let i = 0; i < bins.length; i++) {
    const value = column[i] as number
    if (Number.isNaN(value)) continue
    let low = 0
    let high = last
    while (low < high) {
      const middle = (low + high) >> 1
      if (value <= (edges[middle] as number)) high = middle
      else low = middle + 1
    }
    bins[i] = low + 1
  }
  return bins
}

function edgesOf(column: ArrayLike<number>, most: number): Float64Array {
  const step = Math.max(1, Math.floor(column.length / SAMPLE))
  const values = new Float64Array(Math.ceil(column.length / step))
  let known = 0
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number
    if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) {
      throw new AppError('stats.boosting-invalid', { part: 'column', index: i })
    }
    if (i % step === 0 && !Number.isNaN(value)) values[known++] = value
  }
  const sorted = values.subarray(0, known).sort()
  if (known === 0) return Float64Array.of(0)
  const distinct: number[] = []
  const counts: number[] = []
  for (const value of sorted) {
    if (value === distinct.at(-1)) counts[counts.length - 1] = (counts.at(-1) as number) + 1
    else {
      distinct.push(value)
      counts.push(1)
    }
  }
  return distinct.length <= most ? Float64Array.from(distinct) : cutEvenly(distinct, counts, known, most)
}

/** Closes a bin when it holds its fair share of the rows still to be placed. */
function cutEvenly(distinct: readonly number[], counts: readonly number[], rows: number, most: number): Float64Array {
  const edges: number[] = []
  let rest = rows
  let held = 0
  for (let i = 0; i < distinct.length; i++) {
    held += counts[i] as number
    if (held >= rest / (most - edges.length) || i === distinct.length - 1) {
      edges.push(distinct[i] as number)
      rest -= held
      held = 0
    }
  }
  return Float64Array.from(edges)
}
