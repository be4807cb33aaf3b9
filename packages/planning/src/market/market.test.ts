// SPDX-License-Identifier: Apache-2.0
import { dayNumberOfParts, fromDayNumber, isDeclined, seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { market } from '../index.ts'
import { explainMarket, shiftsIn, unusualIn } from './course.ts'
import { regularOf } from './regular.ts'
import type { MarketSeries } from './types.ts'

const monthDay = (month: number) => dayNumberOfParts(2015 + Math.floor(month / 12), (month % 12) + 1, 1)
const months = (count: number, valueAt: (month: number) => number): MarketSeries => ({
  days: Array.from({ length: count }, (_, month) => monthDay(month)),
  values: Array.from({ length: count }, (_, month) => valueAt(month)),
  frequency: 'month',
})
const noise = (seed: number, size: number) => {
  const random = seededRandom(seed)
  return () => Math.exp(size * random.normal())
}

describe('what is said of a series', () => {
  const wobble = noise(3, 0.01)
  const prices = months(
    96,
    (month) => 100 * 1.01 ** month * (month >= 60 ? 1.5 : 1) * (month === 80 ? 1.6 : 1) * wobble(),
  )
  const outlook = market.marketOutlook(prices, 7)

  test('a step to another level is found, with its day and size', () => {
    expect(outlook.shifts.map(({ day }) => fromDayNumber(day))).toEqual(['2020-01-01'])
    expect(outlook.shifts[0]?.ratio).toBeGreaterThan(0.45)
    expect(outlook.shifts[0]?.ratio).toBeLessThan(0.7)
  })

  test('a single wild month is unusual and no step', () => {
    expect(outlook.unusual.map(({ day }) => fromDayNumber(day))).toEqual(['2021-09-01'])
  })

  test('the change against a year before is what the figures say', () => {
    const { values } = prices
    expect(outlook.yearChange?.ratio).toBeCloseTo((values[95] as number) / (values[83] as number) - 1, 12)
    expect(outlook.change?.ratio).toBeCloseTo((values[95] as number) / (values[94] as number) - 1, 12)
  })

  test('the parts of the change since a year before add up to it', () => {
    const { values } = prices
    const { changed } = outlook
    if (!changed) throw new Error('nothing changed')
    const whole = (values[95] as number) - (values[83] as number)
    expect(changed.after - changed.before).toBeCloseTo(whole, 9)
    expect(changed.parts.map(({ part }) => part)).toEqual(['level', 'trend', 'season', 'one-off', 'rest'])
    expect(changed.parts.reduce((sum, { size }) => sum + size, 0)).toBeCloseTo(whole, 9)
    expect(changed.parts.find(({ part }) => part === 'trend')?.ratio).toBeCloseTo(0.13, 1)
  })

  test('the trend is a share a year, with its strength and how sure it is', () => {
    expect(outlook.trend).toMatchObject({ direction: 'up', strength: 'moderate' })
    expect(outlook.trend?.ratio).toBeCloseTo(1.01 ** 12 - 1, 1)
    expect(outlook.trend?.sure).toBeGreaterThan(0.95)
  })

  test('what is expected follows the last month, and its bands nest', () => {
    if (isDeclined(outlook.next)) throw new Error('declined')
    expect(outlook.next.points.map(({ day }) => fromDayNumber(day)).slice(0, 2)).toEqual(['2023-01-01', '2023-02-01'])
    for (const { lo95, lo80, mean, hi80, hi95 } of outlook.next.points) {
      expect([lo95, lo80, mean, hi80, hi95].toSorted((a, b) => a - b)).toEqual([lo95, lo80, mean, hi80, hi95])
    }
  })

  test('the past is judged by what was foretold from before it', () => {
    expect(outlook.track?.judged).toBe(72)
    expect(outlook.track?.inside95).toBeGreaterThanOrEqual(outlook.track?.inside80 ?? 0)
  })

  test('every sentence is of the list, with the values it names', () => {
    expect(outlook.sentences.length).toBeGreaterThan(3)
    for (const { code, values } of outlook.sentences) {
      expect(Object.keys(values).sort(), code).toEqual(
        Object.keys(market.marketSentenceCodes[code] ?? { none: 0 }).sort(),
      )
    }
  })

  test('the same series and seed give the same result', () => {
    expect(market.marketOutlook(prices, 7)).toEqual(outlook)
  })
})

describe('refusals', () => {
  test('a short series has no forecast and no season, and says what is needed', () => {
    const { next, season, track } = market.marketOutlook(
      months(4, (month) => month + 1),
      1,
    )
    expect([next, season, track]).toMatchObject([
      { kind: 'declined', reason: 'history-too-short' },
      { kind: 'declined', reason: 'history-too-short', needed: 36 },
      null,
    ])
  })

  test('days that do not ascend and values that are none are refused', () => {
    expect(() => market.marketOutlook({ days: [2, 1], values: [1, 2], frequency: 'day' }, 1)).toThrow(
      'planning.market-invalid',
    )
    expect(() => market.marketOutlook({ days: [1], values: [Number.NaN], frequency: 'day' }, 1)).toThrow(
      'planning.market-invalid',
    )
  })

  test('zeros, negative values, constants and gaps give no NaN', () => {
    const value = fc.oneof(fc.constant(0), fc.double({ min: -1e9, max: 1e9, noNaN: true }), fc.constant(5))
    const frequency = fc.constantFrom('day', 'week', 'month', 'quarter', 'year' as const)
    const step = { day: 1, week: 7, month: 31, quarter: 92, year: 366 }
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 50 }),
        frequency,
        fc.array(fc.nat(3), { minLength: 50, maxLength: 50 }),
        (values, f, skips) => {
          let at = 10_000
          const days = values.map((_, i) => {
            at += step[f] * (1 + (skips[i] as number))
            return at
          })
          const said = JSON.stringify(market.marketOutlook({ days, values, frequency: f }, 1), (_, v) =>
            typeof v === 'number' && !Number.isFinite(v) ? 'NOT FINITE' : v,
          )
          expect(said).not.toContain('NOT FINITE')
        },
      ),
      { seed: 20_261_124, numRuns: 60 },
    )
  })
})

