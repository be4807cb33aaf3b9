// SPDX-License-Identifier: Apache-2.0
import { declined, isDeclined } from '@resham/base'
import { forecast, forecastWithDemands } from '@resham/forecast'
import { totalsBetween, YEAR_BACK } from './compare.ts'
import { priorsOf, withPriors } from './holiday-priors.ts'
import { demandFromAverage, demandFromStretches, STRETCHES } from './replenish/demand.ts'
import type { DailySeries, ItemOutlook, Settings, WeeksAhead } from './types.ts'
import { holidayShares, weekly, weekStart, weeksSince } from './weekly.ts'

/** Weeks ahead that a forecast looks. */
export const WEEKS_AHEAD = 12
/** History beyond three years says little about next month and costs time. */
const LONGEST_HISTORY = 156
/** Weeks of history, and weeks with a sale in the last year, below which an average stands in for a forecast. */
const FEWEST_WEEKS = 8
const FEWEST_SELLING = 6
const YEAR = 52
/**
 * Weeks of history, and share of them with a sale, below which what a holiday does to one item cannot be told apart. Where
 * the category's effects are known a young item starts from those.
 */
const WEEKS_FOR_HOLIDAYS = 78
const SELLING_FOR_HOLIDAYS = 0.5

/**
 * What is expected of one item: weeks ahead with their band, and demand as a distribution.
 *
 * Needs nothing but the item's own days, so that a caller can share items out over threads. An item that hardly sells
 * gets an average and no forecast. Weeks in which more came back than was sold count as weeks without demand.
 */
export function outlookOfItem(
  series: DailySeries & { readonly category?: string | null },
  settings: Settings,
): ItemOutlook {
  const { today, seed } = settings
  const first = series.days[0]
  const age = first === undefined ? 0 : weeksSince(first, today)
  if (first === undefined || age === 0) {
    const none = declined('no-sales-yet')
    return { key: series.key, next: none, demand: none }
  }
  const y = weekly(series.days, series.quantity, today, Math.min(age, LONGEST_HISTORY)).map((v) => Math.max(0, v))
  const lastYear = totalsBetween(series, today - YEAR_BACK + 1, today)
  const price = lastYear.quantity > 0 && lastYear.net > 0 ? lastYear.net / lastYear.quantity : null
  const recent = y.slice(-YEAR)
  const selling = recent.filter((value) => value > 0).length
  if (y.length < FEWEST_WEEKS || selling < FEWEST_SELLING) {
    return {
      key: series.key,
      next: declined('too-few-sales', { needed: FEWEST_SELLING, got: selling }),
      demand: demandFromAverage(recent, price),
    }
  }
  const seasonLength = y.length > YEAR ? YEAR : 1
  const sellingOfAll = y.filter((value) => value > 0).length
  const priors = priorsOf(series, settings)
  const old = y.length >= WEEKS_FOR_HOLIDAYS || Object.keys(priors).length > 0
  const shows = old && sellingOfAll >= SELLING_FOR_HOLIDAYS * y.length
  const shares = shows ? holidayShares(settings.holidays, weekStart(today, y.length - 1), y.length + WEEKS_AHEAD) : []
  const events = withPriors(shares, priors)
  const asked = { h: WEEKS_AHEAD, seasonLength, level: [80], seed, events }
  const result = forecastWithDemands(y, { ...asked, periods: STRETCHES })
  if (isDeclined(result)) return { key: series.key, next: result, demand: demandFromAverage(recent, price) }
  const { model, mean, lo, hi } = result.forecast
  return {
    key: series.key,
    next: { from: today + 1, mean, lo: lo['80'] as readonly number[], hi: hi['80'] as readonly number[], model },
    demand: demandFromStretches(result.demands, { model, weeks: y.length, price }),
  }
}

/**
 * Money expected in the weeks ahead, of the whole business or a large part of it.
 *
 * @param weeks How many weeks ahead.
 */
export function moneyAhead(
  series: DailySeries,
  settings: Settings,
  weeks: number,
): WeeksAhead | ReturnType<typeof declined> {
  const { today, seed } = settings
  const first = series.days[0]
  if (first === undefined || first > today) return declined('no-sales-yet')
  // The week in which the books begin is seldom whole: it is left out unless it is.
  const whole = Math.floor((today - first + 1) / 7)
  const y = weekly(series.days, series.net, today, Math.min(whole, LONGEST_HISTORY))
  if (y.length < FEWEST_WEEKS) return declined('history-too-short', { needed: FEWEST_WEEKS, got: y.length })
  const seasonLength = y.length > YEAR ? YEAR : 1
  const events = holidayShares(settings.holidays, weekStart(today, y.length - 1), y.length + weeks)
  const result = forecast(y, { h: weeks, seasonLength, level: [80], seed, events })
  if (result.kind === 'declined') return result
  const { mean, lo, hi, model } = result
  return { from: today + 1, mean, lo: lo['80'] as readonly number[], hi: hi['80'] as readonly number[], model }
}
