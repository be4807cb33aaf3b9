// SPDX-License-Identifier: Apache-2.0
import { difference } from './differencing.ts'
import type { Estimate } from './estimate.ts'
import { filterState } from './exact-filter.ts'
import { lostToDifferencing, type Order } from './order.ts'
import type { Prepared } from './prepare.ts'
import { standingAfter } from './standing.ts'

/** A fitted ARIMA in the unit of its series, with where it stands after the last value. */
export type ArimaSolution = {
  readonly order: Order
  readonly seasonLength: number
  /** Coefficients at lags 1, 2, ..., and at lags m, 2m, ...; signs as in R: y = ar y + e + ma e. */
  readonly ar: readonly number[]
  readonly ma: readonly number[]
  readonly seasonalAr: readonly number[]
  readonly seasonalMa: readonly number[]
  /** Mean of the differenced series: the level where nothing is differenced; 0 without a constant. */
  readonly mean: number
  /** One for each regressor column. */
  readonly beta: readonly number[]
  /** Variance of the one-step errors: squares over values, as R's arima reports it. */
  readonly sigma2: number
  /** The same over the degrees of freedom left, as R's forecast::Arima reports it; what intervals use. */
  readonly unbiasedSigma2: number
  /** undefined where the series is explained to the last digit; conditional for `css`. */
  readonly logLikelihood: number | undefined
  readonly aic: number | undefined
  /** undefined also where there are too few values for the correction. */
  readonly aicc: number | undefined
  readonly bic: number | undefined
  readonly standing: Standing
}

/** All that forecasting and moving on need of the past; the filter's words: see exact-filter.ts. */
export type Standing = {
  /** The last d + D m values, less what the regressors explain. */
  readonly tail: readonly number[]
  readonly expected: readonly number[]
  /** Empty once the filter has settled: then they follow from the coefficients. */
  readonly gain: readonly number[]
  readonly direction: readonly number[]
  readonly shrink: number
  readonly variance: number
}

type Mean = {
  readonly order: Order
  readonly seasonLength: number
  readonly mean: number
  readonly beta: readonly number[]
}

/** Takes an estimate back to the unit of the series and runs it to the end. */
export function solutionOf(
  y: Float64Array,
  x: readonly Float64Array[],
  prepared: Prepared,
  found: Estimate,
  seasonLength: number,
): ArimaSolution {
  const { order, parameters, coefficients } = found
  const { scale, centre, xScales } = prepared
  const n = y.length - lostToDifferencing(order, seasonLength)
  let next = order.constant ? 1 : 0
  const mean = order.constant ? centre + scale * (found.beta[0] as number) : 0
  const beta = xScales.map((xScale) => (xScale > 0 ? (scale * (found.beta[next++] as number)) / xScale : 0))
  const squares = found.squares * scale * scale
  const logLikelihood = found.logLikelihood - n * Math.log(scale)
  const left = n - parameters - 1
  const aic = -2 * logLikelihood + 2 * parameters
  return {
    order,
    seasonLength,
    ar: Array.from(coefficients.ar),
    ma: Array.from(coefficients.ma),
    seasonalAr: Array.from(coefficients.seasonalAr),
    seasonalMa: Array.from(coefficients.seasonalMa),
    mean,
    beta,
    sigma2: squares / found.used,
    unbiasedSigma2: squares / Math.max(1, found.used - parameters + 1),
    logLikelihood,
    aic,
    aicc: left > 0 ? aic + (2 * parameters * (parameters + 1)) / left : undefined,
    bic: -2 * logLikelihood + Math.log(n) * parameters,
    standing: standingOf(y, x, { order, seasonLength, mean, beta }, found),
  }
}

/** The solution of a series that its differences and its constant explain to the last digit. */
export function flatSolution(
  y: Float64Array,
  x: readonly Float64Array[],
  differences: Pick<Order, 'd' | 'D' | 'constant'>,
  mean: number,
  seasonLength: number,
): ArimaSolution {
  const order: Order = { p: 0, q: 0, P: 0, Q: 0, ...differences }
  const beta = x.map(() => 0)
  return {
    order,
    seasonLength,
    ar: [],
    ma: [],
    seasonalAr: [],
    seasonalMa: [],
    mean,
    beta,
    sigma2: 0,
    unbiasedSigma2: 0,
    logLikelihood: undefined,
    aic: undefined,
    aicc: undefined,
    bic: undefined,
    standing: standingOf(y, x, { order, seasonLength, mean, beta }, undefined),
  }
}

/** What is left to shrink below this share of the error variance is left out of what is stored. */
const SETTLED = 1e-12

function standingOf(y: Float64Array, x: readonly Float64Array[], of: Mean, found: Estimate | undefined): Standing {
  const { order, seasonLength, mean, beta } = of
  const rest = y.map((value, t) =>
    beta.reduce((left, by, c) => left - by * ((x[c] as Float64Array)[t] as number), value),
  )
  const w = difference(rest, order.d, order.D, seasonLength).map((value) => value - mean)
  const state = found ? standingAfter(w, found, found.objective) : filterState(0, 1)
  const most = state.direction.reduce((so, value) => Math.max(so, value * value), 0)
  const settled = most * Math.abs(state.shrink) < SETTLED
  return {
    tail: Array.from(rest.subarray(y.length - lostToDifferencing(order, seasonLength))),
    expected: Array.from(state.expected[0] as Float64Array),
    gain: settled ? [] : Array.from(state.gain),
    direction: settled ? [] : Array.from(state.direction),
    shrink: settled ? 0 : state.shrink,
    variance: settled ? 1 : state.variance,
  }
}
