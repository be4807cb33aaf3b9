// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createKeyHasher } from './line-key.ts'
import { createOccurrences } from './occurrences.ts'

function keyOf(parts: readonly (string | number)[], occurrence = 0): string {
  const hasher = createKeyHasher()
  hasher.begin()
  for (const part of parts) {
    if (typeof part === 'string') hasher.text(part)
    else hasher.integer(part)
  }
  hasher.finish()
  return hasher.uuid(occurrence)
}

const anyParts = fc.array(fc.oneof(fc.string({ maxLength: 6 }), fc.maxSafeInteger()), { maxLength: 5 })

describe('line keys', () => {
  test('are UUIDs of version 8', () => {
    fc.assert(
      fc.property(anyParts, fc.nat(5), (parts, occurrence) => {
        expect(keyOf(parts, occurrence)).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        )
      }),
      { seed: 31 },
    )
  })

  test('are frozen: books already kept must find their lines again', () => {
    expect(keyOf(['536365', 14_944, 506, '85123A', 6000, 1530, '17850', 'GBP'])).toMatchInlineSnapshot(
      `"50706c06-e0e1-8ff1-88d6-f5ea08528bc3"`,
    )
    expect(keyOf(['', -1], 3)).toMatchInlineSnapshot(`"feb40809-7981-8adf-be35-2b307b1fa04c"`)
  })

  test('of days sort by day, whatever the rest says, before 1970 too', () => {
    const hasher = createKeyHasher()
    const ofDay = (day: number, text: string) => {
      hasher.begin()
      hasher.text(text)
      hasher.finish()
      return hasher.uuidOfDay(day, 0)
    }
    const anyDay = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })
    fc.assert(
      fc.property(anyDay, anyDay, fc.string(), fc.string(), (a, b, textOfA, textOfB) => {
        const [keyOfA, keyOfB] = [ofDay(a, textOfA), ofDay(b, textOfB)]
        expect(keyOfA).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        if (a !== b) expect(keyOfA < keyOfB).toBe(a < b)
        else expect(keyOfA === keyOfB).toBe(textOfA === textOfB)
      }),
      { seed: 32 },
    )
  })

  test('differ when any part differs, also when only the cut between texts moves', () => {
    expect(keyOf(['ab', 'c'])).not.toBe(keyOf(['a', 'bc']))
    expect(keyOf(['a', ''])).not.toBe(keyOf(['', 'a']))
    expect(keyOf([1, 2])).not.toBe(keyOf([2, 1]))
    expect(keyOf([2 ** 32])).not.toBe(keyOf([0]))
    expect(keyOf([-1])).not.toBe(keyOf([2 ** 32 - 1]))
  })

  test('a million contents and their occurrences give a million keys, evenly spread', () => {
    const keys = new Set<string>()
    const firstFigure = new Map<string, number>()
    const hasher = createKeyHasher()
    for (let i = 0; i < 250_000; i++) {
      hasher.begin()
      hasher.integer(i)
      hasher.text('x')
      hasher.finish()
      for (let occurrence = 0; occurrence < 4; occurrence++) {
        const key = hasher.uuid(occurrence)
        keys.add(key)
        firstFigure.set(key[0] ?? '', (firstFigure.get(key[0] ?? '') ?? 0) + 1)
      }
    }
    expect(keys.size).toBe(1_000_000)
    // 62,500 expected of each; five standard deviations are about 1,200.
    for (const count of firstFigure.values()) expect(Math.abs(count - 62_500)).toBeLessThan(1200)
  })
})

describe('occurrences', () => {
  test('count like a map of counts', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 3000 }), (pairs) => {
        const occurrences = createOccurrences()
        const twin = new Map<string, number>()
        for (const [a, b] of pairs) {
          const before = twin.get(`${a},${b}`) ?? 0
          expect(occurrences.next(a | 0, b | 0)).toBe(before)
          twin.set(`${a},${b}`, before + 1)
        }
      }),
      { seed: 37, numRuns: 30 },
    )
  })

  test('take under 20 bytes a content', () => {
    const occurrences = createOccurrences()
    const count = 500_000
    for (let i = 0; i < count; i++) occurrences.next(Math.imul(i, 0x9e3779b1), Math.imul(i, 0x85ebca6b))
    expect(occurrences.bytes() / count).toBeLessThan(20)
    expect(occurrences.next(0, 0)).toBe(1)
  })
})
