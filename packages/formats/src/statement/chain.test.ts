// SPDX-License-Identifier: Apache-2.0
import { addDays, plainDate } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gapsBetween, type Stretch } from './chain.ts'

const stretch = (
  firstDay: string,
  lastDay: string,
  opening: bigint | null,
  closing: bigint | null,
  sharesWith: readonly string[] = [],
) =>
  ({
    id: `${firstDay} ${lastDay}`,
    firstDay: plainDate(firstDay),
    lastDay: plainDate(lastDay),
    openingMinor: opening,
    closingMinor: closing,
    sharesWith,
  }) satisfies Stretch

describe('statements one after another', () => {
  test('a missing month is named with its days and its money', () => {
    const january = stretch('2026-01-01', '2026-01-31', 0n, 500n)
    const march = stretch('2026-03-01', '2026-03-31', 350n, 900n)
    expect(gapsBetween([march, january])).toEqual([
      { after: '2026-01-31', before: '2026-03-01', closingMinor: 500n, openingMinor: 350n, amountMinor: -150n },
    ])
    expect(gapsBetween([march, stretch('2026-02-01', '2026-02-28', 500n, 350n), january])).toEqual([])
  })

  test('files that overlap join, also when both end on one day', () => {
    const noon = stretch('2026-01-05', '2026-01-10', 40n, 70n, ['2026-01-01 2026-01-10'])
    const night = stretch('2026-01-01', '2026-01-10', 0n, 90n)
    const after = (opening: bigint) => stretch('2026-01-11', '2026-01-12', opening, 10n)
    expect(gapsBetween([noon, night, after(90n)])).toEqual([])
    expect(gapsBetween([noon, night, after(91n)])).toHaveLength(1)
  })

  test('a history cut anywhere has no gap; with one piece taken out it has one', () => {
    const pieces = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.bigInt({ min: 1n, max: 999n })), {
      minLength: 3,
      maxLength: 12,
    })
    fc.assert(
      fc.property(pieces, fc.nat(), fc.nat(), (list, out, turn) => {
        let day = plainDate('2026-01-01')
        let balance = 0n
        const all = list.map(([days, amount]) => {
          const last = addDays(day, days)
          const one = {
            firstDay: day,
            lastDay: last,
            openingMinor: balance,
            closingMinor: balance + amount,
            id: `${day} ${balance}`,
            sharesWith: [],
          }
          // Pieces may meet on one day.
          day = days % 2 === 0 ? last : addDays(last, 1)
          balance += amount
          return one
        })
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)]
        expect(gapsBetween(turned)).toEqual([])
        const missing = 1 + (out % (all.length - 2))
        const gaps = gapsBetween(turned.filter((one) => one !== all[missing]))
        expect(gaps.map((gap) => gap.amountMinor)).toEqual([list[missing]?.[1]])
      }),
    )
  })

  test('a stretch without balances joins anything', () => {
    const blank = stretch('2026-02-01', '2026-02-28', null, null)
    expect(gapsBetween([stretch('2026-01-01', '2026-01-31', 0n, 5n), blank])).toEqual([])
    expect(gapsBetween([])).toEqual([])
  })
})
