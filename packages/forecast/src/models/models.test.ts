// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Fit, MODEL_NAMES, type ModelName } from '../types.ts'
import { MODELS, predictFrom } from './registry.ts'

const seed = 20_261_124
const anyModel = fc.constantFrom(...MODEL_NAMES)
const demand = fc.array(fc.oneof(fc.constant(0), fc.double({ min: 0.5, max: 500, noNaN: true })), {
  minLength: 24,
  maxLength: 48,
})

function fitAndPredict(name: ModelName, y: readonly number[], h: number): Float64Array {
  return MODELS[name].predict(MODELS[name].fit(Float64Array.from(y), 4), h)
}

describe('every model', () => {
  test('is filed under its own name, and puts it in its fits', () => {
    for (const name of MODEL_NAMES) {
      expect(MODELS[name].name).toBe(name)
      expect(
        MODELS[name].fit(
          Float64Array.from({ length: 24 }, (_, t) => t + 1),
          4,
        ).model,
      ).toBe(name)
    }
  })

  test('predicts the same from a fit that went through JSON', () => {
    fc.assert(
      fc.property(demand, anyModel, (y, name) => {
        const fit = MODELS[name].fit(Float64Array.from(y), 4)
        expect(Array.from(predictFrom(JSON.parse(JSON.stringify(fit)) as Fit, 6))).toEqual(
          Array.from(predictFrom(fit, 6)),
        )
      }),
      { seed },
    )
  })

  test('forecasts a constant by the constant', () => {
    for (const name of MODEL_NAMES) {
      const factor = name === 'sba' ? 0.95 : 1
      for (const value of fitAndPredict(name, new Array(24).fill(8), 5)) expect(value).toBeCloseTo(8 * factor, 6)
    }
  })

  test('speaks in the unit of the series: twice the values, twice the forecast', () => {
    fc.assert(
      fc.property(demand, anyModel, (y, name) => {
        const once = fitAndPredict(name, y, 5)
        const twice = fitAndPredict(
          name,
          y.map((value) => 2 * value),
          5,
        )
        // Powers of two do not round, so the search takes the same path.
        twice.forEach((value, k) => {
          expect(Math.abs(value - 2 * (once[k] ?? 0))).toBeLessThan(1e-6 * (1 + Math.abs(value)))
        })
      }),
      { seed, numRuns: 200 },
    )
  })

  test('leaves the series as it was', () => {
    for (const name of MODEL_NAMES) {
      const y = Float64Array.from({ length: 24 }, (_, t) => 10 + (t % 4))
      const before = Array.from(y)
      MODELS[name].fit(y, 4)
      expect(Array.from(y)).toEqual(before)
    }
  })

  test('moves its state on alike in one step or in many', () => {
    fc.assert(
      fc.property(demand, demand, anyModel, (y, further, name) => {
        const model = MODELS[name]
        const start = model.fit(Float64Array.from(y), 4)
        const atOnce = model.advance(start, Float64Array.from(further))
        let oneByOne = start
        for (const value of further) oneByOne = model.advance(oneByOne, Float64Array.of(value))
        const a = model.predict(atOnce, 5)
        const b = model.predict(oneByOne, 5)
        a.forEach((value, k) => {
          expect(Math.abs(value - (b[k] ?? 0))).toBeLessThan(1e-6 * (1 + Math.abs(value)))
        })
        expect(atOnce.n).toBe(y.length + further.length)
      }),
      { seed, numRuns: 200 },
    )
  })
})

describe('models that have nothing to search', () => {
  const searchFree: readonly ModelName[] = [
    'naive',
    'seasonal-naive',
    'window-average',
    'seasonal-window-average',
    'croston',
    'sba',
  ]

  test('moved on, are what they would be if fitted to everything', () => {
    fc.assert(
      fc.property(demand, demand, fc.constantFrom(...searchFree), (y, further, name) => {
        const model = MODELS[name]
        const moved = model.advance(model.fit(Float64Array.from(y), 4), Float64Array.from(further))
        const anew = model.fit(Float64Array.from([...y, ...further]), 4)
        expect(Array.from(model.predict(moved, 6))).toEqual(Array.from(model.predict(anew, 6)))
      }),
      { seed, numRuns: 200 },
    )
  })

  test('repeat, average and average by season', () => {
    const y = [1, 2, 3, 4, 5, 6, 7, 8, 10, 20, 30, 40]
    expect(Array.from(fitAndPredict('naive', y, 2))).toEqual([40, 40])
    expect(Array.from(fitAndPredict('seasonal-naive', y, 5))).toEqual([10, 20, 30, 40, 10])
    expect(fitAndPredict('window-average', [1000, ...y], 1)[0]).toBeCloseTo(136 / 12, 12)
    expect(fitAndPredict('seasonal-window-average', y, 1)[0]).toBeCloseTo((1 + 5 + 10) / 3, 12)
  })
})

describe('models of seldom demand, worked by hand', () => {
  // Sizes 3, 5, 2 after gaps of 3, 4, 3; both smoothed by 0.1 from the first:
  // size 3 -> 3.2 -> 3.08; gap 3 -> 3.1 -> 3.09.
  const y = [0, 0, 3, 0, 0, 0, 5, 0, 0, 2, 0]

  test("Croston's ratio of size and gap, and its correction", () => {
    expect(fitAndPredict('croston', y, 2)[1]).toBeCloseTo(3.08 / 3.09, 12)
    expect(fitAndPredict('sba', y, 2)[1]).toBeCloseTo((0.95 * 3.08) / 3.09, 12)
  })

  test('TSB sinks while nothing sells, where Croston stays', () => {
    const quiet = [...y, ...new Array<number>(30).fill(0)]
    expect(fitAndPredict('croston', quiet, 1)).toEqual(fitAndPredict('croston', y, 1))
    expect(fitAndPredict('tsb', quiet, 1)[0] ?? 1).toBeLessThan(0.6 * (fitAndPredict('tsb', y, 1)[0] ?? 0))
  })

  test('a TSB fit follows the two recursions of the paper', () => {
    const fit: Fit = {
      model: 'tsb',
      version: 1,
      seasonLength: 1,
      n: 3,
      parameters: { chanceAlpha: 0.2, sizeAlpha: 0.1 },
      state: { chance: 0.5, size: 10 },
    }
    // Nothing: chance 0.4. Then 20: chance 0.4 + 0.2 * 0.6 = 0.52, size 11.
    const moved = MODELS.tsb.advance(fit, Float64Array.of(0, 20))
    expect(MODELS.tsb.predict(moved, 1)[0]).toBeCloseTo(0.52 * 11, 12)
  })
})
