// SPDX-License-Identifier: Apache-2.0
import { AppError } from './app-error.ts'

/** A day in the business's own calendar, as text: `2026-11-24`. Sorts as text. */
export type PlainDate = string & { readonly __brand: 'PlainDate' }

/** Days since 1970-01-01, whole. Arithmetic on days is done on this. */
export type DayNumber = number

const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const msPerDay = 86_400_000

/**
 * Days from 1970-01-01 to a civil date, proleptic Gregorian; no check of the parts.
 *
 * @source Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
 */
export function dayNumberOfParts(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** Days in a month, 28 to 31. @param month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** True for a Gregorian leap year. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/**
 * Reads `YYYY-MM-DD`; refuses a day that does not exist.
 *
 * @throws base.date-invalid
 */
export function plainDate(text: string): PlainDate {
  const match = shape.exec(text)
  if (!match) throw new AppError('base.date-invalid', { text: text.slice(0, 40) })
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (!isRealDate(year, month, day)) throw new AppError('base.date-invalid', { text })
  return text as PlainDate
}

/** True when the three parts name a day that exists, years 1 to 9999. */
export function isRealDate(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** The day number of a plain date. */
export function toDayNumber(date: PlainDate): DayNumber {
  return dayNumberOfParts(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)))
}

/** The plain date of a day number. */
export function fromDayNumber(dayNumber: DayNumber): PlainDate {
  return new Date(dayNumber * msPerDay).toISOString().slice(0, 10) as PlainDate
}

/** The day `days` later (earlier when negative). */
export function addDays(date: PlainDate, days: number): PlainDate {
  return fromDayNumber(toDayNumber(date) + days)
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return toDayNumber(to) - toDayNumber(from)
}

/** Weekday, 0 Sunday to 6 Saturday. */
export function weekday(dayNumber: DayNumber): number {
  return (((dayNumber + 4) % 7) + 7) % 7
}

/** First day of the week that holds the day, for weeks that begin on `weekStart` (0 Sunday to 6 Saturday). */
export function startOfWeek(dayNumber: DayNumber, weekStart: number): DayNumber {
  return dayNumber - ((weekday(dayNumber) - weekStart + 7) % 7)
}
