// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fitArima } from '../arima/fixed.ts'
import { arima } from './arima.ts'

const seed = 20_261_124
const values = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 20, maxLength: 60 })

/** A walk with a season, from a fixed seed. */
function walk(n: number, season: number, start: number): number[] {
  const random = seededRandom(start)
  let level = 100
  return Array.from({ length: n }, (_, t) => {
    level += random.normal()
    return level + 8 * Math.sin((2 * Math.PI * t) / season) + random.normal()
  })
}

function ahead(y: readonly number[], season: number, h: number): Float64Array {
  return arima.predict(arima.fit(Float64Array.from(y), season), h)
}

describe('arima', () => {
  test('moves with the series: a constant added to all values is added to the forecast', () => {
    fc.assert(
      fc.property(values, (y) => {
        const once = ahead(y, 4, 5)
        const shifted = ahead(
          y.map((value) => value + 4096),
          4,
          5,
        )
        shifted.forEach((value, k) => {
          expect(Math.abs(value - 4096 - (once[k] ?? 0))).toBeLessThan(1e-3 * (1 + Math.abs(once[k] ?? 0)))
        })
      }),
      { seed, numRuns: 40 },
    )
  })

  test('turns with the series: the negative of all values has the negative forecast', () => {
    fc.assert(
      fc.property(values, (y) => {
        const up = ahead(y, 4, 5)
        ahead(
          y.map((value) => -value),
          4,
          5,
        ).forEach((value, k) => {
          expect(Math.abs(value + (up[k] ?? 0))).toBeLessThan(1e-9 * (1 + Math.abs(value)))
        })
      }),
      { seed, numRuns: 40 },
    )
  })

  test('claims a spread that never narrows with the steps ahead', () => {
    fc.assert(
      fc.property(values, fc.constantFrom(1, 4, 12), (y, season) => {
        const spread = arima.sigma?.(arima.fit(Float64Array.from(y), season), 20) ?? new Float64Array(0)
        expect(spread).toHaveLength(20)
        spread.forEach((value, k) => {
          expect(Number.isFinite(value)).toBe(true)
          expect(value).toBeGreaterThanOrEqual(spread[k - 1] ?? 0)
        })
      }),
      { seed, numRuns: 60 },
    )
  })

  test('repeats a pure season, and goes on along a straight line', () => {
    const season = Array.from({ length: 48 }, (_, t) => [5, 1, 9, 2][t % 4] ?? 0)
    expect(Array.from(ahead(season, 4, 5))).toEqual([5, 1, 9, 2, 5])
    const line = Array.from({ length: 40 }, (_, t) => 3 * t - 7)
    ahead(line, 12, 4).forEach((value, k) => {
      expect(value).toBeCloseTo(113 + 3 * k, 9)
    })
  })

  test('has weights that sum to one, for no more orders than it stores', () => {
    const fit = arima.fit(Float64Array.from(walk(100, 12, 5)), 12)
    const weights = (fit.parts ?? []).map((part) => part.parameters.weight ?? 0)
    expect(weights.length).toBeLessThanOrEqual(12)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect([...weights].sort((a, b) => b - a)).toEqual(weights)
  })
})

