// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { newId } from './ids.ts'

test('ids sort by the time of their making, and within a millisecond by the order', () => {
  const instants = [1_700_000_000_000, 1_700_000_000_001, 1_790_000_000_000]
  const ids = instants.flatMap((instant) => Array.from({ length: 500 }, () => newId(new Date(instant))))
  expect(ids.toSorted()).toEqual(ids)
  expect(new Set(ids).size).toBe(ids.length)
})

test('an id is a UUID of version 7 that says when it was made', () => {
  const id = newId(new Date('2022-02-22T19:22:22.000Z'))
  expect(id).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})
