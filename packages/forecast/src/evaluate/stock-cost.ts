// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { quantile } from '@resham/stats'
import { MODELS } from '../models/registry.ts'
import type { FitContext, ModelName, StockCosts } from '../types.ts'
import { predictPast } from './rolling-origin.ts'
import { simulateStock } from './simulate-stock.ts'

/** Origins at most that are played: two years of weeks; more cost time and hardly change the order. */
const MOST_PLAYED = 104
/** Errors needed before a safety stock can be read from them. */
const FEWEST_ERRORS = 3

/** What a candidate said in the past, as the simulation wants it. */
export type PastForecasts = {
  readonly name: string
  /** From each origin, one period apart, the leadTime + 1 periods ahead: [origins * (leadTime + 1)], row by row. */
  readonly said: ArrayLike<number>
}

/** A candidate and what its stock decisions would have cost a period. */
export type CostedForecast = { readonly name: string; readonly cost: number }

/**
 * Ranks candidate forecasts by what they would have cost as stock decisions.
 *
 * At every origin the order brings stock up to the candidate's demand over lead time and review period, plus a safety
 * stock: the point of its own errors that the costs are worth, short / (short + hold), read without the errors of
 * stretches that overlap the one decided. All candidates open with the same shelf. The order-up-to policy with lost
 * sales then plays (simulate-stock.ts).
 *
 * Fails where shortage is rare and the history short: then one order decides. The price of a unit must not change.
 *
 * @param demand     Demand from the first origin on, [origins], none negative.
 * @param candidates At least one.
 * @returns Cheapest first; equal costs keep the order given. Empty where there are fewer than leadTime + 4 origins.
 * @throws forecast.lengths-differ
 * @source Syntetos, Nikolopoulos and Boylan, "Judging the judges through accuracy-implication metrics", IJF 26, 2010.
 */
export function rankByCost(
  demand: readonly number[],
  candidates: readonly PastForecasts[],
  stock: StockCosts,
): CostedForecast[] {
  const cover = stock.leadTime + 1
  const origins = demand.length
  for (const { said } of candidates) {
    if (said.length !== origins * cover) {
      throw new AppError('forecast.lengths-differ', { left: said.length, right: origins * cover })
    }
  }
  if (origins - cover + 1 < FEWEST_ERRORS) return []
  let opening = 0
  for (const value of demand) opening += (value * cover) / origins
  const costs = { short: stock.short, hold: stock.hold }
  const played = candidates.map(({ name, said }) => {
    const targets = targetsOf(demand, said, stock)
    const { cost } = simulateStock(demand, targets, { leadTime: stock.leadTime, openingStock: opening, costs })
    return { name, cost: cost / origins }
  })
  return played.sort((a, b) => a.cost - b.cost)
}

/** Order-up-to targets: the forecast of the stretch plus the safety that the other stretches' errors ask for. */
function targetsOf(demand: readonly number[], said: ArrayLike<number>, stock: StockCosts): number[] {
  const cover = stock.leadTime + 1
  const service = stock.short / (stock.short + stock.hold)
  const expected = demand.map((_, origin) => {
    let total = 0
    for (let k = 0; k < cover; k++) total += Math.max(0, said[origin * cover + k] as number)
    return total
  })
  const errors: number[] = []
  for (let origin = 0; origin + cover <= demand.length; origin++) {
    let came = 0
    for (let k = 0; k < cover; k++) came += demand[origin + k] as number
    errors.push(came - (expected[origin] as number))
  }
  return expected.map((value, origin) => {
    const apart = errors.filter((_, other) => Math.abs(other - origin) >= cover)
    // Where every stretch overlaps, the whole has to serve.
    return Math.max(0, value + quantile(apart.length >= FEWEST_ERRORS ? apart : errors, service))
  })
}

/**
 * Cost a period of each model's stock decisions over the part of the history kept for judging.
 *
 * @returns By name, a model's members included; empty where that part is too short to play the lead time.
 */
export function pastStockCosts(
  y: Float64Array,
  names: readonly ModelName[],
  about: {
    readonly seasonLength: number
    readonly context: FitContext
    readonly first: number
    readonly stock: StockCosts
  },
): ReadonlyMap<string, number> {
  const first = Math.max(about.first, y.length - MOST_PLAYED)
  const origins = Array.from({ length: y.length - first }, (_, i) => first + i)
  const candidates = names.flatMap((name) => {
    const plan = { origins, horizon: about.stock.leadTime + 1 }
    const said = predictPast(MODELS[name], y, about.seasonLength, plan, about.context)
    return said ? [{ name, said }] : []
  })
  const demand = Array.from(y.subarray(first), (value) => Math.max(0, value))
  return new Map(rankByCost(demand, candidates, about.stock).map(({ name, cost }) => [name, cost]))
}