describe('arima with columns', () => {
  const y = walk(90, 12, 7)
  const price = Float64Array.from({ length: 90 }, (_, t) => (t % 7 === 0 ? 1 : 0))
  const moved = Float64Array.from(y, (value, t) => value + 30 * (price[t] ?? 0))
  const next = Float64Array.of(0, 1, 0, 0)

  test('finds what a column does, and puts it back ahead', () => {
    const with1 = arima.fit(moved, 12, { x: [price] })
    expect(Math.abs((with1.parts?.[0]?.parameters.x1 ?? 0) - 30)).toBeLessThan(1.5)
    const on = arima.predict(with1, 4, [next])
    const off = arima.predict(with1, 4, [new Float64Array(4)])
    expect(Math.abs((on[1] ?? 0) - (off[1] ?? 0) - 30)).toBeLessThan(1.5)
    expect(on[0]).toBe(off[0])
  })

  test('moves on with the further values of its columns', () => {
    const whole = arima.fit(moved.subarray(0, 80), 12, { x: [price] })
    const advance = arima.advance as (
      fit: typeof whole,
      further: Float64Array,
      x: readonly Float64Array[],
    ) => typeof whole
    const atOnce = advance(whole, moved.subarray(80), [price.subarray(80)])
    const steps = [80, 84, 90]
    const twice = [0, 1].reduce(
      (fit, i) => advance(fit, moved.subarray(steps[i], steps[i + 1]), [price.subarray(steps[i], steps[i + 1])]),
      whole,
    )
    arima.predict(twice, 4, [next]).forEach((value, k) => {
      expect(value).toBeCloseTo(arima.predict(atOnce, 4, [next])[k] ?? 0, 8)
    })
  })

  test('is not misled by a column that says nothing or says what another says', () => {
    const fit = arima.fit(moved, 12, { x: [price, price.map((value) => 2 * value), new Float64Array(90).fill(3)] })
    expect(fit.parts?.[0]?.parameters.x2).toBe(0)
    expect(fit.parts?.[0]?.parameters.x3).toBe(0)
    for (const value of arima.predict(fit, 4, [next, next, next])) expect(Number.isFinite(value)).toBe(true)
  })

  test('refuses to look ahead or move on without them', () => {
    const fit = arima.fit(moved, 12, { x: [price] })
    expect(() => arima.predict(fit, 4)).toThrow('forecast.regressors-missing')
    expect(() => arima.predict(fit, 5, [next])).toThrow('forecast.regressors-missing')
    expect(() => arima.advance(fit, Float64Array.of(1))).toThrow('forecast.regressors-missing')
  })
})

describe('arima at the edges', () => {
  const random = seededRandom(3)
  const noise = (n: number, size: number) => Array.from({ length: n }, () => size * random.normal())
  const edges: Readonly<Record<string, readonly number[]>> = {
    one: [5],
    two: [1, 2],
    three: [1, 5, 2],
    constant: new Array<number>(50).fill(7),
    zeros: new Array<number>(50).fill(0),
    tiny: noise(60, 1e-12),
    large: noise(60, 1e15),
    'far from zero': noise(60, 1e3).map((value) => value + 1e15),
    spike: Array.from({ length: 80 }, (_, t) => (t === 40 ? 1e6 : 0)),
    step: Array.from({ length: 80 }, (_, t) => (t > 40 ? 10 : 1)),
    explosive: Array.from({ length: 80 }, (_, t) => Math.exp(t / 3)),
    squares: Array.from({ length: 40 }, (_, t) => t * t),
    'below zero': Array.from({ length: 80 }, (_, t) => -50 * t + 10 * random.normal()),
  }
  for (const [name, y] of Object.entries(edges)) {
    test(`${name}: numbers out`, () => {
      const fit = arima.fit(Float64Array.from(y), 12)
      const spread = arima.sigma?.(fit, 6) ?? []
      for (const value of [...arima.predict(fit, 6), ...spread]) expect(Number.isFinite(value)).toBe(true)
      expect(JSON.stringify(fit)).not.toContain('null')
    })
  }

  test('a series too long for the exact likelihood is no trouble', () => {
    const y = walk(12_500, 12, 11)
    const said = ahead(y, 12, 12)
    const last = y.slice(-12).reduce((sum, value) => sum + value / 12, 0)
    const middle = said.reduce((sum, value) => sum + value / 12, 0)
    expect(Math.abs(middle - last)).toBeLessThan(6)
  })
})

describe('an order that cannot be fitted', () => {
  const y = Float64Array.from(walk(20, 4, 2))

  test('is refused: not whole, or with more to find than values', () => {
    expect(() => fitArima(y, { order: [1.5, 0, 0] })).toThrow('forecast.arima-order-invalid')
    expect(() => fitArima(y, { order: [1, 0, -1] })).toThrow('forecast.arima-order-invalid')
    expect(() => fitArima(y, { order: [0, 0, 0], seasonal: [1, 0, 0], seasonLength: 3000 })).toThrow(
      'forecast.arima-order-invalid',
    )
    expect(() => fitArima(y, { order: [1, 1, 1], seasonal: [0, 1, 1], seasonLength: 15 })).toThrow(
      'forecast.history-too-short',
    )
  })
})
