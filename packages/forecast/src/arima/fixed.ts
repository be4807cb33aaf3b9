// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { estimate } from './estimate.ts'
import type { Objective } from './objective.ts'
import { lagCount, lostToDifferencing, type Order } from './order.ts'
import { prepare } from './prepare.ts'
import { type ArimaSolution, flatSolution, solutionOf } from './solution.ts'
import { longErrors, startFor } from './start.ts'

/** An ARIMA whose orders are given. */
export type FixedOrder = {
  /** p, d, q. */
  readonly order: readonly [number, number, number]
  /** P, D, Q; none when left out. */
  readonly seasonal?: readonly [number, number, number]
  /** 1 when left out. */
  readonly seasonLength?: number
  /** Conditional squares, exact likelihood, or the one as the start of the other; `css-ml` when left out. */
  readonly method?: 'css' | 'ml' | 'css-ml'
  /** Whether the differenced series has a mean (a level, or a drift); when left out, only where nothing is differenced. */
  readonly constant?: boolean
  /** Regressor columns, [k][n]. */
  readonly x?: readonly Float64Array[]
}

/** The exact likelihood keeps a square table of the autoregression's lags: beyond this many it is refused. */
const MOST_EXACT_LAGS = 2000

/**
 * Fits an ARIMA of given orders.
 *
 * @param y [n], finite, with more values than differences and numbers to find.
 * @throws  forecast.arima-order-invalid (also for an exact likelihood of more than 2,000 lags: use `css`),
 *          forecast.history-too-short
 * @source  Box, Jenkins and Reinsel, Time Series Analysis, 4th ed., chapters 7 and 9.
 */
export function fitArima(y: Float64Array, options: FixedOrder): ArimaSolution {
  const { seasonLength = 1, method = 'css-ml', x = [] } = options
  const [p, d, q] = options.order
  const [P, D, Q] = options.seasonal ?? [0, 0, 0]
  const order: Order = { p, d, q, P, D, Q, constant: options.constant ?? d + D === 0 }
  if (![p, d, q, P, D, Q, seasonLength].every((value) => Number.isInteger(value) && value >= 0) || seasonLength < 1) {
    throw new AppError('forecast.arima-order-invalid', { order: [p, d, q], seasonal: [P, D, Q] })
  }
  if (method !== 'css' && p + P * seasonLength > MOST_EXACT_LAGS) {
    throw new AppError('forecast.arima-order-invalid', { lags: p + P * seasonLength, most: MOST_EXACT_LAGS, method })
  }
  const needed = lostToDifferencing(order, seasonLength) + lagCount(order) + x.length + 2
  if (y.length < needed) throw new AppError('forecast.history-too-short', { needed, got: y.length })
  const prepared = prepare(y, order, seasonLength, x)
  if (prepared.flat) return flatSolution(y, x, order, prepared.centre, seasonLength)
  const { data } = prepared
  const first: Objective = method === 'ml' ? 'ml' : 'css'
  const long = longErrors(data.w, seasonLength > 1 ? 2 * seasonLength + 4 : 10)
  let found = estimate(data, order, seasonLength, first, startFor(data.w, long, order, seasonLength), 'final')
  if (method === 'css-ml') found = estimate(data, order, seasonLength, 'ml', found.free, 'final')
  return solutionOf(y, x, prepared, found, seasonLength)
}
