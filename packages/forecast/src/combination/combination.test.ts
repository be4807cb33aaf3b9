// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { hasCourse } from '../demand/has-course.ts'
import { MODELS } from '../models/registry.ts'
import type { ModelName } from '../types.ts'
import { FEATURE_NAMES, featuresOf } from './features.ts'
import { weightsFor } from './learned.ts'
import { LEARNED_WEIGHTS } from './learned-weights.ts'
import { autocorrelations, levinson } from './memory.ts'
import { trainWeights, type WeightRow } from './train-weights.ts'

const random = seededRandom(4)
const noise = Float64Array.from({ length: 200 }, () => random.normal())
const feature = (y: Float64Array, m: number, name: (typeof FEATURE_NAMES)[number]) =>
  featuresOf(y, m)[FEATURE_NAMES.indexOf(name)] as number

const SERIES: readonly Float64Array[] = [
  noise.map((value) => 50 + value),
  noise.map((value) => -1e15 + 1e13 * value),
  noise.map((value) => 1e-12 * value),
  new Float64Array(30).fill(4),
  new Float64Array(30),
  Float64Array.from({ length: 48 }, (_, t) => 1.5 ** t),
  Float64Array.of(1, 5, 2, 4),
  Float64Array.from({ length: 60 }, (_, t) => (t === 30 ? 1e15 : 0)),
]

describe('features of a series', () => {
  test('are finite for any series, and know no unit', () => {
    for (const y of SERIES) {
      for (const m of [1, 4, 12]) {
        const own = featuresOf(y, m)
        expect(own.every(Number.isFinite)).toBe(true)
        const inOtherUnit = featuresOf(
          y.map((value) => 1024 * value),
          m,
        )
        own.forEach((value, i) => {
          expect(inOtherUnit[i]).toBeCloseTo(value, 6)
        })
      }
    }
  })

  test('say what a series is: a line has trend and no season, a wave a season and little entropy, noise neither', () => {
    const line = noise.map((value, t) => t + value)
    const wave = noise.map((value, t) => 5 * Math.sin((2 * Math.PI * t) / 12) + 0.3 * value)
    expect(feature(line, 12, 'trend')).toBeGreaterThan(0.95)
    expect(feature(line, 12, 'linearity')).toBeGreaterThan(1.5)
    expect(feature(wave, 12, 'season')).toBeGreaterThan(0.95)
    expect(feature(noise, 12, 'season')).toBeLessThan(0.4)
    expect(feature(wave, 12, 'entropy')).toBeLessThan(0.8)
    expect(feature(noise, 1, 'entropy')).toBeGreaterThan(0.9)
    expect(hasCourse(line) && !hasCourse(noise)).toBe(true)
  })

  test("partial autocorrelations of an auto-regression of order 1 end after the first, as Durbin's recursion says", () => {
    const { partial, coefficients } = levinson(Float64Array.of(0.5, 0.25, 0.125))
    expect(Array.from(partial)).toEqual([0.5, 0, 0])
    expect(Array.from(coefficients)).toEqual([0.5, 0, 0])
    expect(autocorrelations(Float64Array.of(1, -1, 1, -1), 1)[0]).toBeCloseTo(-0.75, 12)
  })
})

describe('combinations', () => {
  test('lie between the least and the most that a member says', () => {
    const y = noise.subarray(0, 60).map((value, t) => 40 + value + 3 * Math.sin((2 * Math.PI * t) / 4))
    const names: readonly ModelName[] = [
      'combination',
      'mean-of-five',
      'median-of-four',
      'backtest-combination',
      'learned-combination',
      'demand-combination',
    ]
    for (const name of names) {
      const fit = MODELS[name].fit(y, 4)
      const said = MODELS[name].predict(fit, 8)
      const parts = (fit.parts ?? []).map((part) => MODELS[part.model].predict(part, 8))
      expect(parts.length).toBeGreaterThan(2)
      said.forEach((value, k) => {
        const all = parts.map((part) => part[k] as number)
        expect(value).toBeGreaterThanOrEqual(Math.min(...all) - 1e-9)
        expect(value).toBeLessThanOrEqual(Math.max(...all) + 1e-9)
      })
    }
  })

  test('go on without a member that the series is too short for', () => {
    const fit = MODELS.combination.fit(Float64Array.of(5, 6, 5, 7, 6, 5, 6), 12)
    expect(fit.parts?.map(({ model }) => model)).toEqual(['ets-average', 'dynamic-optimised-theta', 'ces'])
    expect(MODELS.combination.predict(fit, 3).every((value) => value > 4 && value < 8)).toBe(true)
  })

  test('stay finite for any series that has the length', () => {
    for (const y of SERIES) {
      for (const name of ['combination', 'backtest-combination', 'learned-combination'] as const) {
        expect(MODELS[name].predict(MODELS[name].fit(y, 4), 50).every(Number.isFinite)).toBe(true)
      }
    }
  })
})

describe('weights', () => {
  test('that come with the engine sum to 1, say whence they are, and know the features of today', () => {
    const weights = weightsFor(noise, 1, LEARNED_WEIGHTS)
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12)
    expect(LEARNED_WEIGHTS.features).toEqual(FEATURE_NAMES)
    expect(LEARNED_WEIGHTS.provenance.holdOuts).toBeGreaterThan(10_000)
  })

  test('are learnt: where a feature tells which of two members is right, that one is believed', () => {
    const rows: WeightRow[] = Array.from({ length: 200 }, () => {
      const features = new Float64Array(FEATURE_NAMES.length)
      features[3] = random.normal()
      const right = features[3] > 0 ? 0 : 1
      return { features, said: [0, 1].map((k) => [k === right ? 10 : 14]), actual: [10], scale: 1 }
    })
    const learned = {
      ...LEARNED_WEIGHTS,
      ...trainWeights(rows, ['naive', 'drift'], [0, 0]),
    }
    const slope = learned.coefficients[4] as readonly number[]
    expect(slope[0]).toBeGreaterThan(0.2)
    expect(slope[1]).toBeCloseTo(-(slope[0] as number), 2)
  })
})
