// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import { MODEL_NAMES } from '../types.ts'
import { classifyDemand } from './classify.ts'
import {
  forecastWithDemands,
  type LeadTimeDemand,
  type LeadTimeOptions,
  leadTimeDemand,
  quantileOf,
} from './lead-time.ts'

const seed = 20_261_124
const size = fc.integer({ min: 1, max: 500 })
const regular = fc.array(size, { minLength: 12, maxLength: 60 })
const seldom = fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, size), { minLength: 12, maxLength: 60 })
const anySeries = fc.oneof(regular, seldom)
const anyPeriods = fc.double({ min: 0.1, max: 8, noNaN: true })

function demandOf(y: readonly number[], options: LeadTimeOptions): LeadTimeDemand {
  const result = leadTimeDemand(Object.freeze([...y]), options)
  if (result.kind === 'declined') throw new Error(result.reason)
  return result
}

describe('the kind of demand', () => {
  test('is told by how often and how evenly it comes', () => {
    expect(classifyDemand([5, 6, 5, 4, 5, 6])).toBe('smooth')
    expect(classifyDemand([1, 20, 1, 1, 30, 1])).toBe('erratic')
    expect(classifyDemand([0, 0, 5, 0, 0, 5])).toBe('intermittent')
    expect(classifyDemand([0, 0, 1, 0, 0, 50, 0, 1])).toBe('lumpy')
    expect(classifyDemand([0, 0])).toBe('none')
    expect(classifyDemand([])).toBe('none')
  })

  test('changes at a gap of 1.32: 25 demands in 33 periods are seldom, 26 are not', () => {
    const demands = (n: number) => Array.from({ length: 33 }, (_, t) => (t < n ? 5 : 0))
    expect(classifyDemand(demands(25))).toBe('intermittent')
    expect(classifyDemand(demands(26))).toBe('smooth')
  })

  test('does not depend on order or unit', () => {
    fc.assert(
      fc.property(anySeries, (y) => {
        expect(classifyDemand(y.map((value) => 8 * value).reverse())).toBe(classifyDemand(y))
      }),
      { seed },
    )
  })
})

