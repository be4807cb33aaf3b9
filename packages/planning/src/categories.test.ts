// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { aSeries, inventedBooks } from './a-books.testing.ts'
import { categoriesOf } from './categories.ts'

const sum = (values: ArrayLike<number>): number => Array.from(values).reduce((a, b) => a + b, 0)

test('a category is the sum of its items, day by day', () => {
  const items = [
    aSeries(
      [
        [1, 1, 10],
        [3, 2, 20],
      ],
      { key: 'a', category: 'bats' },
    ),
    aSeries(
      [
        [3, 5, 50],
        [9, -1, -10, 0],
      ],
      { key: 'b', category: 'bats' },
    ),
    aSeries([[2, 7, 70]], { key: 'c', category: null }),
  ]
  expect(categoriesOf(items)).toEqual([
    { key: 'bats', name: 'bats', days: [1, 3, 9], quantity: [1, 7, -1], net: [10, 70, -10], orders: [1, 2, 0] },
  ])
})

test('nothing is lost on the way', () => {
  const { items } = inventedBooks({ items: 60, customers: 5, countries: 2, days: 200 })
  const categories = categoriesOf(items)
  expect(categories).toHaveLength(12)
  for (const part of ['net', 'quantity', 'orders'] as const) {
    const whole = items.reduce((total, item) => total + sum(item[part]), 0)
    expect(categories.reduce((total, one) => total + sum(one[part]), 0)).toBeCloseTo(whole)
  }
})

test('no items have no categories', () => {
  expect(categoriesOf([])).toEqual([])
  expect(categoriesOf([aSeries([], { category: 'bats' })])).toEqual([])
})
