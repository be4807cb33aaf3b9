// SPDX-License-Identifier: Apache-2.0
import { goldenSection, nelderMead } from '@resham/stats'
import { BOUNDS, type SmoothingFit, type SmoothingForm } from './form.ts'

/** The result of one pass: squared error, initial and final states. */
type Pass = { sse: number; level0: number; trend0: number; level: number; trend: number }

/**
 * One pass of smoothing without season, with the best initial states for the given parameters.
 *
 * The errors are linear in the initial level and trend. So three recursions run side by side: one from zero, and one
 * for each unit of an initial state; the states that give the least squared error then follow from a 2 x 2 system.
 * This takes two numbers out of the search, and is exact.
 *
 * @source Recursions: Hyndman, Koehler, Ord and Snyder, Forecasting with Exponential Smoothing (2008), table 2.1
 *         (A,N,N), (A,A,N), (A,Ad,N).
 */
function pass(y: Float64Array, alpha: number, beta: number, phi: number, hasTrend: boolean, out: Pass): number {
  let level = 0
  let trend = 0
  let levelOfLevel = 1
  let trendOfLevel = 0
  let levelOfTrend = 0
  let trendOfTrend = hasTrend ? 1 : 0
  let ee = 0
  let uu = 0
  let vv = 0
  let eu = 0
  let ev = 0
  let uv = 0
  for (let t = 0; t < y.length; t++) {
    const mean = level + phi * trend
    const e = (y[t] as number) - mean
    const u = levelOfLevel + phi * trendOfLevel
    const v = levelOfTrend + phi * trendOfTrend
    ee += e * e
    uu += u * u
    vv += v * v
    eu += e * u
    ev += e * v
    uv += u * v
    level = mean + alpha * e
    trend = phi * trend + beta * e
    levelOfLevel = u - alpha * u
    trendOfLevel = phi * trendOfLevel - beta * u
    levelOfTrend = v - alpha * v
    trendOfTrend = phi * trendOfTrend - beta * v
  }
  const determinant = uu * vv - uv * uv
  const solvable = hasTrend && determinant > 1e-10 * uu * vv
  const level0 = solvable ? (eu * vv - ev * uv) / determinant : eu / uu
  const trend0 = solvable ? (ev * uu - eu * uv) / determinant : 0
  out.sse = Math.max(0, ee - level0 * eu - trend0 * ev)
  out.level0 = level0
  out.trend0 = trend0
  out.level = level + level0 * levelOfLevel + trend0 * levelOfTrend
  out.trend = trend + level0 * trendOfLevel + trend0 * trendOfTrend
  return out.sse
}

/**
 * Fits a level, or a level and a (damped) trend, by least squared one-step error.
 *
 * @param y    At least 3 values without trend, 5 with one.
 * @param form Its season is `none`.
 */
export function fitTrend(y: Float64Array, form: SmoothingForm): SmoothingFit {
  const n = y.length
  const found: Pass = { sse: 0, level0: 0, trend0: 0, level: 0, trend: 0 }
  let alpha: number
  let beta = 0
  let phi = 1
  if (form.trend === 'none') {
    alpha = goldenSection((a) => pass(y, a, 0, 1, false, found), BOUNDS.alpha[0], BOUNDS.alpha[1], {
      grid: 7,
      steps: 10,
    }).x
  } else {
    const damped = form.trend === 'damped'
    const cost = (x: Float64Array) => {
      const a = x[0] as number
      return pass(y, a, a * (x[1] as number), damped ? (x[2] as number) : 1, true, found)
    }
    const start = damped ? [0.3, 0.2, 0.93] : [0.3, 0.2]
    const lower = damped
      ? [BOUNDS.alpha[0], BOUNDS.betaShare[0], BOUNDS.phi[0]]
      : [BOUNDS.alpha[0], BOUNDS.betaShare[0]]
    const upper = damped
      ? [BOUNDS.alpha[1], BOUNDS.betaShare[1], BOUNDS.phi[1]]
      : [BOUNDS.alpha[1], BOUNDS.betaShare[1]]
    const best = nelderMead(cost, start, lower, upper, { evaluations: damped ? 75 : 50, tolerance: 1e-5 }).x
    alpha = best[0] as number
    beta = alpha * (best[1] as number)
    if (damped) phi = best[2] as number
  }
  const sse = pass(y, alpha, beta, phi, form.trend !== 'none', found)
  const parameters: Record<string, number> = { alpha, level0: found.level0 }
  const state: Record<string, number | number[]> = { level: found.level }
  if (form.trend !== 'none') {
    parameters.beta = beta
    parameters.trend0 = found.trend0
    if (form.trend === 'damped') parameters.phi = phi
    state.trend = found.trend
  }
  return {
    parameters,
    state,
    deviance: n * Math.log(Math.max(sse / n, smallestVariance(y))),
    // Each smoothing parameter and initial state, and the variance.
    estimated: form.trend === 'none' ? 3 : form.trend === 'additive' ? 5 : 6,
  }
}

/** Below this a fit is perfect to working precision, and its logarithm would only compare rounding. */
export function smallestVariance(y: Float64Array): number {
  let squares = 0
  for (let t = 0; t < y.length; t++) squares += (y[t] as number) ** 2
  return Math.max((1e-20 * squares) / y.length, 1e-290)
}
