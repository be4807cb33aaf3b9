// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { pricesOf, rowsOf, typedPrice } from './price-form.ts'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('prices are read as typed, and a row without a price is left out', () => {
  const typed = { 'from-0': '', 'price-0': '۴۵۰', 'from-1': '12', 'price-1': '420.125', 'from-2': '', 'price-2': '' }
  expect(pricesOf(form(typed), 'PKR')).toEqual([
    { fromQuantityMilli: 0, price: { thousandths: '45000000', currency: 'PKR' } },
    { fromQuantityMilli: 12_000, price: { thousandths: '42012500', currency: 'PKR' } },
  ])
})

test('what is no amount is told by its row', () => {
  expect(pricesOf(form({ 'from-0': '', 'price-0': '5', 'from-1': 'many', 'price-1': '4' }), 'PKR')).toBe(1)
})

test('a price goes into its field and comes back the same', () => {
  const price = { thousandths: '4750', currency: 'USD' }
  expect(typedPrice(price)).toBe('0.0475')
  expect(typedPrice({ thousandths: '45000000', currency: 'PKR' })).toBe('450')
  const [row] = rowsOf([{ fromQuantityMilli: 0, price }])
  expect(pricesOf(form({ 'from-0': '', 'price-0': row?.price ?? '' }), 'USD')).toEqual([
    { fromQuantityMilli: 0, price },
  ])
})
