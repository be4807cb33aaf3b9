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
  /** Values fitted. */
  readonly n: number
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
  /** The same with the degrees of freedom taken off, as R's forecast::Arima reports it; what intervals use. */
  readonly unbiasedSigma2: number
  /** undefined where the series is explained to the last digit. */
  readonly logLikelihood: number | undefined
  readonly aic: number | undefined
  readonly aicc: number | undefined
  readonly bic: number | undefined
  readonly standing: Standing
}

/** All that forecasting and moving on need of the past. */
export type Standing = {
  /** The last d + D m values, less what the regressors explain. */
  readonly tail: readonly number[]
  /** Coefficients at all lags, and the filter's state: see exact-filter.ts. */
  readonly phi: readonly number[]
  readonly expected: readonly number[]
  readonly gain: readonly number[]
  readonly direction: readonly number[]
  readonly shrink: number
  readonly variance: number
}

/** Takes an estimate back to the unit of the series and runs it to the end. */
export function solutionOf(
  y: Float64Array,
  x: readonly Float64Array[],
  prepared: Prepared,
  found: Estimate,
  seasonLength: number,
): ArimaSolution {
  const { order } = found
  const { scale, centre, xScales } = prepared
  const n = y.length - lostToDifferencing(order, seasonLength)
  let next = order.constant ? 1 : 0
  const mean = order.constant ? centre + scale * (found.beta[0] as number) : 0
  const beta = xScales.map((xScale) => (xScale > 0 ? (scale * (found.beta[next++] as number)) / xScale : 0))
  const squares = found.squares * scale * scale
  const used = n - (found.objective === 'css' ? Math.min(found.phi.length, n - 1) : 0)
  const logLikelihood = found.logLikelihood - n * Math.log(scale)
  const { parameters } = found
  const left = n - parameters - 1
  return {
    order,
    seasonLength,
    n: y.length,
    ar: Array.from(found.coefficients.ar),
    ma: Array.from(found.coefficients.ma),
    seasonalAr: Array.from(found.coefficients.seasonalAr),
    seasonalMa: Array.from(found.coefficients.seasonalMa),
    mean,
    beta,
    sigma2: squares / used,
    unbiasedSigma2: squares / Math.max(1, used - parameters + 1),
    logLikelihood,
    aic: -2 * logLikelihood + 2 * parameters,
    aicc: left > 0 ? -2 * logLikelihood + 2 * parameters + (2 * parameters * (parameters + 1)) / left : undefined,
    bic: -2 * logLikelihood + Math.log(n) * parameters,
    standing: standingOf(y, x, { order, seasonLength, mean, beta }, found),
  }
}

/** The solution of a series that its differences and its constant explain to the last digit. */
export function flatSolution(
  y: Float64Array,
  x: readonly Float64Array[],
  order: Pick<Order, 'd' | 'D' | 'constant'>,
  mean: number,
  seasonLength: number,
): ArimaSolution {
  const whole: Order = { p: 0, q: 0, P: 0, Q: 0, ...order }
  const beta = x.map(() => 0)
  const empty = new Float64Array(0)
  const none = { phi: empty, theta: empty, objective: 'css' as const }
  return {
    order: whole,
    seasonLength,
    n: y.length,
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
    standing: standingOf(y, x, { order: whole, seasonLength, mean, beta }, none),
  }
}

type Deterministic = {
  readonly order: Order
  readonly seasonLength: number
  readonly mean: number
  readonly beta: readonly number[]
}

function standingOf(
  y: Float64Array,
  x: readonly Float64Array[],
  { order, seasonLength, mean, beta }: Deterministic,
  found: Pick<Estimate, 'phi' | 'theta' | 'objective'>,
): Standing {
  const rest = y.map((value, t) => beta.reduce((left, by, c) => left - by * (x[c]?.[t] as number), value))
  const w = difference(rest, order.d, order.D, seasonLength).map((value) => value - mean)
  const state = found.phi.length > 0 ? standingAfter(w, found, found.objective) : filterState(0, 1)
  return {
    tail: Array.from(rest.subarray(y.length - lostToDifferencing(order, seasonLength))),
    phi: Array.from(found.phi),
    expected: Array.from(state.expected[0] as Float64Array),
    gain: Array.from(state.gain),
    direction: Array.from(state.direction),
    shrink: state.shrink,
    variance: state.variance,
  }
}
