// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, dayNumberOfParts, isRealDate } from '@resham/base'
import type { MarketFrequency } from './reading.ts'

/** A stretch of time as a source names it: its first day, and how long it is. */
export type Period = { readonly day: DayNumber; readonly frequency: MarketFrequency }

/** In which order the parts of `1/2/2026` stand. */
export type DateOrder = 'dmy' | 'mdy'

const shapes: readonly (readonly [RegExp, (parts: readonly string[], order: DateOrder) => Period | undefined])[] = [
  [/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.Z+-]*)?$/, ([, y, m, d]) => dated(y, m, d)],
  [
    /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/,
    ([, a, b, y], order) => (order === 'dmy' ? dated(y, b, a) : dated(y, a, b)),
  ],
  [/^(\d{4})[-/]?M?(0[1-9]|1[0-2])$/, ([, y, m]) => begun(y, Number(m), 'month')],
  [/^(\d{4})[-/ ]?Q([1-4])$/i, ([, y, q]) => begun(y, Number(q) * 3 - 2, 'quarter')],
  [/^(\d{4})[-/ ]?W(\d{2})$/i, ([, y, w]) => weekOf(Number(y), Number(w))],
  [/^(\d{4})$/, ([, y]) => begun(y, 1, 'year')],
]

/**
 * Reads a day or period: `2026-11-24`, `24/11/2026`, `2026-11`, `202611`, `2026M11`, `2026-Q4`, `2026-W48`, `2026`.
 *
 * @returns undefined for anything else, and for days that do not exist.
 */
export function readPeriod(text: string, order: DateOrder = 'dmy'): Period | undefined {
  const trimmed = text.trim()
  for (const [shape, read] of shapes) {
    const match = shape.exec(trimmed)
    if (match) return read(match, order)
  }
  return undefined
}

function dated(year = '', month = '', day = ''): Period | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)]
  return isRealDate(y, m, d) ? { day: dayNumberOfParts(y, m, d), frequency: 'day' } : undefined
}

function begun(year = '', month: number, frequency: MarketFrequency): Period | undefined {
  const y = Number(year)
  return y >= 1 ? { day: dayNumberOfParts(y, month, 1), frequency } : undefined
}

/** @source ISO 8601: week 1 holds the first Thursday of the year and begins on a Monday. */
function weekOf(year: number, week: number): Period | undefined {
  if (week < 1 || week > 53) return undefined
  const fourth = dayNumberOfParts(year, 1, 4)
  const monday = fourth - ((fourth + 3) % 7)
  return { day: monday + 7 * (week - 1), frequency: 'week' }
}

/** Which of the two orders the dates of a column show; `dmy` where none of them tells. */
export function dateOrderOf(cells: readonly string[]): DateOrder {
  for (const cell of cells) {
    const match = /^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{4}\s*$/.exec(cell)
    if (!match) continue
    if (Number(match[1]) > 12) return 'dmy'
    if (Number(match[2]) > 12) return 'mdy'
  }
  return 'dmy'
}

/** The first day of the period of a frequency that holds the day. Weeks keep their own weekday. */
export function periodStart(day: DayNumber, frequency: MarketFrequency): DayNumber {
  if (frequency === 'day' || frequency === 'week') return day
  const date = new Date(day * 86_400_000)
  const month = date.getUTCMonth()
  const first = frequency === 'month' ? month : frequency === 'quarter' ? month - (month % 3) : 0
  return dayNumberOfParts(date.getUTCFullYear(), first + 1, 1)
}

/** The first day of the period so many periods later. Days pass over nothing: a market's days off are the caller's. */
export function periodAfter(day: DayNumber, frequency: MarketFrequency, count: number): DayNumber {
  if (frequency === 'day') return day + count
  if (frequency === 'week') return day + 7 * count
  const date = new Date(day * 86_400_000)
  const months = date.getUTCMonth() + count * (frequency === 'month' ? 1 : frequency === 'quarter' ? 3 : 12)
  return dayNumberOfParts(date.getUTCFullYear() + Math.floor(months / 12), (((months % 12) + 12) % 12) + 1, 1)
}
