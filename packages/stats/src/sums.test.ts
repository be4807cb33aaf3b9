// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mean, standardDeviation, sum, variance } from './sums.ts'

const seed = 20_261_124
const moderate = fc.double({ min: -1e6, max: 1e6, noNaN: true })

/** Exact sum of doubles that are whole: big integers know no rounding. */
function exactSum(values: readonly number[]): number {
  return Number(values.reduce((total, value) => total + BigInt(value), 0n))
}

describe('sum', () => {
  test('small terms survive beside huge ones', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2)
    expect(sum([])).toBe(0)
  })

  test('equals the exact sum of whole numbers of very different size', () => {
    const whole = fc.array(fc.maxSafeInteger(), { maxLength: 50 })
    fc.assert(
      fc.property(whole, (values) => {
        const exact = exactSum(values)
        return Math.abs(sum(values) - exact) <= Math.abs(exact) * Number.EPSILON
      }),
      { seed },
    )
  })
})

describe('mean and variance', () => {
  test('are those of a textbook series', () => {
    expect(mean([1, 2, 6])).toBe(3)
    expect(variance([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(32 / 7, 14)
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 14)
  })

  test('variance does not lose its digits when the values are far from zero', () => {
    expect(variance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30)
  })

  test('variance does not move when all values move, and grows as the square of the scale', () => {
    fc.assert(
      fc.property(fc.array(moderate, { minLength: 2, maxLength: 40 }), moderate, (values, by) => {
        const moved = variance(values.map((v) => v + by))
        const doubled = variance(values.map((v) => 2 * v))
        expect(Math.abs(moved - variance(values))).toBeLessThanOrEqual(1e-9 * (variance(values) + 1))
        expect(doubled).toBeCloseTo(4 * variance(values), 3)
      }),
      { seed },
    )
  })

  test('one value has no variance, and none has neither', () => {
    expect(variance([5])).toBe(0)
    expect(variance([])).toBe(0)
    expect(mean([])).toBe(0)
  })
})
