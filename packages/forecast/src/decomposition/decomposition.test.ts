// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../golden/stl-co2.json' with { type: 'json' }
import { loess } from './loess.ts'
import { mstl } from './mstl.ts'
import { stl } from './stl.ts'

const seed = 20_261_124
const series = fc
  .array(fc.double({ min: -1000, max: 1000, noNaN: true }), { minLength: 24, maxLength: 80 })
  .map((y) => Float64Array.from(y))
const anyOptions = fc.record({
  seasonWindow: fc.constantFrom<(number | 'periodic')[]>(7, 11, 'periodic'),
  robust: fc.boolean(),
})

function largestGap(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - (b[i] as number))))
}

/** A local line by its definition: weights, two sums over the nearest values, nothing saved. */
function obviousLine(y: Float64Array, place: number, window: number): number {
  const n = y.length
  const byDistance = Array.from(y.keys()).sort((a, b) => Math.abs(a - place) - Math.abs(b - place))
  const nearest = byDistance.slice(0, Math.min(window, n))
  const furthest = Math.max(...nearest.map((i) => Math.abs(i - place))) + Math.max(0, Math.floor((window - n) / 2))
  const weight = (i: number) => (1 - (Math.abs(i - place) / furthest) ** 3) ** 3
  const total = nearest.reduce((sum, i) => sum + weight(i), 0)
  const meanX = nearest.reduce((sum, i) => sum + weight(i) * i, 0) / total
  const meanY = nearest.reduce((sum, i) => sum + weight(i) * (y[i] as number), 0) / total
  const xy = nearest.reduce((sum, i) => sum + weight(i) * (i - meanX) * ((y[i] as number) - meanY), 0)
  const xx = nearest.reduce((sum, i) => sum + weight(i) * (i - meanX) ** 2, 0)
  return meanY + (xy / xx) * (place - meanX)
}

describe('loess', () => {
  test('is what its definition says at each point, short windows and long', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(5, 9, 15, 201), (y, window) => {
        const slow = y.map((_, place) => obviousLine(y, place, window))
        expect(largestGap(loess(y, { window, degree: 1, jump: 1 }), slow)).toBeLessThan(1e-6)
      }),
      { seed },
    )
  })

  test('draws a straight line through a straight line, whatever the jump', () => {
    const y = Float64Array.from({ length: 50 }, (_, t) => 3 + 2 * t)
    for (const jump of [1, 4, 100]) expect(largestGap(loess(y, { window: 7, degree: 1, jump }), y)).toBeLessThan(1e-9)
  })
})

