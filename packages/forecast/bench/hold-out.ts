// SPDX-License-Identifier: Apache-2.0
import {
  type Forecast,
  forecast,
  leadTimeDemand,
  type ModelName,
  naiveError,
  naiveSquaredError,
  quantileOf,
  simulateStock,
} from '../src/index.ts'
import type { ItemDemand } from './ledger.ts'

/** A way of forecasting under test. */
export type Method = { readonly name: string; readonly models: readonly ModelName[] | 'auto' }

/** How one method did on one item over the weeks held out. */
export type ItemResult = {
  readonly code: string
  readonly demand: string
  readonly model: string
  readonly weight: number
  readonly rmsse: number
  readonly mase: number
  readonly inside80: number
  readonly inside95: number
  readonly pairs: number
  readonly shortCost: number
  readonly holdCost: number
  readonly short: number
  readonly asked: number
}

/** Weeks before the hold-out that say how much an item matters, and that it must be old to take part. */
export const WEIGHT_WEEKS = 12
/** Weeks from order to arrival; with the week between orders a target must last one more. */
export const LEAD_WEEKS = 2
/** Share of the price lost with a unit short, and paid for a unit kept for a week. */
export const SHORT_SHARE = 0.4
export const HOLD_SHARE = 0.02
/** The share of weeks without shortage that these costs are worth: short / (short + hold). */
export const SERVICE = SHORT_SHARE / (SHORT_SHARE + HOLD_SHARE)

/**
 * Forecasts every week held out from every origin before it (rolling, one week apart; each time only with what was
 * known), and plays the stock with targets from the same forecasts.
 *
 * @returns undefined for an item too young or without turnover in the weeks before.
 */
export function runItem(item: ItemDemand, method: Method, firstWeek: number, weeks: number): ItemResult | undefined {
  const first = firstWeek - item.bornWeek
  if (first < WEIGHT_WEEKS) return undefined
  let weight = 0
  for (let w = firstWeek - WEIGHT_WEEKS; w < firstWeek; w++) weight += item.turnover[w] as number
  if (weight === 0) return undefined
  const history = item.weekly.slice(0, first)
  const scale = naiveError(history, 1)
  const squareScale = naiveSquaredError(history, 1)
  if (!(squareScale > 0)) return undefined

  let pairs = 0
  let squares = 0
  let absolute = 0
  let in80 = 0
  let in95 = 0
  let opening = 0
  const targets: number[] = []
  let last: Forecast | undefined
  for (let o = 0; o < weeks; o++) {
    const y = item.weekly.slice(0, first + o)
    const seasonLength = y.length > 52 ? 52 : 1
    const h = Math.max(weeks - o, LEAD_WEEKS + 1)
    const options = { seasonLength, models: method.models }
    let result = forecast(y, { ...options, h })
    // A method that needs more history than there is gives way to the average, as a shop would.
    if (result.kind === 'declined' || (method.name === 'seasonal-naive' && seasonLength === 1)) {
      result = forecast(y, { ...options, models: ['window-average'], h })
    }
    if (result.kind === 'declined') return undefined
    last = result
    for (let k = 0; k + o < weeks; k++) {
      const actual = item.weekly[first + o + k] as number
      const e = actual - (result.mean[k] as number)
      pairs += 1
      squares += e * e
      absolute += Math.abs(e)
      if (actual >= (result.lo['80']?.[k] as number) && actual <= (result.hi['80']?.[k] as number)) in80 += 1
      if (actual >= (result.lo['95']?.[k] as number) && actual <= (result.hi['95']?.[k] as number)) in95 += 1
    }
    const ahead = leadTimeDemand(y, { ...options, periods: LEAD_WEEKS + 1, forecast: result })
    if (ahead.kind === 'declined') return undefined
    targets.push(Math.ceil(quantileOf(ahead, SERVICE)))
    // Everyone opens with the same shelf: three weeks of the last twelve weeks' average.
    if (o === 0) opening = Math.ceil(((LEAD_WEEKS + 1) * sumOf(y.slice(-WEIGHT_WEEKS))) / WEIGHT_WEEKS)
  }
  const asked = item.weekly.slice(first, first + weeks)
  const stock = simulateStock(asked, targets, {
    leadTime: LEAD_WEEKS,
    openingStock: opening,
    costs: { short: SHORT_SHARE * item.price, hold: HOLD_SHARE * item.price },
  })
  return {
    code: item.code,
    demand: last?.demand ?? 'none',
    model: last?.model ?? 'none',
    weight,
    rmsse: Math.sqrt(squares / pairs / squareScale),
    mase: absolute / pairs / scale,
    inside80: in80 / pairs,
    inside95: in95 / pairs,
    pairs,
    shortCost: stock.shortCost,
    holdCost: stock.holdCost,
    short: stock.short * item.price,
    asked: sumOf(asked) * item.price,
  }
}

/** What one method did over all items. */
export type Summary = {
  readonly method: string
  readonly items: number
  readonly wrmsse: number
  readonly wmase: number
  readonly rmsse: number
  readonly inside80: number
  readonly inside95: number
  readonly shortCost: number
  readonly holdCost: number
  readonly cost: number
  readonly fillRate: number
}

/** Weighted by turnover before the hold-out (wrmsse, wmase), plain mean over items (rmsse, inside), sums (costs). */
export function summarise(method: string, results: readonly ItemResult[]): Summary {
  const weight = sumOf(results.map((r) => r.weight))
  const shortCost = sumOf(results.map((r) => r.shortCost))
  const holdCost = sumOf(results.map((r) => r.holdCost))
  const mean = (of: (r: ItemResult) => number) => sumOf(results.map(of)) / results.length
  return {
    method,
    items: results.length,
    wrmsse: sumOf(results.map((r) => r.weight * r.rmsse)) / weight,
    wmase: sumOf(results.map((r) => r.weight * r.mase)) / weight,
    rmsse: mean((r) => r.rmsse),
    inside80: mean((r) => r.inside80),
    inside95: mean((r) => r.inside95),
    shortCost,
    holdCost,
    cost: shortCost + holdCost,
    fillRate: 1 - sumOf(results.map((r) => r.short)) / sumOf(results.map((r) => r.asked)),
  }
}

function sumOf(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}
