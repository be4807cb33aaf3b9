// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { holidays } from '../../../tools/fake-shop/outlook.ts'
import { bare, readers } from '../words.testing.ts'
import { calendarYear, monthsView } from './view.ts'

test('every holiday stands once, under the month in which it begins, in order', () => {
  const months = monthsView([...holidays].reverse(), readers.en)
  expect(months.flatMap((month) => month.holidays.map(({ name }) => name))).toHaveLength(holidays.length)
  expect(months.map(({ title }) => title)).toEqual([
    'February 2026',
    'March 2026',
    'May 2026',
    'June 2026',
    'August 2026',
    'November 2026',
    'December 2026',
  ])
})

test('a day that may move says about, a fixed one does not', () => {
  const all = monthsView(holidays, readers.en).flatMap((month) => month.holidays)
  expect(all.filter(({ when }) => bare(when).startsWith('about')).map(({ name }) => name)).toEqual([
    'Eid Milad-un-Nabi',
  ])
})

test('days of one month name it once', () => {
  const [first] = holidays
  if (!first) throw new Error('no holiday')
  const when = (from: string, to: string) =>
    bare(monthsView([{ ...first, estimated: false, from, to }], readers.en)[0]?.holidays[0]?.when ?? '')
  expect(when('2026-05-28', '2026-05-30')).toBe('28 to 30 May')
  expect(when('2026-02-19', '2026-03-20')).toBe('19 Feb to 20 Mar')
  expect(when('2026-05-28', '2026-05-28')).toBe('Thursday 28 May')
})

test('the year asked for is shown when it is one, else that of the books', () => {
  const now = new Date('2026-11-24T00:00:00Z')
  expect([
    calendarYear('2024', undefined, now),
    calendarYear('soon', '2011-08-31', now),
    calendarYear(null, undefined, now),
  ]).toEqual([2024, 2011, 2026])
})
