// SPDX-License-Identifier: Apache-2.0
import { columnRoles } from '@resham/contract'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { choiceOfForm, roleOfColumn } from './choice.ts'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('what each column is becomes the column of each role', () => {
  const choice = choiceOfForm(form({ 'column-0': 'date', 'column-1': '', 'column-2': 'itemName', currency: 'pkr' }))
  expect(choice.columns).toMatchObject({ date: 0, itemName: 2, itemCode: null })
  expect(choice.currency).toBe('PKR')
})

test('a role given twice keeps its first column', () => {
  expect(choiceOfForm(form({ 'column-3': 'price', 'column-7': 'price' })).columns.price).toBe(3)
})

test('words that are no roles or orders fall back to what is safe', () => {
  const choice = choiceOfForm(form({ 'column-0': 'constructor', dateOrder: 'ydm', decimal: ';', hasHeader: 'no' }))
  expect(choice).toMatchObject({ hasHeader: false, dateOrder: 'dmy', decimal: '.' })
  expect(Object.values(choice.columns).every((column) => column === null)).toBe(true)
})

test('any assignment of roles to columns is read back as it was given', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray([...columnRoles]), (roles) => {
      const choice = choiceOfForm(form(Object.fromEntries(roles.map((role, at) => [`column-${at}`, role]))))
      expect(roles.map((_, at) => roleOfColumn(choice, at))).toEqual(roles)
    }),
    { seed: 11 },
  )
})
