// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leastSquares, lineThrough, solvePositive } from './regression.ts'

const seed = 20_261_124
const series = fc.array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 3, maxLength: 30 })

describe('regression', () => {
  test("Anscombe's first set has the published line: intercept 3.00, slope 0.500", () => {
    // Anscombe, "Graphs in statistical analysis", The American Statistician 27(1), 1973; x from 4 to 14 in order.
    const y = [4.26, 5.68, 7.24, 4.82, 6.95, 8.81, 8.04, 8.33, 10.84, 7.58, 9.96]
    const { intercept, slope } = lineThrough(y)
    expect(slope).toBeCloseTo(0.5001, 4)
    expect(intercept - 4 * slope).toBeCloseTo(3.0001, 4)
  })

  test('a line and least squares on a constant and the time are the same', () => {
    fc.assert(
      fc.property(series, (y) => {
        const line = lineThrough(y)
        const [intercept = 0, slope = 0] = leastSquares([y.map(() => 1), y.map((_, t) => t)], y) ?? []
        expect(slope).toBeCloseTo(line.slope, 6)
        expect(intercept).toBeCloseTo(line.intercept, 5)
      }),
      { seed },
    )
  })

  test('what is left over stands at right angles to every column', () => {
    fc.assert(
      fc.property(series, (y) => {
        const columns = [y.map(() => 1), y.map((_, t) => Math.sin(t))]
        const [a = 0, b = 0] = leastSquares(columns, y) ?? []
        const left = y.map((value, t) => value - a - b * Math.sin(t))
        for (const column of columns) {
          expect(Math.abs(left.reduce((total, value, t) => total + value * (column[t] ?? 0), 0))).toBeLessThan(1e-6)
        }
      }),
      { seed },
    )
  })

  test('a ridge draws towards zero', () => {
    const y = [1, 2, 3, 4]
    const plain = leastSquares([[1, 2, 3, 4]], y)?.[0] ?? 0
    const drawn = leastSquares([[1, 2, 3, 4]], y, 30)?.[0] ?? 0
    expect(plain).toBeCloseTo(1, 12)
    expect(drawn).toBeCloseTo(0.5, 12)
  })

  test('columns that say the same have no answer, rather than a wild one', () => {
    expect(
      leastSquares(
        [
          [1, 2, 3],
          [2, 4, 6],
        ],
        [1, 1, 1],
      ),
    ).toBeUndefined()
    expect(
      solvePositive(
        [
          [1, 2],
          [2, 1],
        ],
        [1, 1],
      ),
    ).toBeUndefined()
    expect(() => lineThrough([])).toThrow('stats.regression-of-nothing')
    expect(lineThrough([7])).toEqual({ intercept: 7, slope: 0 })
  })
})
