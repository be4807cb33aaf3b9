// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combinations, variantCode, variantName } from './variants.ts'

test('sizes by colours are a grid, the last option changing first', () => {
  const options = [
    { name: 'size', values: ['4', '5'] },
    { name: 'colour', values: ['white', 'red', 'red '] },
  ]
  expect(combinations(options).map((one) => variantName('Football', one))).toEqual([
    'Football, 4, white',
    'Football, 4, red',
    'Football, 5, white',
    'Football, 5, red',
  ])
  expect(variantCode('FB-1', { size: '5', colour: 'light red' })).toBe('FB-1-5-LIGHTRED')
})

test('there are as many combinations as the numbers of values make, each once', () => {
  const option = fc.record({
    name: fc.constantFrom('size', 'colour', 'cut'),
    values: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
  })
  const options = fc.uniqueArray(option, { selector: ({ name }) => name, minLength: 1 })
  fc.assert(
    fc.property(options, (asked) => {
      const made = combinations(asked).map((one) => JSON.stringify(one))
      expect(new Set(made).size).toBe(made.length)
      expect(made.length).toBe(asked.reduce((product, { values }) => product * values.length, 1))
    }),
    { seed: 4, numRuns: 100 },
  )
})
