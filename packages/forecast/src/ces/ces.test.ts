// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import golden from '../../golden/statespace.json' with { type: 'json' }
import textbook from '../../golden/textbook.json' with { type: 'json' }
import { ces } from '../models/ces.ts'
import { type CesParameters, type CesSeason, growthOfVariance, passCes, predictCes } from './recursion.ts'
import { passBackcast, searchCes, startOf } from './search.ts'

const seed = 20_261_124
const SEASONS: readonly CesSeason[] = ['none', 'simple', 'partial', 'full']
const anySeason = fc.constantFrom(...SEASONS)
const values = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 24, maxLength: 40 })
const share = fc.double({ min: 0.05, max: 1.2, noNaN: true })
const parameters = fc.record({ alpha0: share, alpha1: share, beta0: share, beta1: share })

type Complex = readonly [number, number]

/**
 * The published recursion in complex numbers: a pair (level, partner) becomes F pair + g e, where F has the rows
 * (1, -(1 - a1)), (1, 1 - a0), and g is (a0 - a1, a0 + a1). One value at a time, every pair kept by its time.
 */
function slow(y: readonly number[], m: number, season: CesSeason, p: CesParameters, start: ReturnType<typeof startOf>) {
  const step = ([a, b]: Complex, e: number, a0: number, a1: number): Complex => [
    a - (1 - a1) * b + (a0 - a1) * e,
    a + (1 - a0) * b + (a0 + a1) * e,
  ]
  const levels = new Map<number, Complex>([[-1, [start.level, start.partner]]])
  const places = new Map<number, Complex>()
  for (let i = 0; i < m; i++) places.set(i - m, [start.places[i] ?? 0, start.partners[i] ?? 0])
  let sse = 0
  y.forEach((value, t) => {
    const level = levels.get(t - 1) as Complex
    const place = places.get(t - m) ?? [0, 0]
    const e = value - (season === 'simple' ? 0 : level[0]) - (season === 'none' ? 0 : place[0])
    sse += e * e
    levels.set(t, step(level, e, p.alpha0, p.alpha1))
    if (season === 'simple') places.set(t, step(place, e, p.alpha0, p.alpha1))
    if (season === 'partial') places.set(t, [place[0] + p.beta0 * e, 0])
    if (season === 'full') places.set(t, step(place, e, p.beta0, p.beta1))
  })
  return { sse, level: levels.get(y.length - 1) as Complex, places }
}

describe('complex smoothing against published numbers', () => {
  test("with the parameters of R's ces, airline passengers go on as R says, in all four forms", () => {
    const y = Float64Array.from(textbook.passengers.y)
    for (const season of SEASONS) {
      const { parameters: p, forecast } = golden.ces[season]
      const state = startOf(y, 12, season)
      passBackcast(y, state, season, p)
      predictCes(state, season, p, y.length, 13).forEach((value, k) => {
        expect(Math.abs(value - (forecast[k] ?? 0))).toBeLessThan(0.02)
      })
    }
  })

  test('the automatic choice on a line with a season of four is that of the reference, and so are its values', () => {
    const y = Float64Array.from({ length: 40 }, (_, t) => t + 1 + ([2, -1, -3, 2][t % 4] ?? 0))
    const fit = ces.fit(y, 4)
    expect(SEASONS[fit.parameters.season ?? 0]).toBe('partial')
    ces.predict(fit, 6).forEach((value, k) => {
      expect(Math.abs(value - (golden.automaticCes[k] ?? 0))).toBeLessThan(0.06)
    })
  })

  test('worked by hand: alpha 1 + 0i over 1, 2, 3 from nothing ends at 1 and 3', () => {
    const state = { level: 0, partner: 0, places: new Float64Array(0), partners: new Float64Array(0) }
    const sse = passCes(Float64Array.of(1, 2, 3), state, 'none', { alpha0: 1, alpha1: 0, beta0: 0, beta1: 0 }, 0, 1)
    expect([sse, state.level, state.partner]).toEqual([1 + 1 + 4, 1, 3])
  })
})

