// SPDX-License-Identifier: Apache-2.0
import type { ItemDemand } from '../types.ts'
import { demandCurve, meanOver } from './distribution.ts'

/** Beyond two years nobody plans. */
const FURTHEST = 730

/** First day, counted from today, on which expected demand has used up the stock; undefined beyond two years. */
export function expectedRunOut(demand: ItemDemand, stock: number): number | undefined {
  return firstDay((days) => meanOver(demand, days) >= stock)
}

/** The same when demand is as high as in one case of ten. Never later than expected. */
export function earlyRunOut(demand: ItemDemand, stock: number): number | undefined {
  const busy = demandCurve(demand, 0.9)
  return firstDay((days) => Math.max(meanOver(demand, days), busy(days)) >= stock)
}

/**
 * Days until so many pieces above the reorder point are expected to be sold; undefined beyond two years, and where
 * nothing sells.
 */
export function orderCanWait(demand: ItemDemand, above: number): number | undefined {
  return demand.daily > 0 ? firstDay((days) => meanOver(demand, days) >= above) : undefined
}

/** Smallest whole number of days, 0 to FURTHEST, for which the condition holds; it must not cease to hold later. */
function firstDay(holds: (days: number) => boolean): number | undefined {
  if (!holds(FURTHEST)) return undefined
  let low = 0
  let high = FURTHEST
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
