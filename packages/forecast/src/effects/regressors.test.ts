// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadTimeDemand } from '../demand/lead-time.ts'
import { forecast } from '../forecast.ts'
import type { CalendarEvent, Forecast, ForecastOptions } from '../types.ts'
import { leadsAndLags } from './leads-and-lags.ts'

const seed = 20_261_124
const WEEKS = 104
const h = 6

/** 1 in every ninth week or so, and in the second week ahead. */
const promotion = Array.from({ length: WEEKS + h }, (_, t) => (t % 9 === 4 || t === WEEKS + 1 ? 1 : 0))

function shop(perUnit: number, drawSeed: number, values = promotion): number[] {
  const random = seededRandom(drawSeed)
  return Array.from({ length: WEEKS }, (_, t) =>
    Math.round(200 * Math.exp(perUnit * (values[t] as number) + 0.1 * random.normal())),
  )
}

function forecastOf(y: readonly number[], options: Omit<ForecastOptions, 'h'> = {}): Forecast {
  const result = forecast(Object.freeze([...y]), { h, ...options })
  if (result.kind === 'declined') throw new Error(result.reason)
  return result
}

describe('columns', () => {
  test('the effect that made the series is found, within two of its errors or near', () => {
    for (const perUnit of [-0.6, 0, 0.4, 0.9]) {
      const [effect] = forecastOf(shop(perUnit, 3), { X: [{ name: 'promotion', values: promotion }] }).regressors
      expect(effect).toMatchObject({ name: 'promotion', status: 'estimated', kind: 'multiple' })
      expect(Math.abs((effect?.perUnit ?? 0) - perUnit)).toBeLessThan(0.12)
      expect(effect?.error).toBeGreaterThan(0)
    }
  })

  test('a promotion to come is forecast, without it missed; the weeks around are forecast no worse', () => {
    const y = shop(0.9, 4)
    const informed = forecastOf(y, { X: [{ name: 'promotion', values: promotion }] })
    const truth = (k: number) => 200 * Math.exp(0.9 * (promotion[WEEKS + k] as number))
    const miss = (said: Forecast) => said.mean.reduce((a, value, k) => a + Math.abs(value - truth(k)), 0)
    expect(miss(informed)).toBeLessThan(0.4 * miss(forecastOf(y)))
    expect(informed.mean[1]).toBeGreaterThan(1.9 * (informed.mean[2] as number))
    const need = leadTimeDemand(y, { periods: 3, X: [{ name: 'promotion', values: promotion }] })
    expect(need.kind === 'lead-time-demand' && need.mean).toBeCloseTo(
      informed.mean.slice(0, 3).reduce((a, b) => a + b, 0),
      6,
    )
  })

  test('the unit of a column does not matter, nor where its zero is', () => {
    fc.assert(
      fc.property(fc.constantFrom(0.001, 4, 1000), fc.integer({ min: -50, max: 50 }), (by, from) => {
        const y = shop(0.5, 5)
        const once = forecastOf(y, { X: [{ name: 'x', values: promotion }] })
        const other = forecastOf(y, { X: [{ name: 'x', values: promotion.map((value) => from + by * value) }] })
        other.mean.forEach((value, k) => {
          expect(value).toBeCloseTo(once.mean[k] as number, 4)
        })
        expect((other.regressors[0]?.perUnit ?? 0) * by).toBeCloseTo(once.regressors[0]?.perUnit ?? 0, 6)
      }),
      { seed, numRuns: 12 },
    )
  })

  test('a price that only drifts is not paid for the growth of the shop', () => {
    const random = seededRandom(6)
    const y = Array.from({ length: WEEKS }, (_, t) => (100 + 3 * t) * Math.exp(0.1 * random.normal()))
    const price = Array.from({ length: WEEKS + h }, (_, t) => 50 + t)
    const [effect] = forecastOf(y, { X: [{ name: 'price', values: price }] }).regressors
    // Taken at face value the logarithm would rise by 1.4 over the 104 weeks that the price rose.
    expect(Math.abs((effect?.perUnit ?? 0) * 104)).toBeLessThan(0.7)
  })

  test('a value ahead far outside those seen counts as half a range outside', () => {
    const y = shop(0.5, 7)
    const far = promotion.map((value, t) => (t === WEEKS ? 1000 : value))
    const near = promotion.map((value, t) => (t === WEEKS ? 1.5 : value))
    expect(forecastOf(y, { X: [{ name: 'x', values: far }] }).mean).toEqual(
      forecastOf(y, { X: [{ name: 'x', values: near }] }).mean,
    )
  })

  test('series with negative values get amounts', () => {
    const random = seededRandom(8)
    const y = Array.from({ length: WEEKS }, (_, t) => 10 * random.normal() + 60 * (promotion[t] as number))
    const result = forecastOf(y, { X: [{ name: 'x', values: promotion }] })
    expect(result.regressors[0]?.kind).toBe('amount')
    expect(Math.abs((result.regressors[0]?.perUnit ?? 0) - 60)).toBeLessThan(15)
    expect((result.mean[1] as number) - (result.mean[2] as number)).toBeGreaterThan(40)
  })

  test('a column that stands still, or a short history, changes nothing and says so', () => {
    const y = shop(0, 9)
    const still = forecastOf(y, { X: [{ name: 'x', values: new Array(WEEKS + h).fill(3) }] })
    expect(still.regressors[0]?.status).toBe('not-enough-history')
    expect(still.mean).toEqual(forecastOf(y).mean)
    const short = forecastOf(y.slice(0, 10), { X: [{ name: 'x', values: promotion.slice(0, 10 + h) }] })
    expect(short.regressors[0]?.status).toBe('not-enough-history')
    const zeros = forecastOf(new Array(30).fill(0), { X: [{ name: 'x', values: promotion.slice(0, 30 + h) }] })
    expect(zeros.mean.every((value) => value === 0)).toBe(true)
  })

  test('two columns that say the same share the effect, and the forecast stays', () => {
    const y = shop(0.8, 10)
    const one = forecastOf(y, { X: [{ name: 'a', values: promotion }] })
    const two = forecastOf(y, {
      X: [
        { name: 'a', values: promotion },
        { name: 'b', values: promotion },
      ],
    })
    expect(two.regressors[0]?.perUnit).toBeCloseTo(two.regressors[1]?.perUnit ?? 0, 6)
    expect(Math.abs((two.mean[1] as number) / (one.mean[1] as number) - 1)).toBeLessThan(0.05)
  })

  test('a column of the wrong length, with a hole, or one too many is an error', () => {
    const y = shop(0, 11)
    const bad = promotion.map((value, t) => (t === 7 ? Number.NaN : value))
    for (const values of [promotion.slice(1), bad]) {
      expect(() => forecast(y, { h, X: [{ name: 'x', values }] })).toThrow('forecast.column-invalid')
    }
    const many = Array.from({ length: 21 }, () => ({ name: 'x', values: promotion }))
    expect(() => forecast(y, { h, X: many })).toThrow('forecast.column-invalid')
  })
})

