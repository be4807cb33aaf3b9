// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { quantile, standardDeviation, studentQuantile } from '@resham/stats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import type { ErrorSpread, Forecast } from '../types.ts'
import { conformalBand, errorQuantile } from './conformal.ts'
import { quantilesOf, samplePaths } from './paths.ts'
import { spreadOf } from './spread.ts'

const seed = 20_261_124
const probability = fc.double({ min: 0.002, max: 0.997, noNaN: true })
const anySpread = fc
  .record({
    steady: fc.boolean(),
    worth: fc.double({ min: 1, max: 200, noNaN: true }),
    raw: fc.array(fc.integer({ min: -100, max: 100 }), { minLength: 1, maxLength: 60 }),
  })
  .map(({ steady, worth, raw }): ErrorSpread => {
    const errors = (steady ? [...raw, ...raw.map((e) => -e)] : raw).sort((a, b) => a - b)
    const size = errors.reduce((a, e) => a + Math.abs(e), 0) / errors.length
    return { steady, worth, size, errors, scale: [1, 2], floor: null, rows: [raw.slice(0, 4)] }
  })

function forecastOf(y: readonly number[], h: number, models?: readonly ['naive']): Forecast {
  const result = forecast(y, { h, ...(models ? { models } : {}) })
  if (result.kind === 'declined') throw new Error(result.reason)
  return result
}

describe('the quantile of an error', () => {
  test('rises with the probability, however few the errors', () => {
    fc.assert(
      fc.property(anySpread, probability, (spread, p) => {
        const low = errorQuantile(spread, p)
        const high = errorQuantile(spread, p + 0.002)
        expect(Number.isFinite(low)).toBe(true)
        expect(high).toBeGreaterThanOrEqual(low - 1e-9)
      }),
      { seed },
    )
  })

  test('worked by hand: steady errors of 1 and -1 worth ten periods', () => {
    const errors = [-1, -1, 1, 1]
    const spread: ErrorSpread = { steady: true, worth: 10, size: 1, errors, scale: [1], floor: null, rows: [] }
    // Read from their own quantile: 1 / 1.2816; from their size: 1.2533; ten of twenty-six parts the first. Times t.
    const deviation = (10 * (1 / 1.281552) + 16 * 1.2533) / 26
    expect(errorQuantile(spread, 0.9)).toBeCloseTo(deviation * studentQuantile(0.9, 11), 5)
    expect(errorQuantile(spread, 0.1)).toBeCloseTo(-deviation * studentQuantile(0.9, 11), 5)
  })

  test('of many uneven errors is what the errors say, give or take the widening', () => {
    const errors = Array.from({ length: 199 }, (_, i) => (i / 198) ** 4 * 100)
    const spread: ErrorSpread = { steady: false, worth: 1e6, size: 20, errors, scale: [1], floor: null, rows: [] }
    for (const p of [0.05, 0.3, 0.5, 0.8, 0.975]) {
      expect(Math.abs(errorQuantile(spread, p) - quantile(errors, p))).toBeLessThan(1e-3)
    }
  })

  test('beyond what few uneven errors show, the tail goes on', () => {
    const errors = [-3, -2, -2, -1, 0, 1, 1, 8]
    const spread: ErrorSpread = { steady: false, worth: 8, size: 2.25, errors, scale: [1], floor: null, rows: [] }
    expect(errorQuantile(spread, 0.99)).toBeGreaterThan(8)
    expect(errorQuantile(spread, 0.999)).toBeGreaterThan(1.5 * errorQuantile(spread, 0.99))
  })

  test('a band always holds the forecast', () => {
    fc.assert(
      fc.property(anySpread, (spread) => {
        for (const { below, above } of conformalBand(spread, [10, 50, 95])) {
          expect(below).toBeLessThanOrEqual(0)
          expect(above).toBeGreaterThanOrEqual(0)
        }
      }),
      { seed },
    )
  })
})

