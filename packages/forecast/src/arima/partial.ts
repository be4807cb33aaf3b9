// SPDX-License-Identifier: Apache-2.0

// Beyond this a partial autocorrelation is a unit root to the search, and its tangent of no use.
const MOST_PARTIAL = 0.99

/**
 * Autoregressive coefficients from free numbers: their hyperbolic tangents are partial autocorrelations, and any
 * partial autocorrelations between -1 and 1 belong to a stationary process.
 *
 * @param free   Reads k numbers from `at` on. @param out Shape [k]; the coefficients at lags 1 to k.
 * @param sign   1 for an autoregression; -1 for a moving average, whose polynomial has the other sign.
 * @source Monahan, "A note on enforcing stationarity in autoregressive-moving average models", Biometrika 71, 1984.
 */
export function coefficientsOf(free: Float64Array, at: number, out: Float64Array, sign: -1 | 1): void {
  const k = out.length
  for (let j = 0; j < k; j++) {
    const partial = Math.tanh(free[at + j] as number)
    // Levinson's step, in place: pairs from both ends.
    for (let i = 0, back = j - 1; i <= back; i++, back--) {
      const low = out[i] as number
      const high = out[back] as number
      out[i] = low - partial * high
      if (i !== back) out[back] = high - partial * low
    }
    out[j] = partial
  }
  if (sign === -1) for (let j = 0; j < k; j++) out[j] = -(out[j] as number)
}

/**
 * Partial autocorrelations of autoregressive coefficients, by taking Levinson's steps back.
 *
 * @returns Shape [k]; the walk ends early, with what is left at 0, at the first that is not between -1 and 1.
 */
export function partialsOf(coefficients: ArrayLike<number>): { partials: Float64Array; stationary: boolean } {
  const k = coefficients.length
  const rest = Float64Array.from(coefficients)
  const partials = new Float64Array(k)
  for (let j = k - 1; j >= 0; j--) {
    const partial = rest[j] as number
    if (!(Math.abs(partial) < 1)) return { partials, stationary: false }
    partials[j] = partial
    const scale = 1 / (1 - partial * partial)
    for (let i = 0, back = j - 1; i <= back; i++, back--) {
      const low = rest[i] as number
      const high = rest[back] as number
      rest[i] = (low + partial * high) * scale
      if (i !== back) rest[back] = (high + partial * low) * scale
    }
  }
  return { partials, stationary: true }
}

/**
 * Whether all roots of 1 - c1 z - c2 z^2 - ... are further than `margin` from 0: with each coefficient times a power
 * of the margin it is still stationary. No root need be found.
 *
 * @source Schur and Cohn's criterion, in the form of Barndorff-Nielsen and Schou, J. Multivariate Analysis 3, 1973.
 */
export function rootsBeyond(coefficients: Float64Array, margin: number): boolean {
  let power = 1
  const scaled = coefficients.map((c) => {
    power *= margin
    return c * power
  })
  return partialsOf(scaled).stationary
}

/** Free numbers whose coefficients are those given, drawn towards 0 until they are stationary. */
export function freeOf(coefficients: ArrayLike<number>, sign: -1 | 1): Float64Array {
  let given = Float64Array.from(coefficients, (c) => sign * c)
  for (let turn = 0; turn < 40; turn++) {
    const { partials, stationary } = partialsOf(given)
    if (stationary && partials.every((partial) => Math.abs(partial) < MOST_PARTIAL)) {
      return partials.map((partial) => Math.atanh(partial))
    }
    // c_i times 0.9^i moves every root outwards by a ninth.
    let power = 1
    given = given.map((c) => {
      power *= 0.9
      return c * power
    })
  }
  return new Float64Array(coefficients.length)
}
