// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined } from '@resham/base'
import { type Explained, explainMarket } from './course.ts'
import { regularOf } from './regular.ts'
import type { MarketSeason, MarketSeries, SeasonMonth } from './types.ts'

/** Months from which a season is spoken of. */
const FEWEST_MONTHS = 36
const MOST_MONTHS = 180
const YEAR = 12
/** Months named at most, and the share of the peak's (trough's) height that they must have. */
const NAMED = 3
const NEARLY = 0.5
/** A month nearer a usual one than this is a usual one. */
const NOTABLE = 0.015

/**
 * When in the year a series is high and when low, by the engine's season of its months. Of values by day and by week
 * the means of calendar months are looked at.
 *
 * @param explained The series taken apart, where its values are of months.
 * @returns Or `history-too-short`, in months; `values-not-positive` where the series touches zero.
 */
export function marketSeason(series: MarketSeries, explained: Explained | undefined): MarketSeason | Declined {
  const { frequency, values } = series
  if (frequency === 'year' || frequency === 'quarter') return declined('no-months')
  if (values.some((value) => !(value > 0))) return declined('values-not-positive')
  const seen = frequency === 'month' ? explained : explainMarket(regularOf(monthsOf(series)), YEAR)
  const length = seen?.days.length ?? (frequency === 'month' ? values.length : 0)
  if (!seen || length < FEWEST_MONTHS) return declined('history-too-short', { needed: FEWEST_MONTHS, got: length })
  const { season, parts } = seen.explanation
  if (!season || 'kind' in season) return declined('history-too-short', { needed: FEWEST_MONTHS, got: length })
  const factors = new Array<number>(YEAR).fill(1)
  for (let t = length - YEAR; t < length; t++)
    factors[monthOf(seen.days[t] as number)] = Math.exp(parts.season[t] as number)
  const usual = factors.reduce((sum, factor) => sum + factor / YEAR, 0)
  const months = factors.map((factor) => factor / usual)
  const ranked = months
    .map((factor, at): SeasonMonth => ({ month: at + 1, factor }))
    .sort((a, b) => b.factor - a.factor)
  const [peak, trough] = [ranked[0] as SeasonMonth, ranked[YEAR - 1] as SeasonMonth]
  const near = (extreme: SeasonMonth) =>
    ranked
      .map(({ month, factor }) => ({ month, share: (factor - 1) / (extreme.factor - 1), off: Math.abs(factor - 1) }))
      .filter(({ share, off }) => share >= NEARLY && off >= NOTABLE)
      .sort((a, b) => b.share - a.share)
      .slice(0, NAMED)
      .map(({ month }) => month)
      .sort((a, b) => a - b)
  return {
    kind: 'season',
    shows: season.shows,
    strength: season.share,
    peak,
    trough,
    highMonths: near(peak),
    lowMonths: near(trough),
    months,
    years: Math.floor(length / YEAR),
  }
}

function monthOf(day: number): number {
  return new Date(day * 86_400_000).getUTCMonth()
}

/** Means of calendar months, the newest fifteen years. */
function monthsOf({ days, values }: MarketSeries): MarketSeries {
  const sums = new Map<number, { sum: number; count: number; day: number }>()
  days.forEach((day, i) => {
    const date = new Date(day * 86_400_000)
    const month = date.getUTCFullYear() * YEAR + date.getUTCMonth()
    const at = sums.get(month) ?? { sum: 0, count: 0, day: day - date.getUTCDate() + 1 }
    at.sum += values[i] as number
    at.count += 1
    sums.set(month, at)
  })
  const months = [...sums.values()].slice(-MOST_MONTHS)
  return { days: months.map(({ day }) => day), values: months.map(({ sum, count }) => sum / count), frequency: 'month' }
}
