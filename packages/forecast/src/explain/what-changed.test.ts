// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explain } from './explain.ts'
import { strengthOf } from './strength.ts'
import type { ExplainOptions, Explanation } from './types.ts'
import { type Change, type Window, whatChanged } from './what-changed.ts'

const seed = 20_261_124

function explained(y: readonly number[], options: ExplainOptions = {}): Explanation {
  const result = explain(y, options)
  if (result.kind === 'declined') throw new Error(result.reason)
  return result
}

function changed(explanation: Explanation, before: Window, after: Window): Change {
  const result = whatChanged(explanation, { before, after })
  if (result.kind === 'declined') throw new Error(result.reason)
  return result
}

describe('what changed', () => {
  test('the parts add up to the whole, in any two windows', () => {
    const values = fc.array(fc.double({ min: -100, max: 900, noNaN: true }), { minLength: 24, maxLength: 60 })
    const window = fc.tuple(fc.nat({ max: 23 }), fc.nat({ max: 23 }))
    fc.assert(
      fc.property(values, window, window, (y, [a, b], [c, d]) => {
        const before = { from: Math.min(a, b), to: Math.max(a, b) }
        const after = { from: Math.min(c, d), to: Math.max(c, d) }
        const { whole, parts, before: was, after: is } = changed(explained(y, { seasonLength: 4 }), before, after)
        const total = Object.values(parts).reduce((sum, { size }) => sum + size, 0)
        expect(total).toBeCloseTo(whole.size, 6)
        expect(is - was).toBeCloseTo(whole.size, 6)
      }),
      { seed },
    )
  })

  test('a year of 60 more in steps, season and one great order each have their share', () => {
    const random = seededRandom(8)
    const season = (t: number) => (t % 12 === 10 || t % 12 === 11 ? 100 : -20)
    const y = Array.from({ length: 72 }, (_, t) => 300 + season(t) + (t >= 60 ? 60 : 0) + 4 * random.normal())
    y[65] = (y[65] as number) + 600
    const explanation = explained(y, { seasonLength: 12 })
    // The last year against the one before: the seasons cancel, the step is 60, the order 600 over twelve months.
    const year = changed(explanation, { from: 48, to: 59 }, { from: 60, to: 71 })
    expect(Math.abs(year.parts.level.size + year.parts.trend.size - 60)).toBeLessThan(12)
    expect(Math.abs(year.parts.oneOff.size - 50)).toBeLessThan(5)
    expect(Math.abs(year.parts.season.size)).toBeLessThan(5)
    expect(year.order[0]).toBe('level')
    expect(year.beyondChance).toBe(true)
    expect(year.parts.level.strength).toBe('strong')
    // November and December against the two months before: the season alone.
    const winter = changed(explanation, { from: 56, to: 57 }, { from: 58, to: 59 })
    expect(Math.abs(winter.parts.season.size - 120)).toBeLessThan(15)
    expect(winter.order[0]).toBe('season')
  })

  test('nothing but noise is within chance, and has no word', () => {
    const random = seededRandom(3)
    const y = Array.from({ length: 60 }, () => 500 + 2 * random.normal())
    const { whole, beyondChance } = changed(explained(y), { from: 30, to: 44 }, { from: 45, to: 59 })
    expect(whole.strength).toBe('none')
    expect(beyondChance).toBe(false)
  })

  test('with less than two seasons it says that the season cannot be told', () => {
    const y = Array.from({ length: 20 }, (_, t) => 100 + (t % 5))
    expect(changed(explained(y, { seasonLength: 12 }), { from: 0, to: 3 }, { from: 4, to: 7 }).cannotTell).toEqual([
      'season',
    ])
    expect(changed(explained(y), { from: 0, to: 3 }, { from: 4, to: 7 }).cannotTell).toEqual([])
  })

  test('a window without a known period is declined; one outside the history is an error', () => {
    const explanation = explained([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], { unknown: [0, 1] })
    expect(whatChanged(explanation, { before: { from: 0, to: 1 }, after: { from: 4, to: 5 } })).toEqual({
      kind: 'declined',
      reason: 'window-not-known',
      needed: 1,
      got: 0,
    })
    for (const window of [
      { from: -1, to: 2 },
      { from: 3, to: 2 },
      { from: 0, to: 10 },
      { from: 0.5, to: 1 },
    ]) {
      expect(() => whatChanged(explanation, { before: window, after: { from: 4, to: 5 } })).toThrow(
        'forecast.window-invalid',
      )
    }
  })

  test('no base above zero, no percentage', () => {
    const y = Array.from({ length: 16 }, (_, t) => (t < 8 ? -50 : 50) + (t % 2))
    const { whole } = changed(explained(y), { from: 0, to: 7 }, { from: 8, to: 15 })
    expect(whole.percent).toBeNull()
    expect(whole.size).toBeCloseTo(100, 9)
  })
})

test('the word for a size follows its percentage, whichever way', () => {
  const words = [0.5, -1, 5, -15, 40].map((percent) => strengthOf(percent))
  expect(words).toEqual(['none', 'slight', 'moderate', 'strong', 'very-strong'])
  expect(strengthOf(null)).toBe('none')
})
