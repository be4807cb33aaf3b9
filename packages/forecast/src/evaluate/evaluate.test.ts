// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MODELS } from '../models/registry.ts'
import { planFolds } from './folds.ts'
import { coverage, mase, naiveError, pinball, rmsse, smape } from './metrics.ts'
import { predictPast, rollingOrigin } from './rolling-origin.ts'
import { simulateStock } from './simulate-stock.ts'

const seed = 20_261_124
const amounts = fc.array(fc.double({ min: 0.5, max: 100, noNaN: true }), { minLength: 8, maxLength: 30 })

describe('metrics, worked by hand', () => {
  test('sMAPE: 10 against 12 and 0 against 0', () => {
    expect(smape([10, 0], [12, 0])).toBeCloseTo((200 * 2) / 22 / 2, 12)
    expect(smape([1], [0])).toBe(200)
  })

  test('MASE: errors of 2 on a history that moves by 4', () => {
    expect(naiveError([1, 5, 1, 5], 1)).toBe(4)
    expect(mase([3, 3], [5, 1], [1, 5, 1, 5], 1)).toBe(0.5)
    expect(rmsse([3, 3], [5, 1], [1, 5, 1, 5], 1)).toBe(0.5)
  })

  test('a history that repeats itself gives no scale, and so no score', () => {
    expect(mase([3], [5], [1, 5, 1, 5], 2)).toBeNull()
    expect(rmsse([3], [5], [7, 7, 7], 1)).toBeNull()
    expect(mase([3], [5], [7], 1)).toBeNull()
  })

  test('pinball: a miss above the 90 % point costs nine times a miss below', () => {
    expect(pinball([11], [10], 0.9)).toBeCloseTo(0.9, 12)
    expect(pinball([9], [10], 0.9)).toBeCloseTo(0.1, 12)
    expect(() => pinball([1], [1], 1)).toThrow('forecast.probability-invalid')
  })

  test('coverage counts the ends as inside', () => {
    expect(coverage([1, 2, 3, 4], [1, 3, 0, 0], [1, 4, 3, 3])).toBe(0.5)
    expect(() => coverage([1], [1, 2], [1])).toThrow('forecast.lengths-differ')
  })

  test('the best guess is the median for MASE, the mean for RMSSE, the quantile for pinball', () => {
    fc.assert(
      fc.property(amounts, fc.double({ min: -5, max: 5, noNaN: true }), (y, off) => {
        const history = [1, 2]
        const mean = y.reduce((a, b) => a + b, 0) / y.length
        const sorted = [...y].sort((a, b) => a - b)
        const middle = sorted[Math.floor((y.length - 1) / 2)] ?? 0
        const high = sorted[Math.ceil(0.9 * y.length) - 1] ?? 0
        const flat = (value: number) => y.map(() => value)
        expect(rmsse(y, flat(mean), history, 1) ?? 0).toBeLessThanOrEqual(
          (rmsse(y, flat(mean + off), history, 1) ?? 0) + 1e-9,
        )
        expect(mase(y, flat(middle), history, 1) ?? 0).toBeLessThanOrEqual(
          (mase(y, flat(middle + off), history, 1) ?? 0) + 1e-9,
        )
        expect(pinball(y, flat(high), 0.9)).toBeLessThanOrEqual(pinball(y, flat(high + off), 0.9) + 1e-9)
      }),
      { seed },
    )
  })
})

describe('the rolling origin', () => {
  test('never sees what comes after an origin', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('ets', 'theta', 'tsb', 'naive', 'demand-combination'), (y, model) => {
        const origin = 6
        const changed = y.map((value, t) => (t >= origin ? 1000 + t : value))
        const options = { model, h: 3, firstOrigin: origin } as const
        expect(rollingOrigin(changed, options)[0]?.forecast).toEqual(rollingOrigin(y, options)[0]?.forecast)
      }),
      { seed },
    )
  })

  test('moving the state on equals fitting anew where nothing is searched', () => {
    fc.assert(
      fc.property(amounts, fc.constantFrom('naive', 'window-average', 'croston'), (y, model) => {
        const options = { model, h: 4, firstOrigin: 4 } as const
        expect(rollingOrigin(y, options)).toEqual(rollingOrigin(y, { ...options, refit: true }))
      }),
      { seed },
    )
  })

  test('pairs each forecast with what came', () => {
    const folds = rollingOrigin([1, 2, 3, 4, 5, 6], { model: 'naive', h: 2, firstOrigin: 3, step: 2 })
    expect(folds).toEqual([
      { origin: 3, forecast: [3, 3], actual: [4, 5] },
      { origin: 5, forecast: [5], actual: [6] },
    ])
  })

  test('refuses an origin before which the model cannot be fitted', () => {
    expect(() => rollingOrigin([1, 2, 3, 4], { model: 'theta', h: 1, firstOrigin: 3 })).toThrow(
      'forecast.origin-invalid',
    )
    expect(() => rollingOrigin([1, 2, 3, 4], { model: 'naive', h: 1, firstOrigin: 4 })).toThrow(
      'forecast.origin-invalid',
    )
    expect(predictPast(MODELS.theta, Float64Array.of(1, 2, 3, 4), 1, { origins: [2], horizon: 1 })).toBeUndefined()
  })
})

describe('the plan of folds', () => {
  test('keeps half to fit, what the model needs, and three to judge by', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 2000 }),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 60 }),
        (n, h, needed) => {
          const plan = planFolds(n, h, needed)
          if (n - needed < 3) {
            expect(plan).toBeUndefined()
            return
          }
          const first = plan?.origins[0] ?? 0
          expect(first).toBeGreaterThanOrEqual(Math.max(needed, Math.floor(n / 2)))
          expect(n - first).toBeGreaterThanOrEqual(3)
          expect(plan?.origins.length).toBeLessThanOrEqual(12)
          expect(plan?.horizon).toBeLessThanOrEqual(h)
        },
      ),
      { seed },
    )
  })
})

describe('stock against demand', () => {
  test('three weeks worked by hand: one week from order to arrival', () => {
    // Week 1: 5 on the shelf, order up to 10: 5 more, due in week 2. Asked 4: left 1.
    // Week 2: 5 arrive, 6; target 10: order 4. Asked 8: sold 6, short 2, left 0.
    // Week 3: 4 arrive; asked 1: left 3.
    const outcome = simulateStock([4, 8, 1], [10, 10, 10], {
      leadTime: 1,
      openingStock: 5,
      costs: { short: 10, hold: 1 },
    })
    expect(outcome).toEqual({ sold: 11, short: 2, held: 4, left: 3, shortCost: 20, holdCost: 4, cost: 24 })
  })

  test('what is asked for is either sold or short, whatever the targets', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.nat({ max: 4 }),
        fc.double({ min: 0, max: 300, noNaN: true }),
        (demand, leadTime, target) => {
          const costs = { short: 1, hold: 0.1 }
          const asked = demand.reduce((a, b) => a + b, 0)
          const low = simulateStock(
            demand,
            demand.map(() => target),
            { leadTime, openingStock: 10, costs },
          )
          const high = simulateStock(
            demand,
            demand.map(() => target + 50),
            { leadTime, openingStock: 10, costs },
          )
          expect(low.sold + low.short).toBeCloseTo(asked, 6)
          // More on hand never sells less.
          expect(high.sold).toBeGreaterThanOrEqual(low.sold - 1e-9)
          expect(Math.min(low.left, low.short, low.held)).toBeGreaterThanOrEqual(0)
        },
      ),
      { seed },
    )
  })
})
