// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkHead, checkLine, type EntryHead, type UsualOfKind } from './index.ts'

const steady = {
  quantities: [10, 12, 8, 11, 10, 9, 12, 10, 14],
  prices: [440, 450, 455, 450, 460, 450, 445, 452, 450],
  cost: 300,
}
const codes = (line: { quantity: number; price: number | null }, usual = steady) =>
  checkLine(line, usual).map(({ code }) => code)

describe('a line', () => {
  test.each([
    [{ quantity: 10, price: 450 }, []],
    [{ quantity: 10, price: null }, []],
    [{ quantity: 10, price: 4500 }, ['price-decimal-slip']],
    [{ quantity: 10, price: 45 }, ['price-decimal-slip']],
    [{ quantity: 10, price: 1400 }, ['price-unusual']],
    [{ quantity: 10, price: 290 }, ['below-cost']],
    [{ quantity: 1000, price: 450 }, ['quantity-unusual']],
    [{ quantity: 1, price: 450 }, []],
    [{ quantity: 0, price: 450 }, ['quantity-not-positive']],
    [{ quantity: -3, price: -1 }, ['quantity-not-positive', 'price-negative']],
  ])('%j: %j', (line, expected) => expect(codes(line)).toEqual(expected))

  test('ten times the usual says so, with the usual', () => {
    expect(checkLine({ quantity: 10, price: 4500 }, steady)).toEqual([
      { code: 'price-decimal-slip', got: 4500, usual: 450, times: 10 },
    ])
  })
  test('a price that would be usual in another currency', () => {
    const money = { currency: 'XTS', rates: { XTS: 1, USD: 280 } }
    expect(checkLine({ quantity: 10, price: 1.6 }, steady, money)).toEqual([
      { code: 'currency-slip', currency: 'USD', usual: 450 },
    ])
  })
  test('two lines of history are no custom', () => {
    expect(checkLine({ quantity: 1, price: 9000 }, { quantities: [1, 1], prices: [10, 10], cost: null })).toEqual([])
  })
  test('one old slip does not make the next one usual', () => {
    expect(codes({ quantity: 10, price: 4500 }, { ...steady, prices: [...steady.prices, 4500] })).toEqual([
      'price-decimal-slip',
    ])
  })
  test('the unit in which prices are told changes nothing', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 1000, noNaN: true }),
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        (scale, price) => {
          const scaled = { ...steady, prices: steady.prices.map((one) => one * scale), cost: null }
          expect(codes({ quantity: 10, price: price * scale }, scaled as never)).toEqual(
            codes({ quantity: 10, price }, { ...steady, cost: null } as never),
          )
        },
      ),
      { seed: 11, numRuns: 200 },
    )
  })
})

describe('a head', () => {
  const head: EntryHead = {
    ...{
      today: plainDate('2026-11-25'),
      day: plainDate('2026-11-25'),
      currency: 'XTS',
      partyId: 'p',
      total: 100,
      content: 'a 1 100',
    },
  }
  const usual: UsualOfKind = {
    recent: [{ id: 'i1', day: plainDate('2026-11-24'), currency: 'XTS', total: 100, content: 'a 1 100' }],
    currencies: ['XTS'],
    rates: {},
  }
  const none: UsualOfKind = { recent: [], currencies: [], rates: {} }
  test('the same as yesterday', () =>
    expect(checkHead(head, usual)).toEqual([{ code: 'entered-before', id: 'i1', day: '2026-11-24' }]))
  test('another total is another paper', () => expect(checkHead({ ...head, total: 101 }, usual)).toEqual([]))
  test('last year written in January', () =>
    expect(checkHead({ ...head, today: plainDate('2027-01-10'), day: plainDate('2026-01-09') }, none)).toEqual([
      { code: 'year-slip', meant: '2027-01-09' },
    ]))
  test('far ahead, far back', () => {
    expect(checkHead({ ...head, day: plainDate('2027-06-01') }, none)).toEqual([{ code: 'day-far-ahead', days: 188 }])
    expect(checkHead({ ...head, day: plainDate('2026-05-01') }, none)).toEqual([{ code: 'day-far-back', days: 208 }])
  })
  test('a currency this party never used', () =>
    expect(checkHead({ ...head, currency: 'USD' }, { ...none, currencies: ['XTS'] })).toEqual([
      { code: 'currency-unusual', got: 'USD', usual: 'XTS' },
    ]))
})
