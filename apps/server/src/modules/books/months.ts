// SPDX-License-Identifier: Apache-2.0
import { addDays, daysInMonth, type PlainDate, plainDate } from '@resham/base'
import type { Month } from './books.types.ts'

/** The month of a day. */
export function monthOf(day: PlainDate): Month {
  return `${day.slice(0, 7)}-01` as Month
}

/** The last day of a month. */
export function lastDayOf(month: Month): PlainDate {
  return plainDate(`${month.slice(0, 8)}${daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`)
}

/** The month after. */
export function nextMonth(month: Month): Month {
  return addDays(lastDayOf(month), 1)
}

/** Every month from one to another, both included; none when `to` is before `from`. */
export function monthsBetween(from: Month, to: Month): Month[] {
  const months: Month[] = []
  for (let month = from; month <= to; month = nextMonth(month)) months.push(month)
  return months
}

/** Reads `2026-11`. @throws base.date-invalid */
export function readMonth(text: string): Month {
  return plainDate(`${text}-01`)
}
