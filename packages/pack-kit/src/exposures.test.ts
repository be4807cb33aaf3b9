// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, plainDate, toDayNumber } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holidayExposures } from './exposures.ts'

const feast = { id: 'feast', from: plainDate('2024-04-10'), to: plainDate('2024-04-12'), leadDays: 10, lagDays: 2 }
const weeksFrom = (monday: string, weeks: number): number[] =>
  Array.from({ length: weeks + 1 }, (_, i) => toDayNumber(plainDate(monday)) + 7 * i)

describe('exposures', () => {
  test('a feast on Wednesday with ten days of lead, by weeks from Monday, worked by hand', () => {
    // Lead 31 March to 9 April: early 31 March to 2 April, near 3 to 9 April. After: 13 and 14 April.
    expect(holidayExposures([feast], weeksFrom('2024-03-25', 4))).toEqual([
      { name: 'feast', exposure: [0, 0, 3 / 7, 0] },
      { name: 'feast:after', exposure: [0, 0, 2 / 7, 0] },
      { name: 'feast:early', exposure: [1 / 7, 2 / 7, 0, 0] },
      { name: 'feast:near', exposure: [0, 5 / 7, 2 / 7, 0] },
    ])
  })

  test('the days of a window are all counted, whatever the periods', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.nat(30),
        fc.nat(30),
        fc.array(fc.integer({ min: 1, max: 31 }), { minLength: 1, maxLength: 60 }),
        (start, days, leadDays, lagDays, lengths) => {
          const holiday = {
            id: 'x',
            from: fromDayNumber(start),
            to: fromDayNumber(start + days - 1),
            leadDays,
            lagDays,
          }
          // Periods that reach over the whole span, in pieces of any length.
          const edges = [start - 31]
          for (let i = 0; (edges.at(-1) ?? 0) <= start + 80; i += 1)
            edges.push((edges.at(-1) ?? 0) + (lengths[i % lengths.length] ?? 1))
          const counted = holidayExposures([holiday], edges).map(({ exposure }) =>
            exposure.reduce((sum, share, i) => sum + share * ((edges[i + 1] ?? 0) - (edges[i] ?? 0)), 0),
          )
          expect(counted.reduce((a, b) => a + b, 0)).toBeCloseTo(days + leadDays + lagDays, 6)
        },
      ),
    )
  })

  test('two falls of one holiday share one series; a holiday outside every period has none', () => {
    const again = { ...feast, from: plainDate('2025-03-31'), to: plainDate('2025-04-02') }
    const [days] = holidayExposures([feast, again], weeksFrom('2024-01-01', 80))
    expect(days?.exposure.filter((share) => share > 0)).toEqual([3 / 7, 3 / 7])
    expect(holidayExposures([feast], weeksFrom('2025-01-06', 4))).toEqual([])
  })

  test('edges that do not rise are refused', () => {
    for (const edges of [[], [1], [1, 1], [2, 1], [0, 1.5]]) {
      expect(() => holidayExposures([feast], edges)).toThrow('pack.edges-invalid')
    }
  })
})
