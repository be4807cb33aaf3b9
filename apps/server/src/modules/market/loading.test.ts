// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { mergePoints } from './merge.ts'
import { namesOf, slugOf } from './names.ts'
import { isDue } from './refresh.service.ts'
import { readDefinitions } from './sources.ts'

describe('a file over what is known', () => {
  test('speaks for its own stretch of time and leaves the rest', () => {
    const known = { days: [1, 2, 3, 4, 5], values: [10, 20, 30, 40, 50] }
    expect(mergePoints(known, { days: [2, 4], values: [20, 44] })).toEqual({
      days: [1, 2, 4, 5],
      values: [10, 20, 44, 50],
      added: 0,
      revised: 1,
      removed: 1,
    })
  })

  test('that says the same again changes nothing', () => {
    const series = fc
      .uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 })
      .map((days) => ({ days: days.toSorted((a, b) => a - b), values: days.map((day) => day / 3) }))
    fc.assert(
      fc.property(series, (points) => {
        expect(mergePoints(points, points)).toEqual({ ...points, added: 0, revised: 0, removed: 0 })
      }),
      { seed: 20_261_124 },
    )
  })
})

test('a name is in Urdu only when what it is is known there', () => {
  const inUrdu = (word: string) => ({ Rice: 'چاول', Town: 'شہر' })[word]
  expect(namesOf(['Rice', 'Town'], inUrdu).ur).toBe('چاول، شہر')
  expect(namesOf(['Rice', 'Port'], inUrdu).ur).toBe('چاول، Port')
  expect(namesOf(['Barley', 'Town'], inUrdu).ur).toBeNull()
})

test('two series of one name have two addresses, always the same', () => {
  const first = slugOf('wfp', ['Rice (coarse)', 'Town'], 'a', () => false)
  expect(first).toBe('wfp-rice-coarse-town')
  const second = slugOf('wfp', ['Rice (coarse)', 'Town'], 'b', (slug) => slug === first)
  expect(second).toMatch(/^wfp-rice-coarse-town-[0-9a-f]{8}$/)
})

test('a source is asked once a night, sooner after a failure, and not while it is being asked', () => {
  const at = (hours: number) => new Date(Date.UTC(2026, 10, 24) - hours * 3_600_000)
  const now = at(0)
  const due = (outcome: 'done' | 'unchanged' | 'failed' | 'running', hours: number) =>
    isDue({ outcome, startedAt: at(hours) }, now)
  expect(isDue(undefined, now)).toBe(true)
  expect([
    due('done', 10),
    due('unchanged', 23),
    due('failed', 3),
    due('failed', 5),
    due('running', 1),
    due('running', 3),
  ]).toEqual([false, true, false, true, false, true])
})

test("the operator's file of sources is refused with the place of its fault", () => {
  expect(readDefinitions('[{ "from": "https://example.org/a.csv", "source": "wfp" }]')).toHaveLength(1)
  for (const [text, code] of [
    ['[', 'market.not-json'],
    ['[{ "from": "x", "source": "magic" }]', 'market.source-unknown'],
    ['[{ "from": "x", "colour": "red" }]', 'market.source-unknown'],
  ] as const) {
    expect(() => readDefinitions(text), text).toThrow(code)
  }
})
