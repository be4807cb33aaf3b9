// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { everyDay, someSettings, TODAY } from './a-books.testing.ts'
import { holidayPriors } from './holiday-priors.ts'
import { outlookOfItem } from './outlook.ts'

/** A fair of a week that moves from year to year: 820, 470 and 90 days ago, and in two weeks. */
const starts = [820, 470, 90, -14].map((ago) => TODAY - ago)
const holidays = starts.map((from) => ({ name: 'fair', from, to: from + 6 }))
const settings = someSettings({ holidays })
const during = (ago: number) => starts.some((from) => TODAY - ago >= from && TODAY - ago <= from + 6)
const sold = (times: number) => (ago: number) => (during(ago) ? times : 1) * (10 + ((ago * 7) % 5))

const bats = everyDay(900, sold(3), { key: 'bat', category: 'cricket' })
const balls = everyDay(900, sold(1), { key: 'ball', category: 'football' })

describe('what holidays do to the goods of a shop', () => {
  test('is told by category, with the shop as a whole in between', () => {
    const { all, byCategory } = holidayPriors([bats, balls], settings)
    expect(Math.abs((byCategory.cricket?.fair?.factor ?? 0) - 3)).toBeLessThan(0.5)
    expect(Math.abs((byCategory.football?.fair?.factor ?? 0) - 1)).toBeLessThan(0.2)
    expect(all.fair?.factor).toBeGreaterThan(1.5)
    expect(all.fair?.factor).toBeLessThan(2.5)
    expect(all.fair?.spread).toBeGreaterThanOrEqual(0.3)
  })

  test('is lent to a new item of the category, and to one of none from the shop', () => {
    const informed = { ...settings, holidayPriors: holidayPriors([bats, balls], settings) }
    const weekOfFair = (category: string | null) => {
      const { next } = outlookOfItem(
        everyDay(80, (ago) => 10 + ((ago * 7) % 5), { category }),
        informed,
      )
      if ('kind' in next) throw new Error(next.reason)
      return (next.mean[2] as number) / (next.mean[6] as number)
    }
    expect(weekOfFair('cricket')).toBeGreaterThan(2)
    expect(Math.abs(weekOfFair('football') - 1)).toBeLessThan(0.3)
    expect(weekOfFair(null)).toBeGreaterThan(1.3)
    expect(weekOfFair(null)).toBeLessThan(weekOfFair('cricket'))
  })

  test('is nothing for a shop without holidays, without items, or younger than a year', () => {
    const none = { all: {}, byCategory: {} }
    expect(holidayPriors([bats], someSettings())).toEqual(none)
    expect(holidayPriors([], settings)).toEqual(none)
    expect(holidayPriors([everyDay(200, 5, { category: 'c' })], settings)).toEqual({ all: {}, byCategory: { c: {} } })
  })
})
