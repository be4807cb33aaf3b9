// SPDX-License-Identifier: Apache-2.0
import { addDays, daysBetween, fromDayNumber, plainDate } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPack, holiday } from './a-pack.testing.ts'
import { hijriMonthStart } from './hijri.ts'
import { holidaysBetween } from './holidays.ts'

const pack = aPack({
  holidays: [
    ...aPack().holidays,
    holiday('turn-of-year', { type: 'fixed', month: 12, day: 30, days: 4 }),
    holiday('leap-day', { type: 'fixed', month: 2, day: 29, days: 1 }),
    holiday('market', { type: 'nth-weekday', month: 10, weekday: 6, nth: 2, days: 7 }),
  ],
})
const on = (from: string, to = from) => holidaysBetween(pack, plainDate(from), plainDate(to))
const anyDate = fc.integer({ min: 0, max: 36_000 }).map(fromDayNumber)

describe('holidays between two days', () => {
  test('an announced month gives its days as facts, with the source of the announcement', () => {
    const [feast] = on('2024-04-11')
    expect(feast).toMatchObject({ id: 'feast', from: '2024-04-10', to: '2024-04-12', estimated: false })
    expect(feast?.source).toBe('Made up for a test')
  })

  test('a season lasts from its announced first day to the day before the next announced month', () => {
    expect(on('2024-03-20')).toMatchObject([{ id: 'fast', from: '2024-03-12', to: '2024-04-09', estimated: false }])
  })

  test('a month that nobody announced is estimated by the usual delay, and says so', () => {
    const day = fromDayNumber(hijriMonthStart(1448, 10) + 1)
    expect(holidaysBetween(pack, day, day)).toMatchObject([{ id: 'feast', from: day, estimated: true }])
  })

  test('a holiday that begins in the old year reaches into the new one', () => {
    expect(on('2023-01-01')).toMatchObject([{ id: 'turn-of-year', from: '2022-12-30', to: '2023-01-02' }])
  })

  test('a leap day is kept in leap years only', () => {
    expect(on('2023-02-20', '2023-03-10')).toEqual([])
    expect(on('2024-02-29').map((found) => found.id)).toContain('leap-day')
  })

  test('the second Saturday of October is the second Saturday of October', () => {
    expect(on('2026-10-12')).toMatchObject([{ id: 'market', from: '2026-10-10', to: '2026-10-16' }])
  })

  test('a row counts only for holidays that begin while it holds', () => {
    const kept = { ...holiday('day', { type: 'fixed', month: 5, day: 28, days: 1 }), valid_from: '2024-05-28' }
    const ended = { ...holiday('old', { type: 'fixed', month: 5, day: 28, days: 1 }), valid_to: '2024-05-27' }
    const both = aPack({ holidays: [kept, ended] })
    const ids = (year: number) =>
      holidaysBetween(both, plainDate(`${year}-05-01`), plainDate(`${year}-06-01`)).map((found) => found.id)
    expect([ids(2023), ids(2024)]).toEqual([['old'], ['day']])
  })

  test('two windows side by side find together what one window over both finds', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 800 }), fc.integer({ min: 0, max: 800 }), (from, a, b) => {
        const middle = addDays(from, a)
        const end = addDays(middle, b)
        const parts = [...holidaysBetween(pack, from, addDays(middle, -1)), ...holidaysBetween(pack, middle, end)]
        const keys = new Set(parts.map((found) => `${found.id} ${found.from} ${found.to}`))
        const whole = holidaysBetween(pack, from, end).map((found) => `${found.id} ${found.from} ${found.to}`)
        expect([...keys].sort()).toEqual([...whole].sort())
      }),
      { numRuns: 60 },
    )
  })

  test('all that is found touches the window, in order, and lasts at least a day', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1500 }), (from, span) => {
        const to = addDays(from, span)
        const found = holidaysBetween(pack, from, to)
        const starts = found.map((one) => one.from)
        expect(starts).toEqual([...starts].sort())
        for (const one of found) {
          expect(one.to >= from && one.from <= to && daysBetween(one.from, one.to) >= 0).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('a window that ends before it begins, or lasts over a century, is refused', () => {
    expect(() => on('2024-02-01', '2024-01-31')).toThrow('pack.span-invalid')
    expect(() => on('1900-06-01', '2026-01-01')).toThrow('pack.span-invalid')
  })

  test('a country without Hijri months has none of their holidays', () => {
    const without = { ...pack, hijri: null }
    const found = holidaysBetween(without, plainDate('2024-01-01'), plainDate('2024-12-31'))
    expect(found.map((one) => one.id)).toEqual(['turn-of-year', 'leap-day', 'founding', 'market', 'turn-of-year'])
  })
})
