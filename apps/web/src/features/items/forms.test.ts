// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import type { Api } from '#lib/api.ts'
import { itemChange, mainItemOf } from './item-form.ts'
import { supplyOf } from './supply-form.ts'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('supply is read as typed; an emptied field goes back to the default, an absent one stays', () => {
  const typed = { onHand: '۲۴۰', leadTimeDays: '21', packSize: '', unitCost: 'Rs 1,984.50', currency: 'PKR' }
  expect(supplyOf(form(typed))).toEqual({
    onHandMilli: 240_000,
    leadTimeDays: 21,
    packSizeMilli: null,
    unitCost: { minor: '198450', currency: 'PKR' },
  })
})

test('what is no number travels on, so that the API refuses it by name', () => {
  expect(supplyOf(form({ onHand: 'a few' }))).toEqual({ onHandMilli: 'a few' })
})

test('an item keeps its name when the field is emptied, and loses what else is', () => {
  expect(itemChange(form({ name: ' ', category: '', barcode: '2000 0000 0000 3' }))).toEqual({
    category: null,
    barcode: '2000000000003',
  })
})

test('a main item is found by its code before a name, never the item itself, and an empty field takes it back', async () => {
  const items = [
    { id: 'self', code: 'K9', name: 'Red kite' },
    { id: 'named', code: 'K2', name: 'K1' },
    { id: 'coded', code: 'K1', name: 'Kite' },
  ]
  const api = { ask: async () => ({ items }) } as unknown as Api
  const main = (typed: string) => mainItemOf(api, 'shop', 'self', typed)
  expect([await main('k1'), await main('kite'), await main('K9'), await main('')]).toEqual([
    'coded',
    'coded',
    undefined,
    null,
  ])
})
