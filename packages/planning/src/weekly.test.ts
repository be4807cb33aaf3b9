// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayShares, weekly, weekStart, weeksSince } from './weekly.ts'

const anyDays = fc
  .uniqueArray(fc.integer({ min: 0, max: 200 }), { maxLength: 60 })
  .map((days) => days.sort((a, b) => a - b))

describe('weeks that end on today', () => {
  test('hold the same as a slow twin that asks every day', () => {
    fc.assert(
      fc.property(anyDays, fc.integer({ min: 0, max: 220 }), fc.integer({ min: 0, max: 20 }), (days, today, weeks) => {
        const values = days.map((day) => day + 1)
        const twin = Array.from({ length: weeks }, (_, week) => {
          const from = weekStart(today, weeks - 1 - week)
          return days.reduce((sum, day, i) => (day >= from && day <= from + 6 ? sum + (values[i] as number) : sum), 0)
        })
        expect(weekly(days, values, today, weeks)).toEqual(twin)
      }),
      { seed: 1 },
    )
  })

  test('reach back to the one that holds the first day', () => {
    expect(weeksSince(10, 10)).toBe(1)
    expect(weeksSince(4, 10)).toBe(1)
    expect(weeksSince(3, 10)).toBe(2)
    expect(weeksSince(11, 10)).toBe(0)
  })
})

describe('shares of weeks within a holiday', () => {
  test('three days of two weeks', () => {
    expect(holidayShares([{ name: 'feast', from: 6, to: 8 }], 0, 3)).toEqual([
      { name: 'feast', exposure: [1 / 7, 2 / 7, 0] },
    ])
  })

  test('years of one name share a series; a window outside all weeks is left out', () => {
    const shares = holidayShares(
      [
        { name: 'b', from: 100, to: 101 },
        { name: 'a', from: 0, to: 6 },
        { name: 'a', from: 14, to: 14 },
      ],
      0,
      3,
    )
    expect(shares).toHaveLength(1)
    expect(shares[0]?.exposure[0]).toBeCloseTo(1)
    expect(shares[0]?.exposure[2]).toBeCloseTo(1 / 7)
  })

  test('stay between 0 and 1 however windows overlap', () => {
    const anyWindow = fc
      .record({ from: fc.integer({ min: -20, max: 60 }), length: fc.integer({ min: 0, max: 30 }) })
      .map(({ from, length }) => ({ name: 'x', from, to: from + length }))
    fc.assert(
      fc.property(fc.array(anyWindow, { maxLength: 8 }), (windows) => {
        for (const { exposure } of holidayShares(windows, 0, 6)) {
          expect(exposure.every((share) => share >= 0 && share <= 1)).toBe(true)
        }
      }),
      { seed: 2 },
    )
  })
})
