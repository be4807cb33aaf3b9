// SPDX-License-Identifier: Apache-2.0
import { addDays, plainDate } from '@resham/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageing, ageOn, statementOf } from '../index.ts'

const today = plainDate('2026-11-25')

test.each([
  [1, 'not-due'],
  [0, '0-30'],
  [-30, '0-30'],
  [-31, '31-60'],
  [-60, '31-60'],
  [-61, '61-90'],
  [-90, '61-90'],
  [-91, 'over-90'],
] as const)('due in %i days is %s', (days, age) => {
  expect(ageOn(addDays(today, days), today)).toBe(age)
})

test('every paisa that is open stands in exactly one step', () => {
  const open = fc.array(fc.record({ days: fc.integer({ min: -400, max: 60 }), openMinor: fc.bigInt(-9_999n, 9_999n) }))
  fc.assert(
    fc.property(open, (some) => {
      const { byAge, totalMinor } = ageing(
        some.map(({ days, openMinor }) => ({ due: addDays(today, days), openMinor })),
        today,
      )
      expect(Object.values(byAge).reduce((so, minor) => so + minor, 0n)).toBe(totalMinor)
      expect(some.reduce((so, { openMinor }) => so + openMinor, 0n)).toBe(totalMinor)
    }),
    { seed: 4, numRuns: 100 },
  )
})

test('a statement: what was owed, what came, what is owed', () => {
  const move = (day: string, sequence: number, minor: bigint) => ({ day: plainDate(day), sequence, minor })
  const statement = statementOf(
    [
      move('2026-11-10', 4, -50_000n),
      move('2026-10-31', 1, 120_000n),
      move('2026-11-10', 3, 30_000n),
      move('2026-12-01', 5, 99n),
      move('2026-11-01', 2, 10_000n),
    ],
    plainDate('2026-11-01'),
    plainDate('2026-11-30'),
  )
  expect(statement.openingMinor).toBe(120_000n)
  expect(statement.rows.map(({ move: { sequence }, balanceMinor }) => [sequence, balanceMinor])).toEqual([
    [2, 130_000n],
    [3, 160_000n],
    [4, 110_000n],
  ])
  expect(statement.closingMinor).toBe(110_000n)
})
