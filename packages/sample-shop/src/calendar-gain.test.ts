// SPDX-License-Identifier: Apache-2.0
import { plainDate, startOfWeek, toDayNumber } from '@resham/base'
import { type CalendarEvent, forecast } from '@resham/forecast'
import { holidayExposures, holidaysBetween } from '@resham/pack-kit'
import { pack } from '@resham/pack-pk'
import { describe, expect, test } from 'vitest'
import { generateSampleShop } from './index.ts'

const lastDay = plainDate('2026-11-20')
const holidays = holidaysBetween(pack, plainDate('2023-10-01'), plainDate('2026-12-31'))
const seeds = [1, 2, 3, 4, 5]
const shops = seeds.map((seed) => generateSampleShop({ seed, lastDay, holidays }))

/** Weeks ahead: three before the week of the feast, the feast's, three after. */
const h = 7

type Weeks = {
  readonly history: readonly number[]
  readonly truth: readonly number[]
  readonly events: readonly CalendarEvent[]
}

/** Units sold at home by week from Monday, cut three weeks before the week of the last feast of that name. */
function weeksAround(shop: (typeof shops)[number], feast: string): Weeks {
  const last = holidays.findLast((one) => one.id === feast && one.to <= lastDay)
  if (!last) throw new Error(`no ${feast}`)
  const first = startOfWeek(toDayNumber(shop.firstDay) + 6, 1)
  const t = (startOfWeek(toDayNumber(last.from), 1) - 21 - first) / 7
  const y = new Array<number>(t + h).fill(0)
  for (const line of shop.lines) {
    const week = Math.floor((toDayNumber(line.day) - first) / 7)
    if (line.channel === 'export' || line.status !== 'completed' || week < 0 || week >= t + h) continue
    y[week] = (y[week] ?? 0) + line.quantity
  }
  const edges = Array.from({ length: t + h + 1 }, (_, i) => first + 7 * i)
  return { history: y.slice(0, t), truth: y.slice(t), events: holidayExposures(holidays, edges) }
}

/** Mean absolute error, units a week. */
function errorOf({ history, truth }: Weeks, seasonLength: number, events: readonly CalendarEvent[]): number {
  const result = forecast(history, { h, seasonLength, level: [80], seed: 1, events })
  if (result.kind !== 'forecast') throw new Error(result.reason)
  return truth.reduce((sum, value, i) => sum + Math.abs(value - (result.mean[i] ?? Number.NaN)), 0) / h
}

/** The same events, a quarter of a year out of place. */
function misplaced(events: readonly CalendarEvent[]): CalendarEvent[] {
  return events.map(({ name, exposure }) => ({ name, exposure: [...exposure.slice(13), ...exposure.slice(0, 13)] }))
}

const total = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

describe('the calendar in a forecast of home sales', () => {
  // Before the second feast the history ends in the wake of the first: a calm forecast is misled by it less than a quick
  // one even without a calendar, so there is less to gain.
  test.each([
    ['eid-ul-fitr', 1, 0.5],
    ['eid-ul-fitr', 52, 0.5],
    ['eid-ul-adha', 1, 0.65],
    ['eid-ul-adha', 52, 0.65],
  ])(
    'around the last %s, whatever season is assumed (%i), it leaves at most %f of the error',
    (feast, seasonLength, share) => {
      const weeks = shops.map((shop) => weeksAround(shop, feast))
      const without = weeks.map((one) => errorOf(one, seasonLength, []))
      const withEvents = weeks.map((one) => errorOf(one, seasonLength, one.events))
      expect(total(withEvents)).toBeLessThan(share * total(without))
      // Not by luck of one shop. A yearly season repeats, once in five, what the feast did nearly a year ago.
      expect(withEvents.filter((error, i) => error < (without[i] ?? 0)).length).toBeGreaterThanOrEqual(4)
    },
  )

  test('repeating the weeks of last year is no substitute: the feast has moved', () => {
    const weeks = shops.map((shop) => weeksAround(shop, 'eid-ul-fitr'))
    const lastYear = weeks.map(({ history, truth }) =>
      total(truth.map((value, i) => Math.abs(value - (history[history.length - 52 + i] ?? 0)) / h)),
    )
    expect(total(weeks.map((one) => errorOf(one, 52, one.events)))).toBeLessThan(0.5 * total(lastYear))
  })

  test('a calendar a quarter out of place brings no such gain', () => {
    const weeks = shops.map((shop) => weeksAround(shop, 'eid-ul-fitr'))
    const without = total(weeks.map((one) => errorOf(one, 52, [])))
    expect(total(weeks.map((one) => errorOf(one, 52, misplaced(one.events))))).toBeGreaterThan(0.8 * without)
  })
})
