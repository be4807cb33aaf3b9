// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../golden/textbook.json' with { type: 'json' }
import { forecast } from './forecast.ts'
import { predictFrom } from './models/registry.ts'
import type { Forecast, ForecastOptions } from './types.ts'

const seed = 20_261_124
const size = fc.double({ min: 0.5, max: 1000, noNaN: true })
const regular = fc.array(size, { minLength: 12, maxLength: 60 })
const seldom = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, size), { minLength: 12, maxLength: 60 })
const anySeries = fc.oneof(regular, seldom)

/** The forecast, which these series are long enough for. */
function forecastOf(y: readonly number[], options: ForecastOptions): Forecast {
  const result = forecast(Object.freeze([...y]), options)
  if (result.kind === 'declined') throw new Error(`declined: ${result.reason}`)
  return result
}

function allNumbers(result: Forecast): number[] {
  return [...result.mean, ...Object.values(result.lo).flat(), ...Object.values(result.hi).flat()]
}

describe('a forecast', () => {
  test('of airline passengers follows the season that everyone sees', () => {
    const y = golden.passengers.y
    const result = forecastOf(y.slice(0, 132), { h: 12, seasonLength: 12 })
    const truth = y.slice(132)
    const percent = result.mean.map((value, k) => 100 * Math.abs(value / (truth[k] ?? 1) - 1))
    expect(percent.reduce((a, b) => a + b, 0) / 12).toBeLessThan(6)
    expect(result.backtest.scores.map((score) => score.model)).toContain('seasonal-naive')
  })

  test('has h numbers in each row, all finite, the mean between the ends', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 20 }), fc.constantFrom(1, 4, 12), (y, h, seasonLength) => {
        const result = forecastOf(y, { h, seasonLength })
        expect(result.mean).toHaveLength(h)
        for (const value of allNumbers(result)) expect(Number.isFinite(value)).toBe(true)
        result.mean.forEach((value, k) => {
          expect(result.lo['80']?.[k]).toBeLessThanOrEqual(value)
          expect(result.hi['80']?.[k]).toBeGreaterThanOrEqual(value)
        })
      }),
      { seed },
    )
  })

  test('its intervals nest as the level grows, in whatever order the levels are asked for', () => {
    fc.assert(
      fc.property(anySeries, (y) => {
        const { lo, hi } = forecastOf(y, { h: 6, level: [95, 50, 99.5, 80] })
        for (const [narrow, wide] of [
          ['50', '80'],
          ['80', '95'],
          ['95', '99.5'],
        ] as const) {
          for (let k = 0; k < 6; k++) {
            expect(lo[wide]?.[k]).toBeLessThanOrEqual(lo[narrow]?.[k] ?? 0)
            expect(hi[wide]?.[k]).toBeGreaterThanOrEqual(hi[narrow]?.[k] ?? 0)
          }
        }
      }),
      { seed },
    )
  })

  test('is never below zero when the history is not, and may be when it is', () => {
    fc.assert(
      fc.property(anySeries, (y) => {
        expect(Math.min(...allNumbers(forecastOf(y, { h: 8 })))).toBeGreaterThanOrEqual(0)
      }),
      { seed },
    )
    const falling = Array.from({ length: 30 }, (_, t) => 20 - t)
    expect(forecastOf(falling, { h: 8, models: ['holt'] }).mean[7]).toBeLessThan(-10)
    expect(forecastOf(falling, { h: 8, models: ['holt'], nonNegative: true }).mean[7]).toBe(0)
  })

  test('scales with the unit: thousands in, thousands out', () => {
    fc.assert(
      fc.property(anySeries, fc.constantFrom(1 / 1024, 1024), (y, by) => {
        const once = forecastOf(y, { h: 4 })
        const scaled = forecastOf(
          y.map((value) => value * by),
          { h: 4 },
        )
        expect(scaled.model).toBe(once.model)
        allNumbers(scaled).forEach((value, i) => {
          const expected = by * (allNumbers(once)[i] ?? 0)
          expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-6 * (Math.abs(expected) + by))
        })
      }),
      { seed },
    )
  })

  test('of models without a floor moves with the series when all of it is lifted', () => {
    fc.assert(
      fc.property(regular, (y) => {
        for (const model of ['naive', 'window-average', 'simple-smoothing'] as const) {
          const once = forecastOf(y, { h: 3, models: [model], nonNegative: false })
          const lifted = forecastOf(
            y.map((value) => value + 512),
            { h: 3, models: [model], nonNegative: false },
          )
          expect(lifted.mean[2]).toBeCloseTo((once.mean[2] ?? 0) + 512, 1)
        }
      }),
      { seed },
    )
  })

  test('is the same for the same series and seed, to the last bit', () => {
    fc.assert(
      fc.property(anySeries, (y) => {
        expect(forecastOf(y, { h: 5, seed: 9 })).toEqual(forecastOf(y, { h: 5, seed: 9 }))
      }),
      { seed, numRuns: 30 },
    )
  })

  test('survives JSON, and its fit predicts its mean again', () => {
    const result = forecastOf(golden.oil.y, { h: 5 })
    const stored = JSON.parse(JSON.stringify(result)) as Forecast
    expect(stored).toEqual(result)
    expect(Array.from(predictFrom(stored.fit, 5))).toEqual(result.mean)
  })

  test('of constants is the constant with no width; of zeros, zero', () => {
    const constant = forecastOf(new Array(20).fill(7), { h: 3, seasonLength: 4 })
    for (const value of allNumbers(constant)) expect(value).toBeCloseTo(7, 9)
    const zeros = forecastOf(new Array(20).fill(0), { h: 3 })
    expect(allNumbers(zeros).every((value) => value === 0)).toBe(true)
    expect(zeros.demand).toBe('none')
    expect(zeros.backtest.mase).toBeNull()
  })

  test('stays finite from the very small to the very large', () => {
    for (const by of [1e-12, 1, 1e15, 1e97]) {
      const y = golden.oil.y.map((value) => value * by)
      const { mean } = forecastOf(y, { h: 3 })
      expect(Math.abs((mean[0] ?? 0) / (540 * by) - 1)).toBeLessThan(0.1)
    }
    const wild = Array.from({ length: 24 }, (_, t) => 10 ** (t - 12))
    for (const value of allNumbers(forecastOf(wild, { h: 6, seasonLength: 4 })))
      expect(Number.isFinite(value)).toBe(true)
  })
})

