// SPDX-License-Identifier: Apache-2.0
import { filterState, runFilter, startFilter } from './exact-filter.ts'
import { firstGain, gainSpace } from './first-gain.ts'
import { lagsFor, noteLags, recurse } from './lags.ts'
import type { Order } from './order.ts'
import { coefficientsOf } from './partial.ts'
import { multiplySeasonal } from './polynomial.ts'
import { regressOut } from './regress-out.ts'

/** What is minimised: the sum of squares given the first values, or the exact Gaussian likelihood. */
export type Objective = 'css' | 'ml'

/** A stationary series to be explained, with the columns that its mean may follow: all of shape [n]. */
export type Stationary = { readonly w: Float64Array; readonly columns: readonly Float64Array[] }

/** An objective in free numbers, with what the last evaluation left behind. */
export type ArmaProblem = {
  /** Writes [n] numbers whose squares sum to the objective, and returns that sum. */
  readonly residuals: (free: Float64Array, out: Float64Array) => number
  /** Expanded lag coefficients of the last evaluation, padded to [r], r the larger degree. */
  readonly phi: Float64Array
  readonly theta: Float64Array
  /** Regression coefficients of the last evaluation, [columns]. */
  readonly beta: Float64Array
  /** Sum of squares over variances of the last evaluation, and the sum of the logarithms of the variances. */
  readonly last: { squares: number; logs: number }
  /** Leading values that are taken as given. */
  readonly given: number
  readonly coefficients: { ar: Float64Array; ma: Float64Array; seasonalAr: Float64Array; seasonalMa: Float64Array }
}

/**
 * The objective of one order. All space is made here; an evaluation makes none.
 *
 * The likelihood, with the error variance and the regression at their best, is a function of S times the n-th root of
 * the product of the variances; taking that root into each error makes it a plain sum of squares.
 *
 * @source Ansley, Biometrika 66, 1979 (modified sum of squares); Harvey and Phillips, Biometrika 66, 1979 (regression).
 */
export function armaProblem(data: Stationary, order: Order, seasonLength: number, objective: Objective): ArmaProblem {
  const { w, columns } = data
  const n = w.length
  const { p, q, P, Q } = order
  const arDegree = p + P * seasonLength
  const maDegree = q + Q * seasonLength
  const r = Math.max(arDegree, maDegree)
  const coefficients = {
    ar: new Float64Array(p),
    ma: new Float64Array(q),
    seasonalAr: new Float64Array(P),
    seasonalMa: new Float64Array(Q),
  }
  const phi = new Float64Array(r)
  const theta = new Float64Array(r)
  const phiPart = phi.subarray(0, arDegree)
  const thetaPart = theta.subarray(0, maDegree)
  const ar = lagsFor(arDegree)
  const ma = lagsFor(maDegree)
  const series = [w, ...columns]
  const filtered = columns.map(() => new Float64Array(n))
  const errors = [filtered[0] ?? w, ...filtered]
  const beta = new Float64Array(columns.length)
  const last = { squares: Number.POSITIVE_INFINITY, logs: 0 }
  const exact = objective === 'ml'
  const space = exact ? gainSpace(arDegree, maDegree) : undefined
  const state = filterState(r, series.length)
  const deviation = new Float64Array(exact ? n : 0)
  const given = exact ? 0 : Math.min(arDegree, n - 1)

  function expand(free: Float64Array): void {
    coefficientsOf(free, 0, coefficients.ar, 1)
    coefficientsOf(free, p, coefficients.ma, -1)
    coefficientsOf(free, p + q, coefficients.seasonalAr, 1)
    coefficientsOf(free, p + q + P, coefficients.seasonalMa, -1)
    multiplySeasonal(coefficients.ar, coefficients.seasonalAr, seasonLength, -1, phiPart)
    multiplySeasonal(coefficients.ma, coefficients.seasonalMa, seasonLength, 1, thetaPart)
    noteLags(phiPart, ar)
    noteLags(thetaPart, ma)
  }

  function residuals(free: Float64Array, out: Float64Array): number {
    expand(free)
    errors[0] = out
    let logs = 0
    if (space) {
      const variance = firstGain(phiPart, thetaPart, ar, ma, space, state.gain)
      if (variance === undefined || !Number.isFinite(variance)) return Number.POSITIVE_INFINITY
      startFilter(state, variance)
      logs = runFilter(state, phi, ar, ma, series, errors, deviation)
    } else {
      for (let c = 0; c < series.length; c++) {
        const e = errors[c] as Float64Array
        e.fill(0, 0, given)
        recurse(series[c] as Float64Array, ar, ma, e, given)
      }
    }
    const squares = regressOut(out, filtered, beta)
    if (!Number.isFinite(squares)) return Number.POSITIVE_INFINITY
    last.squares = squares
    last.logs = logs
    if (logs === 0) return squares
    const root = Math.exp(logs / (2 * n))
    for (let t = 0; t < n; t++) out[t] = (out[t] as number) * root
    return squares * root * root
  }

  return { residuals, phi, theta, beta, last, given, coefficients }
}
