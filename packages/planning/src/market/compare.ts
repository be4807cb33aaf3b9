// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, type Declined, declined } from '@resham/base'
import type { MarketSeries } from './types.ts'

/** Units of `currency` for one of `per`. */
export type RateSeries = MarketSeries & { readonly currency: string; readonly per: string }

/** Values by month of the calendar, months since the year 0. */
type ByMonth = ReadonlyMap<number, number>

const monthOf = (day: DayNumber): number => {
  const date = new Date(day * 86_400_000)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}
const firstDayOf = (month: number): DayNumber =>
  Math.round(Date.UTC(Math.floor(month / 12), month % 12, 1) / 86_400_000)

/** Means of the calendar months of a series; years and quarters hold for each of their months. */
function byMonth({ days, values, frequency }: MarketSeries): ByMonth {
  const sums = new Map<number, { sum: number; count: number }>()
  const months = frequency === 'year' ? 12 : frequency === 'quarter' ? 3 : 1
  days.forEach((day, i) => {
    for (let k = 0; k < months; k++) {
      const at = sums.get(monthOf(day) + k) ?? { sum: 0, count: 0 }
      at.sum += values[i] as number
      at.count += 1
      sums.set(monthOf(day) + k, at)
    }
  })
  return new Map([...sums].map(([month, { sum, count }]) => [month, sum / count]))
}

/**
 * The same money in another currency, month by month at the mean rate of the month; months without a rate are left out.
 *
 * @param rates Rates that are known; one is used as it is, turned round, or two over a third currency.
 * @returns     Or `no-rate` where no way leads from one to the other.
 */
export function inCurrency(
  series: MarketSeries,
  from: string,
  to: string,
  rates: readonly RateSeries[],
): MarketSeries | Declined {
  if (from === to) return series
  const path = pathBetween(from, to, rates)
  if (!path) return declined('no-rate')
  const factors = path.map(({ rate, turned }) => {
    const months = byMonth(rate)
    return turned ? new Map([...months].map(([month, value]) => [month, 1 / value])) : months
  })
  return withFactors(series, (month) => {
    let factor = 1
    for (const months of factors) {
      const value = months.get(month)
      if (value === undefined || !(value > 0)) return undefined
      factor *= value
    }
    return factor
  })
}

type Step = { readonly rate: RateSeries; readonly turned: boolean }

/** The fewest rates that lead from one currency to another, three at most. */
function pathBetween(from: string, to: string, rates: readonly RateSeries[]): readonly Step[] | undefined {
  let ways: { readonly at: string; readonly steps: readonly Step[] }[] = [{ at: from, steps: [] }]
  const seen = new Set([from])
  for (let hops = 0; hops < 3; hops++) {
    const further: typeof ways = []
    for (const { at, steps } of ways) {
      for (const rate of rates) {
        const turned = rate.currency === at
        const next = turned ? rate.per : rate.per === at ? rate.currency : undefined
        if (next === undefined || seen.has(next)) continue
        const way = { at: next, steps: [...steps, { rate, turned }] }
        if (next === to) return way.steps
        seen.add(next)
        further.push(way)
      }
    }
    ways = further
  }
  return undefined
}

/** Every currency that some rate leads to from a currency. */
export function currenciesFrom(from: string, rates: readonly RateSeries[]): string[] {
  const all = new Set(rates.flatMap(({ currency, per }) => [currency, per]))
  return [...all].filter((to) => to === from || pathBetween(from, to, rates) !== undefined).sort()
}

/**
 * Prices in the money of one month: each divided by what the price index was then, times what it is at its end.
 *
 * @param index A price index, such as consumer prices. Between the middles of its years it is read along a straight line.
 * @returns     Or `no-common-days` where the index knows none of the months.
 */
export function inMoneyOf(
  series: MarketSeries,
  index: MarketSeries,
): (MarketSeries & { readonly base: DayNumber }) | Declined {
  const months = index.frequency === 'year' ? alongYears(index) : byMonth(index)
  const end = Math.max(...months.keys())
  const now = months.get(end) as number
  const real = withFactors(series, (month) => {
    const then = months.get(month)
    return then !== undefined && then > 0 ? now / then : undefined
  })
  return 'kind' in real ? real : { ...real, base: firstDayOf(end) }
}

function alongYears({ days, values }: MarketSeries): ByMonth {
  const out = new Map<number, number>()
  for (let i = 0; i + 1 < days.length; i++) {
    const [a, b] = [monthOf(days[i] as number) + 6, monthOf(days[i + 1] as number) + 6]
    for (let month = a; month <= b; month++) {
      const share = (month - a) / (b - a)
      out.set(month, (values[i] as number) * (1 - share) + (values[i + 1] as number) * share)
    }
  }
  return out
}

function withFactors(series: MarketSeries, factorOf: (month: number) => number | undefined): MarketSeries | Declined {
  const days: number[] = []
  const values: number[] = []
  series.days.forEach((day, i) => {
    const factor = factorOf(monthOf(day))
    if (factor === undefined) return
    days.push(day)
    values.push((series.values[i] as number) * factor)
  })
  return days.length === 0 ? declined('no-common-days') : { ...series, days, values }
}

/**
 * Series from 100: each divided by its value in the first month that all of them have.
 *
 * @returns The base day and the series from it on; or `no-common-days`.
 */
export function fromHundred(
  series: readonly MarketSeries[],
): { readonly base: DayNumber; readonly series: readonly MarketSeries[] } | Declined {
  const months = series.map(byMonth)
  const start = Math.max(...series.map(({ days }) => monthOf(days[0] as number)))
  const end = Math.max(...months.map((known) => Math.max(...known.keys())))
  for (let month = start; month <= end; month++) {
    const bases = months.map((known) => known.get(month))
    if (!bases.every((base) => base !== undefined && base > 0)) continue
    const base = firstDayOf(month)
    return {
      base,
      series: series.map((one, place) => {
        const from = one.days.findIndex(
          (day) => monthOf(day) >= month || (one.frequency === 'year' && day > base - 366),
        )
        return {
          ...one,
          days: one.days.slice(from),
          values: one.values.slice(from).map((value) => (100 * value) / (bases[place] as number)),
        }
      }),
    }
  }
  return declined('no-common-days')
}
