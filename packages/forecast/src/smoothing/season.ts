// SPDX-License-Identifier: Apache-2.0
import { lineThrough, nelderMead } from '@resham/stats'
import { seasonalIndices } from './decompose.ts'
import { BOUNDS, type SmoothingFit, type SmoothingForm } from './form.ts'
import { smallestVariance } from './trend.ts'

/** Where a pass stands; written in place, because a search runs hundreds of passes. */
export type SeasonalState = { level: number; trend: number; readonly seasonal: Float64Array }

/**
 * Runs additive seasonal smoothing over y from index `from`, and leaves the state after the last value.
 *
 * @returns Sum of squared errors.
 * @source Hyndman et al. (2008), table 2.2: (A,N,A), (A,A,A), (A,Ad,A).
 */
function passAdditive(
  y: Float64Array,
  state: SeasonalState,
  place: number,
  alpha: number,
  beta: number,
  gamma: number,
  phi: number,
): number {
  const { seasonal } = state
  const m = seasonal.length
  let { level, trend } = state
  let sse = 0
  for (let t = 0; t < y.length; t++) {
    const base = level + phi * trend
    const season = seasonal[place] as number
    const e = (y[t] as number) - base - season
    sse += e * e
    level = base + alpha * e
    trend = phi * trend + beta * e
    seasonal[place] = season + gamma * e
    place = place + 1 === m ? 0 : place + 1
  }
  state.level = level
  state.trend = trend
  return sse
}

/**
 * Runs multiplicative seasonal smoothing with relative errors.
 *
 * @returns n log(mean squared relative error) + 2 sum log(mean), the deviance; +Infinity when a mean is not positive.
 * @source Hyndman et al. (2008), table 2.3: (M,N,M), (M,A,M), (M,Ad,M); likelihood: equation (5.3).
 */
function passMultiplicative(
  y: Float64Array,
  state: SeasonalState,
  place: number,
  alpha: number,
  beta: number,
  gamma: number,
  phi: number,
): number {
  const { seasonal } = state
  const m = seasonal.length
  let { level, trend } = state
  let squares = 0
  let product = 1
  let logs = 0
  for (let t = 0; t < y.length; t++) {
    const base = level + phi * trend
    const season = seasonal[place] as number
    const mean = base * season
    if (!(mean > 1e-300)) return Number.POSITIVE_INFINITY
    const e = ((y[t] as number) - mean) / mean
    squares += e * e
    // Logarithms are slow: multiply, and take one before the product leaves the range of a double.
    product *= mean
    if (product > 1e100 || product < 1e-100) {
      logs += Math.log(product)
      product = 1
    }
    level = base * (1 + alpha * e)
    trend = phi * trend + beta * base * e
    seasonal[place] = season * (1 + gamma * e)
    place = place + 1 === m ? 0 : place + 1
  }
  state.level = level
  state.trend = trend
  const n = y.length
  return n * Math.log(Math.max(squares / n, 1e-20)) + 2 * (logs + Math.log(product))
}

/**
 * Fits smoothing with a season. Initial states come from classical decomposition and a line through the first
 * seasons; smoothing parameters by likelihood.
 *
 * @param y At least two seasons; all above zero when the season is multiplicative.
 * @param m Season length, at least 2.
 */
export function fitSeason(y: Float64Array, m: number, form: SmoothingForm): SmoothingFit {
  const n = y.length
  const multiplicative = form.season === 'multiplicative'
  const indices = seasonalIndices(y, m, multiplicative)
  const first = Math.min(n, Math.max(10, 2 * m))
  const adjusted = new Float64Array(first)
  for (let t = 0; t < first; t++) {
    const season = indices[t % m] as number
    adjusted[t] = multiplicative ? (y[t] as number) / season : (y[t] as number) - season
  }
  const line = lineThrough(adjusted)
  const hasTrend = form.trend !== 'none'
  const damped = form.trend === 'damped'
  let level0 = hasTrend ? line.intercept - line.slope : line.intercept + (line.slope * (first - 1)) / 2
  let trend0 = hasTrend ? line.slope : 0
  // A line below zero at the start cannot begin a multiplicative recursion.
  if (multiplicative && level0 + trend0 <= 0) {
    level0 = adjusted[0] as number
    trend0 = 0
  }

  const state: SeasonalState = { level: 0, trend: 0, seasonal: new Float64Array(m) }
  const run = (alpha: number, beta: number, gamma: number, phi: number): number => {
    state.level = level0
    state.trend = trend0
    state.seasonal.set(indices)
    return multiplicative
      ? passMultiplicative(y, state, 0, alpha, beta, gamma, phi)
      : passAdditive(y, state, 0, alpha, beta, gamma, phi)
  }
  const cost = (x: Float64Array): number => {
    const alpha = x[0] as number
    return run(
      alpha,
      hasTrend ? alpha * (x[2] as number) : 0,
      (1 - alpha) * (x[1] as number),
      damped ? (x[3] as number) : 1,
    )
  }
  const size = damped ? 4 : hasTrend ? 3 : 2
  const ranges = [BOUNDS.alpha, BOUNDS.gammaShare, BOUNDS.betaShare, BOUNDS.phi].slice(0, size)
  const best = nelderMead(
    cost,
    [0.3, 0.1, 0.1, 0.93].slice(0, size),
    ranges.map((range) => range[0]),
    ranges.map((range) => range[1]),
    { evaluations: 20 + 20 * size, tolerance: 1e-5 },
  ).x
  const alpha = best[0] as number
  const gamma = (1 - alpha) * (best[1] as number)
  const beta = hasTrend ? alpha * (best[2] as number) : 0
  const phi = damped ? (best[3] as number) : 1
  const value = run(alpha, beta, gamma, phi)
  const deviance = multiplicative ? value : n * Math.log(Math.max(value / n, smallestVariance(y)))
  return {
    parameters: { alpha, gamma, ...(hasTrend ? { beta } : {}), ...(damped ? { phi } : {}), level0, trend0 },
    state: { level: state.level, trend: state.trend, seasonal: Array.from(state.seasonal) },
    deviance,
    estimated: size + m + (hasTrend ? 2 : 1) + 1,
  }
}

/** Moves a state on over further values; see fitSeason. */
export function advanceSeason(
  y: Float64Array,
  state: SeasonalState,
  place: number,
  p: { alpha: number; beta: number; gamma: number; phi: number },
  multiplicative: boolean,
): void {
  if (multiplicative) passMultiplicative(y, state, place, p.alpha, p.beta, p.gamma, p.phi)
  else passAdditive(y, state, place, p.alpha, p.beta, p.gamma, p.phi)
}
