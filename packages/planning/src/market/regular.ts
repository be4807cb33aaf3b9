// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, weekday } from '@resham/base'
import type { MarketFrequency, MarketSeries } from './types.ts'

/** Periods in one season; 1 where a season cannot be told. */
export const SEASON: Readonly<Record<MarketFrequency, number>> = { day: 1, week: 52, month: 12, quarter: 4, year: 1 }
/** Periods that a forecast looks ahead. */
export const AHEAD: Readonly<Record<MarketFrequency, number>> = { day: 30, week: 13, month: 12, quarter: 4, year: 3 }
/** Periods of a year, of which days are those on which markets are open. */
export const YEAR: Readonly<Record<MarketFrequency, number>> = { day: 260, week: 52, month: 12, quarter: 4, year: 1 }
/** Older history says little about what comes and costs time. */
const LONGEST: Readonly<Record<MarketFrequency, number>> = { day: 520, week: 260, month: 240, quarter: 120, year: 100 }

/** Values one a period, oldest first, with the places that nobody knows. */
export type Regular = {
  readonly y: readonly number[]
  readonly unknown: readonly number[]
  /** First day of each period, [y.length]. */
  readonly days: readonly DayNumber[]
}

/**
 * The newest part of a series as a forecast wants it: one value a period. Missing periods are unknown, not zero. Days
 * are taken as they come: a market's days off are no missing values.
 */
export function regularOf({ days, values, frequency }: MarketSeries): Regular {
  const last = days.length - 1
  if (frequency === 'day') {
    const from = Math.max(0, days.length - LONGEST.day)
    return { y: values.slice(from), unknown: [], days: days.slice(from) }
  }
  const end = periodNumber(days[last] as number, frequency)
  const first = Math.max(periodNumber(days[0] as number, frequency), end - LONGEST[frequency] + 1)
  const length = end - first + 1
  const y = new Array<number>(length).fill(0)
  const known = new Uint8Array(length)
  for (let i = last; i >= 0; i--) {
    const at = periodNumber(days[i] as number, frequency) - first
    if (at < 0) break
    y[at] = values[i] as number
    known[at] = 1
  }
  const anchor = days[last] as number
  return {
    y,
    unknown: Array.from(known.keys()).filter((i) => known[i] === 0),
    days: y.map((_, i) => laterPeriod(anchor, frequency, i - (length - 1))),
  }
}

/** Whole periods since 1970; of weeks since the Thursday in which 1970 began. */
function periodNumber(day: DayNumber, frequency: MarketFrequency): number {
  if (frequency === 'week') return Math.floor(day / 7)
  const date = new Date(day * 86_400_000)
  const months = (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth()
  return Math.floor(months / { day: 1, month: 1, quarter: 3, year: 12 }[frequency])
}

/** First day of the period so many later (earlier when negative). */
function laterPeriod(day: DayNumber, frequency: MarketFrequency, count: number): DayNumber {
  if (frequency === 'week' || frequency === 'day') return day + count * (frequency === 'week' ? 7 : 1)
  const date = new Date(day * 86_400_000)
  const months = { month: 1, quarter: 3, year: 12 }[frequency] * count
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86_400_000)
}

/** First days of the periods that follow; of days only those of the week on which the series has values. */
export function daysAhead({ days, frequency }: MarketSeries, count: number): DayNumber[] {
  const last = days[days.length - 1] as number
  if (frequency !== 'day') return Array.from({ length: count }, (_, k) => laterPeriod(last, frequency, k + 1))
  const open = new Set(days.slice(-60).map(weekday))
  const out: DayNumber[] = []
  for (let day = last + 1; out.length < count; day++) if (open.has(weekday(day))) out.push(day)
  return out
}
