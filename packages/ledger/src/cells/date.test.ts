// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DateOrder } from '../types.ts'
import { parseDate } from './date.ts'

function read(text: string, order: DateOrder = 'dmy'): string {
  const date = parseDate(text, order)
  if (typeof date === 'string') return date
  const { day, minuteOfDay } = date
  if (minuteOfDay === null) return fromDayNumber(day)
  return `${fromDayNumber(day)} ${Math.floor(minuteOfDay / 60)}:${String(minuteOfDay % 60).padStart(2, '0')}`
}

describe('dates in cells', () => {
  test('are read as people and programs write them', () => {
    const cases: readonly [string, string][] = [
      ['2010-12-01 08:26', '2010-12-01 8:26'],
      ['2010-12-01', '2010-12-01'],
      ['2010-12-01T08:26:30Z', '2010-12-01 8:26'],
      ['2010-12-01T08:26:30.123+05:00', '2010-12-01 8:26'],
      ['2023-01-05 10:11:12 +0500', '2023-01-05 10:11'],
      ['2010/1/2', '2010-01-02'],
      ['1/2/2010', '2010-02-01'],
      ['01-02-10', '2010-02-01'],
      ['31.12.1999', '1999-12-31'],
      ['1/2/2010 8:05 PM', '2010-02-01 20:05'],
      ['1/2/2010 12:05 am', '2010-02-01 0:05'],
      ['۲۴/۱۱/۲۰۲۶', '2026-11-24'],
      ['٢٤-١١-٢٠٢٦', '2026-11-24'],
      ['24 Nov 2026', '2026-11-24'],
      ['24-Nov-26', '2026-11-24'],
      ['Nov 24, 2026', '2026-11-24'],
      ['Tuesday, November 24th, 2026', '2026-11-24'],
      ['Tuesday, November 24, 2026', '2026-11-24'],
      ['2 دسمبر 2026', '2026-12-02'],
      ['۲ دسمبر، ۲۰۲۶', '2026-12-02'],
      ['2026-Nov-24', '2026-11-24'],
      ['20261124', '2026-11-24'],
      ['46350', '2026-11-24'],
      ['46350.3513888889', '2026-11-24 8:26'],
      ['24/11/2026 شام 05:00', 'date-unreadable'],
      ['24/11/2026 05:00 شام', '2026-11-24 17:00'],
    ]
    for (const [text, value] of cases) expect([text, read(text)]).toEqual([text, value])
    expect(read('1/2/2010', 'mdy')).toBe('2010-01-02')
    expect(read('12/31/2010', 'mdy')).toBe('2010-12-31')
    expect(read('26/11/24', 'ymd')).toBe('2026-11-24')
  })

  test('are refused with a reason when they are none', () => {
    const cases: readonly [string, string][] = [
      ['31/02/2026', 'date-not-real'],
      ['2026-02-31', 'date-not-real'],
      ['29/02/2025', 'date-not-real'],
      ['12/31/2026', 'date-not-real'],
      ['2026-00-10', 'date-not-real'],
      ['', 'date-missing'],
      ['  ', 'date-missing'],
      ['yesterday', 'date-unreadable'],
      ['24/11', 'date-unreadable'],
      ['24/11/2026 25:00', 'date-unreadable'],
      ['24/11/2026 hello', 'date-unreadable'],
      ['1/1/0026', 'date-out-of-range'],
      ['1/1/2999', 'date-out-of-range'],
      ['#REF!', 'error-value'],
    ]
    for (const [text, reason] of cases) expect([text, read(text)]).toEqual([text, reason])
  })

  test('every day is read back in every order it is written in', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 47_481 }), (day) => {
        const iso = fromDayNumber(day)
        const [year, month, date] = iso.split('-')
        expect(read(iso)).toBe(iso)
        expect(read(`${date}/${month}/${year}`, 'dmy')).toBe(iso)
        expect(read(`${month}-${date}-${year}`, 'mdy')).toBe(iso)
        expect(read(`${year}.${month}.${date}`, 'mdy')).toBe(iso)
      }),
      { seed: 17, numRuns: 500 },
    )
  })
})