describe('the choice', () => {
  test('takes the seasonal naive when a rough year repeats itself', () => {
    const y = Array.from({ length: 104 }, (_, t) => (((t % 52) * 37) % 53) + 1)
    expect(forecastOf(y, { h: 8, seasonLength: 52 }).model).toBe('seasonal-naive')
  })

  test('sees a season behind uneven sizes, and does not take a favourite without one', () => {
    const y = Array.from({ length: 96 }, (_, t) => (t % 12 === 10 ? 900 : 100) + ((t * 7) % 13))
    const result = forecastOf(y, { h: 12, seasonLength: 12 })
    expect(result.demand).toBe('erratic')
    result.mean.forEach((value, k) => {
      expect(Math.abs(value - ((96 + k) % 12 === 10 ? 906 : 106))).toBeLessThan(20)
    })
  })

  test('lists all who competed, best first, and names only one of them', () => {
    const { backtest, model } = forecastOf(golden.oil.y, { h: 2, models: ['naive', 'ets', 'theta'] })
    const scores = backtest.scores.map((score) => score.score)
    expect(scores).toEqual([...scores].sort((a, b) => a - b))
    expect(backtest.scores.map((score) => score.model).sort()).toEqual(['ets', 'naive', 'theta'])
    expect(backtest.scores[0]?.model).toBe(model)
  })

  test('leaves a model out that the history cannot carry, and declines when none is left', () => {
    const y = Array.from({ length: 30 }, (_, t) => 5 + (t % 3))
    const { backtest } = forecastOf(y, { h: 2, seasonLength: 52, models: ['seasonal-naive', 'naive'] })
    expect(backtest.scores.map((score) => score.model)).toEqual(['naive'])
    expect(forecast(y, { h: 2, seasonLength: 52, models: ['seasonal-naive'] })).toEqual({
      kind: 'declined',
      reason: 'history-too-short',
      needed: 55,
      got: 30,
    })
    expect(forecast([...y, ...y].slice(0, 55), { h: 2, seasonLength: 52, models: ['seasonal-naive'] }).kind).toBe(
      'forecast',
    )
  })
})

describe('several seasons', () => {
  // A shop by the hour: closed at night, busier on two days of seven.
  const open = (t: number) => (t % 24 >= 9 && t % 24 < 21 ? 1 : 0)
  const busy = (t: number) => (Math.floor(t / 24) % 7 >= 5 ? 40 : 20)
  const hours = Array.from({ length: 24 * 7 * 5 }, (_, t) => open(t) * (busy(t) + ((t * 7) % 5)))

  test('are both followed: the hour of the day and the day of the week, closed nights and all', () => {
    const { mean, demand } = forecastOf(hours, { h: 168, seasonLength: [168, 24] })
    expect(demand).not.toBe('smooth')
    mean.forEach((value, k) => {
      const t = hours.length + k
      expect(Math.abs(value - open(t) * (busy(t) + 2))).toBeLessThan(4)
    })
  })

  test('may come in any order, and those of one period say nothing', () => {
    const options = { h: 24, models: ['mstl'] } as const
    const once = forecastOf(hours, { ...options, seasonLength: [24, 168] })
    expect(forecastOf(hours, { ...options, seasonLength: [168, 1, 24] })).toEqual(once)
    expect(forecastOf(hours, { ...options, seasonLength: [24] })).toEqual(
      forecastOf(hours, { ...options, seasonLength: 24 }),
    )
  })

  test('are left to models of long seasons, which are judged by the same backtest', () => {
    const { backtest, fit } = forecastOf(hours, { h: 24, seasonLength: [24, 168] })
    const names = backtest.scores.map((score) => score.model)
    for (const name of ['seasonal-median', 'ar', 'mstl', 'seasonal-naive']) expect(names).toContain(name)
    expect(Array.from(predictFrom(JSON.parse(JSON.stringify(fit)) as Forecast['fit'], 24))).toHaveLength(24)
  })
})

