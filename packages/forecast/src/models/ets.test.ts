// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../golden/textbook.json' with { type: 'json' }
import { formOf } from '../smoothing/stored.ts'
import { drift } from './drift.ts'
import { ets, fitEts } from './ets.ts'
import { etsAverage } from './ets-average.ts'

const seed = 20_261_124
const ADDITIVE = ['A,N,N', 'A,A,N', 'A,Ad,N', 'A,N,A', 'A,A,A', 'A,Ad,A']
const PATTERN = [2, -1, 3, -4]
const passengers = Float64Array.from(golden.passengers.y)
const values = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 10, maxLength: 40 })

/** Level, trend, season of four, noise; of any size. */
function drawSeries(n: number, size = 1): Float64Array {
  const random = seededRandom(n)
  return Float64Array.from(
    { length: n },
    (_, t) => size * (20 + 0.1 * t + (PATTERN[t % 4] as number) + random.normal()),
  )
}

describe('the choice of a form', () => {
  test('sees a season that multiplies, and one that does not', () => {
    expect(formOf(ets.fit(passengers, 12)).season).toBe('multiplicative')
    expect(formOf(ets.fit(drawSeries(60), 4)).season).not.toBe('none')
    expect(formOf(ets.fit(drawSeries(60), 1)).season).toBe('none')
  })

  test('keeps to the forms it is given, and refuses one that does not exist', () => {
    expect(formOf(fitEts(passengers, 12, { forms: ['A,N,A'] }))).toEqual({
      error: 'additive',
      trend: 'none',
      season: 'additive',
    })
    expect(() => fitEts(passengers, 12, { forms: ['A,B,C'] })).toThrow('forecast.model-unknown')
  })

  test('falls back to a level where no form asked for suits the series', () => {
    expect(formOf(fitEts(Float64Array.of(0, 5, -3, 2, 0, 4), 1, { forms: ['M,A,M'] })).trend).toBe('none')
  })

  test('by its criterion alone never prefers what the criterion does not', () => {
    const thorough = { ahead: 0, search: 'thorough' } as const
    for (const criterion of ['aicc', 'aic', 'bic'] as const) {
      const best = fitEts(passengers, 12, { ...thorough, criterion }).parameters[criterion] as number
      for (const form of ['A,N,N', 'M,Ad,M', 'A,A,A', 'M,N,A']) {
        const other = fitEts(passengers, 12, { ...thorough, criterion, forms: [form] }).parameters[criterion] as number
        expect(best).toBeLessThanOrEqual(other)
      }
    }
  })
})

describe('ets', () => {
  test('shifts with the series where nothing multiplies', () => {
    fc.assert(
      fc.property(values, fc.double({ min: -500, max: 500, noNaN: true }), (y, by) => {
        const options = { forms: ADDITIVE }
        const here = ets.predict(fitEts(Float64Array.from(y), 4, options), 6)
        const there = ets.predict(
          fitEts(
            Float64Array.from(y, (value) => value + by),
            4,
            options,
          ),
          6,
        )
        there.forEach((value, k) => {
          expect(Math.abs(value - by - (here[k] as number))).toBeLessThan(1e-4 * (1000 + Math.abs(by)))
        })
      }),
      { seed, numRuns: 60 },
    )
  })

  test.each([1e-12, 1e-5, 1e9, 1e15])(
    'a series %d times as large has a forecast, and a spread, as much larger',
    (size) => {
      const once = ets.fit(drawSeries(48), 4)
      const large = ets.fit(drawSeries(48, size), 4)
      const [mean, spread] = [ets.predict(once, 6), ets.sigma?.(once, 6) as Float64Array]
      ets.predict(large, 6).forEach((value, k) => {
        expect(value / size / (mean[k] as number)).toBeCloseTo(1, 6)
      })
      ets.sigma?.(large, 6).forEach((value, k) => {
        expect(value / size / (spread[k] as number)).toBeCloseTo(1, 6)
      })
    },
  )

  test.each([etsAverage, ets, drift])('$name: whatever the series, the forecast and its spread are finite', (model) => {
    const strange = fc.oneof(
      fc.constantFrom(0, 0, 1e15, -1e15, 1e-12, 1),
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-12, max: 1e-3, noNaN: true }),
    )
    fc.assert(
      fc.property(
        fc.array(strange, { minLength: 1, maxLength: 40 }),
        fc.array(strange, { maxLength: 10 }),
        fc.constantFrom(1, 4, 12),
        (y, further, m) => {
          const fit = model.advance(model.fit(Float64Array.from(y), m), Float64Array.from(further))
          for (const value of model.predict(fit, 8)) expect(Number.isFinite(value)).toBe(true)
          for (const value of model.sigma?.(fit, 8) ?? []) expect(value >= 0 && Number.isFinite(value)).toBe(true)
        },
      ),
      { seed, numRuns: 300 },
    )
  })

  test('a constant is forecast by itself, without doubt', () => {
    for (const value of [0, -3, 1e-12, 1e15]) {
      const fit = ets.fit(new Float64Array(30).fill(value), 4)
      for (const said of ets.predict(fit, 5)) expect(said).toBeCloseTo(value, 9 - Math.log10(1 + Math.abs(value)))
      for (const spread of ets.sigma?.(fit, 5) ?? []) expect(spread).toBeLessThanOrEqual(1e-6 * Math.abs(value))
    }
  })

  test('a hundred thousand values are fitted on the last of them, and moved on from there', () => {
    const y = drawSeries(100_000)
    const fit = ets.fit(y, 4)
    expect(fit.n).toBe(100_000)
    expect((fit.parameters.from as number) % 4).toBe(0)
    const ahead = ets.predict(fit, 4)
    ahead.forEach((value, k) => {
      expect(Math.abs(value - (20 + 0.1 * (100_000 + k) + (PATTERN[k % 4] as number)))).toBeLessThan(4)
    })
  })
})

