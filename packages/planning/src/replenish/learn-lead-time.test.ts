// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { learnLeadTime } from './learn-lead-time.ts'

test('the middle arrival says how long a supplier takes, and 8 of 10 fall within the band', () => {
  expect(learnLeadTime([12, 9, 30, 10, 11])).toEqual({ medianDays: 11, fromDays: 9, toDays: 23, receipts: 5 })
})

test('half a day late is late', () => {
  expect(learnLeadTime([7, 7, 8, 8])?.medianDays).toBe(8)
})

test('two arrivals say nothing yet', () => {
  expect(learnLeadTime([10, 12])).toBeUndefined()
})

test('what a supplier did long ago is forgotten', () => {
  const slow = Array.from({ length: 30 }, () => 40)
  const quick = Array.from({ length: 20 }, () => 5)
  expect(learnLeadTime([...slow, ...quick])).toEqual({ medianDays: 5, fromDays: 5, toDays: 5, receipts: 20 })
})

test('the median lies within the band, and the band within what was seen', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 3, maxLength: 20 }), (days) => {
      const learnt = learnLeadTime(days)
      expect(learnt?.fromDays).toBeGreaterThanOrEqual(Math.min(...days))
      expect(learnt?.toDays).toBeLessThanOrEqual(Math.max(...days))
      expect(learnt?.medianDays).toBeGreaterThanOrEqual(learnt?.fromDays ?? 0)
      expect(learnt?.medianDays).toBeLessThanOrEqual(learnt?.toDays ?? 0)
    }),
    { seed: 4, numRuns: 200 },
  )
})
