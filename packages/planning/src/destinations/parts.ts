// SPDX-License-Identifier: Apache-2.0
import { mean, standardDeviation } from '@resham/stats'
import type { Destination, FlowYear, PartScore } from './types.ts'

/** What is the same for all destinations of a heading. */
export type Field = {
  /** The largest recent purchase of any country, US dollars a year. */
  readonly largest: number
  /** Sum of the recent purchases of all. */
  readonly total: number
  readonly lastYear: number
  /** What home is paid a kilogram on the whole; null where weights are not known. */
  readonly homePrice: number | null
}

/** Years that size is a mean of, and that growth is read from. */
const RECENT = 3
const GROWTH_YEARS = 6
/** Years without which nothing is said. */
const LEAST_GROWTH = 3
const LEAST_STABLE = 4

const clamp = (value: number) => Math.min(1, Math.max(0, value))
const unknown = (part: PartScore['part'], code: string, values: PartScore['values'] = {}): PartScore => ({
  part,
  score: null,
  code: `sell.${part}.${code}`,
  values,
})

/** Less than a dollar a year is no trade. */
export function isTrade({ value }: FlowYear): boolean {
  return value >= 1
}

/** Years not older than so many before the last. */
export function since(years: readonly FlowYear[], lastYear: number, count: number): readonly FlowYear[] {
  return years.filter(({ year }) => year > lastYear - count)
}

/** Mean of the purchases of the last three years; null where there are none. */
export function recentValue(years: readonly FlowYear[], lastYear: number): number | null {
  const recent = since(years, lastYear, RECENT)
  return recent.length === 0 ? null : mean(recent.map(({ value }) => value))
}

/**
 * How large the market is, by its logarithm: the largest of all is 1, one of a thousandth of it is 0.
 */
export function sizePart(years: readonly FlowYear[], field: Field): PartScore {
  const value = recentValue(years, field.lastYear)
  if (value === null || value < 0.1 || !(field.largest > 0)) return unknown('size', 'unknown')
  const score = clamp(1 + Math.log10(value / field.largest) / 3)
  return { part: 'size', score, code: 'sell.size.known', values: { value, share: value / field.total } }
}

/**
 * How fast it grows: the slope of a line through the logarithms of up to six years; −10 % a year is 0, +15 % is 1.
 */
export function growthPart(years: readonly FlowYear[], field: Field): PartScore {
  const seen = since(years, field.lastYear, GROWTH_YEARS).filter(isTrade)
  if (seen.length < LEAST_GROWTH) {
    return unknown('growth', 'unknown', { count: Math.max(1, LEAST_GROWTH - seen.length) })
  }
  const ratio = Math.exp(slopeOf(seen)) - 1
  const way = Math.abs(ratio) < 0.005 ? 'same' : ratio > 0 ? 'up' : 'down'
  const from = seen[0]?.year ?? 0
  const to = seen.at(-1)?.year ?? 0
  return { part: 'growth', score: clamp((ratio + 0.1) / 0.25), code: `sell.growth.${way}`, values: { ratio, from, to } }
}

/** Slope of a line through the logarithms, by year; years may be missing between them. */
function slopeOf(seen: readonly FlowYear[]): number {
  const middle = mean(seen.map(({ year }) => year))
  let [products, squares] = [0, 0]
  for (const { year, value } of seen) {
    products += (year - middle) * Math.log(value)
    squares += (year - middle) ** 2
  }
  return products / squares
}

/**
 * How steady it is: the standard deviation of its yearly changes, in logarithms; none is 1, 0.4 (a third up or down in a
 * usual year) is 0.
 */
export function stabilityPart(years: readonly FlowYear[], field: Field): PartScore {
  const seen = since(years, field.lastYear, GROWTH_YEARS).filter(isTrade)
  if (seen.length < LEAST_STABLE) {
    return unknown('stability', 'unknown', { count: Math.max(1, LEAST_STABLE - seen.length) })
  }
  const changes = seen.slice(1).map(({ value, year }, i) => {
    const before = seen[i] as FlowYear
    return Math.log(value / before.value) / (year - before.year)
  })
  const spread = standardDeviation(changes)
  const code = spread < 0.08 ? 'steady' : spread < 0.2 ? 'middling' : 'wild'
  return {
    part: 'stability',
    score: clamp(1 - spread / 0.4),
    code: `sell.stability.${code}`,
    values: { ratio: Math.exp(spread) - 1, years: seen.length },
  }
}

/** US dollars a kilogram over the years whose weight is known; null where there are none. */
export function unitPrice(years: readonly FlowYear[], lastYear: number): number | null {
  const weighed = since(years, lastYear, RECENT).filter(({ weightKg }) => (weightKg ?? 0) >= 0.001)
  const weight = weighed.reduce((sum, one) => sum + (one.weightKg ?? 0), 0)
  const value = weighed.reduce((sum, one) => sum + one.value, 0)
  return weight > 0 && value >= 1 ? value / weight : null
}

/**
 * What it pays a kilogram against what home is paid on the whole: half is 0, the same is ½, double is 1. Goods within a
 * heading differ, so a price is a hint of quality as much as of pay.
 */
export function pricePart(years: readonly FlowYear[], field: Field): PartScore {
  const price = unitPrice(years, field.lastYear)
  if (price === null) return unknown('price', 'unknown')
  if (field.homePrice === null) return unknown('price', 'no-home', { price })
  const ratio = price / field.homePrice
  const way = Math.abs(ratio - 1) < 0.03 ? 'same' : ratio > 1 ? 'above' : 'below'
  return {
    part: 'price',
    score: clamp(0.5 + Math.log2(ratio) / 2),
    code: `sell.price.${way}`,
    values: { price, ours: field.homePrice, ratio: Math.abs(ratio - 1) },
  }
}

/** How near it is, by the logarithm of the distance between capitals: 500 km is 1, 20,000 km is 0. */
export function distancePart(km: number | null): PartScore {
  if (km === null) return unknown('distance', 'unknown')
  const score = clamp(1 - Math.log(Math.max(km, 500) / 500) / Math.log(40))
  return { part: 'distance', score, code: 'sell.distance.known', values: { km } }
}

const covers = { most: 1, some: 0.6, none: 0 } as const

/** Whether goods from home pay less duty there: on most lines 1, on some 0.6, on none 0. */
export function preferencePart(preference: Destination['preference']): PartScore {
  if (preference === null) return unknown('preference', 'unknown')
  return { part: 'preference', score: covers[preference], code: `sell.preference.${preference}`, values: {} }
}