describe('periods that are not known', () => {
  test('change nothing by what stands there', () => {
    fc.assert(
      fc.property(anySeries, fc.double({ noDefaultInfinity: false }), fc.nat({ max: 11 }), (y, junk, index) => {
        const blank = y.map((value, t) => (t === index ? 0 : value))
        const filled = y.map((value, t) => (t === index ? junk : value))
        expect(forecast(filled, { h: 3, unknown: [index] })).toEqual(forecast(blank, { h: 3, unknown: [index] }))
      }),
      { seed },
    )
  })

  test('are not zeros: a stock-out does not pull the forecast down', () => {
    const y = Array.from({ length: 40 }, (_, t) => 100 + (t % 3))
    const out = y.map((value, t) => (t >= 34 && t < 39 ? 0 : value))
    const options = { h: 2, models: ['window-average'] } as const
    expect(forecastOf(out, { ...options, unknown: [34, 35, 36, 37, 38] }).mean[0]).toBeGreaterThan(95)
    expect(forecastOf(out, options).mean[0]).toBeLessThan(65)
  })

  test('do not count as history', () => {
    expect(forecast([1, 2, 3, 4, 5, 6, 7], { h: 1, unknown: [0, 1] })).toEqual({
      kind: 'declined',
      reason: 'history-too-short',
      needed: 6,
      got: 5,
    })
  })
})

describe('refusals', () => {
  const y = [1, 2, 3, 4, 5, 6, 7, 8]

  test('too short a history is declined, with what is needed', () => {
    for (const got of [0, 1, 5]) {
      expect(forecast(y.slice(0, got), { h: 1 })).toEqual({
        kind: 'declined',
        reason: 'history-too-short',
        needed: 6,
        got,
      })
    }
    expect(forecast(y.slice(0, 6), { h: 1 }).kind).toBe('forecast')
  })

  test('a horizon, season, level, seed or model that means nothing is an error with its name', () => {
    for (const h of [0, -1, 1.5, Number.NaN, 1001]) expect(() => forecast(y, { h })).toThrow('forecast.horizon-invalid')
    expect(() => forecast(y, { h: 1, seasonLength: 0 })).toThrow('forecast.season-invalid')
    for (const seasonLength of [[], [7, 7], [7, 2.5], [24, 0], [2, 3, 4, 5, 6, 7]]) {
      expect(() => forecast(y, { h: 1, seasonLength })).toThrow('forecast.season-invalid')
    }
    expect(() => forecast(y, { h: 1, level: [80, 100] })).toThrow('forecast.level-invalid')
    expect(() => forecast(y, { h: 1, seed: -1 })).toThrow('forecast.seed-invalid')
    expect(() => forecast(y, { h: 1, models: [] })).toThrow('forecast.model-unknown')
    expect(() => forecast(y, { h: 1, models: ['prophet' as 'naive'] })).toThrow('forecast.model-unknown')
    expect(() => forecast(y, { h: 1, unknown: [8] })).toThrow('forecast.unknown-invalid')
  })

  test('values that are no numbers, or too large to square, are errors that say where', () => {
    expect(() => forecast([...y, Number.NaN], { h: 1 })).toThrow('forecast.value-not-finite {"index":8}')
    expect(() => forecast([...y, Number.POSITIVE_INFINITY], { h: 1 })).toThrow('forecast.value-not-finite')
    expect(() => forecast([...y, 1e101], { h: 1 })).toThrow('forecast.value-too-large')
  })

  test('an event must say its share of every period, past and ahead', () => {
    expect(() => forecast(y, { h: 2, events: [{ name: 'Fair', exposure: [0, 1] }] })).toThrow('forecast.event-invalid')
    const wrong = { name: 'Fair', exposure: [0, 0, 0, 0, 0, 0, 0, 0, 0, 1.5] }
    expect(() => forecast(y, { h: 2, events: [wrong] })).toThrow('forecast.event-invalid')
  })
})