describe('complex smoothing', () => {
  test('the fast pass ends where the recursion in complex numbers ends', () => {
    fc.assert(
      fc.property(values, anySeason, parameters, (y, season, p) => {
        const start = startOf(Float64Array.from(y), 4, season)
        const truth = slow(y, season === 'none' ? 0 : 4, season, p, structuredClone(start))
        const sse = passCes(Float64Array.from(y), start, season, p, 0, 1)
        expect(Math.abs(sse / truth.sse - 1)).toBeLessThan(1e-9)
        if (season !== 'simple') {
          expect(Math.abs(start.level - truth.level[0])).toBeLessThan(1e-9 * (1 + Math.sqrt(truth.sse)))
          expect(Math.abs(start.partner - truth.level[1])).toBeLessThan(1e-9 * (1 + Math.sqrt(truth.sse)))
        }
        start.places.forEach((value, place) => {
          const last = y.length - 1 - ((((y.length - 1 - place) % 4) + 4) % 4)
          expect(Math.abs(value - (truth.places.get(last)?.[0] ?? 0))).toBeLessThan(1e-9 * (1 + Math.sqrt(truth.sse)))
        })
      }),
      { seed },
    )
  })

  test('going back over a series is going forth over it reversed', () => {
    fc.assert(
      fc.property(values, parameters, (y, p) => {
        const none = { level: 5, partner: 4, places: new Float64Array(0), partners: new Float64Array(0) }
        const other = { ...none }
        const back = passCes(Float64Array.from(y), none, 'none', p, y.length - 1, -1)
        expect(passCes(Float64Array.from(y).reverse(), other, 'none', p, 0, 1)).toBe(back)
        expect(none).toEqual(other)
      }),
      { seed },
    )
  })

  test('what the search finds, no point near it beats by more than a hundredth', () => {
    fc.assert(
      fc.property(values, fc.constantFrom<CesSeason>('none', 'simple'), (y, season) => {
        const series = Float64Array.from(y)
        const found = searchCes(series, 4, season)
        const sse = (by0: number, by1: number): number => {
          const { alpha0, alpha1 } = found.parameters
          return passBackcast(series, startOf(series, 4, season), season, {
            ...found.parameters,
            alpha0: alpha0 - by0,
            alpha1: alpha1 - by1,
          })
        }
        const best = sse(0, 0)
        for (const by of [-0.002, 0.002]) {
          // Outside what is allowed there may be better.
          if (found.parameters.alpha1 > 1.09 || found.parameters.alpha0 > 1.79) return
          expect(sse(by, 0)).toBeGreaterThan(best * 0.99)
          expect(sse(0, by)).toBeGreaterThan(best * 0.99)
        }
      }),
      { seed, numRuns: 30 },
    )
  })

  test('an error does later what the variance says: simulated step by step', () => {
    fc.assert(
      fc.property(anySeason, parameters, (season, p) => {
        const growth = growthOfVariance(4, season, p, 9)
        let sum = 1
        for (let k = 1; k < 9; k++) {
          // The value k steps after an error of 1, everything else being nothing.
          const zero = startOf(new Float64Array(16), 4, season)
          const path = [1, ...new Array<number>(8).fill(0)]
          for (let i = 1; i <= k; i++) path[i] = valueNext(path.slice(0, i), structuredClone(zero), season, p)
          sum += (path[k] as number) ** 2
          expect(Math.abs((growth[k] ?? 0) / sum - 1)).toBeLessThan(1e-9)
        }
      }),
      { seed, numRuns: 40 },
    )
  })
})

function valueNext(before: number[], start: ReturnType<typeof startOf>, season: CesSeason, p: CesParameters): number {
  passCes(Float64Array.from(before), start, season, p, 0, 1)
  return predictCes(start, season, p, before.length, 1)[0] as number
}
