// SPDX-License-Identifier: Apache-2.0
import { solvePositive } from '@resham/stats'

/** Ridge of the first look, from which the size of the coefficients and of the noise are read. */
const FIRST_RIDGE = 30
/** Rows learnt from, at most, the last ones: for some sixty coefficients more add time and nothing else. */
const MOST_ROWS = 10_000
/** Ridges beyond these would let rounding decide, or leave nothing of the past. */
const RIDGES = [0.1, 10_000] as const

/**
 * Fits each value by a constant and by values before it, with shrinkage of all but the constant.
 *
 * How much to shrink is read from the series: the number of coefficients times the variance of the noise over the sum
 * of their squares, both from a first look. Where the past says much (the hour of yesterday) it is nearly nothing;
 * where it says little (last week of a wandering price) most is taken for luck.
 *
 * @param z    [n], mean 0 and variance 1.
 * @param lags Ascending, the last below n.
 * @returns    The constant and one coefficient a lag: [1 + lags].
 * @source Hoerl and Kennard, "Ridge regression", Technometrics 12, 1970; the ridge: Hoerl, Kennard and Baldwin, "Ridge
 *         regression: some simulations", Communications in Statistics 4, 1975.
 */
export function fitRidge(z: Float64Array, lags: readonly number[]): Float64Array {
  const { products, targets, squares, rows } = momentsOf(z, lags)
  const p = lags.length
  const first = solve(products, targets, FIRST_RIDGE)
  let error = squares
  let size = 0
  for (let i = 0; i <= p; i++) {
    const one = first[i] as number
    error -= 2 * one * (targets[i] as number)
    for (let j = 0; j <= p; j++) error += one * (first[j] as number) * ((products[i] as number[])[j] as number)
    if (i > 0) size += one * one
  }
  const noise = Math.max(error, 1e-12) / Math.max(1, rows > 2 * p ? rows - p : rows / 2)
  const ridge = (p * noise) / Math.max(size, 1e-6)
  return solve(products, targets, Math.min(RIDGES[1], Math.max(RIDGES[0], ridge)))
}

function solve(products: readonly number[][], targets: readonly number[], ridge: number): Float64Array {
  const ridged = products.map((row, i) => row.map((value, j) => (i === j && i > 0 ? value + ridge : value)))
  const found = solvePositive(ridged, targets)
  // A ridge above zero leaves nothing collinear; should rounding say otherwise, the past is not used.
  return Float64Array.from(found ?? targets.map(() => 0))
}

/** Sums of products of the lagged values with each other and with the value to be fitted. */
function momentsOf(z: Float64Array, lags: readonly number[]) {
  const p = lags.length
  const furthest = lags[p - 1] as number
  const upper = new Float64Array((p + 1) * (p + 1))
  const targets = new Float64Array(p + 1)
  const row = new Float64Array(p + 1)
  row[0] = 1
  let squares = 0
  const from = Math.max(furthest, z.length - MOST_ROWS)
  for (let t = from; t < z.length; t++) {
    for (let i = 0; i < p; i++) row[i + 1] = z[t - (lags[i] as number)] as number
    const value = z[t] as number
    squares += value * value
    for (let i = 0; i <= p; i++) {
      const one = row[i] as number
      targets[i] = (targets[i] as number) + one * value
      const at = i * (p + 1)
      for (let j = i; j <= p; j++) upper[at + j] = (upper[at + j] as number) + one * (row[j] as number)
    }
  }
  const cell = (i: number, j: number) => upper[Math.min(i, j) * (p + 1) + Math.max(i, j)] as number
  const products = Array.from({ length: p + 1 }, (_, i) => Array.from({ length: p + 1 }, (_, j) => cell(i, j)))
  return { products, targets: Array.from(targets), squares, rows: z.length - from }
}
