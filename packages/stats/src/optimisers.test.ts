// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goldenSection } from './golden-section.ts'
import { minimiseSquares } from './minimise-squares.ts'
import { nelderMead } from './nelder-mead.ts'
import { lineThrough } from './regression.ts'

const seed = 20_261_124
const place = fc.double({ min: 0.05, max: 0.95, noNaN: true })

describe('golden section', () => {
  test('finds the bottom of any bowl, at the edges too', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (at) => {
        expect(goldenSection((x) => (x - at) ** 2, 0, 1, { steps: 40 }).x).toBeCloseTo(at, 6)
      }),
      { seed },
    )
  })

  test('takes the deeper of two valleys', () => {
    const two = (x: number) => Math.min((x - 0.1) ** 2 + 0.1, (x - 0.8) ** 2)
    expect(goldenSection(two, 0, 1, { grid: 11, steps: 30 }).x).toBeCloseTo(0.8, 5)
  })
})

describe('nelder mead', () => {
  test("finds the bottom of Rosenbrock's valley", () => {
    // Rosenbrock, The Computer Journal 3, 1960: minimum 0 at (1, 1).
    const valley = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>) => (1 - x) ** 2 + 100 * (y - x * x) ** 2
    const found = nelderMead(valley, [-1.2, 1], [-2, -2], [2, 2], { evaluations: 400, tolerance: 1e-14 })
    expect(found.x[0]).toBeCloseTo(1, 5)
    expect(found.x[1]).toBeCloseTo(1, 5)
  })

  test('never leaves the box, and ends no higher than it began', () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: -2, max: 3, noNaN: true }), (a, b, target) => {
        const bowl = ([x = 0, y = 0]: ArrayLike<number> & Iterable<number>) => (x - target) ** 2 + (y - 0.5) ** 2
        const { x, value } = nelderMead(bowl, [a, b], [0, 0], [1, 1])
        for (const part of x) {
          expect(part).toBeGreaterThanOrEqual(0)
          expect(part).toBeLessThanOrEqual(1)
        }
        expect(value).toBeLessThanOrEqual(bowl([a, b]))
        expect(x[0]).toBeCloseTo(Math.min(1, Math.max(0, target)), 1)
      }),
      { seed },
    )
  })

  test('stops at the number of evaluations it is given, give or take one turn', () => {
    const { evaluations } = nelderMead(([x = 0]) => Math.cos(50 * x), [0.3], [0], [1], {
      evaluations: 10,
      tolerance: 0,
    })
    expect(evaluations).toBeLessThanOrEqual(14)
  })
})

describe('least squares of any shape', () => {
  test("finds the bottom of Rosenbrock's valley", () => {
    // The valley as a sum of squares: 10 (y - x^2) and 1 - x.
    const valley = (x: Float64Array, out: Float64Array) => {
      out[0] = 10 * ((x[1] ?? 0) - (x[0] ?? 0) ** 2)
      out[1] = 1 - (x[0] ?? 0)
      return (out[0] ?? 0) ** 2 + (out[1] ?? 0) ** 2
    }
    const found = minimiseSquares(valley, [-1.2, 1], 2, { steps: 60, tolerance: 1e-14 })
    expect(found.x[0]).toBeCloseTo(1, 4)
    expect(found.x[1]).toBeCloseTo(1, 4)
  })

  test('of straight lines is what the normal equations say, in a step or two', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 6, maxLength: 12 }), (y) => {
        const line = (x: Float64Array, out: Float64Array) => {
          let total = 0
          for (let t = 0; t < y.length; t++) {
            out[t] = (y[t] ?? 0) - (x[0] ?? 0) - ((x[1] ?? 0) * t) / y.length
            total += (out[t] ?? 0) ** 2
          }
          return total
        }
        const exact = lineThrough(y)
        const found = minimiseSquares(line, [0, 0], y.length, { steps: 40, tolerance: 1e-13 })
        expect(found.x[0]).toBeCloseTo(exact.intercept, 4)
        expect(found.x[1]).toBeCloseTo(exact.slope * y.length, 4)
      }),
      { seed },
    )
  })

  test('never leaves the box, and ends no higher than it began', () => {
    fc.assert(
      fc.property(place, place, fc.double({ min: -3, max: 3, noNaN: true }), (a, b, target) => {
        const bent = (x: Float64Array, out: Float64Array) => {
          out[0] = Math.exp(x[0] ?? 0) - Math.exp(target)
          out[1] = (x[1] ?? 0) - 0.5
          out[2] = (x[0] ?? 0) * (x[1] ?? 0)
          return out.reduce((sum, r) => sum + r * r, 0)
        }
        const { x, value } = minimiseSquares(bent, [a, b], 3, { edge: 1 })
        for (const part of x) expect(Math.abs(part)).toBeLessThanOrEqual(1)
        expect(value).toBeLessThanOrEqual(bent(Float64Array.of(a, b), new Float64Array(3)))
      }),
      { seed },
    )
  })
})