describe('demand over a lead time', () => {
  test('has rising quantiles, none negative, all finite', () => {
    fc.assert(
      fc.property(anySeries, anyPeriods, (y, periods) => {
        const { quantiles, mean } = demandOf(y, { periods })
        expect(mean).toBeGreaterThanOrEqual(0)
        quantiles.values.forEach((value, i) => {
          expect(Number.isFinite(value)).toBe(true)
          expect(value).toBeGreaterThanOrEqual(quantiles.values[i - 1] ?? 0)
        })
      }),
      { seed },
    )
  })

  test('has the mean of the forecast of the same series', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 8 }), (y, periods) => {
        const made = forecast(y, { h: periods })
        const { mean, model } = demandOf(y, { periods })
        if (made.kind === 'declined') throw new Error(made.reason)
        expect(model).toBe(made.model)
        expect(mean).toBeCloseTo(
          made.mean.reduce((a, b) => a + b, 0),
          6,
        )
      }),
      { seed },
    )
  })

  test('grows with the time it must cover, in the mean and at 95 %', () => {
    const y = Array.from({ length: 60 }, (_, t) => 50 + ((t * 17) % 23))
    const longer = [1, 2, 3.5, 5, 8].map((periods) => demandOf(y, { periods }))
    for (let i = 1; i < longer.length; i++) {
      expect(longer[i]?.mean).toBeGreaterThan(longer[i - 1]?.mean ?? 0)
      expect(quantileOf(longer[i] as LeadTimeDemand, 0.95)).toBeGreaterThan(
        quantileOf(longer[i - 1] as LeadTimeDemand, 0.95),
      )
    }
  })

  test('half a week is half the mean of a week', () => {
    const y = Array.from({ length: 40 }, (_, t) => 20 + (t % 5))
    expect(demandOf(y, { periods: 0.5 }).mean).toBeCloseTo(demandOf(y, { periods: 1 }).mean / 2, 9)
  })

  test('a forecast made before gives the same answer as none', () => {
    fc.assert(
      fc.property(anySeries, fc.integer({ min: 1, max: 6 }), (y, periods) => {
        const made = forecast(y, { h: periods, seed: 4 })
        if (made.kind === 'declined') throw new Error(made.reason)
        expect(demandOf(y, { periods, seed: 4, forecast: made })).toEqual(demandOf(y, { periods, seed: 4 }))
      }),
      { seed, numRuns: 50 },
    )
  })

  test('made with the forecast, over several stretches at once, is what each is by itself', () => {
    const anyStretches = fc.tuple(anyPeriods, anyPeriods, anyPeriods, fc.constant(0.5))
    const anyModels = fc.constantFrom(undefined, ...MODEL_NAMES.filter((name) => name !== 'learned-combination'))
    fc.assert(
      fc.property(anySeries, anyStretches, anyModels, fc.constantFrom(1, 4), (y, periods, name, seasonLength) => {
        const asked = { h: 8, seasonLength, ...(name ? { models: [name] } : {}) }
        const made = forecast(y, asked)
        if (made.kind === 'declined') return
        const demands = periods.map((one) => demandOf(y, { periods: one, seasonLength, forecast: made }))
        expect(forecastWithDemands(y, { ...asked, periods })).toEqual({ forecast: made, demands })
      }),
      { seed, numRuns: 150 },
    )
  })

  test('the same seed draws the same futures, and for lumpy demand another seed others', () => {
    const y = [0, 0, 3, 0, 0, 0, 50, 0, 0, 2, 0, 0, 0, 0, 4, 0, 0, 9, 0, 0]
    expect(demandOf(y, { periods: 4, seed: 1 })).toEqual(demandOf(y, { periods: 4, seed: 1 }))
    expect(demandOf(y, { periods: 4, seed: 1 }).quantiles).not.toEqual(demandOf(y, { periods: 4, seed: 2 }).quantiles)
  })

  test('packs that seldom sell leave most short lead times without demand', () => {
    const y = Array.from({ length: 60 }, (_, t) => (t % 10 === 3 ? 12 : 0))
    const result = demandOf(y, { periods: 1 })
    expect(quantileOf(result, 0.5)).toBe(0)
    expect(quantileOf(result, 0.99)).toBeGreaterThan(8)
  })

  test('of an item that never sells is nothing', () => {
    const result = demandOf(new Array(20).fill(0), { periods: 3 })
    expect(result.mean).toBe(0)
    expect(quantileOf(result, 0.99)).toBe(0)
  })

  test('events ahead raise it as they raise the forecast', () => {
    const exposure = Array.from({ length: 120 }, (_, t) => (t % 52 >= 8 && t % 52 < 12 ? 1 : 0))
    const y = Array.from({ length: 112 }, (_, t) => (100 + ((t * 13) % 11)) * (exposure[t] === 1 ? 3 : 1))
    const events = [{ name: 'Fair', exposure }]
    const result = demandOf(y, { periods: 4, events })
    expect(result.mean).toBeGreaterThan(1.8 * demandOf(y, { periods: 4 }).mean)
  })

  test('too little history is declined; no time at all is an error', () => {
    expect(leadTimeDemand([1, 2, 3], { periods: 2 })).toEqual({
      kind: 'declined',
      reason: 'history-too-short',
      needed: 6,
      got: 3,
    })
    for (const periods of [0, -1, Number.NaN, 1001]) {
      expect(() => leadTimeDemand([1, 2, 3, 4, 5, 6], { periods })).toThrow('forecast.periods-invalid')
      expect(() => forecastWithDemands([1, 2, 3, 4, 5, 6], { h: 4, periods: [1, periods] })).toThrow(
        'forecast.periods-invalid',
      )
    }
    expect(() => forecastWithDemands([1, 2, 3, 4, 5, 6], { h: 4, periods: [4.5] })).toThrow('forecast.periods-invalid')
  })
})

describe('reading a quantile', () => {
  const distribution = { quantiles: { probabilities: [0.1, 0.5, 0.9], values: [0, 10, 30] } }

  test('is straight between stored ones and the outermost beyond', () => {
    expect(quantileOf(distribution, 0.7)).toBeCloseTo(20, 12)
    expect(quantileOf(distribution, 0.5)).toBe(10)
    expect(quantileOf(distribution, 0.01)).toBe(0)
    expect(quantileOf(distribution, 0.999)).toBe(30)
    expect(() => quantileOf(distribution, 1)).toThrow('forecast.probability-invalid')
  })
})
