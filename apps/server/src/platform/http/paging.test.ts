// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countCursor, pageOf } from './paging.ts'

describe('a page', () => {
  test('pages put together are the list, each row once, and the last has no next', () => {
    fc.assert(
      fc.property(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 12 }), (length, size) => {
        const list = Array.from({ length }, (_, index) => index)
        const seen: number[] = []
        let at: string | null = '0'
        while (at !== null) {
          const from = countCursor({ cursor: at })
          const page: { items: number[]; next: string | null } = pageOf(
            list.slice(from, from + size + 1),
            size,
            (last) => String(last + 1),
          )
          expect(page.items.length).toBeLessThanOrEqual(size)
          seen.push(...page.items)
          at = page.next
        }
        expect(seen).toEqual(list)
      }),
      { seed: 7 },
    )
  })

  test.each(['-1', '1.5', '', 'NaN', '1e3', '9999999999999', "0' or 1=1"])(
    'a count of %j is a bad request',
    (cursor) => {
      expect(() => countCursor({ cursor })).toThrow('platform.invalid-request')
    },
  )
})
