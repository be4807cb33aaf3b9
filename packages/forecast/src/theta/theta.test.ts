// SPDX-License-Identifier: Apache-2.0
import { lineThrough } from '@resham/stats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../golden/statespace.json' with { type: 'json' }
import textbook from '../../golden/textbook.json' with { type: 'json' }
import { autoTheta } from '../models/auto-theta.ts'
import { dynamicOptimisedTheta } from '../models/dynamic-optimised-theta.ts'
import { dynamicTheta } from '../models/dynamic-theta.ts'
import { optimisedTheta } from '../models/optimised-theta.ts'
import { theta } from '../models/theta.ts'
import { advanceTheta, growthOfVariance, predictTheta, type ThetaParameters } from './recursion.ts'
import { searchTheta, type ThetaForm } from './search.ts'
import { findSeason, putBack, takeOut } from './season.ts'

const seed = 20_261_124
const FAMILY = [theta, optimisedTheta, dynamicTheta, dynamicOptimisedTheta]
const values = fc.array(fc.double({ min: -500, max: 1000, noNaN: true }), { minLength: 8, maxLength: 40 })
const wholes = fc.array(fc.integer({ min: -500, max: 1000 }), { minLength: 8, maxLength: 40 })
const form = fc.record({ dynamic: fc.boolean(), optimised: fc.boolean() })
const anyParameters = fc.record({
  alpha: fc.double({ min: 0.1, max: 0.99, noNaN: true }),
  theta: fc.double({ min: 1, max: 50, noNaN: true }),
})

/** The line through values, as the paper counts: value at time 0 where the first stands at 1, and slope. */
function lineOf(y: readonly number[]): { a: number; b: number } {
  const { intercept, slope } = lineThrough(y)
  return { a: intercept - slope, b: slope }
}

/** The model as the paper prints it, with a line drawn anew by least squares each time it is needed. */
function slow(y: readonly number[], level0: number, { alpha, theta: t }: ThetaParameters, dynamic: boolean, h: number) {
  const seen = [...y]
  const standing = lineOf(y)
  let level = level0
  let sse = 0
  const ahead: number[] = []
  for (let i = 1; i <= y.length + h; i++) {
    const known = seen.slice(0, i - 1)
    const { a, b } = !dynamic ? standing : known.length === 0 ? { a: 0, b: 0 } : lineOf(known)
    const said = level + (1 - 1 / t) * ((1 - alpha) ** (i - 1) * a + ((1 - (1 - alpha) ** i) / alpha) * b)
    if (i > y.length) {
      ahead.push(said)
      seen.push(said)
    } else if (i > 1) {
      sse += ((y[i - 1] as number) - said) ** 2
    }
    level = alpha * (seen[i - 1] as number) + (1 - alpha) * level
  }
  return { sse, ahead }
}

function stateAfter(y: readonly number[], level0: number, alpha: number) {
  const state = { n: 0, level: level0, mean: 0, slope: 0 }
  advanceTheta(state, Float64Array.from(y), alpha)
  return state
}

function expectClose(a: ArrayLike<number>, b: ArrayLike<number>, within: number): void {
  expect(a.length).toBe(b.length)
  for (let k = 0; k < a.length; k++) {
    expect(Math.abs((a[k] as number) - (b[k] as number))).toBeLessThan(within * (1 + Math.abs(b[k] as number)))
  }
}

describe('Theta against published numbers', () => {
  test("with the starting parameters of R's forecTheta, airline passengers go on as R says", () => {
    const { standing, dynamic, level0, ...parameters } = golden.theta
    const state = stateAfter(textbook.passengers.y, level0, parameters.alpha)
    const close = (said: Float64Array, truth: number[]) =>
      said.forEach((value, k) => {
        expect(Math.abs(value - (truth[k] ?? 0))).toBeLessThan(0.0002)
      })
    close(predictTheta(state, parameters, false, 5), standing)
    close(predictTheta(state, parameters, true, 5), dynamic)
  })
})

