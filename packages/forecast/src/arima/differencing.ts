// SPDX-License-Identifier: Apache-2.0

/**
 * Differences of a series: D times from the season before, d times from the period before.
 *
 * @param y Shape [n]. @returns Shape [n - d - D m], or empty where that is not above 0.
 */
export function difference(y: Float64Array, d: number, D: number, seasonLength: number): Float64Array {
  let out = y
  for (let i = 0; i < D; i++) out = differenceOnce(out, seasonLength)
  for (let i = 0; i < d; i++) out = differenceOnce(out, 1)
  return out
}

function differenceOnce(y: Float64Array, lag: number): Float64Array {
  const out = new Float64Array(Math.max(0, y.length - lag))
  for (let t = 0; t < out.length; t++) out[t] = (y[t + lag] as number) - (y[t] as number)
  return out
}

/** Whether a series is one value throughout, to within the rounding of values of size `size`. */
export function isConstant(y: Float64Array, size: number): boolean {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of y) {
    if (value < least) least = value
    if (value > most) most = value
  }
  return !(most - least > 1e-13 * size)
}
