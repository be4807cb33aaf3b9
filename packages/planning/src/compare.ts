// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, declined } from '@resham/base'
import type { Compared, DailySeries } from './types.ts'

/** Days in the stretch that is compared. */
export const STRETCH = 30
/** Days back to the same stretch of last year: whole weeks, so that weekdays fall on weekdays. */
export const YEAR_BACK = 364

/** What a stretch of days held. */
export type Totals = { readonly net: number; readonly quantity: number; readonly orders: number }

/** Sums of the days `from` to `to`, both included. */
export function totalsBetween(series: DailySeries, from: DayNumber, to: DayNumber): Totals {
  const { days } = series
  let net = 0
  let quantity = 0
  let orders = 0
  for (let i = firstAtLeast(days, from); i < days.length && (days[i] as number) <= to; i++) {
    net += series.net[i] as number
    quantity += series.quantity[i] as number
    orders += series.orders[i] as number
  }
  return { net, quantity, orders }
}

/** Position of the first day not before `day`; the length where there is none. Days ascend. */
export function firstAtLeast(days: ArrayLike<DayNumber>, day: DayNumber): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((days[middle] as number) < day) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The net of a stretch against an older one.
 *
 * @param booksFrom First day of the books: a stretch that begins before it cannot be compared with.
 * @returns `history-too-short` (days needed and there), or `nothing-to-compare` where the older stretch brought nothing.
 */
export function compared(
  now: number,
  older: { readonly from: DayNumber; readonly to: DayNumber; readonly net: number },
  booksFrom: DayNumber,
  today: DayNumber,
): Compared {
  if (booksFrom > older.from) {
    return declined('history-too-short', { needed: today - older.from + 1, got: Math.max(0, today - booksFrom + 1) })
  }
  if (!(older.net > 0)) return declined('nothing-to-compare')
  return { kind: 'change', ...older, ratio: now / older.net - 1 }
}

/** The stretches that end today, just before, and a year ago. */
export function stretches(today: DayNumber) {
  const from = today - STRETCH + 1
  return {
    now: { from, to: today },
    before: { from: from - STRETCH, to: today - STRETCH },
    lastYear: { from: from - YEAR_BACK, to: today - YEAR_BACK },
  }
}
