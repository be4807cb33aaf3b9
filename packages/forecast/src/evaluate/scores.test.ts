// SPDX-License-Identifier: Apache-2.0
import { normalQuantile } from '@resham/stats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { smapeOfPanel, wrmsse } from './panel-scores.ts'
import {
  crpsOfQuantiles,
  crpsOfSamples,
  intervalScore,
  scaledIntervalScore,
  weightedQuantileLoss,
} from './quantile-scores.ts'

const seed = 20_261_124
const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 20 })

describe('scores of quantiles and intervals', () => {
  test('weighted quantile loss by hand: 10 said 8, 0 said 2, at 90 %', () => {
    // Pinball 0.9 * 2 and 0.1 * 2; twice their sum over the sum of the values: 2 * 2 / 10.
    expect(weightedQuantileLoss([10, 0], [8, 2], 0.9)).toBeCloseTo(0.4, 12)
    expect(weightedQuantileLoss([0, 0], [1, 1], 0.9)).toBeNull()
  })

  test('interval score by hand: inside pays the width, outside ten times the miss at 80 %', () => {
    expect(intervalScore([5, 12], [4, 4], [10, 10], 80)).toBeCloseTo((6 + 6 + 10 * 2) / 2, 12)
    expect(scaledIntervalScore([5, 12], [4, 4], [10, 10], 80, [1, 5, 1], 1)).toBeCloseTo(4, 12)
    expect(scaledIntervalScore([5], [4], [10], 80, [3, 3, 3], 1)).toBeNull()
    expect(() => intervalScore([5], [4], [10], 100)).toThrow('forecast.level-invalid')
  })

  test('the interval score is alpha-scaled pinball of its two ends', () => {
    // Both ends by hand as quantiles: (2 / alpha) (pinball(lo, alpha / 2) + pinball(hi, 1 - alpha / 2)).
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.nat({ max: 20 }), fc.nat({ max: 20 }), (y, low, width) => {
        const sum = crpsOfQuantiles([y], [[low], [low + width]], [0.1, 0.9])
        expect(intervalScore([y], [low], [low + width], 80)).toBeCloseTo((2 * sum) / 0.2, 9)
      }),
      { seed },
    )
  })

  test('CRPS of a normal at its middle is 0.2337: two over root two pi, less one over root pi', () => {
    const known = 2 / Math.sqrt(2 * Math.PI) - 1 / Math.sqrt(Math.PI)
    const probabilities = Array.from({ length: 999 }, (_, i) => (i + 1) / 1000)
    const rows = probabilities.map((p) => [normalQuantile(p)])
    expect(crpsOfQuantiles([0], rows, probabilities)).toBeCloseTo(known, 3)
    expect(crpsOfSamples(0, rows.flat())).toBeCloseTo(known, 3)
  })

  test('CRPS of futures equals the double loop that defines it, and the absolute error of one', () => {
    fc.assert(
      fc.property(values, fc.integer({ min: -50, max: 50 }), (futures, y) => {
        const m = futures.length
        let slow = 0
        for (const a of futures) {
          slow += Math.abs(a - y) / m
          for (const b of futures) slow -= Math.abs(a - b) / (2 * m * m)
        }
        expect(crpsOfSamples(y, futures)).toBeCloseTo(slow, 9)
      }),
      { seed },
    )
    expect(crpsOfSamples(3, [10])).toBe(7)
    expect(() => crpsOfSamples(3, [])).toThrow('forecast.lengths-differ')
  })
})

describe('scores of panels', () => {
  test('sMAPE by series and by point differ where horizons differ', () => {
    // One series of one point with 200, one of three points with 0.
    const panel = [
      { actual: [1], forecast: [0] },
      { actual: [2, 2, 2], forecast: [2, 2, 2] },
    ]
    expect(smapeOfPanel(panel)).toEqual({ bySeries: 100, byPoint: 50 })
    expect(() => smapeOfPanel([])).toThrow('forecast.lengths-differ')
  })

  test('WRMSSE by hand: three quarters of 0.5 and a quarter of 1; what never moves is left out', () => {
    const moves = { history: [1, 5, 1, 5], actual: [3, 3] }
    const panel = [
      { ...moves, forecast: [5, 1], weight: 3 },
      { ...moves, forecast: [7, -1], weight: 1 },
      { history: [2, 2], actual: [2, 2], forecast: [9, 9], weight: 100 },
    ]
    expect(wrmsse(panel)).toBeCloseTo(0.625, 12)
    expect(wrmsse([panel[2] as (typeof panel)[0]])).toBeNull()
    expect(() => wrmsse([{ ...moves, forecast: [1, 1], weight: -1 }])).toThrow('forecast.weight-invalid')
  })
})
