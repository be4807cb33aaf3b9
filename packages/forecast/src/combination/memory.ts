// SPDX-License-Identifier: Apache-2.0

/** Autocorrelations of lags 1 to `lags`, [lags]; 0 beyond the series' end, and all 0 where nothing varies. */
export function autocorrelations(y: Float64Array, lags: number): Float64Array {
  const n = y.length
  let centre = 0
  for (let t = 0; t < n; t++) centre += (y[t] as number) / n
  const e = y.map((value) => value - centre)
  let power = 0
  for (const value of e) power += value * value
  const out = new Float64Array(lags)
  if (!(power > 0)) return out
  for (let lag = 1; lag <= lags && lag < n; lag++) {
    let product = 0
    for (let t = lag; t < n; t++) product += (e[t] as number) * (e[t - lag] as number)
    out[lag - 1] = product / power
  }
  return out
}

/** An auto-regression read from autocorrelations. */
export type Levinson = {
  /** Partial autocorrelations, [p]. */
  readonly partial: Float64Array
  /** Coefficients of the auto-regression of order p, [p]. */
  readonly coefficients: Float64Array
}

/**
 * Partial autocorrelations, and the auto-regression of the same order.
 *
 * @source Durbin, "The fitting of time-series models", Review of the International Statistical Institute 28, 1960.
 */
export function levinson(correlations: Float64Array): Levinson {
  const p = correlations.length
  const partial = new Float64Array(p)
  let phi = new Float64Array(p)
  let left = 1
  for (let k = 0; k < p; k++) {
    let gained = correlations[k] as number
    for (let j = 0; j < k; j++) gained -= (phi[j] as number) * (correlations[k - 1 - j] as number)
    // Rounding may leave nothing to explain; then there is nothing more to learn.
    if (left < 1e-9) break
    const own = gained / left
    const next = phi.slice()
    for (let j = 0; j < k; j++) next[j] = (phi[j] as number) - own * (phi[k - 1 - j] as number)
    next[k] = own
    partial[k] = own
    left *= 1 - own * own
    phi = next
  }
  return { partial, coefficients: phi }
}

/** Changes from one value to the next, [n - 1]. */
export function changesOf(y: Float64Array): Float64Array {
  return Float64Array.from({ length: Math.max(0, y.length - 1) }, (_, t) => (y[t + 1] as number) - (y[t] as number))
}

/** Sum of squares. */
export function squaresOf(values: Float64Array): number {
  let total = 0
  for (const value of values) total += value * value
  return total
}
