// SPDX-License-Identifier: Apache-2.0
import { plainDate, seededRandom, toDayNumber } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { aSeries } from '../a-books.testing.ts'
import { seasonOf, wholeMonths } from './season.ts'

const day = (text: string): number => toDayNumber(plainDate(text))

/** Sales every day between two days, by a rule of the month 1 to 12 and the day. */
function daily(from: string, to: string, net: (month: number, day: number) => number) {
  const rows: [number, number, number][] = []
  for (let at = day(from); at <= day(to); at++) {
    const month = new Date(at * 86_400_000).getUTCMonth() + 1
    rows.push([at, 1, net(month, at)])
  }
  return aSeries(rows)
}

function seasonBetween(from: string, to: string, net: (month: number, day: number) => number) {
  return seasonOf(daily(from, to, net), wholeMonths(day(from), day(to)), day(from))
}

describe('whole months', () => {
  test('leave out the ones that are cut', () => {
    const months = wholeMonths(day('2024-01-15'), day('2024-04-29'))
    expect(months.numbers).toEqual([2, 3])
    expect(months.starts).toEqual([day('2024-02-01'), day('2024-03-01'), day('2024-04-01')])
  })

  test('hold those that begin and end with the books', () => {
    expect(wholeMonths(day('2023-12-01'), day('2024-02-29')).numbers).toEqual([12, 1, 2])
    expect(wholeMonths(day('2024-01-02'), day('2024-01-31')).numbers).toEqual([])
  })
})

describe('a season', () => {
  test('of sales doubled each November is strong and peaks in November', () => {
    const season = seasonBetween('2021-01-01', '2023-12-31', (month) => (month === 11 ? 200 : 100))
    expect(season).toMatchObject({ kind: 'season', weak: false, peakMonths: [11] })
    expect(season.kind === 'season' && season.strength).toBeGreaterThan(0.95)
  })

  test('of steady growth is none', () => {
    const season = seasonBetween('2021-01-01', '2023-12-31', (_, at) => 100 + (at - day('2021-01-01')) / 10)
    expect(season).toMatchObject({ kind: 'season', peakMonths: [] })
  })

  test('of chance alone is about none on average', () => {
    let total = 0
    for (let seed = 1; seed <= 40; seed++) {
      const random = seededRandom(seed)
      const level = Array.from({ length: 40 }, () => Math.exp(0.3 * random.normal()))
      const season = seasonBetween('2021-01-01', '2023-12-31', (_, at) => {
        return 100 * (level[Math.floor((at - day('2021-01-01')) / 30.5)] ?? 1)
      })
      total += season.kind === 'season' ? season.strength / 40 : 0
    }
    expect(total).toBeLessThan(0.2)
  })

  test('of one year and a half is called weak', () => {
    const season = seasonBetween('2022-01-01', '2023-07-31', (month) => (month === 5 ? 300 : 100))
    expect(season).toMatchObject({ kind: 'season', weak: true, peakMonths: [5] })
  })

  test('is declined under thirteen months, in months', () => {
    expect(seasonBetween('2023-01-01', '2023-12-31', () => 1)).toEqual({
      kind: 'declined',
      reason: 'history-too-short',
      needed: 13,
      got: 12,
    })
  })

  test('of nothing but returns is declined', () => {
    expect(seasonBetween('2021-01-01', '2023-12-31', () => -5)).toEqual({ kind: 'declined', reason: 'nothing-sold' })
  })
})