describe('what is learnt from a backtest', () => {
  const errors = Float64Array.of(4, -4, 4, -4, 4, -4)
  const past = {
    errors,
    said: new Float64Array(6).fill(100),
    steps: Int32Array.of(1, 2, 1, 2, 1, 2),
    periods: 4,
    optimism: 1,
  }
  const ahead = { ordinary: Float64Array.of(100, 400), factors: Float64Array.of(1, 1), claimed: undefined }
  const none = new Float64Array(0)

  test('errors grow with the root of the level where there is a floor, and not where there is none', () => {
    const floored = spreadOf(past, none, ahead, { steady: true, floored: true }).scale
    const free = spreadOf(past, none, ahead, { steady: true, floored: false }).scale
    expect(floored[0]).toBeCloseTo(free[0] as number, 12)
    expect(floored[1]).toBeCloseTo(2 * (free[1] as number), 12)
  })

  test('a flattered winner has its errors enlarged; an event enlarges those of its periods', () => {
    const once = spreadOf(past, none, ahead, { steady: true, floored: false })
    const twice = spreadOf({ ...past, optimism: 2 }, none, ahead, { steady: true, floored: false })
    expect(twice.size).toBeCloseTo(2 * once.size, 12)
    const fair = spreadOf(past, none, { ...ahead, factors: Float64Array.of(1, 3) }, { steady: true, floored: false })
    expect(fair.scale[1]).toBeCloseTo(3 * (once.scale[1] as number), 12)
  })

  test('a spread that the model claims is heard more when the backtest is short', () => {
    const claimed = Float64Array.of(50, 50)
    const ratio = (periods: number) => {
      const about = { ...past, periods }
      const plain = spreadOf(about, none, ahead, { steady: true, floored: false }).scale[0] as number
      return (spreadOf(about, none, { ...ahead, claimed }, { steady: true, floored: false }).scale[0] as number) / plain
    }
    expect(ratio(2)).toBeGreaterThan(ratio(50))
    expect(ratio(50)).toBeGreaterThan(1)
  })

  test('large orders long ago widen the upper tail of uneven demand, though the backtest has not seen it', () => {
    const quiet = spreadOf(past, new Float64Array(20).fill(100), ahead, { steady: false, floored: true })
    const early = new Float64Array(20).fill(50)
    for (const week of [3, 11]) early[week] = 1050
    const warned = spreadOf(past, early, ahead, { steady: false, floored: true })
    expect(errorQuantile(warned, 0.99)).toBeGreaterThan(5 * errorQuantile(quiet, 0.99))
  })
})

describe('quantiles of a forecast', () => {
  test('are the ends of its intervals, and nest', () => {
    const y = Array.from({ length: 40 }, (_, t) => 100 + ((t * 17) % 23))
    const result = forecastOf(y, 6)
    const rows = quantilesOf(result, [0.025, 0.1, 0.5, 0.9, 0.975])
    expect(rows[1]).toEqual(result.lo['80'])
    expect(rows[3]).toEqual(result.hi['80'])
    expect(rows[2]).toEqual(result.mean)
    for (let k = 0; k < 6; k++) {
      const column = rows.map((row) => row[k] as number)
      expect(column).toEqual([...column].sort((a, b) => a - b))
    }
    expect(() => quantilesOf(result, [1])).toThrow('forecast.probability-invalid')
  })
})

describe('sample paths', () => {
  const random = seededRandom(5)
  const walks = Array.from({ length: 12 }, () => {
    let at = 500
    return Array.from({ length: 120 }, () => {
      at += random.normal()
      return at
    })
  })
  const walk = walks[0] as number[]

  test('have in each period the spread that the intervals say', () => {
    const result = forecastOf(walk, 6)
    const paths = samplePaths(result, { count: 4000, seed: 2 })
    for (const k of [0, 5]) {
      const column = paths.map((path) => path[k] as number)
      const [low, high] = quantilesOf(result, [0.1, 0.9]) as [number[], number[]]
      const width = (high[k] as number) - (low[k] as number)
      expect(Math.abs(quantile(column, 0.1) - (low[k] as number))).toBeLessThan(0.1 * width)
      expect(Math.abs(quantile(column, 0.9) - (high[k] as number))).toBeLessThan(0.1 * width)
    }
  })

  test('keep what comes together together: sums of a random walk spread as its errors add up', () => {
    // The sum of six steps of the walk has a standard deviation of root(1 + 4 + 9 + 16 + 25 + 36) = 9.54.
    let spread = 0
    let apart = 0
    for (const one of walks) {
      const result = forecastOf(one, 6, ['naive'])
      const paths = samplePaths(result, { count: 500 })
      spread += standardDeviation(paths.map((path) => path.reduce((a, b) => a + b, 0))) / walks.length
      const variances = result.mean.map((_, k) => standardDeviation(paths.map((path) => path[k] as number)) ** 2)
      apart += Math.sqrt(variances.reduce((a, b) => a + b, 0)) / walks.length
    }
    expect(Math.abs(spread / 9.54 - 1)).toBeLessThan(0.3)
    // Drawn period by period the same margins would give far less.
    expect(spread).toBeGreaterThan(1.6 * apart)
  })

  test('same seed, same paths; another seed, others; none below the floor; the horizon in full', () => {
    const y = Array.from({ length: 60 }, (_, t) => (t % 7 === 0 ? 40 + t : t % 3))
    const result = forecastOf(y, 30)
    const once = samplePaths(result, { count: 50, seed: 9 })
    expect(samplePaths(JSON.parse(JSON.stringify(result)) as Forecast, { count: 50, seed: 9 })).toEqual(once)
    expect(samplePaths(result, { count: 50, seed: 10 })).not.toEqual(once)
    for (const path of once) {
      expect(path).toHaveLength(30)
      for (const value of path) expect(value >= 0 && Number.isFinite(value)).toBe(true)
    }
  })

  test('no paths, too many, or a seed that is none are errors', () => {
    const result = forecastOf(walk, 2)
    for (const count of [0, 1.5, 100_001])
      expect(() => samplePaths(result, { count })).toThrow('forecast.count-invalid')
    expect(() => samplePaths(result, { count: 1, seed: -1 })).toThrow('forecast.seed-invalid')
  })
})