describe('a Box-Cox transform', () => {
  test('by the logarithm makes a growing series a straight one', () => {
    const y = Float64Array.from({ length: 40 }, (_, t) => Math.exp(1 + 0.05 * t))
    const fit = fitEts(y, 1, { boxCox: 0, search: 'thorough' })
    ets.predict(fit, 5).forEach((value, k) => {
      expect(value / Math.exp(1 + 0.05 * (40 + k))).toBeCloseTo(1, 2)
    })
  })

  test('gives medians, and means where asked for: the larger the doubt, the further above', () => {
    const options = { boxCox: 'guerrero' } as const
    const medians = ets.predict(fitEts(passengers, 12, options), 24)
    const means = ets.predict(fitEts(passengers, 12, { ...options, biasAdjusted: true }), 24)
    const gap = means.map((mean, k) => mean / (medians[k] as number) - 1)
    for (const share of gap) expect(share).toBeGreaterThan(0)
    expect(gap[23]).toBeGreaterThan(gap[0] as number)
  })

  test('is left out where a value is not above zero', () => {
    expect(fitEts(Float64Array.of(3, 0, 4, 5, 2, 6, 3), 1, { boxCox: 0 }).parameters.lambda).toBeUndefined()
  })

  test('is nothing but the same model of the logarithms, moved on too', () => {
    const logs = passengers.map(Math.log)
    const here = ets.advance(fitEts(passengers.subarray(0, 120), 12, { boxCox: 0 }), passengers.subarray(120))
    const there = ets.advance(fitEts(logs.subarray(0, 120), 12, { forms: ADDITIVE }), logs.subarray(120))
    expect(here.n).toBe(144)
    ets.predict(here, 12).forEach((value, k) => {
      expect(value / Math.exp(ets.predict(there, 12)[k] as number)).toBeCloseTo(1, 12)
    })
  })
})

describe('the average of forms', () => {
  test('lies within its parts, whose weights add up to one', () => {
    fc.assert(
      fc.property(values, (y) => {
        const fit = etsAverage.fit(Float64Array.from(y), 4)
        const parts = (fit.parts ?? []).map((part) => ets.predict(part, 4))
        const weights = fit.state.weights as readonly number[]
        expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12)
        etsAverage.predict(fit, 4).forEach((value, k) => {
          const all = parts.map((part) => part[k] as number)
          expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
          expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
        })
      }),
      { seed, numRuns: 60 },
    )
  })

  test('its best part is what ets chooses', () => {
    const { parts, state } = etsAverage.fit(passengers, 12)
    const weights = state.weights as readonly number[]
    expect(weights[0]).toBe(Math.max(...weights))
    expect(formOf(parts?.[0] as Parameters<typeof formOf>[0])).toEqual(formOf(ets.fit(passengers, 12)))
  })
})

describe('a random walk with drift', () => {
  test('goes on along the line from the first value to the last', () => {
    const fit = drift.fit(Float64Array.of(3, 9, 4, 9), 1)
    expect(Array.from(drift.predict(fit, 3))).toEqual([11, 13, 15])
    // Steps 6, -5, 5 around 2: squares 16, 49, 9, over 2: 37; one step ahead times 1 + 1/3.
    expect(drift.sigma?.(fit, 1)[0]).toBeCloseTo(Math.sqrt(37 * (1 + 1 / 3)), 12)
  })
})
