// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findDuplicateItems } from './find-items.ts'
import { findDuplicateParties } from './find-parties.ts'

const items = (...names: string[]) => findDuplicateItems(names.map((name, i) => ({ id: `i${i}`, name })))
const parties = (...names: string[]) => findDuplicateParties(names.map((name, i) => ({ id: `p${i}`, name })))
const pairs = (found: readonly { a: string; b: string }[]) => found.map(({ a, b }) => `${a} ${b}`)

test.each([
  ['Football Size 5', 'Foot ball size 5'],
  ['Cricket Bat Kashmir Willow', 'Kashmir Willow Cricket Bat'],
  ['Goalkeeper Gloves', 'Goalkeper Gloves'],
  ['Chawal Super Kernel', 'Chaawal Super Kernal'],
  ['فٹ بال سائز 5', 'Football size ۵'],
])('%s and %s may be one item', (a, b) => {
  expect(pairs(items(a, b))).toEqual(['i0 i1'])
})

test.each([
  ['Football Size 4', 'Football Size 5'],
  ['Shirt Red', 'Shirt Blue'],
  ['قمیض لال', 'Qameez neeli'],
  ['Gloves Left', 'Gloves Right'],
  ['Paper A4 80g', 'Paper A4 70g'],
  ['Apple Juice', 'Mango Juice'],
  ['Shirt Small', 'Shirt Large'],
  ['Rope 10 m', 'Rope 100 m'],
])('%s and %s are two items', (a, b) => {
  expect(items(a, b)).toEqual([])
})

test('one barcode makes one item of two names, another barcode makes it unlikely', () => {
  const named = (a: string, b: string) =>
    findDuplicateItems([
      { id: 'a', name: 'Football Match Ball', barcode: a },
      { id: 'b', name: 'Match Football', barcode: b },
    ])
  expect(named('8901234567894', '8901234567894')[0]?.probability).toBeGreaterThan(0.9)
  expect(named('8901234567894', '8901234567900')).toEqual([])
})

test.each([
  ['Chaudhry Sports', 'Choudhry Sports (Pvt) Ltd'],
  ['Muhammad Aslam', 'محمد اسلم'],
  ['Raza Brothers', 'M/s Raza Bros.'],
])('%s and %s may be one party', (a, b) => {
  expect(pairs(parties(a, b))).toEqual(['p0 p1'])
})

test.each([
  ['Ahmad Traders', 'Ahmad Brothers'],
  ['Muhammad Aslam', 'Muhammad Akram'],
  ['Shop 5', 'Shop 6'],
])('%s and %s are two parties', (a, b) => {
  expect(parties(a, b)).toEqual([])
})

test('a tax number says more than a name: the same joins, another parts', () => {
  const both = (a: string, b: string) =>
    findDuplicateParties([
      { id: 'a', name: 'Aslam Traders', taxNumber: a },
      { id: 'b', name: 'Aslam Trading', taxNumber: b },
    ])
  expect(both('1234567-8', '12345678')[0]?.probability).toBeGreaterThan(0.95)
  expect(both('1234567-8', '7654321-0')).toEqual([])
})

test('a telephone is the same with and without the code of the country', () => {
  const [pair] = findDuplicateParties([
    { id: 'a', name: 'Bashir', phone: '+92 300 1234567' },
    { id: 'b', name: 'Bashir Ahmad', phone: '0300-1234567' },
  ])
  expect(pair?.reasons).toContainEqual({ code: 'same-phone' })
})

test('the order of the list changes nothing, and probabilities are between a half and 1', () => {
  const names = ['Raza Bros', 'Raza Brothers', 'Raza & Sons', 'Rza Brothers', 'Kashif Store', 'کاشف سٹور']
  const list = names.map((name, i) => ({ id: `p${i}`, name }))
  const straight = findDuplicateParties(list)
  fc.assert(
    fc.property(fc.shuffledSubarray(list, { minLength: list.length }), (shuffled) => {
      expect(findDuplicateParties(shuffled)).toEqual(straight)
    }),
    { seed: 20261125, numRuns: 30 },
  )
  for (const { probability } of straight) expect(probability >= 0.5 && probability <= 1).toBe(true)
})
