// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** What happened to the stock of one item. */
export type StockOutcome = {
  /** Units sold from stock. */
  readonly sold: number
  /** Units asked for and not there: lost. */
  readonly short: number
  /** Units left at the end of each period, added up over the periods. */
  readonly held: number
  /** Units in stock at the end. */
  readonly left: number
  readonly shortCost: number
  readonly holdCost: number
  readonly cost: number
}

/**
 * Plays an order-up-to policy against the demand that came: at the start of each period the goods due arrive, stock and
 * orders on the way are filled up to the target, then demand is served; what cannot be served is lost.
 *
 * @param demand    Units asked for per period, [t], none negative.
 * @param orderUpTo Target of stock and orders together, per period, [t], as a forecast made at that moment gave it.
 * @param options.leadTime     Whole periods from order to arrival; 0 arrives at once.
 * @param options.openingStock Units on the shelf before the first period.
 * @param options.costs        Per unit short, and per unit left per period.
 * @source The base-stock policy with lost sales; Silver, Pyke and Thomas, Inventory and Production Management in Supply
 *         Chains, 4th ed., section 6.4.
 */
export function simulateStock(
  demand: readonly number[],
  orderUpTo: readonly number[],
  options: {
    readonly leadTime: number
    readonly openingStock: number
    readonly costs: { readonly short: number; readonly hold: number }
  },
): StockOutcome {
  if (demand.length !== orderUpTo.length) {
    throw new AppError('forecast.lengths-differ', { left: demand.length, right: orderUpTo.length })
  }
  const { leadTime, openingStock, costs } = options
  const arriving = new Float64Array(demand.length + leadTime + 1)
  let stock = openingStock
  let onOrder = 0
  let sold = 0
  let short = 0
  let held = 0
  for (let t = 0; t < demand.length; t++) {
    const order = Math.max(0, (orderUpTo[t] as number) - stock - onOrder)
    arriving[t + leadTime] = (arriving[t + leadTime] as number) + order
    onOrder += order - (arriving[t] as number)
    stock += arriving[t] as number
    const served = Math.min(stock, demand[t] as number)
    stock -= served
    sold += served
    short += (demand[t] as number) - served
    held += stock
  }
  const shortCost = short * costs.short
  const holdCost = held * costs.hold
  return { sold, short, held, left: stock, shortCost, holdCost, cost: shortCost + holdCost }
}
