// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { leastSquares } from '@resham/stats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differencesFor, lagsFor } from '../autoregression/lags.ts'
import { fitPath, followPath } from '../autoregression/path.ts'
import { fitRidge } from '../autoregression/ridge.ts'
import { rollingOrigin } from '../evaluate/rolling-origin.ts'
import type { FitContext, ModelName } from '../types.ts'
import { ar } from './ar.ts'
import { mstl } from './mstl.ts'
import { MODELS } from './registry.ts'
import { seasonalMedian } from './seasonal-median.ts'

const seed = 20_261_124
const context: FitContext = { seasons: [24, 168] }
const LONG: readonly ModelName[] = ['mstl', 'ar', 'seasonal-median', 'seasonal-naive']
const week = (t: number) => 100 + 30 * Math.sin((2 * Math.PI * t) / 24) + (Math.floor(t / 24) % 7 < 2 ? -20 : 8)
const weeks = (n: number) => Float64Array.from({ length: 168 * n }, (_, t) => week(t))

describe('models of several seasons', () => {
  test('carry on a day within a week that repeat exactly', () => {
    for (const name of LONG) {
      const said = MODELS[name].predict(MODELS[name].fit(weeks(6), 24, context), 200)
      said.forEach((value, k) => {
        expect(Math.abs(value - week(168 * 6 + k))).toBeLessThan(4)
      })
    }
  })

  test('moved on, keep their place in every season', () => {
    for (const name of LONG) {
      const model = MODELS[name]
      const moved = model.advance(model.fit(weeks(6).subarray(0, 900), 24, context), weeks(6).subarray(900))
      const said = model.predict(moved, 48)
      expect(Math.abs((said[7] as number) - week(168 * 6 + 7))).toBeLessThan(4)
      expect(moved.n).toBe(168 * 6)
    }
  })

  test('twice the values, twice the forecast; all of it as JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 1, max: 100, noNaN: true }), { minLength: 30, maxLength: 60 }), (y) => {
        for (const name of LONG) {
          const seasons = { seasons: [4, 12] }
          const once = MODELS[name].predict(MODELS[name].fit(Float64Array.from(y), 4, seasons), 9)
          const fit = MODELS[name].fit(
            Float64Array.from(y, (value) => 2 * value),
            4,
            seasons,
          )
          const twice = MODELS[name].predict(JSON.parse(JSON.stringify(fit)), 9)
          twice.forEach((value, k) => {
            expect(Math.abs(value - 2 * (once[k] as number))).toBeLessThan(1e-6 * (1 + Math.abs(value)))
          })
        }
      }),
      { seed, numRuns: 20 },
    )
  })

  test('a season that does not fit twice is not looked for', () => {
    const y = weeks(1).subarray(0, 120)
    expect(Array.from(mstl.predict(mstl.fit(y, 24, context), 5))).toEqual(Array.from(mstl.predict(mstl.fit(y, 24), 5)))
  })

  test('stay finite on what is tiny, huge, constant, empty of demand, or below zero', () => {
    const series = [
      weeks(3).map((value) => value * 1e-12),
      weeks(3).map((value) => value * 1e97),
      new Float64Array(200).fill(7),
      new Float64Array(200),
      weeks(3).map((value) => value - 110),
      Float64Array.from({ length: 200 }, (_, t) => (t === 150 ? 1e15 : 1e-12)),
      Float64Array.from({ length: 200 }, (_, t) => 1.5 ** t),
    ]
    for (const y of series) {
      for (const name of LONG) {
        for (const value of MODELS[name].predict(MODELS[name].fit(y, 24, context), 300))
          expect(Number.isFinite(value)).toBe(true)
      }
    }
  })

  test('take a hundred thousand hours', () => {
    const random = seededRandom(3)
    const y = Float64Array.from({ length: 100_000 }, (_, t) => week(t) + random.normal())
    const said = seasonalMedian.predict(seasonalMedian.fit(y, 24, { seasons: [24, 168] }), 24)
    said.forEach((value, k) => {
      expect(Math.abs(value - week(100_000 + k))).toBeLessThan(5)
    })
  }, 60_000)

  test('a backtest tells them of all seasons', () => {
    const folds = rollingOrigin(Array.from(weeks(6)), {
      model: 'ar',
      h: 24,
      firstOrigin: 900,
      step: 50,
      seasonLength: [24, 168],
    })
    for (const { forecast, actual } of folds)
      forecast.forEach((value, k) => {
        expect(Math.abs(value - (actual[k] as number))).toBeLessThan(5)
      })
  })
})

