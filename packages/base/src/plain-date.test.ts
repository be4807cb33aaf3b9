// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dayNumberOfParts, fromDayNumber, plainDate, startOfWeek, toDayNumber, weekday } from './plain-date.ts'

const anyDayNumber = fc.integer({ min: -719_162, max: 2_932_896 })

describe('plain date', () => {
  test('a day number and its date are two names of one day', () => {
    fc.assert(fc.property(anyDayNumber, (n) => toDayNumber(fromDayNumber(n)) === n))
  })

  test('the arithmetic agrees with the platform calendar', () => {
    fc.assert(
      fc.property(anyDayNumber, (n) => {
        const twin = new Date(n * 86_400_000)
        return dayNumberOfParts(twin.getUTCFullYear(), twin.getUTCMonth() + 1, twin.getUTCDate()) === n
      }),
    )
  })

  test('a day that does not exist is refused', () => {
    for (const text of ['2025-02-29', '2026-02-31', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1']) {
      expect(() => plainDate(text)).toThrow('base.date-invalid')
    }
    expect(plainDate('2024-02-29')).toBe('2024-02-29')
  })

  test('adding crosses months and years', () => {
    expect(addDays(plainDate('2023-12-31'), 1)).toBe('2024-01-01')
    expect(addDays(plainDate('2024-03-01'), -1)).toBe('2024-02-29')
  })

  test('a week begins on its first day and holds seven', () => {
    expect(weekday(toDayNumber(plainDate('2026-11-24')))).toBe(2)
    fc.assert(
      fc.property(anyDayNumber, fc.integer({ min: 0, max: 6 }), (n, start) => {
        const first = startOfWeek(n, start)
        return weekday(first) === start && n - first >= 0 && n - first < 7
      }),
    )
  })
})
