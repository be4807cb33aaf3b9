// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { forecast } from '../forecast.ts'
import type { CalendarEvent } from '../types.ts'

const seed = 20_261_124
const WEEKS = 156
const AHEAD = 12

/** A festival of three weeks that comes about eleven days earlier each year, as the Hijri calendar's do. */
function festival(name = 'Festival'): CalendarEvent {
  const exposure = new Array<number>(WEEKS + AHEAD).fill(0)
  for (const start of [20, 70.5, 121, 157]) {
    for (let week = 0; week < exposure.length; week++) {
      exposure[week] = (exposure[week] ?? 0) + Math.max(0, Math.min(week + 1, start + 3) - Math.max(week, start))
    }
  }
  return { name, exposure }
}

/** Three years of weeks around 200, doubled (or what is asked) by the festival. */
function shop(factor: number, drawSeed: number): number[] {
  const random = seededRandom(drawSeed)
  const { exposure } = festival()
  return Array.from({ length: WEEKS }, (_, t) =>
    Math.round(200 * factor ** (exposure[t] ?? 0) * Math.exp(0.15 * random.normal())),
  )
}

function forecastOf(y: readonly number[], events: readonly CalendarEvent[]) {
  const result = forecast(y, { h: AHEAD, events })
  if (result.kind === 'declined') throw new Error('declined')
  return result
}

describe('calendar effects', () => {
  test('the multiple that made the series is found, within its stated range or near', () => {
    for (const factor of [0.5, 1, 1.5, 2.5]) {
      const effect = forecastOf(shop(factor, 5), [festival()]).events[0]
      expect(effect?.status).toBe('estimated')
      expect(effect?.occurrences).toBe(3)
      expect(Math.abs((effect?.factor ?? 0) / factor - 1)).toBeLessThan(0.12)
      expect(effect?.lowFactor).toBeLessThan(effect?.factor ?? 0)
      expect(effect?.highFactor).toBeGreaterThan(effect?.factor ?? 0)
    }
  })

  test('with the event the coming festival is forecast, without it it is missed', () => {
    const y = shop(2.5, 6)
    const informed = forecastOf(y, [festival()])
    const blind = forecastOf(y, [])
    const { exposure } = festival()
    let informedError = 0
    let blindError = 0
    for (let k = 0; k < AHEAD; k++) {
      const truth = 200 * 2.5 ** (exposure[WEEKS + k] ?? 0)
      informedError += Math.abs(truth - (informed.mean[k] ?? 0)) / AHEAD
      blindError += Math.abs(truth - (blind.mean[k] ?? 0)) / AHEAD
    }
    expect(informedError).toBeLessThan(0.4 * blindError)
  })

  test('an event seen once says so, and changes nothing', () => {
    const once = {
      name: 'Opening',
      exposure: Array.from({ length: WEEKS + AHEAD }, (_, t) => (t === 50 || t === 160 ? 1 : 0)),
    }
    const y = shop(1, 7)
    const result = forecastOf(y, [once])
    expect(result.events).toEqual([
      { name: 'Opening', status: 'not-enough-history', occurrences: 1, factor: 1, lowFactor: 1, highFactor: 1 },
    ])
    expect(result.mean).toEqual(forecastOf(y, []).mean)
  })

  test('two occurrences in one season are one season of evidence', () => {
    const twice = {
      name: 'Sale',
      exposure: Array.from({ length: WEEKS + AHEAD }, (_, t) => (t === 50 || t === 55 ? 1 : 0)),
    }
    const result = forecast(shop(1, 8), { h: AHEAD, seasonLength: 52, events: [twice] })
    expect(result.kind === 'forecast' && result.events[0]?.status).toBe('not-enough-history')
  })

  test('the multiple does not depend on the unit, and the order of events does not matter', () => {
    const other = { name: 'Cold', exposure: Array.from({ length: WEEKS + AHEAD }, (_, t) => (t % 52 < 4 ? 0.5 : 0)) }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), (drawSeed) => {
        const y = shop(1.8, drawSeed)
        const [a, b] = forecastOf(y, [festival(), other]).events
        const [d, c] = forecastOf(
          y.map((value) => 1024 * value),
          [other, festival()],
        ).events
        expect(c?.factor).toBeCloseTo(a?.factor ?? 0, 6)
        expect(d?.factor).toBeCloseTo(b?.factor ?? 0, 6)
      }),
      { seed, numRuns: 20 },
    )
  })

  test('a history of zeros has no effects to find', () => {
    const result = forecastOf(new Array(WEEKS).fill(0), [festival()])
    expect(result.events[0]?.status).toBe('not-enough-history')
    expect(result.mean.every((value) => value === 0)).toBe(true)
  })
})
