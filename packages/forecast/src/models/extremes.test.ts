// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import type { ModelName } from '../types.ts'
import { MODELS } from './registry.ts'

const NAMES: readonly ModelName[] = [
  'theta',
  'optimised-theta',
  'dynamic-theta',
  'dynamic-optimised-theta',
  'auto-theta',
  'ces',
  'adida',
  'imapa',
]

function noise(n: number, seed: number): number[] {
  const random = seededRandom(seed)
  return Array.from({ length: n }, () => random.normal())
}

const SERIES: Readonly<Record<string, readonly number[]>> = {
  constant: new Array(40).fill(7.3),
  zeros: new Array(40).fill(0),
  'zeros, then one demand': [...new Array(39).fill(0), 5],
  'all below zero': noise(40, 1).map((value) => -50 + value),
  'around zero': noise(40, 2),
  tiny: noise(40, 3).map((value) => 1e-12 * (5 + value)),
  huge: noise(40, 4).map((value) => 1e15 * (5 + value)),
  'tiny and huge': noise(40, 5).map((value, t) => (t % 2 === 0 ? 1e-12 : 1e15) * (5 + value)),
  'a small spread on a large level': noise(40, 6).map((value) => 1e9 + value),
  'a burst': noise(40, 7).map((value, t) => (t === 20 ? 1e15 : value)),
  'doubling at each step': Array.from({ length: 48 }, (_, t) => 2 ** t),
  'a plain line': Array.from({ length: 40 }, (_, t) => 3 * t),
  'a perfect season': Array.from({ length: 40 }, (_, t) => [4, 7, 10, 7][t % 4] as number),
}

describe('the Theta family, complex smoothing, and sums of seldom demand', () => {
  test('give finite values and a spread of at least zero, far ahead, for any of these series', () => {
    for (const [kind, y] of Object.entries(SERIES)) {
      for (const name of NAMES) {
        for (const m of [1, 4, 12]) {
          const fit = MODELS[name].fit(Float64Array.from(y), m)
          const far = MODELS[name].predict(fit, 300)
          expect(far.every(Number.isFinite), `${name}, ${kind}, season ${m}`).toBe(true)
          const sigma = MODELS[name].sigma?.(fit, 300) ?? new Float64Array(0)
          expect(
            sigma.every((value) => value >= 0 && Number.isFinite(value)),
            `spread of ${name}, ${kind}, season ${m}`,
          ).toBe(true)
        }
      }
    }
  })

  test('go on with a constant as the constant, and with nothing as nothing', () => {
    for (const name of NAMES) {
      for (const value of MODELS[name].predict(MODELS[name].fit(new Float64Array(40).fill(7.3), 12), 24)) {
        expect(value).toBeCloseTo(7.3, 6)
      }
      expect(MODELS[name].predict(MODELS[name].fit(new Float64Array(40), 12), 24).every((value) => value === 0)).toBe(
        true,
      )
    }
  })

  test('need no more than they say: the shortest series gives a forecast', () => {
    for (const name of NAMES) {
      for (const m of [1, 2, 4]) {
        const n = MODELS[name].minimumLength(m)
        const y = Float64Array.from({ length: n }, (_, t) => 3 + ((t * 7) % 5))
        expect(MODELS[name].predict(MODELS[name].fit(y, m), 3).every(Number.isFinite)).toBe(true)
      }
    }
  })

  test('decline through the front door where the history is too short', () => {
    for (const name of NAMES) {
      expect(forecast([3, 1, 4], { h: 2, models: [name] })).toMatchObject({ kind: 'declined', needed: 6, got: 3 })
    }
  })

  test('take a hundred thousand values', () => {
    const y = Float64Array.from(noise(100_000, 8), (value, t) => 50 + value + 5 * Math.sin((2 * Math.PI * t) / 24))
    for (const name of NAMES) {
      const said = MODELS[name].predict(MODELS[name].fit(y, 24), 24)
      expect(said.every((value) => value > 40 && value < 60)).toBe(true)
    }
  })
})
