// SPDX-License-Identifier: Apache-2.0
import { AppError, type DayNumber, type PlainDate, toDayNumber } from '@resham/base'

/** A day of the Hijri calendar: year of the Hijra, month 1 (Muharram) to 12, day 1 to 30. */
export type HijriDate = { readonly year: number; readonly month: number; readonly day: number }

/** Years for which the published Umm al-Qura table, as the runtime carries it, is complete. */
export const ummAlQuraYears = { first: 1300, last: 1600 } as const

const msPerDay = 86_400_000

/** Mean length of a Hijri month in days. @source 30-year cycle of 10,631 days in 360 months. */
const meanMonthDays = 10_631 / 360

/** 1 Muharram 1 of the civil reckoning, 16 July 622 Julian, as days from 1970-01-01. */
const epochDay: DayNumber = -492_148

// Made once: building an Intl formatter costs far more than using it.
const umalqura = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
})

/**
 * The Umm al-Qura date of a day: the calendar printed in Saudi Arabia, computed in advance.
 * A country that watches for the moon may be a day behind it.
 *
 * @throws pack.hijri-out-of-range outside the years 1300 to 1600 AH.
 * @source The table behind ECMA-402's calendar `islamic-umalqura` (Unicode ICU, after R. H. van Gent, Utrecht).
 */
export function toHijri(day: PlainDate): HijriDate {
  return hijriOfDayNumber(toDayNumber(day))
}

function hijriOfDayNumber(dayNumber: DayNumber): HijriDate {
  const parts = { year: 0, month: 0, day: 0 }
  for (const { type, value } of umalqura.formatToParts(dayNumber * msPerDay)) {
    if (type === 'year' || type === 'month' || type === 'day') parts[type] = Number(value)
  }
  if (parts.year < ummAlQuraYears.first || parts.year > ummAlQuraYears.last) {
    throw new AppError('pack.hijri-out-of-range', { year: parts.year })
  }
  return parts
}

/**
 * The day number on which an Umm al-Qura month begins.
 *
 * @param year 1300 to 1600. @param month 1 to 12.
 * @throws pack.hijri-out-of-range, pack.hijri-invalid
 */
export function hijriMonthStart(year: number, month: number): DayNumber {
  if (!Number.isInteger(year) || !Number.isInteger(month) || month < 1 || month > 12) {
    throw new AppError('pack.hijri-invalid', { year, month })
  }
  if (year < ummAlQuraYears.first || year > ummAlQuraYears.last) throw new AppError('pack.hijri-out-of-range', { year })
  // The middle of the month by mean lengths always lies inside it; its own day of month leads to the first.
  const middle = Math.round(epochDay + ((year - 1) * 12 + month - 0.5) * meanMonthDays)
  return middle - hijriOfDayNumber(middle).day + 1
}

/** Days in an Umm al-Qura month, 29 or 30. */
export function hijriMonthDays(year: number, month: number): number {
  const next = month === 12 ? hijriMonthStart(year + 1, 1) : hijriMonthStart(year, month + 1)
  return next - hijriMonthStart(year, month)
}

/**
 * The day number of an Umm al-Qura date.
 *
 * @throws pack.hijri-invalid when the month has no such day; pack.hijri-out-of-range
 */
export function fromHijri(date: HijriDate): DayNumber {
  const start = hijriMonthStart(date.year, date.month)
  const found = start + date.day - 1
  if (!Number.isInteger(date.day) || date.day < 1 || hijriOfDayNumber(found).day !== date.day) {
    throw new AppError('pack.hijri-invalid', { year: date.year, month: date.month, day: date.day })
  }
  return found
}
