// SPDX-License-Identifier: Apache-2.0
import type { market } from '@resham/formats'

/** Trade of one year between two countries, as it is kept. */
export type TradeFlow = {
  readonly productCode: string
  readonly flow: 'export' | 'import'
  readonly reporter: string
  readonly partner: string
  readonly year: number
  readonly valueUsd: number
  readonly weightKg: number | null
}

type Sum = { readonly about: Omit<TradeFlow, 'valueUsd' | 'weightKg'>; value?: number; weight?: number }

/**
 * The trade by heading, partner and year among gathered series: of yearly series each year, of monthly ones the years
 * that have all their months. Codes of other lengths than 4 and 6 digits, and rarer flows, are passed over.
 */
export function flowsOf(series: readonly market.GatheredSeries[]): TradeFlow[] {
  const sums = new Map<string, Sum>()
  for (const one of series) {
    const { kind, productCode, flow, reporter, partner, measure } = one.facts
    if (kind !== 'trade' || !productCode || !/^\d{4}(\d{2})?$/.test(productCode) || !reporter || !partner) continue
    if ((flow !== 'export' && flow !== 'import') || (measure !== 'value' && measure !== 'weight')) continue
    for (const [year, amount] of yearsOf(one)) {
      const key = [productCode, flow, reporter, partner, year].join('|')
      const sum: Sum = sums.get(key) ?? { about: { productCode, flow, reporter, partner, year } }
      // Of the same trade by year and by month, the larger is the more complete.
      sum[measure] = Math.max(sum[measure] ?? 0, amount)
      sums.set(key, sum)
    }
  }
  return [...sums.values()].flatMap(({ about, value, weight }) =>
    value === undefined
      ? []
      : [{ ...about, valueUsd: value, weightKg: weight !== undefined && weight > 0 ? weight : null }],
  )
}

function yearsOf({ facts, days, values }: market.GatheredSeries): Map<number, number> {
  const years = new Map<number, { sum: number; months: number }>()
  days.forEach((day, i) => {
    const year = new Date(day * 86_400_000).getUTCFullYear()
    const known = years.get(year) ?? { sum: 0, months: 0 }
    years.set(year, { sum: known.sum + (values[i] as number), months: known.months + 1 })
  })
  const whole = facts.frequency === 'year' ? 1 : facts.frequency === 'month' ? 12 : Number.POSITIVE_INFINITY
  return new Map([...years].filter(([, { months }]) => months === whole).map(([year, { sum }]) => [year, sum]))
}
