// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { adida } from '../models/adida.ts'
import { imapa } from '../models/imapa.ts'
import { simpleSmoothing } from '../models/simple-smoothing.ts'
import { fitBuckets, meanGap, moveBuckets, rateOf } from './buckets.ts'

const seed = 20_261_124
const seldom = fc.array(fc.oneof(fc.constant(0), fc.constant(0), fc.integer({ min: 1, max: 50 })), {
  minLength: 6,
  maxLength: 60,
})

/** Cuts from the end, throws away what is left over at the start, adds up, smooths, spreads. */
function slow(y: readonly number[], width: number, alpha: number): number {
  const whole = y.slice(y.length % width)
  const sums: number[] = []
  for (let i = 0; i < whole.length; i += width) sums.push(whole.slice(i, i + width).reduce((a, b) => a + b, 0))
  return sums.slice(1).reduce((level, sum) => level + alpha * (sum - level), sums[0] as number) / width
}

describe('sums over buckets', () => {
  test('worked by hand: a demand every two periods, of 4, 6, 8', () => {
    const y = Float64Array.of(0, 4, 0, 6, 0, 8)
    expect(meanGap(y)).toBe(2)
    const fit = adida.fit(y, 1)
    const alpha = fit.parameters.alpha ?? 0
    // Sums 4, 6, 8; the more it follows the better, so alpha is at its end.
    expect(alpha).toBeCloseTo(0.3, 2)
    const level = 4 + alpha * 2
    expect(adida.predict(fit, 2)[1]).toBeCloseTo((level + alpha * (8 - level)) / 2, 12)
  })

  test('are those of cutting the series from its end, now and after further values', () => {
    fc.assert(
      fc.property(seldom, seldom, fc.integer({ min: 1, max: 6 }), (y, further, width) => {
        const fit = fitBuckets(Float64Array.from(y), width, 1)
        const alpha = fit.parameters.alpha ?? 0
        expect(rateOf(fit)).toBeCloseTo(slow(y, width, alpha), 9)
        expect(rateOf(moveBuckets(fit, Float64Array.from(further)))).toBeCloseTo(
          slow([...y, ...further], width, alpha),
          9,
        )
      }),
      { seed },
    )
  })

  test('many widths are the mean of one width each', () => {
    fc.assert(
      fc.property(seldom, (y) => {
        const series = Float64Array.from(y)
        const fit = imapa.fit(series, 1)
        const parts = fit.parts ?? []
        expect(parts).toHaveLength(Math.max(1, Math.min(52, Math.round(meanGap(series)))))
        const each = parts.map((part) => slow(y, part.parameters.width ?? 0, part.parameters.alpha ?? 0))
        expect(imapa.predict(fit, 1)[0]).toBeCloseTo(each.reduce((a, b) => a + b, 0) / each.length, 9)
      }),
      { seed },
    )
  })

  test('a demand in every period leaves one width: simple smoothing', () => {
    const y = Float64Array.from({ length: 30 }, (_, t) => 5 + (t % 3))
    expect(imapa.predict(imapa.fit(y, 1), 1)).toEqual(adida.predict(adida.fit(y, 1), 1))
    const smooth = simpleSmoothing.predict(simpleSmoothing.fit(y, 1), 1)[0] ?? 0
    expect(Math.abs((adida.predict(adida.fit(y, 1), 1)[0] ?? 0) - smooth)).toBeLessThan(0.5)
  })

  test('a single demand after a long silence costs neither time nor memory', () => {
    const y = new Float64Array(100_000)
    y[99_999] = 3
    const fit = imapa.fit(y, 1)
    expect(fit.parts).toHaveLength(52)
    expect(imapa.predict(fit, 1)[0]).toBeGreaterThan(0)
  })
})
