// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { everyDay, TODAY } from './a-books.testing.ts'
import { compared, stretches, totalsBetween } from './compare.ts'

describe('totals of a stretch', () => {
  test('two halves make the whole', () => {
    const series = everyDay(100, (daysAgo) => (daysAgo % 3) - 1)
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 110 }), fc.integer({ min: -5, max: 110 }), (a, b) => {
        const [from, middle] = [TODAY - 99 + Math.min(a, b), TODAY - 99 + Math.max(a, b)]
        const left = totalsBetween(series, from, middle)
        const right = totalsBetween(series, middle + 1, TODAY + 50)
        const whole = totalsBetween(series, from, TODAY + 50)
        expect(left.net + right.net).toBe(whole.net)
        expect(left.orders + right.orders).toBe(whole.orders)
      }),
      { seed: 3 },
    )
  })
})

describe('a stretch against an older one', () => {
  const { now, before, lastYear } = stretches(TODAY)

  test('weekdays of last year fall on weekdays of this', () => {
    expect((now.from - lastYear.from) % 7).toBe(0)
    expect(now.from - before.to).toBe(1)
    expect(now.to - now.from).toBe(29)
  })

  test('a fifth more is 0.2', () => {
    expect(compared(120, { ...before, net: 100 }, 0, TODAY)).toMatchObject({ kind: 'change', net: 100 })
    const change = compared(120, { ...before, net: 100 }, 0, TODAY)
    expect(change.kind === 'change' && change.ratio).toBeCloseTo(0.2)
  })

  test('is declined with the days needed when the books are too young', () => {
    expect(compared(1, { ...before, net: 1 }, TODAY - 58, TODAY)).toEqual({
      kind: 'declined',
      reason: 'history-too-short',
      needed: 60,
      got: 59,
    })
    expect(compared(1, { ...before, net: 1 }, TODAY - 59, TODAY).kind).toBe('change')
  })

  test('nothing before is nothing to compare, not growth without end', () => {
    expect(compared(5, { ...before, net: 0 }, 0, TODAY)).toEqual({ kind: 'declined', reason: 'nothing-to-compare' })
    expect(compared(5, { ...before, net: -3 }, 0, TODAY)).toMatchObject({ reason: 'nothing-to-compare' })
  })
})
