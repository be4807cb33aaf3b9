// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { demandFromAverage, negativeBinomialQuantile } from './demand.ts'
import { demandQuantile } from './distribution.ts'

describe('the negative binomial', () => {
  // Cumulative Poisson table: mean 2: P(X <= 4) = 0.9473, P(X <= 5) = 0.9834; mean 5: P(X <= 8) = 0.9319, 9: 0.9682.
  test('without more variance than mean is the tabled Poisson', () => {
    expect(negativeBinomialQuantile(2, 1, 0.94)).toBe(4)
    expect(negativeBinomialQuantile(2, 1, 0.95)).toBe(5)
    expect(negativeBinomialQuantile(5, 1, 0.93)).toBe(8)
    expect(negativeBinomialQuantile(5, 1, 0.95)).toBe(9)
  })

  test('of size one is the geometric, whose quantiles are known in closed form', () => {
    for (const mean of [0.5, 4, 30]) {
      const again = mean / (1 + mean)
      for (const p of [0.1, 0.5, 0.9, 0.99]) {
        const exact = Math.max(0, Math.ceil(Math.log(1 - p) / Math.log(again) - 1 - 1e-9))
        expect(negativeBinomialQuantile(mean, 1 + mean, p)).toBe(exact)
      }
    }
  })

  test('far from zero is nearly normal', () => {
    expect(negativeBinomialQuantile(10_000, 1, 0.975)).toBeCloseTo(10_000 + 1.959964 * 100, -1)
  })
})

describe('demand of an item that hardly sells', () => {
  test('is not exceeded as often as it says', () => {
    const random = seededRandom(3)
    const week = (): number => (random.next() < 0.1 ? 1 + random.integer(6) : 0)
    const trials = 400
    let within = 0
    for (let trial = 0; trial < trials; trial++) {
      const demand = demandFromAverage(Array.from({ length: 52 }, week), null)
      if (demand.kind === 'declined') throw new Error('a year of weeks is enough')
      const future = week() + week() + week() + week()
      if (future <= demandQuantile(demand, 28, 0.9)) within += 1
    }
    // A rate learnt from about five orders is often wrong by half, so the promise is kept a little less than said.
    expect(within / trials).toBeGreaterThan(0.84)
    expect(within / trials).toBeLessThan(0.97)
  })

  test('that has not sold for a year is nothing', () => {
    const demand = demandFromAverage(new Array(52).fill(0), null)
    expect(demand).toMatchObject({ kind: 'demand', basis: 'average', daily: 0 })
    expect(demand.kind === 'demand' && demandQuantile(demand, 28, 0.99)).toBe(0)
  })

  test('without any week is declined', () => {
    expect(demandFromAverage([], null)).toMatchObject({ kind: 'declined', reason: 'history-too-short' })
  })
})