describe('the Theta family', () => {
  test('says what the printed equations say, with lines drawn anew each time', () => {
    fc.assert(
      fc.property(values, anyParameters, fc.boolean(), (y, p, dynamic) => {
        const state = stateAfter(y, 7, p.alpha)
        expectClose(predictTheta(state, p, dynamic, 6), slow(y, 7, p, dynamic, 6).ahead, 1e-7)
      }),
      { seed },
    )
  })

  test('what the search finds, no other level, theta or alpha of a fine grid beats', () => {
    fc.assert(
      fc.property(values, form, (y, one: ThetaForm) => {
        const found = searchTheta(Float64Array.from(y), one)
        const scale = slow(y, found.level0, found, one.dynamic, 0).sse
        expect(Math.abs(scale - found.sse)).toBeLessThan(1e-5 * (1 + scale))
        for (const alpha of [0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.99]) {
          for (const t of one.optimised ? [1, 1.5, 2, 4, 100] : [2]) {
            for (const by of [-20, 0, 20]) {
              const other = slow(y, found.level0 + by, { alpha, theta: t }, one.dynamic, 0).sse
              // Seven places are looked at before the search narrows: a second valley may be missed by a little.
              expect(other).toBeGreaterThan(found.sse * 0.99 - 1e-6)
            }
          }
        }
      }),
      { seed, numRuns: 30 },
    )
  })

  test('counts from anywhere: with a constant more in each value the forecast is that much higher', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(...FAMILY), fc.integer({ min: -4, max: 4 }), (y, model, by) => {
        const c = by * 1024
        const said = model.predict(model.fit(Float64Array.from(y), 1), 5)
        const shifted = model.predict(
          model.fit(
            Float64Array.from(y, (value) => value + c),
            1,
          ),
          5,
        )
        expectClose(
          shifted,
          said.map((value) => value + c),
          1e-4,
        )
      }),
      { seed },
    )
  })

  test('moved on, is the recursion over the longer series with the same parameters', () => {
    fc.assert(
      fc.property(values, values, fc.constantFrom(...FAMILY), (y, further, model) => {
        const fit = model.fit(Float64Array.from(y), 1)
        const { alpha = 0, theta: t = 0, level0 = 0 } = fit.parameters
        const longer = slow([...y, ...further], level0, { alpha, theta: t }, model.form.dynamic, 5).ahead
        expectClose(model.predict(model.advance(fit, Float64Array.from(further)), 5), longer, 1e-6)
      }),
      { seed },
    )
  })

  test('an error does later what the variance says: replayed in the printed equations', () => {
    fc.assert(
      fc.property(anyParameters, fc.boolean(), fc.integer({ min: 4, max: 12 }), (p, dynamic, n) => {
        const growth = growthOfVariance(n, p, dynamic, 6)
        const quiet = new Array<number>(n).fill(0)
        for (let k = 1; k < 6; k++) {
          let sum = 1
          for (let i = 0; i < k; i++) {
            // An error of 1 in step i of the future; a standing line knows only the history.
            const state = stateAfter(quiet, 0, p.alpha)
            const path = [...new Array<number>(i).fill(0), 1]
            if (dynamic) advanceTheta(state, Float64Array.from(path), p.alpha)
            else state.level = p.alpha
            sum += (predictTheta(state, p, dynamic, k - i)[k - i - 1] as number) ** 2
          }
          expect(Math.abs((growth[k] as number) / sum - 1)).toBeLessThan(1e-9)
        }
      }),
      { seed },
    )
  })

  test('the spread is above zero and grows with the steps', () => {
    fc.assert(
      fc.property(wholes, fc.constantFrom(...FAMILY, autoTheta), (y, model) => {
        fc.pre(new Set(y).size > 5)
        const sigma = model.sigma?.(model.fit(Float64Array.from(y), 1), 12) ?? new Float64Array(0)
        expect(sigma[0]).toBeGreaterThan(0)
        for (let k = 1; k < 12; k++) expect(sigma[k] as number).toBeGreaterThanOrEqual(sigma[k - 1] as number)
      }),
      { seed },
    )
  })

  test('the favourite is taken unless another foretold the latest values much better', () => {
    const steady = Float64Array.from({ length: 60 }, (_, t) => 50 + 3 * Math.sin(t * t))
    expect(autoTheta.fit(steady, 1).parts?.[0]?.model).toBe('dynamic-optimised-theta')
    // Level, then rising at the pace of the whole: the line through all values is right by luck.
    const line = Float64Array.from({ length: 40 }, (_, t) => 10 + 2 * t + (t % 2 === 0 ? 9 : -9))
    expect(['optimised-theta', 'dynamic-optimised-theta']).toContain(autoTheta.fit(line, 1).parts?.[0]?.model)
  })
})

describe('a fixed season', () => {
  test('taken out and put back leaves the series, from whatever place', () => {
    fc.assert(
      fc.property(values, fc.boolean(), fc.nat(11), (y, multiplicative, from) => {
        const season = { multiplicative, indices: [0.5, 1.25, 0.75, 1.5] }
        expectClose(putBack(takeOut(Float64Array.from(y), from, season), from, season), y, 1e-12)
      }),
      { seed },
    )
  })

  test('is multiplied where all values are above zero, added where one is not, absent where none shows', () => {
    const wave = Float64Array.from({ length: 40 }, (_, t) => 100 + t + 30 * ([1, -1, 2, -2][t % 4] ?? 0))
    expect(findSeason(wave, 4).multiplicative).toBe(true)
    const below = wave.map((value) => value - 60)
    expect(findSeason(below, 4)).toMatchObject({ multiplicative: false })
    expect(findSeason(below, 4).indices).toHaveLength(4)
    const line = Float64Array.from({ length: 40 }, (_, t) => (t * t) % 11)
    expect(findSeason(line, 4).indices).toEqual([])
  })
})
