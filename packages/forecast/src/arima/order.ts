// SPDX-License-Identifier: Apache-2.0

/**
 * The orders of a seasonal ARIMA, in the field's letters: p and q lags of values and of errors, P and Q the same by
 * whole seasons, d and D how often differences are taken from the period before and from the season before.
 */
export type Order = {
  readonly p: number
  readonly d: number
  readonly q: number
  readonly P: number
  readonly D: number
  readonly Q: number
  /** Whether the differenced series has a mean of its own: the level when nothing is differenced, else a drift. */
  readonly constant: boolean
}

/** The numbers that an order leaves to be found. */
export type Coefficients = {
  readonly ar: Float64Array
  readonly ma: Float64Array
  readonly seasonalAr: Float64Array
  readonly seasonalMa: Float64Array
}

/** How many lag coefficients an order has. */
export function lagCount(order: Order): number {
  return order.p + order.q + order.P + order.Q
}

/** Values that differencing uses up. */
export function lostToDifferencing(order: Pick<Order, 'd' | 'D'>, seasonLength: number): number {
  return order.d + order.D * seasonLength
}
