// SPDX-License-Identifier: Apache-2.0
import { type Declined, isDeclined } from '@resham/base'
import { type Change, type Explanation, explain, type Forecast, forecast, whatChanged } from '@resham/forecast'
import { market } from '@resham/formats'
import type { RegularSeries } from './read-series.ts'

/** Periods of a year (of a week for days), and how far ahead one looks. */
const seasons = { day: 7, week: 52, month: 12, quarter: 4, year: 1 } as const
const ahead = { day: 14, week: 8, month: 6, quarter: 4, year: 3 } as const
/** Periods that are held against those before them. */
const compared = { day: 28, week: 13, month: 12, quarter: 4, year: 3 } as const
const seed = 20_261_124

/** All that is said of one series. */
export type Look = {
  readonly series: RegularSeries
  readonly explanation: Explanation | Declined
  /** The last stretch against the one before; undefined where the series has not two. */
  readonly change: Change | Declined | undefined
  readonly next: (Forecast & { readonly days: readonly number[] }) | Declined
}

/** Has the engine look at a series. @param horizon Periods ahead; by frequency where it is left out. */
export function lookAt(series: RegularSeries, horizon: number | undefined): Look {
  const { y, unknown, frequency, days } = series
  const whole = seasons[frequency]
  const seasonLength = y.length >= 2 * whole ? whole : 1
  const explanation = explain(y, { seasonLength, unknown })
  const h = horizon ?? ahead[frequency]
  const next = forecast(y, { h, seasonLength, unknown, level: [80], seed })
  const last = days.at(-1) as number
  return {
    series,
    explanation,
    change: isDeclined(explanation) ? undefined : changeOf(explanation, compared[frequency]),
    next: isDeclined(next)
      ? next
      : { ...next, days: Array.from({ length: h }, (_, k) => market.periodAfter(last, frequency, k + 1)) },
  }
}

function changeOf(explanation: Explanation, size: number): Change | Declined | undefined {
  const end = explanation.y.length - 1
  const length = Math.min(size, Math.floor(explanation.y.length / 2))
  if (length < 1) return undefined
  return whatChanged(explanation, {
    before: { from: end - 2 * length + 1, to: end - length },
    after: { from: end - length + 1, to: end },
  })
}
