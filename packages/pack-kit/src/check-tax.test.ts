// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { aPack } from './a-pack.testing.ts'
import { checkPack } from './check-pack.ts'
import type { Pack } from './pack.ts'

type Tax = Pack['tax']
const sound = aPack().tax
const row: Tax['rows'][number] = {
  code: 'vat',
  names: { en: 'Tax', ur: 'ٹیکس' },
  kind: 'value-added',
  amount: { type: 'rate', rate: '1/10' },
  base: 'net',
  on: [],
  included: false,
  classes: ['anything'],
  sellers: null,
  buyers: null,
  rounding: { to: '1', way: 'near' },
  check: false,
  valid_from: '2020-01-01',
  valid_to: null,
  source: 'Made up for a test',
}
const faults = (tax: Partial<Tax>) =>
  checkPack(aPack({ tax: { ...sound, ...tax } })).map(({ path, code }) => `${path} ${code}`)

test('a sound pack has no fault', () => {
  expect(faults({ rows: [row, { ...row, code: 'levy', on: ['vat'] }] })).toEqual([])
})

test.each<[string, Partial<Tax>, string]>([
  ['a class that is not listed', { rows: [{ ...row, classes: ['ghost'] }] }, '/tax/rows/0/classes tax.unlisted'],
  ['a buyer that is not listed', { rows: [{ ...row, buyers: ['ghost'] }] }, '/tax/rows/0/buyers tax.unlisted'],
  ['a tax on one that is not there', { rows: [{ ...row, on: ['ghost'] }] }, '/tax/rows/0/on tax.unlisted'],
  ['a tax on itself', { rows: [{ ...row, on: ['vat'] }] }, '/tax/rows tax.ring'],
  ['two rows for one day', { rows: [row, { ...row, valid_from: '2024-01-01' }] }, '/tax/rows/1 row.overlap'],
  [
    'a row that ends first',
    { rows: [{ ...row, valid_to: '2019-01-01' }] },
    '/tax/rows/0/valid_to row.ends-before-it-begins',
  ],
  [
    'a price that no item has',
    { rows: [{ ...row, base: 'retail-price' }] },
    '/tax/rows/0/base tax.class-has-no-retail-price',
  ],
  [
    'no usual class',
    { classes: sound.classes.map((one) => ({ ...one, usual: false })) },
    '/tax/classes tax.not-one-usual',
  ],
  [
    'a rate that is no fraction',
    { rows: [{ ...row, amount: { type: 'rate', rate: '0.18' } }] },
    '/tax/rows/0/amount shape.anyOf',
  ],
])('%s is found', (_, tax, fault) => {
  expect(faults(tax)).toContain(fault)
})
