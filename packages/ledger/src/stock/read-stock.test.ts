// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { textSource } from '../ledger.testing.ts'
import { readStock } from './read-stock.ts'

const read = async (text: string) => [...(await readStock(textSource(text), 2)).lines.values()]

test('an item is named by its code, with its name beside it where the file has both', async () => {
  expect(await read('Item,Name,Stock\nK1,Kite,12\n')).toMatchObject([{ code: 'K1', name: 'Kite', onHandMilli: 12_000 }])
})

test('a file without codes names items by their names', async () => {
  expect(await read('Name,Quantity\nKite,12\n')).toMatchObject([{ code: 'Kite', name: 'Kite' }])
  expect(await read('نام,تعداد\nپتنگ,۱۲\n')).toMatchObject([{ code: 'پتنگ', onHandMilli: 12_000 }])
})

test('a file that names no item, or no quantity, is refused', async () => {
  await expect(read('Colour,Stock\nred,1\n')).rejects.toMatchObject({ code: 'ledger.stock-columns' })
  await expect(read('Item,Name\nK1,Kite\n')).rejects.toMatchObject({ code: 'ledger.stock-columns' })
})
