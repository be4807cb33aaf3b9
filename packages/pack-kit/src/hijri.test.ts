// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, plainDate, toDayNumber } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromHijri, hijriMonthDays, hijriMonthStart, toHijri } from './hijri.ts'
import { civilHijriDayNumber } from './hijri-civil.testing.ts'

const firstDay = hijriMonthStart(1300, 1)
const lastDay = hijriMonthStart(1600, 12) + 28
const anyDay = fc.integer({ min: firstDay, max: lastDay })

// U. Nair, "The Hijri calendar", 6 April 2009, table 1: first days of the months of 1429.
const ummAlQura1429 =
  '2008-01-10 2008-02-08 2008-03-09 2008-04-07 2008-05-06 2008-06-05 2008-07-04 2008-08-02 2008-09-01 2008-10-01 2008-10-30 2008-11-29'
const civil1429 =
  '2008-01-10 2008-02-09 2008-03-09 2008-04-08 2008-05-07 2008-06-06 2008-07-05 2008-08-04 2008-09-02 2008-10-02 2008-10-31 2008-11-30'

describe('the Umm al-Qura calendar', () => {
  test('months of 1429 begin where a published table says', () => {
    const starts = Array.from({ length: 12 }, (_, i) => fromDayNumber(hijriMonthStart(1429, i + 1)))
    expect(starts.join(' ')).toBe(ummAlQura1429)
  })

  test('dates that courts and tables have named', () => {
    // Supreme Court of Saudi Arabia, quoted by Pakistan Today, 6 July 2024.
    expect(toHijri(plainDate('2024-07-06'))).toEqual({ year: 1445, month: 12, day: 30 })
    expect(toHijri(plainDate('2024-07-07'))).toEqual({ year: 1446, month: 1, day: 1 })
    // R. H. van Gent's table begins here.
    expect(fromDayNumber(fromHijri({ year: 1356, month: 1, day: 1 }))).toBe('1937-03-14')
  })

  test('a day and its Hijri date are two names of one day', () => {
    fc.assert(fc.property(anyDay, (day) => fromHijri(toHijri(fromDayNumber(day))) === day))
  })

  test('every month has 29 or 30 days and every year 354 or 355', () => {
    for (let year = 1300; year < 1600; year += 1) {
      let days = 0
      for (let month = 1; month <= 12; month += 1) {
        const length = hijriMonthDays(year, month)
        expect(length === 29 || length === 30).toBe(true)
        days += length
      }
      expect(days === 354 || days === 355).toBe(true)
    }
  })

  test('the civil calendar, counted out by hand, is never more than two days away', () => {
    const twin = Array.from({ length: 12 }, (_, i) => fromDayNumber(civilHijriDayNumber(1429, i + 1, 1)))
    expect(twin.join(' ')).toBe(civil1429)
    for (let year = 1300; year <= 1600; year += 1) {
      for (let month = 1; month <= 12; month += 1) {
        const apart = Math.abs(hijriMonthStart(year, month) - civilHijriDayNumber(year, month, 1))
        expect(apart).toBeLessThanOrEqual(2)
      }
    }
  })

  test('a date outside the table, or that no month has, is refused', () => {
    expect(() => toHijri(plainDate('1850-01-01'))).toThrow('pack.hijri-out-of-range')
    expect(() => hijriMonthStart(1601, 1)).toThrow('pack.hijri-out-of-range')
    expect(() => hijriMonthStart(1445, 13)).toThrow('pack.hijri-invalid')
    expect(() => fromHijri({ year: 1445, month: 9, day: 31 })).toThrow('pack.hijri-invalid')
    expect(() => fromHijri({ year: 1445, month: 9, day: 0 })).toThrow('pack.hijri-invalid')
    const short = [1, 2, 3, 4, 5, 6].find((month) => hijriMonthDays(1445, month) === 29) ?? 0
    expect(() => fromHijri({ year: 1445, month: short, day: 30 })).toThrow('pack.hijri-invalid')
    expect(toDayNumber(fromDayNumber(hijriMonthStart(1445, short)))).toBe(hijriMonthStart(1445, short))
  })
})
