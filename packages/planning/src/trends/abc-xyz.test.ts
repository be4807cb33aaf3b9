// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { abcClasses, xyzClass } from './abc-xyz.ts'

describe('classes by value', () => {
  test('worked by hand: 70, 12, 8, 5, 3, 2 of 100', () => {
    // Before each stand 0, 70, 82, 90, 95 and 98 of 100: A while under 80, B while under 95.
    expect(abcClasses([5, 70, 3, 12, 2, 8])).toEqual(['B', 'A', 'C', 'A', 'C', 'B'])
  })

  test('shares of the classes add up to all value, and A holds at least 80 %', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 10_000 }), { maxLength: 80 }), (values) => {
        const classes = abcClasses(values)
        const share = (wanted: string | null) =>
          values.reduce((sum, value, i) => (classes[i] === wanted ? sum + value : sum), 0)
        const total = values.reduce((sum, value) => sum + Math.max(0, value), 0)
        expect(share('A') + share('B') + share('C')).toBe(total)
        expect(share('A')).toBeGreaterThanOrEqual(0.8 * total - 1e-9)
        values.forEach((value, i) => {
          expect(classes[i] === null).toBe(value <= 0)
        })
      }),
      { seed: 4 },
    )
  })

  test('do not depend on the unit of money, and a larger value never has a lower class', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 10_000 }), { maxLength: 60 }), (values) => {
        const classes = abcClasses(values)
        expect(abcClasses(values.map((value) => value * 4))).toEqual(classes)
        const sorted = values
          .map((value, i) => ({ value, name: classes[i] as string }))
          .sort((a, b) => b.value - a.value)
        const names = sorted.map(({ name }) => name)
        expect([...names].sort()).toEqual(names)
      }),
      { seed: 5 },
    )
  })

  test('nothing has no classes', () => {
    expect(abcClasses([])).toEqual([])
    expect(abcClasses([0, -1])).toEqual([null, null])
  })
})

describe('classes by variability', () => {
  test('the same every week is X, now little and now much is Y, seldom is Z', () => {
    expect(xyzClass([5, 5, 5, 5, 5, 5, 5, 5])).toBe('X')
    // Mean 5, deviation sqrt(16 * 16 / 15) = 4.13: 0.83.
    expect(xyzClass([1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9, 1, 9])).toBe('Y')
    expect(xyzClass([0, 0, 0, 40, 0, 0, 0, 0])).toBe('Z')
  })

  test('is not said under eight weeks, nor of what was not sold', () => {
    expect(xyzClass([5, 5, 5, 5, 5, 5, 5])).toBeNull()
    expect(xyzClass(new Array(20).fill(0))).toBeNull()
    expect(xyzClass(new Array(20).fill(-1))).toBeNull()
  })
})
