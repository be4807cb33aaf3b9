// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quasiNewton, type Smooth } from './quasi-newton.ts'

const seed = 20_261_124
const number = fc.double({ min: -10, max: 10, noNaN: true })

/** A bowl whose sides are `steep`, with its bottom at `at`. */
function bowl(at: readonly number[], steep: readonly number[]): Smooth {
  return {
    value: (x) => at.reduce((total, a, i) => total + (steep[i] as number) * ((x[i] as number) - a) ** 2, 0),
    gradient: (x, out) => {
      at.forEach((a, i) => {
        out[i] = 2 * (steep[i] as number) * ((x[i] as number) - a)
      })
    },
  }
}

describe('quasi-Newton descent', () => {
  test("finds the bottom of Rosenbrock's valley", () => {
    // Rosenbrock, The Computer Journal 3, 1960: minimum 0 at (1, 1).
    const valley: Smooth = {
      value: ([x = 0, y = 0]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2,
      gradient: ([x = 0, y = 0], out) => {
        out[0] = -2 * (1 - x) - 400 * x * (y - x * x)
        out[1] = 200 * (y - x * x)
      },
    }
    const found = quasiNewton(valley, [-1.2, 1], [1, 1], { tolerance: 1e-16 })
    expect(found.x[0]).toBeCloseTo(1, 6)
    expect(found.x[1]).toBeCloseTo(1, 6)
    expect(found.evaluations).toBeLessThan(80)
  })

  test('told the curvature of a bowl, is at its bottom in a step or two', () => {
    fc.assert(
      fc.property(fc.tuple(number, number, number), fc.tuple(number, number, number), (at, start) => {
        const steep = [1, 100, 0.01]
        const { x, evaluations } = quasiNewton(
          bowl(at, steep),
          start,
          steep.map((s) => 2 * s),
        )
        at.forEach((a, i) => {
          expect(x[i]).toBeCloseTo(a, 2)
        })
        expect(evaluations).toBeLessThanOrEqual(3)
      }),
      { seed },
    )
  })

  test('told it badly, gets there too, and never ends higher than it began', () => {
    fc.assert(
      fc.property(fc.tuple(number, number), fc.tuple(number, number), (at, start) => {
        const f = bowl(at, [1, 50])
        const found = quasiNewton(f, start, [30, 0.5], { tolerance: 1e-14 })
        expect(found.value).toBeLessThanOrEqual(f.value(Float64Array.from(start)))
        expect(found.value).toBeLessThan(1e-6)
      }),
      { seed },
    )
  })

  test('turns back where the function does not exist', () => {
    const wall: Smooth = {
      value: ([x = 0]) => (x > 0 ? x - Math.log(x) : Number.POSITIVE_INFINITY),
      gradient: ([x = 0], out) => {
        out[0] = 1 - 1 / x
      },
    }
    expect(quasiNewton(wall, [8], [0.01], { tolerance: 1e-14 }).x[0]).toBeCloseTo(1, 5)
  })

  test('stops after the turns it is given', () => {
    const { evaluations } = quasiNewton(bowl([5, 5], [1, 1000]), [0, 0], [1, 1], { turns: 2, tolerance: 0 })
    expect(evaluations).toBeLessThanOrEqual(1 + 2 * 12)
  })
})