describe('auto-regression', () => {
  test('looks near, about each season, and never beyond half of the series', () => {
    expect(lagsFor([], 1000)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13])
    expect(lagsFor([52], 300).slice(-6)).toEqual([52, 53, 54, 103, 104, 105])
    expect(lagsFor([24, 168], 700)).toEqual(expect.arrayContaining([1, 26, 48, 144, 166, 170, 192, 336]))
    expect(Math.max(...lagsFor([24, 168], 300))).toBeLessThanOrEqual(150)
    expect(lagsFor([100_000], 1)).toEqual([1])
    expect(differencesFor([52], 500)).toEqual([1])
    expect(differencesFor([24, 168], 400)).toEqual([1, 24])
  })

  test('its coefficients are those of least squares with the ridge that it read from the series', () => {
    const random = seededRandom(5)
    const z = new Float64Array(400)
    for (let t = 2; t < 400; t++) z[t] = 0.6 * (z[t - 1] as number) - 0.2 * (z[t - 2] as number) + random.normal() / 2
    const columns = [1, 2, 3].map((lag) => z.subarray(3 - lag, 400 - lag))
    const rows = [new Float64Array(397).fill(1), ...columns]
    // The slow way: ridge by rows of the root of the ridge below the data, the constant left alone.
    const withRidge = (ridge: number) => {
      const below = [0, 1, 2, 3].map((i) => [1, 2, 3].map((j) => (i === j ? Math.sqrt(ridge) : 0)))
      const all = rows.map((row, i) => [...row, ...(below[i] as number[])])
      return leastSquares(all, [...z.subarray(3), 0, 0, 0]) as number[]
    }
    const first = withRidge(30)
    let error = 0
    for (let t = 0; t < 397; t++) {
      const said = rows.reduce((total, row, i) => total + (first[i] as number) * (row[t] as number), 0)
      error += ((z[t + 3] as number) - said) ** 2
    }
    const size = first.slice(1).reduce((total, one) => total + one * one, 0)
    const expected = withRidge((3 * (error / (397 - 3))) / size)
    fitRidge(z, [1, 2, 3]).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i] as number, 8)
    })
    expect(expected[1]).toBeGreaterThan(0.4)
  })

  test('a recursion is what its formula says, worked by hand', () => {
    // Changes 2, 4 with centre 1 and spread 2 are z = 0.5, 1.5. Next z = 0.1 + 0.5 * 1.5 = 0.85: 16 + 1 + 1.7 = 18.7.
    // Then z = 0.1 + 0.5 * 0.85 = 0.525: 18.7 + 1 + 1.05 = 20.75, held at 20.
    const path = { difference: 1, logged: false, lags: [1], centre: 1, spread: 2, coefficients: [0.1, 0.5] }
    const [first, second] = followPath({ ...path, lowest: 0, highest: 20 }, [10, 12, 16], 2)
    expect(first).toBeCloseTo(18.7, 12)
    expect(second).toBe(20)
  })

  test('a straight line goes on straight, until it would leave what was seen by more than its width', () => {
    const path = fitPath(
      Float64Array.from({ length: 40 }, (_, t) => 2 * t),
      1,
      [1, 2],
      false,
    )
    expect(Array.from(followPath(path, [74, 76, 78], 2))).toEqual([80, 82])
    expect(followPath(path, [74, 76, 78], 100)[99]).toBe(156)
  })

  test('short or flat, it says the last value or near it, and never fails', () => {
    expect(Array.from(ar.predict(ar.fit(new Float64Array(12).fill(5), 1), 2))).toEqual([5, 5])
    for (const value of ar.predict(ar.fit(Float64Array.of(1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2), 52), 5))
      expect(value >= 0 && value <= 3).toBe(true)
  })
})
