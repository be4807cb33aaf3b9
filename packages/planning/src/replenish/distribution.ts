// SPDX-License-Identifier: Apache-2.0
import type { ItemDemand } from '../types.ts'

/**
 * Pieces wanted over some days: one value for each of the demand's probabilities, ascending, straight in between.
 *
 * Beyond the outermost values the tails fall off exponentially, as those of most demand do: from fourteen points nothing
 * finer can be known, and a tail that ends at the last point would call a service level of 99.9 % by that of 99.5 %.
 */
export type DemandRow = { readonly probabilities: readonly number[]; readonly values: readonly number[] }

/** The upper tail is fitted to the last point and this one, or the next below it that differs. */
const TAIL_FROM = 0.975

/** Expected pieces over the next `days`, 0 or more. */
export function meanOver(demand: ItemDemand, days: number): number {
  const { horizons, means, daily } = demand
  const place = placeOf(horizons, days)
  if (place === horizons.length) return last(means) + daily * (days - last(horizons))
  const [from, low] = place === 0 ? [0, 0] : [horizons[place - 1] as number, means[place - 1] as number]
  const share = (days - from) / ((horizons[place] as number) - from)
  return low * (1 - share) + (means[place] as number) * share
}

/**
 * Demand over the next `days` as a distribution.
 *
 * Between the stored horizons the distance from the mean is drawn straight over the square root of time, as errors that
 * add up by chance grow; so it is before the first and after the last.
 */
export function demandOver(demand: ItemDemand, days: number): DemandRow {
  const { horizons, probabilities } = demand
  if (days <= 0) return { probabilities, values: probabilities.map(() => 0) }
  const mean = meanOver(demand, days)
  const [below, above, share, stretch] = betweenRoots(horizons, days)
  const values = probabilities.map((_, i) => {
    const low = below < 0 ? 0 : distance(demand, below, i)
    return Math.max(0, mean + (low * (1 - share) + distance(demand, above, i) * share) * stretch)
  })
  return { probabilities, values }
}

/** Pieces not exceeded with probability p over the next `days`. */
export function demandQuantile(demand: ItemDemand, days: number, p: number): number {
  return demandCurve(demand, p)(days)
}

/** The same for one probability and any number of days: for searches, which ask many times. */
export function demandCurve(demand: ItemDemand, p: number): (days: number) => number {
  const { horizons, means, quantiles, probabilities } = demand
  // Tails are fitted to each horizon alone: more days still never need less.
  let most = 0
  const distances = horizons.map((_, i) => {
    most = Math.max(most, quantileOfRow({ probabilities, values: quantiles[i] as number[] }, p))
    return most - (means[i] as number)
  })
  const roots = horizons.map(Math.sqrt)
  const end = horizons.length - 1
  return (days) => {
    if (days <= 0) return 0
    const place = placeOf(horizons, days)
    const mean = meanOver(demand, days)
    const root = Math.sqrt(days)
    if (place > end) return Math.max(0, mean + ((distances[end] as number) * root) / (roots[end] as number))
    const from = place === 0 ? 0 : (roots[place - 1] as number)
    const low = place === 0 ? 0 : (distances[place - 1] as number)
    const share = (root - from) / ((roots[place] as number) - from)
    return Math.max(0, mean + low * (1 - share) + (distances[place] as number) * share)
  }
}

/** Pieces not exceeded with probability p, 0 to below 1; never below zero. */
export function quantileOfRow(row: DemandRow, p: number): number {
  const { probabilities, values } = row
  const lowest = probabilities[0] as number
  if (p < lowest) return p > 0 ? Math.max(0, (values[0] as number) + lowerTail(row) * Math.log(p / lowest)) : 0
  const highest = last(probabilities)
  if (p > highest) return last(values) + upperTail(row) * Math.log((1 - highest) / (1 - p))
  return along(probabilities, values, p)
}

