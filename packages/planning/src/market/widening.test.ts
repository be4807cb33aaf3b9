// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { expect, test } from 'vitest'
import type { Foretold } from './foretold.ts'
import { learnWidening, widened } from './widening.ts'

/** Origins three apart, each foretelling 100 with a band of ten (eighty percent) for six periods. */
const foretold = (count: number, actualAt: (period: number) => number): Foretold[] =>
  Array.from({ length: count }, (_, i) => ({
    origin: 20 + 3 * i,
    last: 100,
    steps: Array.from({ length: 6 }, (_, k) => ({
      ...{ step: k + 1, mean: 100, lo80: 90, hi80: 110, lo95: 85, hi95: 115 },
      actual: actualAt(20 + 3 * i + k),
    })),
  }))

test('an end that was passed moves out for the next, and the other draws in', () => {
  const now = learnWidening(foretold(16, () => 130)).at(-1)
  expect(now?.up).toBeGreaterThan(Math.log(2.5))
  expect(now?.down).toBeLessThan(0)
})

test('what was known at an origin rests on nothing that came after it', () => {
  const change = 50
  const calm = learnWidening(foretold(16, () => 100))
  const wild = learnWidening(foretold(16, (period) => (period >= change ? 150 : 100)))
  const known = foretold(16, () => 0).filter(({ origin }) => origin <= change).length
  expect(wild.slice(0, known)).toEqual(calm.slice(0, known))
  expect(wild.at(-1)).not.toEqual(calm.at(-1))
})

test('bands that hold eight of ten hardly move on the whole', () => {
  const random = seededRandom(5)
  const spread = 10 / 1.2816
  const all = learnWidening(foretold(400, () => 100 + spread * random.normal()))
  const mean = all.reduce((sum, { up, down }) => sum + (up + down) / 2 / all.length, 0)
  expect(Math.abs(mean)).toBeLessThan(0.1)
})

test('of few origins nothing is learnt', () => {
  expect(learnWidening(foretold(7, () => 500))).toEqual(new Array(8).fill({ up: 0, down: 0 }))
})

test('bands nest however their ends are moved, and do not go below zero where values cannot', () => {
  const expected = { mean: 10, lo80: 4, hi80: 16, lo95: 1, hi95: 19 }
  const { mean, lo80, hi80, lo95, hi95 } = widened(expected, { up: 1.2, down: 1.2 }, true)
  expect([lo95, lo80, mean, hi80, hi95].toSorted((a, b) => a - b)).toEqual([lo95, lo80, mean, hi80, hi95])
  expect(lo95).toBe(0)
  expect(widened(expected, { up: 0, down: 0 }, true)).toEqual(expected)
})
