// SPDX-License-Identifier: Apache-2.0
import { type FilterState, stepFilter } from './exact-filter.ts'
import { expanded } from './expand.ts'
import { differencePolynomial, multiplyAutoregressions, psiWeights } from './polynomial.ts'
import type { ArimaSolution, Standing } from './solution.ts'

/** What looking ahead needs of a solution. */
export type Ahead = Pick<
  ArimaSolution,
  'order' | 'seasonLength' | 'ar' | 'ma' | 'seasonalAr' | 'seasonalMa' | 'mean' | 'beta' | 'unbiasedSigma2' | 'standing'
>

/** The regressors' part at one time. */
function explained(beta: readonly number[], x: readonly Float64Array[], t: number): number {
  let total = 0
  for (let c = 0; c < beta.length; c++) total += (beta[c] as number) * ((x[c] as Float64Array)[t] as number)
  return total
}

/**
 * Expected values ahead.
 *
 * @param xAhead The regressor columns over the horizon, [k][h].
 * @returns      Shape [h].
 */
export function forecastAhead(from: Ahead, h: number, xAhead: readonly Float64Array[]): Float64Array {
  const { standing, mean, beta, order } = from
  const { expected, tail } = standing
  const { phi } = expanded(from)
  const lags = differencePolynomial(order.d, order.D, from.seasonLength)
  const w = new Float64Array(h)
  const out = new Float64Array(h)
  for (let k = 0; k < h; k++) {
    // Beyond r steps nothing of the past is left but what the forecasts before hold.
    let value = k < expected.length ? (expected[k] as number) : 0
    for (let j = 1; j <= Math.min(k, phi.length); j++) value += (phi[j - 1] as number) * (w[k - j] as number)
    w[k] = value
    let level = value + mean
    for (let j = 1; j <= lags.length; j++) {
      const lag = lags[j - 1] as number
      if (lag !== 0) level += lag * (j <= k ? (out[k - j] as number) : (tail[tail.length + k - j] as number))
    }
    out[k] = level
  }
  for (let k = 0; k < h; k++) out[k] = (out[k] as number) + explained(beta, xAhead, k)
  return out
}

/**
 * Standard deviation of the error at each step ahead: of the errors to come, not of the numbers found.
 *
 * @returns Shape [h], never falling.
 * @source  Box, Jenkins and Reinsel, Time Series Analysis, 4th ed., equation 5.1.16.
 */
export function deviationAhead(from: Ahead, h: number): Float64Array {
  const { phi, theta } = expanded(from)
  const whole = multiplyAutoregressions(phi, differencePolynomial(from.order.d, from.order.D, from.seasonLength))
  let squares = 0
  return psiWeights(whole, theta, h).map((psi) => {
    squares += psi * psi
    return Math.sqrt(from.unbiasedSigma2 * squares)
  })
}

/**
 * The standing after further values, by the filter alone.
 *
 * @param xFurther The regressor columns over those values, [k][further].
 */
export function moveOn(from: Ahead, further: Float64Array, xFurther: readonly Float64Array[]): Standing {
  const { standing, mean, beta, order } = from
  const lags = differencePolynomial(order.d, order.D, from.seasonLength)
  const { phi, theta } = expanded(from)
  const expected = Float64Array.from(standing.expected)
  const settled = standing.direction.length === 0
  const state: FilterState = {
    gain: settled ? phi.map((value, i) => value + (theta[i] as number)) : Float64Array.from(standing.gain),
    direction: settled ? new Float64Array(phi.length) : Float64Array.from(standing.direction),
    shrink: standing.shrink,
    variance: standing.variance,
    expected: [expected],
  }
  const kept = standing.tail.length
  const values = new Float64Array(kept + further.length)
  values.set(standing.tail)
  const error = [0]
  for (let t = 0; t < further.length; t++) {
    const rest = (further[t] as number) - explained(beta, xFurther, t)
    values[kept + t] = rest
    let w = rest - mean
    for (let j = 1; j <= lags.length; j++) w -= (lags[j - 1] as number) * (values[kept + t - j] as number)
    error[0] = w - (expected.length > 0 ? (expected[0] as number) : 0)
    stepFilter(state, phi, error)
  }
  return {
    tail: Array.from(values.subarray(further.length)),
    expected: Array.from(expected),
    gain: settled ? [] : Array.from(state.gain),
    direction: settled ? [] : Array.from(state.direction),
    shrink: state.shrink,
    variance: state.variance,
  }
}
