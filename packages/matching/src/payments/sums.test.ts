// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findSums } from './sums.ts'

const seed = 20261125

/** The slow obvious twin: every set of two and more. */
function everySum(values: readonly number[], target: number, tolerance: number): string[] {
  const found: string[] = []
  for (let set = 1; set < 2 ** values.length; set++) {
    const places = values.map((_, i) => i).filter((i) => set & (1 << i))
    const sum = places.reduce((total, i) => total + (values[i] as number), 0)
    if (places.length >= 2 && Math.abs(sum - target) <= tolerance) found.push(places.join(','))
  }
  return found
}

test('every set that adds up exactly is found, and no other', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 8 }),
      fc.integer({ min: 1, max: 90 }),
      (values, target) => {
        const found = findSums(values, target, 0, 1_000).map((places) => places.join(','))
        expect([...found].sort()).toEqual(everySum(values, target, 0).sort())
      },
    ),
    { seed, numRuns: 300 },
  )
})

test('a sum within the tolerance is found', () => {
  expect(findSums([1_000, 2_000, 5_000], 3_040, 100, 4)).toEqual([[0, 1]])
  expect(findSums([1_000, 2_000, 5_000], 3_140, 100, 4)).toEqual([])
})

test('early values are taken first, and no more sets than asked for', () => {
  expect(findSums([5, 5, 5, 5], 10, 0, 2)).toEqual([
    [0, 1],
    [0, 2],
  ])
})

test('a search without end gives up with what it has', () => {
  const values = Array.from({ length: 40 }, (_, i) => 1_000_003 + 2 * i)
  expect(findSums(values, 20_000_000, 0, 4).length).toBeLessThanOrEqual(4)
})
