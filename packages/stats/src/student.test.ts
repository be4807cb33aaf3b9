// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalQuantile } from './normal.ts'
import { studentQuantile } from './student.ts'

const seed = 20_261_124

describe("Student's quantiles", () => {
  test('are those of the printed tables', () => {
    // Abramowitz and Stegun, table 26.10: A = 0.95 and 0.8, to three decimals.
    for (const [freedom, at975, at90] of [
      [1, 12.706, 3.078],
      [2, 4.303, 1.886],
      [3, 3.182, 1.638],
      [5, 2.571, 1.476],
      [10, 2.228, 1.372],
      [30, 2.042, 1.31],
    ] as const) {
      expect(Math.abs(studentQuantile(0.975, freedom) - at975)).toBeLessThan(0.002)
      expect(Math.abs(studentQuantile(0.9, freedom) - at90)).toBeLessThan(0.002)
    }
  })

  test('rise with the probability, mirror at one half, and fall to the normal as freedom grows', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.501, max: 0.998, noNaN: true }),
        fc.double({ min: 1, max: 60, noNaN: true }),
        (p, freedom) => {
          const t = studentQuantile(p, freedom)
          expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-t, 6)
          expect(studentQuantile(p + 0.001, freedom)).toBeGreaterThan(t)
          expect(t).toBeGreaterThan(0.99 * normalQuantile(p))
          expect(studentQuantile(p, 4 * freedom)).toBeLessThan(t * 1.01)
        },
      ),
      { seed },
    )
    expect(studentQuantile(0.975, 1e7)).toBe(normalQuantile(0.975))
    expect(studentQuantile(0.5, 3)).toBe(0)
  })

  test('refuse what is no probability and no freedom', () => {
    expect(() => studentQuantile(1, 3)).toThrow('stats.probability-invalid')
    expect(() => studentQuantile(0.9, 0.5)).toThrow('stats.freedom-invalid')
  })
})