describe('what is known elsewhere', () => {
  const once: CalendarEvent = {
    name: 'Fair',
    exposure: Array.from({ length: WEEKS + h }, (_, t) => (t === 50 || t === WEEKS + 2 ? 1 : 0)),
  }
  const never: CalendarEvent = { ...once, exposure: once.exposure.map((share, t) => (t < WEEKS ? 0 : share)) }
  const often: CalendarEvent = { ...once, exposure: once.exposure.map((share, t) => (t % 10 === 0 ? 1 : share)) }
  const prior = { factor: 3, spread: 0.2 }

  test('an event never seen is forecast by its prior, and says so', () => {
    const y = shop(0, 12)
    const [effect] = forecastOf(y, { events: [{ ...never, prior }] }).events
    expect(effect).toMatchObject({ status: 'prior', occurrences: 0 })
    expect(effect?.factor).toBeCloseTo(3, 6)
    expect(Math.log((effect?.highFactor ?? 0) / (effect?.factor ?? 1))).toBeCloseTo(0.2, 2)
    const said = forecastOf(y, { events: [{ ...never, prior }] }).mean
    expect((said[2] as number) / (said[1] as number)).toBeCloseTo(3, 1)
  })

  test('one occurrence draws the prior towards itself; without a prior one is not enough', () => {
    const y = shop(0, 13)
    const [effect] = forecastOf(y, { events: [{ ...once, prior }] }).events
    expect(effect?.status).toBe('prior')
    expect(effect?.factor).toBeLessThan(2.2)
    expect(effect?.factor).toBeGreaterThan(0.9)
    expect(forecastOf(y, { events: [once] }).events[0]?.status).toBe('not-enough-history')
  })

  test('many occurrences outvote a prior, the more the wider it is', () => {
    const y = shop(0, 14)
    const factorWith = (spread: number) => {
      const [effect] = forecastOf(y, { events: [{ ...often, prior: { factor: 3, spread } }] }).events
      expect(effect?.status).toBe('estimated')
      return effect?.factor ?? 0
    }
    expect(factorWith(0.5)).toBeLessThan(factorWith(0.05))
    expect(Math.abs(factorWith(0.5) - 1)).toBeLessThan(0.1)
  })

  test('a prior that means nothing is an error', () => {
    const y = shop(0, 15)
    for (const bad of [
      { factor: 0, spread: 1 },
      { factor: 1, spread: 0 },
      { factor: Number.NaN, spread: 1 },
    ]) {
      expect(() => forecast(y, { h, events: [{ ...once, prior: bad }] })).toThrow('forecast.event-invalid')
    }
  })
})

describe('leads and lags', () => {
  test('stand beside the event, each under its own name', () => {
    const event = { name: 'Eid', exposure: [0, 0, 0.5, 1, 0, 0] }
    expect(leadsAndLags(event, { before: 1, after: 2 })).toEqual([
      event,
      { name: 'Eid:before-1', exposure: [0, 0.5, 0.5, 0, 0, 0] },
      { name: 'Eid:after-1', exposure: [0, 0, 0, 0, 1, 0] },
      { name: 'Eid:after-2', exposure: [0, 0, 0, 0, 0.5, 1] },
    ])
    expect(() => leadsAndLags(event, { before: -1, after: 0 })).toThrow('forecast.event-invalid')
  })

  test('show how far a rush reaches: the week before, not the one before that', () => {
    const exposure = Array.from({ length: WEEKS + h }, (_, t) => (t % 12 === 6 ? 1 : 0))
    const rush = exposure.map((_, t) => exposure[t + 1] ?? 0)
    const events = leadsAndLags({ name: 'Eid', exposure }, { before: 2, after: 1 })
    const found = forecastOf(shop(0.7, 16, rush), { events }).events
    const factor = (name: string) => found.find((effect) => effect.name === `Eid${name}`)?.factor ?? 0
    expect(Math.abs(factor(':before-1') - Math.exp(0.7))).toBeLessThan(0.25)
    for (const name of ['', ':before-2', ':after-1']) expect(Math.abs(factor(name) - 1)).toBeLessThan(0.12)
  })
})
