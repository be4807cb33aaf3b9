// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalCdf, normalQuantile } from './normal.ts'

const seed = 20_261_124

/** Slow twin: the series of the error function, Abramowitz and Stegun 7.1.6 (good to |z| of about 6). */
function cdfBySeries(z: number): number {
  let term = z
  let total = z
  for (let k = 1; k < 200; k++) {
    term *= (z * z) / (2 * k + 1)
    total += term
  }
  return 0.5 + (total * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

describe('the normal distribution', () => {
  test('its quantiles are those of the published algorithm (AS 241, test values)', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14)
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13)
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798409, 12)
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14)
  })

  test('its probabilities agree with a slow series', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (z) => {
        expect(Math.abs(normalCdf(z) - cdfBySeries(z))).toBeLessThan(1e-14)
      }),
      { seed },
    )
  })

  test('quantile and probability undo each other, far into the tail', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 5, noNaN: true }), (z) => {
        expect(normalQuantile(normalCdf(z))).toBeCloseTo(z, 8)
      }),
      { seed },
    )
  })

  test('it ends at 0 and 1, and has no quantile there', () => {
    expect(normalCdf(-40)).toBe(0)
    expect(normalCdf(40)).toBe(1)
    expect(() => normalQuantile(0)).toThrow('stats.probability-invalid')
    expect(() => normalQuantile(1)).toThrow('stats.probability-invalid')
  })
})
