// SPDX-License-Identifier: Apache-2.0
import { seasonalIndices } from '../smoothing/decompose.ts'
import { isSeasonal } from '../smoothing/seasonality.ts'
import type { Fit } from '../types.ts'

/** A season that stays as it is: taken out before a model without season is fitted, and put back on what it says. */
export type FixedSeason = {
  /** Whether the indices multiply (they average 1) or are added (they average 0). */
  readonly multiplicative: boolean
  /** Shape [m], index t mod m; empty where there is no season. */
  readonly indices: readonly number[]
}

/** A multiplied index below this would make a mountain of any value that it divides. */
const SMALLEST_INDEX = 0.01

/**
 * The season of a series, by a test for it and classical decomposition: multiplied where all values are above zero,
 * added otherwise and where an index would be next to nothing.
 *
 * @param y Finite values; without a season where they are fewer than two seasons and one value.
 * @source Assimakopoulos and Nikolopoulos, IJF 16, 2000; the choice of kind as in Fiorucci et al., R package forecTheta.
 */
export function findSeason(y: Float64Array, seasonLength: number): FixedSeason {
  if (!isSeasonal(y, seasonLength)) return { multiplicative: false, indices: [] }
  if (y.every((value) => value > 0)) {
    const indices = seasonalIndices(y, seasonLength, true)
    if (indices.every((index) => index >= SMALLEST_INDEX)) return { multiplicative: true, indices: Array.from(indices) }
  }
  return { multiplicative: false, indices: Array.from(seasonalIndices(y, seasonLength, false)) }
}

/** The season that a fit holds: `parameters.multiplicative`, `state.indices`. */
export function seasonOf(fit: Fit): FixedSeason {
  return { multiplicative: fit.parameters.multiplicative === 1, indices: fit.state.indices as readonly number[] }
}

/** The values without the season; the first of them stands at time `from`. */
export function takeOut(y: Float64Array, from: number, { multiplicative, indices }: FixedSeason): Float64Array {
  const m = indices.length
  if (m === 0) return y
  return y.map((value, i) => {
    const index = indices[(from + i) % m] as number
    return multiplicative ? value / index : value - index
  })
}

/** Puts the season back, in place, on values of which the first stands at time `from`. */
export function putBack(values: Float64Array, from: number, { multiplicative, indices }: FixedSeason): Float64Array {
  const m = indices.length
  for (let i = 0; m > 0 && i < values.length; i++) {
    const index = indices[(from + i) % m] as number
    values[i] = multiplicative ? (values[i] as number) * index : (values[i] as number) + index
  }
  return values
}
