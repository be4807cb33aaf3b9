// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leadTimeDemand } from '../demand/lead-time.ts'
import { forecast } from '../forecast.ts'
import { rankByCost } from './stock-cost.ts'

const seed = 20_261_124
const stock = { leadTime: 0, short: 10, hold: 1 }
const demands = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 6, maxLength: 24 })

describe('the choice by cost', () => {
  test('by hand: who knows the demand pays nothing; who says the mean carries a safety stock', () => {
    // Errors of the mean 5: -5, 5, -5, 5, ...; the safety that 10 to 1 asks for is 5, so the target is 10 each week.
    // Opening shelf 5. Week 1 asks 0: 10 left. Week 2 asks 10: 0 left. And so on: 10 kept every other week.
    const demand = [0, 10, 0, 10, 0, 10, 0, 10]
    const ranked = rankByCost(
      demand,
      [
        { name: 'mean', said: demand.map(() => 5) },
        { name: 'seer', said: demand },
      ],
      stock,
    )
    expect(ranked.map(({ name }) => name)).toEqual(['seer', 'mean'])
    expect(ranked[1]?.cost).toBeCloseTo(5, 12)
    // The seer opens with five too many, kept for the first week.
    expect(ranked[0]?.cost).toBeCloseTo(5 / 8, 12)
  })

  test('costs grow with the prices and fall with nobody: doubled costs double, equal candidates tie in order', () => {
    fc.assert(
      fc.property(demands, fc.nat({ max: 2 }), (demand, leadTime) => {
        const said = demand.flatMap(() => new Array<number>(leadTime + 1).fill(9))
        const candidates = [
          { name: 'first', said },
          { name: 'second', said },
        ]
        const once = rankByCost(demand, candidates, { leadTime, short: 4, hold: 1 })
        const twice = rankByCost(demand, candidates, { leadTime, short: 8, hold: 2 })
        expect(once.map(({ name }) => name)).toEqual(once.length > 0 ? ['first', 'second'] : [])
        once.forEach(({ cost }, i) => {
          expect(twice[i]?.cost).toBeCloseTo(2 * cost, 9)
        })
      }),
      { seed },
    )
  })

  test('too short a past ranks nobody; rows of the wrong length are an error', () => {
    expect(rankByCost([1, 2, 3], [{ name: 'a', said: [1, 1, 1, 1, 1, 1] }], { ...stock, leadTime: 1 })).toEqual([])
    expect(() => rankByCost([1, 2, 3], [{ name: 'a', said: [1] }], stock)).toThrow('forecast.lengths-differ')
  })

  test('through the front door the winner is the cheapest unless the favourite is about as cheap', () => {
    const random = seededRandom(3)
    const y = Array.from({ length: 80 }, () => (random.next() < 0.25 ? 20 + random.integer(60) : 0))
    const result = forecast(y, { h: 4, choose: 'cost', stock: { leadTime: 2, short: 20, hold: 1 } })
    if (result.kind === 'declined') throw new Error(result.reason)
    const costs = result.backtest.scores.map(({ cost }) => cost ?? Number.NaN)
    for (const cost of costs) expect(cost).toBeGreaterThan(0)
    const favourite = result.backtest.scores.find(({ model }) => model === 'demand-combination')
    const others = result.backtest.scores.filter(({ model }) => model !== 'demand-combination')
    for (const { score, cost } of others) expect(score).toBe(cost)
    expect(favourite?.score).toBeLessThan(favourite?.cost ?? 0)
    expect(
      leadTimeDemand(y, { periods: 3, choose: 'cost', stock: { leadTime: 2, short: 20, hold: 1 } }),
    ).toHaveProperty('model', result.model)
  })

  test('a past too short to play is chosen by error, and says so', () => {
    const y = Array.from({ length: 12 }, (_, t) => 10 + (t % 3))
    const result = forecast(y, { h: 2, choose: 'cost', stock: { leadTime: 30, short: 20, hold: 1 } })
    expect(result.kind === 'forecast' && result.backtest.scores.every(({ cost }) => cost === null)).toBe(true)
  })

  test('costs that mean nothing are an error', () => {
    const y = [1, 2, 3, 4, 5, 6, 7, 8]
    for (const bad of [
      undefined,
      { ...stock, short: 0 },
      { ...stock, hold: Number.NaN },
      { ...stock, leadTime: 0.5 },
    ]) {
      expect(() => forecast(y, { h: 1, choose: 'cost', ...(bad ? { stock: bad } : {}) })).toThrow(
        'forecast.stock-invalid',
      )
    }
  })
})
