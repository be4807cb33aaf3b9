// SPDX-License-Identifier: Apache-2.0
import { type FilterState, stepFilter } from './exact-filter.ts'
import { differencePolynomial, multiplySeasonal, psiWeights } from './polynomial.ts'
import type { ArimaSolution, Standing } from './solution.ts'

/** What forecasting needs of a solution. */
export type Ahead = Pick<ArimaSolution, 'order' | 'seasonLength' | 'mean' | 'beta' | 'standing'>

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
  const { phi, expected, tail } = standing
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
 * Standard deviation of the error at each step ahead, of the errors to come alone: not of the numbers found.
 *
 * @source Box, Jenkins and Reinsel, Time Series Analysis, 4th ed., equation 5.1.16.
 */
export function deviationAhead(
  solution: Pick<ArimaSolution, 'order' | 'seasonLength' | 'ar' | 'ma' | 'seasonalAr' | 'seasonalMa' | 'unbiasedSigma2'>,
  h: number,
): Float64Array {
  const { order, seasonLength } = solution
  const { p, q, P, Q } = order
  const phi = new Float64Array(p + P * seasonLength)
  const theta = new Float64Array(q + Q * seasonLength)
  multiplySeasonal(Float64Array.from(solution.ar), Float64Array.from(solution.seasonalAr), seasonLength, -1, phi)
  multiplySeasonal(Float64Array.from(solution.ma), Float64Array.from(solution.seasonalMa), seasonLength, 1, theta)
  const lags = differencePolynomial(order.d, order.D, seasonLength)
  const whole = new Float64Array(phi.length + lags.length)
  // (1 - phi)(1 - lags): as multiplySeasonal, but with a dense second factor.
  for (let i = 0; i < phi.length; i++) whole[i] = phi[i] as number
  for (let j = 0; j < lags.length; j++) {
    const lag = lags[j] as number
    whole[j] = (whole[j] as number) + lag
    for (let i = 0; i < phi.length; i++) whole[i + j + 1] = (whole[i + j + 1] as number) - lag * (phi[i] as number)
  }
  let squares = 0
  return psiWeights(whole, theta, h).map((psi) => {
    squares += psi * psi
    return Math.sqrt(solution.unbiasedSigma2 * squares)
  })
}

/** The standing after further values, by the filter alone. */
export function moveOn(from: Ahead, further: Float64Array, xFurther: readonly Float64Array[]): Standing {
  const { standing, mean, beta, order } = from
  const lags = differencePolynomial(order.d, order.D, from.seasonLength)
  const phi = Float64Array.from(standing.phi)
  const expected = Float64Array.from(standing.expected)
  const tail = Array.from(standing.tail)
  const state: FilterState = {
    gain: Float64Array.from(standing.gain),
    direction: Float64Array.from(standing.direction),
    shrink: standing.shrink,
    variance: standing.variance,
    expected: [expected],
  }
  const error = [0]
  for (let t = 0; t < further.length; t++) {
    const rest = (further[t] as number) - explained(beta, xFurther, t)
    let w = rest - mean
    for (let j = 1; j <= lags.length; j++) w -= (lags[j - 1] as number) * (tail[tail.length - j] as number)
    error[0] = w - (expected.length > 0 ? (expected[0] as number) : 0)
    stepFilter(state, phi, error)
    if (lags.length > 0) {
      tail.shift()
      tail.push(rest)
    }
  }
  return {
    tail,
    phi: standing.phi,
    expected: Array.from(expected),
    gain: Array.from(state.gain),
    direction: Array.from(state.direction),
    shrink: state.shrink,
    variance: state.variance,
  }
}
