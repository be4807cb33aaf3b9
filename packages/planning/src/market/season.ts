// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined } from '@resham/base'
import { mean, standardDeviation, variance } from '@resham/stats'
import type { MarketSeason, MarketSeries } from './types.ts'

/** Months from which a season is spoken of: two turns of the year beyond what the moving average takes. */
const FEWEST_MONTHS = 36
const MOST_MONTHS = 180
/** Months named at most, and how far from a usual month they must be. */
const NAMED = 3
const NOTABLE = 0.015

/**
 * When in the year a series is high and when low.
 *
 * Each month over the mean of the year around it, averaged by month of the year. The strength is the share of the
 * movement around the trend that these averages explain.
 *
 * @returns Or `history-too-short`, in months; `values-not-positive` where the series touches zero.
 * @source  Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 3.4 (classical
 *          multiplicative decomposition) and 4.3 (strength).
 */
export function marketSeason(series: MarketSeries): MarketSeason | Declined {
  if (series.frequency === 'year' || series.frequency === 'quarter') return declined('no-months')
  const { first, values } = monthsOf(series)
  if (values.length < FEWEST_MONTHS) return declined('history-too-short', { needed: FEWEST_MONTHS, got: values.length })
  if (values.some((value) => value !== null && !(value > 0))) return declined('values-not-positive')
  const byMonth: number[][] = Array.from({ length: 12 }, () => [])
  for (let i = 6; i + 6 < values.length; i++) {
    const around = centredMean(values, i)
    const value = values[i]
    if (around === null || value === null || value === undefined) continue
    byMonth[(first + i) % 12]?.push(value / around)
  }
  if (byMonth.some((ratios) => ratios.length < 2)) {
    return declined('history-too-short', {
      needed: FEWEST_MONTHS,
      got: values.filter((value) => value !== null).length,
    })
  }
  const raw = byMonth.map(mean)
  const level = mean(raw)
  const months = raw.map((value) => value / level)
  const residuals = byMonth.flatMap((ratios, month) => ratios.map((ratio) => ratio - (raw[month] as number)))
  const all = byMonth.flat()
  const lost = (all.length - 1) / Math.max(1, all.length - 12)
  const strength = Math.max(0, 1 - (variance(residuals) * lost) / Math.max(1e-12, variance(all)))
  const sure = (month: number) => {
    const ratios = byMonth[month] as number[]
    const error = standardDeviation(ratios) / Math.sqrt(ratios.length)
    return Math.abs((months[month] as number) - 1) > Math.max(NOTABLE, 2 * error)
  }
  const ranked = months.map((_, month) => month).filter(sure)
  const named = (sign: 1 | -1) =>
    ranked
      .filter((month) => Math.sign((months[month] as number) - 1) === sign)
      .sort((a, b) => sign * ((months[b] as number) - (months[a] as number)))
      .slice(0, NAMED)
      .map((month) => month + 1)
      .sort((a, b) => a - b)
  const years = Math.min(...byMonth.map((ratios) => ratios.length))
  return { kind: 'season', strength, highMonths: named(1), lowMonths: named(-1), months, years }
}

/** Means of calendar months, the newest fifteen years; null where a month has no value. `first`: 0 January. */
function monthsOf({ days, values }: MarketSeries): { first: number; values: (number | null)[] } {
  const sums = new Map<number, { sum: number; count: number }>()
  days.forEach((day, i) => {
    const date = new Date(day * 86_400_000)
    const month = date.getUTCFullYear() * 12 + date.getUTCMonth()
    const at = sums.get(month) ?? { sum: 0, count: 0 }
    at.sum += values[i] as number
    at.count += 1
    sums.set(month, at)
  })
  const end = Math.max(...sums.keys())
  const start = Math.max(Math.min(...sums.keys()), end - MOST_MONTHS + 1)
  const out = Array.from({ length: end - start + 1 }, (_, i) => {
    const at = sums.get(start + i)
    return at ? at.sum / at.count : null
  })
  return { first: start % 12, values: out }
}

/** Mean of the twelve months around one, its first and last half; null where a month is missing. */
function centredMean(values: readonly (number | null)[], at: number): number | null {
  let sum = 0
  for (let i = at - 6; i <= at + 6; i++) {
    const value = values[i]
    if (value === null || value === undefined) return null
    sum += value * (i === at - 6 || i === at + 6 ? 0.5 : 1)
  }
  return sum / 12
}
