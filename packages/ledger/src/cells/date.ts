// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, dayNumberOfParts, daysInMonth } from '@resham/base'
import { monthWords, noonWords, weekdayWords } from '../cell-words.ts'
import type { DateOrder } from '../types.ts'
import { westernDigits } from './digits.ts'

/** A day, and the minute of it when the cell says one. */
export type DayTime = { readonly day: DayNumber; readonly minuteOfDay: number | null }

/** Why a cell is no date. */
export type DateReason = 'date-missing' | 'date-unreadable' | 'date-not-real' | 'date-out-of-range' | 'error-value'

// Sales older than accounting software, or of the next century, are slips of the pen.
const firstYear = 1970
const lastYear = 2100

const digital =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?=$|[\sT,])|^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?=$|[\sT,])/
const compact = /^(\d{4})(\d{2})(\d{2})(?=$|[\sT])/
const dayFirstNamed = /^(\d{1,2})(?:st|nd|rd|th)?[-\s/.,]*(\p{L}+)\.?[-\s/.,،]*(\d{4}|\d{2})(?=$|[\sT,])/u
const monthFirstNamed = /^(\p{L}+)\.?[-\s/.]*(\d{1,2})(?:st|nd|rd|th)?[-\s/.,،]+(\d{4}|\d{2})(?=$|[\sT,])/u
const yearFirstNamed = /^(\d{4})[-\s/.]+(\p{L}+)[-\s/.]+(\d{1,2})(?=$|[\sT,])/u
const clock =
  /^[\sT,]*(\d{1,2})[:.](\d{2})(?:[:.]\d{2}(?:[.,:]\d+)?)?\s*(\p{L}[\p{L}.]*)?\s*(?:(?:GMT|UTC)?\s*[-+]\d{2}:?\d{2})?$/iu
const serial = /^(\d{5})(?:\.(\d+))?$/

/**
 * Reads a date, with or without a time, as people and programs write it: figures in the order
 * given, month names in English and Urdu, year first whatever the order, Excel's day numbers,
 * any digits. A zone behind the time is not applied: the day is the one that was written.
 *
 * @param order Meaning of 01/02/2026. A date that this order makes impossible is refused, never turned around.
 */
export function parseDate(text: string, order: DateOrder): DayTime | DateReason {
  return isoDate(text) ?? parseWritten(text, order)
}

/** The quick way for `YYYY-MM-DD` and `YYYY-MM-DD HH:MM`; undefined when it is anything else. */
function isoDate(text: string): DayTime | undefined {
  if (text.length !== 10 && text.length !== 16) return undefined
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return undefined
  const year = figures(text, 0, 4)
  const month = figures(text, 5, 7)
  const day = figures(text, 8, 10)
  if (!(year >= firstYear && year <= lastYear && month >= 1 && month <= 12 && day >= 1)) return undefined
  if (day > daysInMonth(year, month)) return undefined
  let minuteOfDay: number | null = null
  if (text.length === 16) {
    const gap = text.charCodeAt(10)
    const hours = figures(text, 11, 13)
    const minutes = figures(text, 14, 16)
    if ((gap !== 32 && gap !== 84) || text.charCodeAt(13) !== 58 || !(hours < 24 && minutes < 60)) return undefined
    minuteOfDay = hours * 60 + minutes
  }
  return { day: dayNumberOfParts(year, month, day), minuteOfDay }
}

/** The number that digits from `from` up to `to` spell; NaN when one of them is none. */
function figures(text: string, from: number, to: number): number {
  let value = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

function parseWritten(text: string, order: DateOrder): DayTime | DateReason {
  let rest = westernDigits(text).trim().replace(/^'/, '')
  if (rest === '') return 'date-missing'
  if (rest.length > 60) return 'date-unreadable'
  if (rest.startsWith('#')) return 'error-value'
  const weekday = /^(\p{L}+)[,،.]?\s+/u.exec(rest)
  if (weekday && weekdayWords.has((weekday[1] ?? '').toLowerCase())) rest = rest.slice(weekday[0].length)
  const excel = serial.exec(rest)
  if (excel) return serialDate(Number(excel[1]), excel[2] ?? '')
  const found = dateParts(rest, order)
  if (!found) return 'date-unreadable'
  const minuteOfDay = minuteOf(rest.slice(found.length))
  if (minuteOfDay === undefined) return 'date-unreadable'
  const { year, month, day } = found
  if (year < firstYear || year > lastYear) return 'date-out-of-range'
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return 'date-not-real'
  return { day: dayNumberOfParts(year, month, day), minuteOfDay }
}

type Parts = { readonly year: number; readonly month: number; readonly day: number; readonly length: number }

function dateParts(text: string, order: DateOrder): Parts | undefined {
  const inFigures = digital.exec(text)
  if (inFigures) {
    const length = inFigures[0].length
    const [, year, month, day, a, b, last] = inFigures
    if (year !== undefined) return { year: Number(year), month: Number(month), day: Number(day), length }
    const [first, second] = [Number(a), Number(b)]
    // Year first with a two-digit year: 26/11/24.
    if (order === 'ymd' && last?.length === 2) {
      return { year: fullYear(a ?? ''), month: second, day: Number(last), length }
    }
    const dayFirst = order !== 'mdy'
    return {
      year: fullYear(last ?? ''),
      month: dayFirst ? second : first,
      day: dayFirst ? first : second,
      length,
    }
  }
  const run = compact.exec(text)
  if (run) return { year: Number(run[1]), month: Number(run[2]), day: Number(run[3]), length: run[0].length }
  return namedParts(text)
}

function namedParts(text: string): Parts | undefined {
  const tries = [
    [dayFirstNamed, 3, 2, 1],
    [monthFirstNamed, 3, 1, 2],
    [yearFirstNamed, 1, 2, 3],
  ] as const
  for (const [shape, year, month, day] of tries) {
    const match = shape.exec(text)
    const monthNumber = monthWords[(match?.[month] ?? '').toLowerCase()]
    if (!match || monthNumber === undefined) continue
    return { year: fullYear(match[year] ?? ''), month: monthNumber, day: Number(match[day]), length: match[0].length }
  }
  return undefined
}

/** Two figures mean 1970 to 2069. */
function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/** Minutes of a time; null when there is none, undefined when it cannot be read. */
function minuteOf(text: string): number | null | undefined {
  if (/^[\sTZ]*$/.test(text)) return null
  const match = clock.exec(text.replace(/Z$/, ''))
  if (!match) return undefined
  let hours = Number(match[1])
  const minutes = Number(match[2])
  const word = match[3]?.toLowerCase()
  const noon = word === undefined || word === 'gmt' || word === 'utc' ? null : noonWords[word]
  if (noon === undefined || hours > 23 || minutes > 59) return undefined
  if (noon === 'pm' && hours < 12) hours += 12
  if (noon === 'am' && hours === 12) hours = 0
  return hours * 60 + minutes
}

/** Days since 1899-12-30, the way spreadsheets count; the fraction is the time. */
function serialDate(days: number, fraction: string): DayTime | DateReason {
  const day = dayNumberOfParts(1899, 12, 30) + days
  if (days < 25_569 || day > dayNumberOfParts(lastYear, 12, 31)) return 'date-out-of-range'
  if (fraction === '') return { day, minuteOfDay: null }
  // Half a minute is added before cutting: 08:26 is stored as a fraction a hair below it.
  const minute = Math.floor(Number(`0.${fraction}`) * 1440 + 0.5)
  return minute >= 1440 ? { day: day + 1, minuteOfDay: 0 } : { day, minuteOfDay: minute }
}
