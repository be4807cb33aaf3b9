// SPDX-License-Identifier: Apache-2.0
import { expect, test } from 'vitest'
import { attributesOf, detailsOf, typedAttributes } from './details-form.ts'
import { gridOf } from './sizes.ts'

function form(fields: Readonly<Record<string, string>>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

test('what a person typed of an item is read; a language that the form does not show stays', () => {
  const typed = {
    'description-en': 'Sewn',
    'description-ur': '',
    attributes: 'Material: PU',
    weightGrams: '۴۲۰',
    version: '3',
  }
  expect(detailsOf(form(typed), { en: 'Old', ur: 'پرانا', ar: 'كرة' })).toEqual({
    descriptions: { en: 'Sewn', ar: 'كرة' },
    attributes: { Material: 'PU' },
    weightGrams: 420,
    lengthMm: null,
    widthMm: null,
    heightMm: null,
    version: 3,
  })
})

test('a weight that is no number travels on, so that the API refuses it by name', () => {
  expect(detailsOf(form({ weightGrams: 'light' }), {}).weightGrams).toBe('light')
})

test('lines of name and value come back the same; what follows the first colon belongs to the value', () => {
  const attributes = { Material: 'leather', Ratio: '1:2' }
  expect(attributesOf(typedAttributes(attributes))).toEqual(attributes)
})

test('sizes and colours are parted by commas of either script, each once', () => {
  expect(gridOf(form({ size: '4، 5, 5,', colour: '' }))).toEqual([{ name: 'size', values: ['4', '5'] }])
})
