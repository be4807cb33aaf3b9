// SPDX-License-Identifier: Apache-2.0
import { AppError, isDeclined } from '@resham/base'
import { VERSION as FORECAST_VERSION } from '@resham/forecast'
import { VERSION } from '../version.ts'
import { marketAhead } from './ahead.ts'
import { changedSince, changeOver } from './change-over.ts'
import { explainMarket, shiftsIn, trendIn, turnsIn, unusualIn } from './course.ts'
import { regularOf, SEASON, YEAR } from './regular.ts'
import { marketSeason } from './season.ts'
import { marketSentences } from './sentences.ts'
import type { MarketOutlook, MarketSeries } from './types.ts'

/** Days of one period, and how many more or fewer still count as one. */
const PERIOD: Readonly<Record<MarketSeries['frequency'], readonly [number, number]>> = {
  day: [1, 6],
  week: [7, 5],
  month: [30, 20],
  quarter: [91, 40],
  year: [365, 180],
}
const SPARKS = 24

/** What made a result: another version may say something else of the same series. */
export const MARKET_VERSION = `${VERSION}, forecast ${FORECAST_VERSION}`

/**
 * All that can be said of a series from outside: what is expected, what changed, seasons, and what the forecasts were
 * worth in the past. Needs nothing but the series.
 *
 * @throws planning.market-invalid for an empty series, days that do not ascend, or values that are not finite
 */
export function marketOutlook(series: MarketSeries, seed: number): MarketOutlook {
  check(series)
  const [days, giveOrTake] = PERIOD[series.frequency]
  const change = changeOver(series, days, giveOrTake)
  const yearChange = series.frequency === 'year' ? change : changeOver(series, 365, Math.min(giveOrTake, 20))
  const { next, track } = marketAhead(series, seed)
  const explained = explainMarket(regularOf(series), SEASON[series.frequency])
  const found = {
    change,
    yearChange,
    shifts: explained ? shiftsIn(explained) : [],
    turns: explained ? turnsIn(explained, series.frequency) : [],
    unusual: explained ? unusualIn(explained) : [],
    trend: explained ? trendIn(explained, series.frequency) : null,
    changed: explained ? changedSince(explained, yearChange) : null,
  }
  return {
    engine: 'planning',
    version: MARKET_VERSION,
    seed,
    ...found,
    spark: sparkOf(series),
    next,
    season: marketSeason(series, explained),
    sentences: marketSentences(series, found, isDeclined(next) ? undefined : next),
    track,
  }
}

function check({ days, values }: MarketSeries): void {
  const broken = days.findIndex((day, i) => i > 0 && day <= (days[i - 1] as number))
  const wild = values.findIndex((value) => !Number.isFinite(value))
  if (days.length === 0 || days.length !== values.length || broken >= 0 || wild >= 0) {
    throw new AppError('planning.market-invalid', { length: days.length, place: Math.max(broken, wild) })
  }
}

/** The last year or two in at most so many values. */
function sparkOf({ values, frequency }: MarketSeries): number[] {
  const recent = values.slice(-Math.max(SPARKS, YEAR[frequency]))
  const step = Math.ceil(recent.length / SPARKS)
  return recent.filter((_, i) => (recent.length - 1 - i) % step === 0)
}
