// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { goldenSection } from './golden-section.ts'
import { nelderMead } from './nelder-mead.ts'

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
