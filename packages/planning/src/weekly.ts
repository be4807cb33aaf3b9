// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import type { HolidayWindow } from './types.ts'

/** First day of the week that ends on `today`, and of those before it: week 0 is the latest. */
export function weekStart(today: DayNumber, weeksAgo: number): DayNumber {
  return today - 6 - 7 * weeksAgo
}

/** How many weeks reach back from `today` until one holds `firstDay`; none when `firstDay` is still to come. */
export function weeksSince(firstDay: DayNumber, today: DayNumber): number {
  return firstDay > today ? 0 : Math.floor((today - firstDay) / 7) + 1
}

/**
 * Sums daily values into weeks that end on `today`.
 *
 * @param days   Ascending.
 * @param weeks  How many, counted back from `today`.
 * @returns      [weeks], oldest first. Days outside do not count.
 */
export function weekly(
  days: ArrayLike<DayNumber>,
  values: ArrayLike<number>,
  today: DayNumber,
  weeks: number,
): number[] {
  const out = new Array<number>(weeks).fill(0)
  const first = today - 7 * weeks + 1
  for (let i = days.length - 1; i >= 0; i--) {
    const day = days[i] as number
    if (day > today) continue
    if (day < first) break
    const week = Math.floor((day - first) / 7)
    out[week] = (out[week] as number) + (values[i] as number)
  }
  return out
}

/**
 * Shares of weeks that lie within each holiday's window, as forecast effects want them.
 *
 * @param firstDay First day of the first week.
 * @param weeks    How many weeks, history and horizon together.
 * @returns        One entry a name, in order of name; names that touch no week are left out.
 */
export function holidayShares(
  holidays: readonly HolidayWindow[],
  firstDay: DayNumber,
  weeks: number,
): readonly { readonly name: string; readonly exposure: readonly number[] }[] {
  const shares = new Map<string, number[]>()
  for (const { name, from, to } of holidays) {
    const start = Math.max(from, firstDay)
    const end = Math.min(to, firstDay + 7 * weeks - 1)
    for (let day = start; day <= end; day++) {
      const week = Math.floor((day - firstDay) / 7)
      const series = shares.get(name) ?? new Array<number>(weeks).fill(0)
      series[week] = Math.min(1, (series[week] as number) + 1 / 7)
      shares.set(name, series)
    }
  }
  return [...shares].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, exposure]) => ({ name, exposure }))
}