describe('seasons', () => {
  test('months that are high and low every year are named', () => {
    const wobble = noise(5, 0.004)
    const { season } = market.marketOutlook(
      months(84, (month) => 200 * 1.008 ** month * (month % 12 === 3 ? 1.1 : month % 12 === 9 ? 0.9 : 1) * wobble()),
      7,
    )
    if (isDeclined(season)) throw new Error('declined')
    expect([season.highMonths, season.lowMonths]).toEqual([[4], [10]])
    expect([season.shows, season.peak.month, season.trough.month]).toEqual([true, 4, 10])
    expect(season.months[3]).toBeCloseTo(1.1, 1)
    expect(season.strength).toBeGreaterThan(0.8)
  })

  test('of chance alone no month is named', () => {
    const wobble = noise(11, 0.03)
    const { season } = market.marketOutlook(
      months(120, () => 50 * wobble()),
      7,
    )
    if (isDeclined(season)) throw new Error('declined')
    expect([season.shows, season.highMonths, season.lowMonths]).toEqual([false, [], []])
  })
})

test('missing periods are unknown, not zero', () => {
  const full = months(30, (month) => month + 1)
  const holed = {
    ...full,
    days: full.days.filter((_, i) => i !== 10 && i !== 11),
    values: full.values.filter((_, i) => i !== 10 && i !== 11),
  }
  const { y, unknown, days } = regularOf(holed)
  expect([y.length, unknown]).toEqual([30, [10, 11]])
  expect(days).toEqual(full.days)
})

test('steps and wild months do not depend on the unit', () => {
  const wobble = noise(9, 0.02)
  const one = months(72, (month) => 10 * (month > 40 ? 1.4 : 1) * (month === 60 ? 2 : 1) * wobble())
  const other = { ...one, values: one.values.map((value) => value * 1000) }
  const seen = (series: MarketSeries) => {
    const explained = explainMarket(regularOf(series), 12)
    if (!explained) throw new Error('too little')
    return [...shiftsIn(explained), ...unusualIn(explained)].map(({ day }) => fromDayNumber(day))
  }
  expect(seen(one)).toEqual(['2018-06-01', '2020-01-01'])
  expect(seen(other)).toEqual(seen(one))
})

describe('comparing', () => {
  const rate = (currency: string, per: string, value: number): market.RateSeries => ({
    ...months(24, () => value),
    currency,
    per,
  })
  const rates = [rate('XTS', 'USD', 250), rate('USD', 'EUR', 1.25)]
  const price = months(12, () => 500)

  test('money is turned by a rate, by one turned round, and over a third currency', () => {
    const to = (from: string, currency: string) => market.inCurrency(price, from, currency, rates)
    expect(to('XTS', 'USD')).toMatchObject({ values: price.values.map(() => 2) })
    expect(to('USD', 'XTS')).toMatchObject({ values: price.values.map(() => 125_000) })
    const euro = to('XTS', 'EUR') as MarketSeries
    for (const value of euro.values) expect(value).toBeCloseTo(500 / 250 / 1.25, 9)
    expect(to('XTS', 'GBP')).toMatchObject({ kind: 'declined', reason: 'no-rate' })
    expect(market.currenciesFrom('XTS', rates)).toEqual(['EUR', 'USD', 'XTS'])
  })

  test('months without a rate are left out', () => {
    const turned = market.inCurrency(
      months(30, () => 500),
      'XTS',
      'USD',
      rates,
    ) as MarketSeries
    expect(turned.values).toHaveLength(24)
  })

  test('a price that rises as all prices do stands still in the money of one month', () => {
    const index = months(48, (month) => 100 * 1.01 ** month)
    const real = market.inMoneyOf(
      months(48, (month) => 30 * 1.01 ** month),
      index,
    )
    if ('kind' in real) throw new Error('declined')
    for (const value of real.values) expect(value).toBeCloseTo(30 * 1.01 ** 47, 6)
    expect(fromDayNumber(real.base)).toBe('2018-12-01')
  })

  test('series from 100 begin at 100 in the first month that all have', () => {
    const later = { ...months(12, (month) => 7 + month), days: months(24, () => 1).days.slice(12) }
    const hundred = market.fromHundred([months(24, (month) => 50 + month), later])
    if ('kind' in hundred) throw new Error('declined')
    expect(fromDayNumber(hundred.base)).toBe('2016-01-01')
    expect(hundred.series.map(({ values }) => values[0])).toEqual([100, 100])
    expect(market.fromHundred([price, { ...price, days: price.days.map((day) => day + 4000) }])).toMatchObject({
      reason: 'no-common-days',
    })
  })
})
