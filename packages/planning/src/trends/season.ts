// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, type Declined, dayNumberOfParts, declined, fromDayNumber } from '@resham/base'
import { lineThrough } from '@resham/stats'
import { firstAtLeast } from '../compare.ts'
import type { DailySeries, Season } from '../types.ts'

/** Whole months from which something, and from which enough, can be said of a season. */
const FEWEST_MONTHS = 13
const TWO_YEARS = 24
/** A month is a peak from this multiple of a usual one, in a season of at least this strength. */
const PEAK = 1.15
const NOTABLE = 0.3
const PEAKS = 3

/** Whole calendar months of the books: day on which each begins, and the day after the last. */
export type Months = {
  /** [months + 1], ascending. */
  readonly starts: readonly DayNumber[]
  /** 1 to 12 for each, [months]. */
  readonly numbers: readonly number[]
}

/** The calendar months that lie wholly between two days. */
export function wholeMonths(from: DayNumber, to: DayNumber): Months {
  const text = fromDayNumber(from)
  let year = Number(text.slice(0, 4))
  let month = Number(text.slice(5, 7))
  const starts: number[] = []
  const numbers: number[] = []
  for (;;) {
    const start = dayNumberOfParts(year, month, 1)
    if (start >= from) starts.push(start)
    if (start > to) break
    if (start >= from) numbers.push(month)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year += 1
  }
  // The last start closes the month before it; a month that ends after `to` is not whole.
  while (starts.length > 0 && (starts[starts.length - 1] as number) > to + 1) {
    starts.pop()
    numbers.length = Math.max(0, starts.length - 1)
  }
  return { starts, numbers: numbers.slice(0, Math.max(0, starts.length - 1)) }
}

/**
 * How much of the movement is the month of the year, and which months stand out.
 *
 * Net a day in each whole month, over its trend (a straight line from two years on, a level before that), is averaged
 * for each month of the year. The strength is the share of variance that these averages explain, adjusted for their
 * number, so that chance alone gives about 0.
 *
 * @returns Or `history-too-short`, in months.
 * @source Idea of strength: Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 4.3.
 *         Adjustment: the adjusted R squared of a regression on months.
 */
export function seasonOf(series: DailySeries, months: Months, firstDay: DayNumber): Season | Declined {
  const skipped = firstAtLeast(months.starts, firstDay)
  const count = months.numbers.length - skipped
  if (count < FEWEST_MONTHS) return declined('history-too-short', { needed: FEWEST_MONTHS, got: Math.max(0, count) })
  const values = monthlyRates(series, months, skipped)
  const level = values.reduce((total, value) => total + value / count, 0)
  if (!(level > 0)) return declined('nothing-sold')
  const weak = count < TWO_YEARS
  const line = weak ? { intercept: level, slope: 0 } : lineThrough(values)
  const ratios = values.map((value, i) => value / Math.max(level / 4, line.intercept + line.slope * i))

  const sums = new Float64Array(13)
  const times = new Float64Array(13)
  ratios.forEach((ratio, i) => {
    const month = months.numbers[skipped + i] as number
    sums[month] = (sums[month] as number) + ratio
    times[month] = (times[month] as number) + 1
  })
  const index = (month: number): number => (sums[month] as number) / Math.max(1, times[month] as number)
  const centre = ratios.reduce((total, ratio) => total + ratio / count, 0)
  let left = 0
  let all = 0
  ratios.forEach((ratio, i) => {
    left += (ratio - index(months.numbers[skipped + i] as number)) ** 2
    all += (ratio - centre) ** 2
  })
  const strength = all > 1e-12 ? Math.min(1, Math.max(0, 1 - left / (count - 12) / (all / (count - 1)))) : 0
  const peakMonths =
    strength < NOTABLE
      ? []
      : [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
          .filter((month) => index(month) >= PEAK * centre)
          .sort((a, b) => index(b) - index(a) || a - b)
          .slice(0, PEAKS)
  return { kind: 'season', strength, peakMonths, weak }
}

/** Net a day in each month from `skipped` on. Months in which more came back than was sold count as none. */
function monthlyRates({ days, net }: DailySeries, { starts, numbers }: Months, skipped: number): number[] {
  const values: number[] = []
  let i = firstAtLeast(days, starts[skipped] as number)
  for (let month = skipped; month < numbers.length; month++) {
    const end = starts[month + 1] as number
    let total = 0
    for (; i < days.length && (days[i] as number) < end; i++) total += net[i] as number
    values.push(Math.max(0, total) / (end - (starts[month] as number)))
  }
  return values
}
