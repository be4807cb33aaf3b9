// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { aSeries, TODAY } from '../a-books.testing.ts'
import { presenceOf } from './status.ts'

const BOOKS_FROM = TODAY - 600

function boughtDaysAgo(...daysAgo: number[]) {
  return aSeries(daysAgo.map((ago) => [TODAY - ago, 1, 100] as const))
}

function statusOf(...daysAgo: number[]) {
  return presenceOf(boughtDaysAgo(...daysAgo), TODAY, BOOKS_FROM)?.status
}

describe('a customer', () => {
  test('who always came every week and has not for two months is lost', () => {
    expect(statusOf(130, 123, 116, 109, 102, 95, 88, 81, 74, 67, 60)).toBe('lost')
  })

  test('who comes every two months and was here two months ago is not', () => {
    expect(statusOf(360, 300, 240, 180, 120, 60)).toBe('steady')
  })

  test('with two orders has no habit to break', () => {
    expect(statusOf(500, 490)).toBe('steady')
  })

  test('who was away as long before is not lost this time', () => {
    expect(statusOf(207, 200, 193, 120, 113, 106, 99, 92, 85)).toBe('steady')
  })

  test('first seen this month is new, unless the books are new themselves', () => {
    expect(statusOf(20, 10, 2)).toBe('new')
    expect(presenceOf(boughtDaysAgo(20, 10, 2), TODAY, TODAY - 25)?.status).toBe('steady')
  })

  test('back after a silence that broke the habit is returning, and the gap is named', () => {
    const presence = presenceOf(boughtDaysAgo(214, 207, 200, 193, 10, 3), TODAY, BOOKS_FROM)
    expect(presence).toMatchObject({ status: 'returning', gap: 183 })
  })

  test('is silent for longer than the day from which it is lost', () => {
    const presence = presenceOf(boughtDaysAgo(74, 67, 60), TODAY, BOOKS_FROM)
    expect(presence).toMatchObject({ status: 'lost', usualGap: 7, lostAfter: 30, silent: 60 })
  })

  test('with returns only has never been here', () => {
    expect(presenceOf(aSeries([[TODAY - 3, -1, -100, 0]]), TODAY, BOOKS_FROM)).toBeUndefined()
    expect(presenceOf(aSeries([]), TODAY, BOOKS_FROM)).toBeUndefined()
  })

  test('who comes tomorrow has not come yet', () => {
    expect(presenceOf(aSeries([[TODAY + 1, 1, 1]]), TODAY, BOOKS_FROM)).toBeUndefined()
  })
})
