// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { median, medianAbsoluteDeviation, quantile, quantileOfSorted } from './quantiles.ts'

const seed = 20_261_124
const values = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 40 })
const probability = fc.double({ min: 0, max: 1, noNaN: true })

describe('quantiles of type 7', () => {
  test('are those of R: quantile(c(1, 2, 3, 4), .25) and quantile(1:10, c(.1, .9))', () => {
    expect(quantileOfSorted([1, 2, 3, 4], 0.25)).toBe(1.75)
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
    expect(quantile(ten, 0.1)).toBeCloseTo(1.9, 14)
    expect(quantile(ten, 0.9)).toBeCloseTo(9.1, 14)
  })

  test('grow with the probability and stay between the least and the greatest', () => {
    fc.assert(
      fc.property(values, probability, probability, (sample, a, b) => {
        const [low, high] = [quantile(sample, Math.min(a, b)), quantile(sample, Math.max(a, b))]
        expect(low).toBeLessThanOrEqual(high + 1e-6 * Math.abs(high))
        expect(low).toBeGreaterThanOrEqual(Math.min(...sample))
        expect(high).toBeLessThanOrEqual(Math.max(...sample))
      }),
      { seed },
    )
  })

  test('do not depend on the order of the values, and leave them in place', () => {
    const sample = Object.freeze([3, 1, 2]) as readonly number[]
    expect(median(sample)).toBe(2)
    expect(median([1, 2, 3])).toBe(2)
  })

  test('of nothing, or beyond 0 to 1, are refused', () => {
    expect(() => median([])).toThrow('stats.quantile-of-nothing')
    expect(() => quantile([1], 1.1)).toThrow('stats.probability-invalid')
    expect(() => quantile([1], Number.NaN)).toThrow('stats.probability-invalid')
  })

  test('huge ends do not overflow between them', () => {
    expect(quantile([-1.7e308, 1.7e308], 0.5)).toBe(0)
  })

  test('the median absolute deviation ignores one wild value', () => {
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBeCloseTo(1.4826, 12)
    expect(medianAbsoluteDeviation([1, 2, 3, 4, 1e12])).toBeCloseTo(1.4826, 12)
  })
})
