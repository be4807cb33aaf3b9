// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import { describe, expect, test } from 'vitest'
import { aSeries, everyDay, moved, someSettings, TODAY } from './a-books.testing.ts'
import { moneyAhead, outlookOfItem, WEEKS_AHEAD } from './outlook.ts'
import { demandQuantile, meanOver } from './replenish/distribution.ts'

const random = seededRandom(5)
const pieces = Array.from({ length: 300 }, () => random.integer(21))
const uneven = everyDay(300, (daysAgo) => pieces[daysAgo] as number, { price: 250 })

describe('the outlook of an item', () => {
  test('that sells about ten pieces a day is about ten pieces a day', () => {
    const { next, demand } = outlookOfItem(uneven, someSettings())
    if ('kind' in next || demand.kind === 'declined') throw new Error('300 days are enough')
    expect(next.mean).toHaveLength(WEEKS_AHEAD)
    expect(next.from).toBe(TODAY + 1)
    next.mean.forEach((value, week) => {
      expect(value).toBeGreaterThan(50)
      expect(value).toBeLessThan(90)
      expect(next.lo[week]).toBeLessThanOrEqual(value)
      expect(next.hi[week]).toBeGreaterThanOrEqual(value)
    })
    expect(demand).toMatchObject({ basis: 'forecast', price: 250 })
    expect(meanOver(demand, 28)).toBeGreaterThan(200)
    expect(meanOver(demand, 28)).toBeLessThan(360)
    expect(demandQuantile(demand, 28, 0.95)).toBeGreaterThan(meanOver(demand, 28))
  })

  test('never needs less for more days or more certainty, whatever the draws', () => {
    for (let step = 1; step <= 30; step++) {
      const { demand } = outlookOfItem(
        everyDay(400, (ago) => ((ago * 31) % (step + 3) === 0 ? 1 + (ago % step) : 0)),
        someSettings({ seed: step }),
      )
      if (demand.kind === 'declined') throw new Error('400 days are enough')
      demand.quantiles.forEach((row, i) => {
        expect(row).toEqual([...row].sort((a, b) => a - b))
        row.forEach((value, p) => {
          expect(value).toBeGreaterThanOrEqual(demand.quantiles[i - 1]?.[p] ?? 0)
        })
      })
    }
  })

  test('is plain data: it crosses to another thread and back unchanged', () => {
    const outlook = outlookOfItem(uneven, someSettings())
    expect(structuredClone(outlook)).toEqual(outlook)
    expect(JSON.parse(JSON.stringify(outlook))).toEqual(outlook)
  })

  test('does not change when all days are moved by whole weeks', () => {
    const here = outlookOfItem(uneven, someSettings())
    const there = outlookOfItem(moved(uneven, 7 * 31), someSettings({ today: TODAY + 7 * 31 }))
    expect(there.demand).toEqual(here.demand)
    expect({ ...there.next, from: 0 }).toEqual({ ...here.next, from: 0 })
  })

  test('is the same again with the same seed', () => {
    expect(outlookOfItem(uneven, someSettings())).toEqual(outlookOfItem(uneven, someSettings()))
  })

  test('knows a holiday that doubled sales in two years, and expects it again', () => {
    const feasts = [TODAY - 700, TODAY - 336, TODAY + 15]
    const holidays = feasts.map((from) => ({ name: 'feast', from, to: from + 6 }))
    const inFeast = (daysAgo: number) =>
      holidays.some(({ from, to }) => from <= TODAY - daysAgo && TODAY - daysAgo <= to)
    const series = everyDay(760, (daysAgo) => (pieces[daysAgo % 300] as number) * (inFeast(daysAgo) ? 4 : 1))
    const blind = outlookOfItem(series, someSettings()).next
    const told = outlookOfItem(series, someSettings({ holidays })).next
    if ('kind' in blind || 'kind' in told) throw new Error('two years are enough')
    // The feast falls into the third week ahead.
    expect(told.mean[2] as number).toBeGreaterThan(1.5 * (told.mean[0] as number))
    expect(blind.mean[2] as number).toBeLessThan(1.5 * (blind.mean[0] as number))
  })

  test('of too short a history, or with too few weeks that sell, is not moved by holidays', () => {
    // A year and a half is 78 weeks.
    const short = everyDay(77 * 7, (ago) => pieces[ago % 300] as number)
    const sparse = everyDay(110 * 7, (ago) => (ago % 21 === 0 ? 20 + (pieces[ago % 300] as number) : 0))
    const feasts = [TODAY - 700, TODAY - 336, TODAY + 15].map((from) => ({ name: 'feast', from, to: from + 6 }))
    const long = everyDay(110 * 7, (ago) => (pieces[ago % 300] as number) * (ago > 329 && ago < 337 ? 4 : 1))
    for (const [series, same] of [
      [short, true],
      [sparse, true],
      [long, false],
    ] as const) {
      const told = outlookOfItem(series, someSettings({ holidays: feasts }))
      const blind = outlookOfItem(series, someSettings())
      expect(JSON.stringify(told) === JSON.stringify(blind)).toBe(same)
    }
  })

  test('that hardly sells is an average, and no forecast is drawn', () => {
    const { next, demand } = outlookOfItem(
      everyDay(300, (ago) => (ago % 100 === 0 ? 3 : 0)),
      someSettings(),
    )
    expect(next).toMatchObject({ kind: 'declined', reason: 'too-few-sales' })
    expect(demand).toMatchObject({ kind: 'demand', basis: 'average' })
  })

  test('without any sale, or with sales only after today, says so', () => {
    for (const series of [aSeries([]), aSeries([[TODAY + 1, 1, 1]])]) {
      expect(outlookOfItem(series, someSettings())).toMatchObject({
        next: { kind: 'declined', reason: 'no-sales-yet' },
        demand: { kind: 'declined', reason: 'no-sales-yet' },
      })
    }
  })

  test('of one day, and of returns only, holds no number that is not one', () => {
    for (const series of [everyDay(1, 5), everyDay(200, -2)]) {
      const outlook = outlookOfItem(series, someSettings())
      expect(JSON.parse(JSON.stringify(outlook))).toEqual(outlook)
      expect(outlook.demand.kind).toBe('demand')
    }
  })
})

describe('money ahead', () => {
  test('of a steady business is what it always brought', () => {
    const next = moneyAhead(everyDay(300, 10, { price: 100 }), someSettings(), 6)
    if ('kind' in next) throw new Error('300 days are enough')
    for (const value of next.mean) expect(value).toBeCloseTo(7000, -1)
  })

  test('is declined under eight whole weeks', () => {
    expect(moneyAhead(everyDay(55, 10), someSettings(), 6)).toMatchObject({ kind: 'declined', needed: 8, got: 7 })
    expect(moneyAhead(aSeries([]), someSettings(), 6)).toMatchObject({ kind: 'declined' })
  })
})