describe('stl', () => {
  test("gives what Cleveland's program gives for carbon dioxide at Mauna Loa", () => {
    const options = { seasonWindow: 35, trendWindow: 19, seasonDegree: 1, robust: true, inner: 1, outer: 2 } as const
    const { season, trend, weights } = stl(Float64Array.from(golden.y), 12, options)
    for (const row of golden.rows) {
      expect(Math.abs((season[row.t] as number) - row.season)).toBeLessThan(1e-9)
      expect(Math.abs((trend[row.t] as number) - row.trend)).toBeLessThan(1e-9)
      expect(Math.abs((weights[row.t] as number) - row.weight)).toBeLessThan(1e-9)
    }
  })

  test('its parts add up to the series, and no number is lost', () => {
    fc.assert(
      fc.property(series, fc.constantFrom(1, 4, 12), anyOptions, (y, seasonLength, options) => {
        const { trend, season, remainder, weights } = stl(y, seasonLength, options)
        const total = y.map((_, t) => (trend[t] as number) + (season[t] as number) + (remainder[t] as number))
        expect(largestGap(total, y)).toBeLessThan(1e-9)
        for (const weight of weights) expect(weight >= 0 && weight <= 1).toBe(true)
      }),
      { seed },
    )
  })

  test('speaks in the unit of the series, and lifts only the trend when all is lifted', () => {
    fc.assert(
      fc.property(series, fc.boolean(), (y, robust) => {
        const once = stl(y, 6, { robust })
        const twice = stl(
          y.map((value) => 2 * value),
          6,
          { robust },
        )
        expect(Array.from(twice.trend)).toEqual(Array.from(once.trend, (value) => 2 * value))
        const lifted = stl(
          y.map((value) => value + 512),
          6,
        )
        expect(largestGap(lifted.season, stl(y, 6).season)).toBeLessThan(1e-8)
      }),
      { seed },
    )
  })

  test('a periodic season is the same in every season', () => {
    const { season } = stl(Float64Array.from(golden.y), 12, { seasonWindow: 'periodic' })
    for (let t = 12; t < season.length; t++) expect(season[t]).toBe(season[t - 12])
  })

  test('robust, an outlier neither bends the trend nor keeps its weight', () => {
    const clean = Float64Array.from({ length: 120 }, (_, t) => t + 10 * Math.sin((Math.PI * t) / 6) + ((t * 7) % 5) / 5)
    const spoilt = clean.map((value, t) => (t === 60 ? 500 : value))
    const robust = stl(spoilt, 12, { robust: true })
    expect(robust.weights[60]).toBe(0)
    expect(largestGap(robust.trend, stl(clean, 12, { robust: true }).trend)).toBeLessThan(0.5)
    expect(largestGap(stl(spoilt, 12).trend, stl(clean, 12).trend)).toBeGreaterThan(5)
  })

  test('a constant has no season and nothing left over', () => {
    const { trend, season, remainder } = stl(new Float64Array(30).fill(7), 4, { robust: true })
    for (const part of [trend.map((value) => value - 7), season, remainder])
      for (const value of part) expect(Math.abs(value)).toBeLessThan(1e-12)
  })

  test('refuses what it cannot work on', () => {
    const y = new Float64Array(24)
    expect(() => stl(y, 1.5)).toThrow('forecast.season-invalid')
    expect(() => stl(y, 13)).toThrow('forecast.decomposition-too-short {"needed":26,"got":24}')
    expect(() => stl(y, 12, { seasonWindow: 8 })).toThrow('forecast.window-invalid')
    expect(() => stl(y, 12, { trendWindow: 1 })).toThrow('forecast.window-invalid')
    expect(() => stl(Float64Array.of(1, 2, Number.NaN, 4), 2)).toThrow('forecast.value-not-finite {"index":2}')
  })
})

describe('mstl', () => {
  const hours = Float64Array.from(
    { length: 24 * 7 * 6 },
    (_, t) => 100 + t / 50 + 20 * Math.sin((2 * Math.PI * t) / 24) + (Math.floor(t / 24) % 7 < 2 ? -15 : 6),
  )

  test('tells the day from the week, and the parts add up', () => {
    const { trend, seasons, remainder, seasonLengths } = mstl(hours, [168, 24])
    expect(seasonLengths).toEqual([24, 168])
    const total = hours.map(
      (_, t) =>
        (trend[t] as number) + (seasons[0]?.[t] as number) + (seasons[1]?.[t] as number) + (remainder[t] as number),
    )
    expect(largestGap(total, hours)).toBeLessThan(1e-9)
    expect(Math.max(...remainder.map(Math.abs))).toBeLessThan(2)
    expect(Math.max(...(seasons[0] as Float64Array))).toBeGreaterThan(18)
  })

  test('with one season is stl', () => {
    const one = mstl(hours, [24], { seasonWindows: ['periodic'] })
    const same = stl(hours, 24, { seasonWindow: 'periodic' })
    expect(largestGap(one.trend, same.trend)).toBeLessThan(1e-9)
  })

  test('leaves out a season that fits less than twice, and refuses where none fits', () => {
    expect(mstl(hours.subarray(0, 200), [24, 168]).seasonLengths).toEqual([24])
    expect(() => mstl(hours.subarray(0, 40), [24, 168])).toThrow('forecast.decomposition-too-short')
    expect(() => mstl(hours, [])).toThrow('forecast.season-invalid')
    expect(() => mstl(hours, [24, 24])).toThrow('forecast.season-invalid')
  })
})
