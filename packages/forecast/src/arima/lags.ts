// SPDX-License-Identifier: Apache-2.0

/** The lags at which a polynomial is not 0, which with a season are few: [count] each, for loops that skip the rest. */
export type Lags = { count: number; readonly lag: Int32Array; readonly weight: Float64Array }

/** Room for the lags of a polynomial of degree `most`. */
export function lagsFor(most: number): Lags {
  return { count: 0, lag: new Int32Array(most), weight: new Float64Array(most) }
}

/** Notes where coefficients at lags 1, 2, ... are not 0. */
export function noteLags(coefficients: Float64Array, lags: Lags): void {
  let count = 0
  for (let i = 0; i < coefficients.length; i++) {
    const weight = coefficients[i] as number
    if (weight === 0) continue
    lags.lag[count] = i + 1
    lags.weight[count] = weight
    count += 1
  }
  lags.count = count
}

/**
 * Errors of the plain recursion e_t = w_t - sum phi_i w_(t-i) - sum theta_j e_(t-j), for t from `from` to the end.
 * What stands in e before `from` is taken as it is; before the first value, w and e are 0.
 */
export function recurse(w: Float64Array, ar: Lags, ma: Lags, e: Float64Array, from: number): void {
  for (let t = from; t < w.length; t++) {
    let said = 0
    for (let i = 0; i < ar.count; i++) {
      const lag = ar.lag[i] as number
      if (lag > t) break
      said += (ar.weight[i] as number) * (w[t - lag] as number)
    }
    for (let j = 0; j < ma.count; j++) {
      const lag = ma.lag[j] as number
      if (lag > t) break
      said += (ma.weight[j] as number) * (e[t - lag] as number)
    }
    e[t] = (w[t] as number) - said
  }
}
