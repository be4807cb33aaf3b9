// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AskedSeries, answerSeries } from './answer.ts'
import { kindsOf, searchWordsOf } from './searching.ts'
import { askCodes } from './types.ts'

const month = (n: number) => Math.round(Date.UTC(2024, n, 1) / 86_400_000)
const series: AskedSeries = {
  days: Array.from({ length: 24 }, (_, i) => month(i)),
  values: Array.from({ length: 24 }, (_, i) => 100 + i),
  next: [24, 25, 26].map((n) => ({ day: month(n), mean: 124, lo80: 110, hi80: 140 })),
}
const of2024 = { from: month(0), to: month(12) - 1 }
const codes = (...args: Parameters<typeof answerSeries>) => answerSeries(...args).map(({ code }) => code)

describe('what is said', () => {
  test('now: the last value, and against a year before', () => {
    expect(answerSeries('now', series, null)).toEqual([
      { code: 'now', values: { value: 123, day: month(23) } },
      { code: 'year-up', values: { ratio: 123 / 111 - 1 } },
    ])
  })

  test('past: first to last of the window, and its range', () => {
    expect(answerSeries('past', series, of2024)).toEqual([
      { code: 'past-up', values: { first: 100, last: 111, from: month(0), to: month(11), ratio: 111 / 100 - 1 } },
      { code: 'range', values: { low: 100, lowDay: month(0), high: 111, highDay: month(11) } },
    ])
    expect(codes('past', series, { from: month(3), to: month(3) })).toEqual(['one'])
    expect(codes('past', series, { from: 0, to: 10 })).toEqual(['no-values'])
  })

  test('ahead: the period asked for with its band, and what is too far off', () => {
    expect(answerSeries('ahead', series, { from: month(25), to: month(26) - 1 })[0]).toEqual({
      code: 'ahead',
      values: { mean: 124, low: 110, high: 140, day: month(25) },
    })
    expect(codes('ahead', series, { from: month(40), to: month(41) })).toEqual(['ahead', 'ahead-up', 'too-far'])
    expect(codes('ahead', { ...series, next: [] }, null)).toEqual(['no-forecast'])
  })

  test('highest and lowest of the window', () => {
    expect(answerSeries('lowest', series, of2024)[0]?.values).toMatchObject({ value: 100, day: month(0) })
    expect(answerSeries('highest', series, null)[0]?.values).toMatchObject({ value: 123 })
  })

  test('why: by how much, and that figures do not tell why', () => {
    expect(codes('why', series, null)).toEqual(['past-up', 'why'])
  })
})

test('nothing that is said is not a number, and every code is known', () => {
  const points = fc.array(fc.double({ min: -1e9, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 30 })
  const asks = fc.constantFrom('now', 'past', 'ahead', 'why', 'season', 'highest', 'lowest' as const)
  fc.assert(
    fc.property(points, asks, fc.integer({ min: 0, max: 40 }), (values, ask, from) => {
      const some = { ...series, days: values.map((_, i) => month(i)), values }
      for (const { code, values: said } of answerSeries(ask, some, { from: month(from), to: month(from + 6) })) {
        expect(askCodes).toContain(code)
        for (const value of Object.values(said)) expect(Number.isFinite(value)).toBe(true)
      }
    }),
    { seed: 13 },
  )
})

test('money is looked for among rates, a price level among indexes, goods among prices first', () => {
  expect([kindsOf('dollar', 'price'), kindsOf('inflation', null), kindsOf('rice', null)[0]]).toEqual([
    ['rate'],
    ['index'],
    'price',
  ])
  expect(searchWordsOf('dollar')).toContain('usd')
  expect(searchWordsOf('rice')).toEqual(['rice'])
})
