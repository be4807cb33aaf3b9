// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../golden/textbook.json' with { type: 'json' }
import { formOf } from '../smoothing/stored.ts'
import type { Fit } from '../types.ts'
import { dampedHolt } from './damped-holt.ts'
import { fitEts } from './ets.ts'
import { holt } from './holt.ts'
import { holtWintersAdditive } from './holt-winters-additive.ts'
import { holtWintersMultiplicative } from './holt-winters-multiplicative.ts'
import { simpleSmoothing } from './simple-smoothing.ts'

const seed = 20_261_124
const positive = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 24, maxLength: 40 })

/** The textbook recursion, one line at a time, from the initial states in a fit. */
function textbook(y: readonly number[], fit: Fit): { sse: number; level: number; trend: number } {
  const { alpha = 0, beta = 0, phi = 1, level0 = 0, trend0 = 0 } = fit.parameters
  let level = level0
  let trend = trend0
  let sse = 0
  for (const value of y) {
    const said = level + phi * trend
    sse += (value - said) ** 2
    level = said + alpha * (value - said)
    trend = phi * trend + beta * (value - said)
  }
  return { sse, level, trend }
}

describe('smoothing against the book', () => {
  test('simple smoothing of Saudi oil', () => {
    const { y, alpha, level0, forecast } = golden.oil
    const fit = simpleSmoothing.fit(Float64Array.from(y), 1)
    expect(Math.abs((fit.parameters.alpha ?? 0) - alpha)).toBeLessThan(0.001)
    expect(Math.abs((fit.parameters.level0 ?? 0) - level0)).toBeLessThan(0.05)
    expect(Math.abs((simpleSmoothing.predict(fit, 1)[0] ?? 0) - forecast)).toBeLessThan(0.01)
  })

  test("Holt's method on Australian air passengers", () => {
    const { y, alpha, level0, trend0, forecast } = golden.air
    const fit = fitEts(Float64Array.from(y), 1, { forms: ['A,A,N'], search: 'thorough' })
    expect(Math.abs((fit.parameters.alpha ?? 0) - alpha)).toBeLessThan(0.02)
    expect(Math.abs((fit.parameters.level0 ?? 0) - level0)).toBeLessThan(0.5)
    expect(Math.abs((fit.parameters.trend0 ?? 0) - trend0)).toBeLessThan(0.01)
    holt.predict(fit, 5).forEach((value, k) => {
      expect(Math.abs(value - (forecast[k] ?? 0))).toBeLessThan(0.03)
    })
  })

  test('simple smoothing of airline passengers', () => {
    const { y, alpha, rmse } = golden.passengers
    const fit = simpleSmoothing.fit(Float64Array.from(y), 1)
    expect(Math.abs((fit.parameters.alpha ?? 0) - alpha)).toBeLessThan(0.001)
    expect(Math.abs(Math.sqrt(textbook(y, fit).sse / y.length) - rmse)).toBeLessThan(0.01)
  })
})

describe('smoothing without season', () => {
  test('the fast pass ends where the textbook recursion ends', () => {
    fc.assert(
      fc.property(positive, fc.constantFrom(simpleSmoothing, holt, dampedHolt), (y, model) => {
        const fit = model.fit(Float64Array.from(y), 1)
        const slow = textbook(y, fit)
        expect(fit.state.level).toBeCloseTo(slow.level, 5)
        expect((fit.state.trend ?? 0) as number).toBeCloseTo(slow.trend, 5)
      }),
      { seed },
    )
  })

  test('no other initial level has a smaller error: it is exact, not searched', () => {
    fc.assert(
      fc.property(positive, fc.constantFrom(-0.5, 0.5), (y, by) => {
        const fit = simpleSmoothing.fit(Float64Array.from(y), 1)
        const other = { ...fit, parameters: { ...fit.parameters, level0: (fit.parameters.level0 ?? 0) + by } }
        expect(textbook(y, fit).sse).toBeLessThanOrEqual(textbook(y, other).sse * (1 + 1e-9))
      }),
      { seed },
    )
  })

  test("a damped trend never goes further than Holt's from the same state", () => {
    const fit: Fit = {
      model: 'damped-holt',
      version: 1,
      seasonLength: 1,
      n: 10,
      parameters: { trendKind: 1, alpha: 0.5, beta: 0.1, phi: 0.9 },
      state: { level: 10, trend: 1 },
    }
    const damped = dampedHolt.predict(fit, 200)
    expect(damped[0]).toBeCloseTo(10.9, 12)
    expect(damped[199]).toBeCloseTo(10 + 0.9 / (1 - 0.9), 6)
  })
})

describe('smoothing with a season', () => {
  const pattern = [4, 7, 10, 7]

  test('a pure season is repeated, added or multiplied', () => {
    const added = Float64Array.from({ length: 24 }, (_, t) => 50 + 2 * t + (pattern[t % 4] ?? 0))
    const grown = Float64Array.from({ length: 24 }, (_, t) => (50 + 2 * t) * (pattern[t % 4] ?? 0))
    holtWintersAdditive.predict(holtWintersAdditive.fit(added, 4), 8).forEach((value, k) => {
      expect(value).toBeCloseTo(50 + 2 * (24 + k) + (pattern[k % 4] ?? 0), 1)
    })
    holtWintersMultiplicative.predict(holtWintersMultiplicative.fit(grown, 4), 8).forEach((value, k) => {
      const truth = (50 + 2 * (24 + k)) * (pattern[k % 4] ?? 0)
      expect(Math.abs(value / truth - 1)).toBeLessThan(0.02)
    })
  })

  test('with a zero in the series a multiplied season gives way to an added one', () => {
    const y = Float64Array.from({ length: 24 }, (_, t) => (t === 5 ? 0 : 5 + (pattern[t % 4] ?? 0)))
    expect(formOf(holtWintersMultiplicative.fit(y, 4)).season).toBe('additive')
  })
})
