// SPDX-License-Identifier: Apache-2.0
import { normalCdf, normalQuantile } from '@resham/stats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalDemand } from './a-demand.testing.ts'
import {
  chanceOfMore,
  demandCurve,
  demandOver,
  demandQuantile,
  expectedShort,
  meanOver,
  quantileOfRow,
} from './distribution.ts'

const anyDays = fc.double({ min: 0.1, max: 400, noNaN: true })
const anyChance = fc.double({ min: 0.001, max: 0.9995, noNaN: true })

describe('demand over any number of days', () => {
  const demand = normalDemand(10, 6)

  test('of independent normal days is normal, between the stored horizons too', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7, max: 300 }), fc.constantFrom(0.1, 0.5, 0.9, 0.95, 0.99), (days, p) => {
        const exact = 10 * days + normalQuantile(p) * 6 * Math.sqrt(days)
        expect(demandQuantile(demand, days, p)).toBeCloseTo(exact, 6)
        expect(meanOver(demand, days)).toBeCloseTo(10 * days, 6)
      }),
      { seed: 8 },
    )
  })

  test('the curve for one probability is the same as reading the whole row', () => {
    fc.assert(
      fc.property(anyDays, fc.constantFrom(...demand.probabilities), (days, p) => {
        expect(demandCurve(demand, p)(days)).toBeCloseTo(quantileOfRow(demandOver(demand, days), p), 6)
      }),
      { seed: 9 },
    )
  })

  test('more days and more certainty never need less', () => {
    fc.assert(
      fc.property(anyDays, anyDays, anyChance, anyChance, (a, b, p, q) => {
        const [short, long] = [Math.min(a, b), Math.max(a, b)]
        const [low, high] = [Math.min(p, q), Math.max(p, q)]
        expect(demandQuantile(demand, short, high)).toBeLessThanOrEqual(demandQuantile(demand, long, high) + 1e-9)
        expect(demandQuantile(demand, short, low)).toBeLessThanOrEqual(demandQuantile(demand, short, high) + 1e-9)
      }),
      { seed: 10 },
    )
  })

  test('no days need nothing', () => {
    expect(demandQuantile(demand, 0, 0.95)).toBe(0)
    expect(expectedShort(demandOver(demand, 0), 0)).toBe(0)
    expect(chanceOfMore(demandOver(demand, 0), 0)).toBe(0)
  })
})

describe('the chance that stock does not last', () => {
  test('is the inverse of the quantile', () => {
    const row = demandOver(normalDemand(10, 4), 28)
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.9995, noNaN: true }), (p) => {
        expect(chanceOfMore(row, quantileOfRow(row, p))).toBeCloseTo(1 - p, 9)
      }),
      { seed: 11 },
    )
  })

  test('falls on beyond the outermost points, near to what normal demand has there', () => {
    const row = demandOver(normalDemand(10, 4), 28)
    const beyond = (deviations: number) => chanceOfMore(row, 280 + deviations * 4 * Math.sqrt(28))
    for (const deviations of [-3, -2.5, 2.75, 3, 3.25]) {
      const exact = 1 - normalCdf(deviations)
      expect(Math.abs(beyond(deviations) - exact)).toBeLessThan(0.002)
    }
    expect(beyond(-4)).toBeGreaterThan(beyond(-3))
    expect(beyond(4)).toBeLessThan(beyond(3))
    expect(beyond(4)).toBeGreaterThan(0)
  })

  test('is none where nothing sells', () => {
    expect(chanceOfMore(demandOver(normalDemand(0, 0), 28), 0)).toBe(0)
  })
})

describe('pieces short', () => {
  // The unit normal loss G(k) = pdf(k) - k (1 - cdf(k)); as tabled: G(0) = 0.3989, G(1) = 0.0833, G(1.65) = 0.0206.
  // Source: Silver, Pyke and Thomas, 4th ed., 2017, appendix on the unit normal distribution, column G(k).
  test.each([
    [0, 0.3989],
    [0.5, 0.1978],
    [1, 0.0833],
    [1.65, 0.0206],
  ])('of normal demand with stock at mean + %f deviations are the tabled share of a deviation', (k, loss) => {
    const deviation = 5 * Math.sqrt(21)
    const row = demandOver(normalDemand(20, 5), 21)
    expect(loss).toBeCloseTo(Math.exp((-k * k) / 2) / Math.sqrt(2 * Math.PI) - k * (1 - normalCdf(k)), 4)
    // Fourteen corners of a curve: right to a hundredth of a deviation.
    expect(Math.abs(expectedShort(row, 420 + k * deviation) / deviation - loss)).toBeLessThan(0.012)
  })

  test('fall with stock, by less and less', () => {
    const row = demandOver(normalDemand(3, 4), 30)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), (stock) => {
        const [a, b, c] = [0, 1, 2].map((more) => expectedShort(row, stock + more)) as [number, number, number]
        expect(b).toBeLessThanOrEqual(a + 1e-12)
        expect(a - b).toBeGreaterThanOrEqual(b - c - 1e-9)
      }),
      { seed: 12 },
    )
  })
})
