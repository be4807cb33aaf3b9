// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { standingOf, UNUSUAL_WEEK, unusualKind, unusualWeeks, WEEKS_COMPARED } from './robust.ts'

const calm = [10, 11, 9, 10, 12, 10, 9, 11, 10, 10, 11, 9]
const kindOf = (value: number, past: readonly number[]) => unusualKind(value, standingOf(value, past), UNUSUAL_WEEK)

describe('an unusual value', () => {
  test('is three times a calm past, or nothing where there was always something', () => {
    expect(kindOf(30, calm)).toBe('spike')
    expect(kindOf(0, calm)).toBe('collapse')
    expect(kindOf(12, calm)).toBeUndefined()
  })

  test('is not said where comparable values were as wild', () => {
    expect(kindOf(30, [10, 30, 5, 40, 0, 20, 10, 35, 0, 15, 25, 5])).toBeUndefined()
  })

  test('one wild value in the past does not hide the next', () => {
    expect(kindOf(40, [...calm.slice(1), 39])).toBe('spike')
  })

  test('of a past without sales is not measured', () => {
    expect(kindOf(100, new Array(12).fill(0))).toBeUndefined()
  })

  test('does not depend on the unit', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 13, maxLength: 13 }), (values) => {
        const [value, ...past] = values as [number, ...number[]]
        expect(
          kindOf(
            value * 8,
            past.map((one) => one * 8),
          ),
        ).toBe(kindOf(value, past))
      }),
      { seed: 6 },
    )
  })
})

test('the quick look over many weeks marks what the slow one marks', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 40 }), (weeks) => {
      const slow = weeks
        .map((_, i) => i)
        .filter((i) => {
          if (i < WEEKS_COMPARED) return false
          return kindOf(weeks[i] as number, weeks.slice(i - WEEKS_COMPARED, i)) !== undefined
        })
      expect(unusualWeeks(weeks)).toEqual(slow)
    }),
    { seed: 7, numRuns: 300 },
  )
})