/** Chance that more than `stock` is wanted: the inverse of the quantile. */
export function chanceOfMore(row: DemandRow, stock: number): number {
  const { probabilities, values } = row
  const [first, end] = [values[0] as number, last(values)]
  if (end === 0) return 0
  if (stock < first) {
    const tail = lowerTail(row)
    return tail > 0 ? 1 - (probabilities[0] as number) * Math.exp((stock - first) / tail) : 1
  }
  if (stock > end) {
    const tail = upperTail(row)
    return tail > 0 ? (1 - last(probabilities)) * Math.exp((end - stock) / tail) : 0
  }
  return 1 - along(values, probabilities, stock)
}

/** Pieces that will be wanted and not be there, on average over the distribution. Convex in stock, never rising. */
export function expectedShort(row: DemandRow, stock: number): number {
  const { probabilities, values } = row
  // The lower tail is taken as flat: how little the least demand is hardly changes what goes short.
  let short = (probabilities[0] as number) * Math.max(0, (values[0] as number) - stock)
  for (let i = 1; i < values.length; i++) {
    const share = (probabilities[i] as number) - (probabilities[i - 1] as number)
    short += share * shortWithin(values[i - 1] as number, values[i] as number, stock)
  }
  const beyond = last(values) - stock
  const tail = upperTail(row)
  const mean = beyond >= 0 ? beyond + tail : tail > 0 ? tail * Math.exp(beyond / tail) : 0
  return short + (1 - last(probabilities)) * mean
}

/** Pieces by which demand beyond the last point exceeds it on average; 0 where nothing varies. */
function upperTail({ probabilities, values }: DemandRow): number {
  const end = last(values)
  let i = probabilities.length - 2
  while (i >= 0 && ((probabilities[i] as number) > TAIL_FROM || (values[i] as number) >= end)) i -= 1
  if (i < 0) return 0
  return (end - (values[i] as number)) / Math.log((1 - (probabilities[i] as number)) / (1 - last(probabilities)))
}

/** The same below the first point, from the first two. */
function lowerTail({ probabilities, values }: DemandRow): number {
  if (values.length < 2) return 0
  return (
    ((values[1] as number) - (values[0] as number)) /
    Math.log((probabilities[1] as number) / (probabilities[0] as number))
  )
}

/** Mean of what exceeds the stock when all between low and high is equally likely. */
export function shortWithin(low: number, high: number, stock: number): number {
  if (stock <= low) return (low + high) / 2 - stock
  return stock < high ? (high - stock) ** 2 / (2 * (high - low)) : 0
}

/** First position whose horizon is not before `days`; the length where there is none. */
function placeOf(horizons: readonly number[], days: number): number {
  let place = 0
  while (place < horizons.length && (horizons[place] as number) < days) place += 1
  return place
}

/** Horizons around `days`, the share of the way between their square roots, and how far beyond the last it lies. */
function betweenRoots(horizons: readonly number[], days: number): readonly [number, number, number, number] {
  const place = placeOf(horizons, days)
  const end = horizons.length - 1
  if (place > end) return [end, end, 1, Math.sqrt(days / (horizons[end] as number))]
  const from = place === 0 ? 0 : Math.sqrt(horizons[place - 1] as number)
  return [place - 1, place, (Math.sqrt(days) - from) / (Math.sqrt(horizons[place] as number) - from), 1]
}

function distance(demand: ItemDemand, horizon: number, i: number): number {
  return (demand.quantiles[horizon]?.[i] as number) - (demand.means[horizon] as number)
}

/** Straight line through points with ascending x, flat outside. Of equal x the last counts. */
function along(xs: readonly number[], ys: readonly number[], x: number): number {
  let above = 0
  while (above < xs.length && (xs[above] as number) <= x) above += 1
  if (above === 0) return ys[0] as number
  if (above === xs.length) return ys[above - 1] as number
  const left = xs[above - 1] as number
  const share = (x - left) / ((xs[above] as number) - left)
  return (ys[above - 1] as number) * (1 - share) + (ys[above] as number) * share
}

function last(values: readonly number[]): number {
  return values[values.length - 1] as number
}
