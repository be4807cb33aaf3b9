// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { milliOf, minorOf } from './typed-number.ts'

describe('numbers as people type them', () => {
  test.each([
    ['240', 240_000],
    ['1,240.5', 1_240_500],
    [' 12 000 ', 12_000_000],
    ['۲۴۰', 240_000],
    ['١٢٫٥', 12_500],
    ['-3', -3000],
    ['−3', -3000],
  ])('%s is %i thousandths', (typed, milli) => {
    expect(milliOf(typed)).toBe(milli)
  })

  test.each(['', 'many', '1.2.3', '12 or 13', '1e9'])('%s is no number', (typed) => {
    expect(milliOf(typed)).toBeUndefined()
  })

  test('a whole number written with commas is read back as itself', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e9 }), (n) => {
        expect(milliOf(n.toLocaleString('en'))).toBe(n * 1000)
        expect(milliOf(n.toLocaleString('en-IN'))).toBe(n * 1000)
      }),
      { seed: 7 },
    )
  })

  test.each([
    ['Rs 50,000', 2, '5000000'],
    ['1.5 lakh', 2, '15000000'],
    ['1,50,000/-', 2, '15000000'],
    ['۵۰ ہزار', 2, '5000000'],
    ['2 crore', 0, '20000000'],
    ['50k', 2, '5000000'],
    ['12.345', 3, '12345'],
  ])('%s is money', (typed, decimals, minor) => {
    expect(minorOf(typed, decimals)).toBe(minor)
  })

  test.each(['', 'a lot', '-500', '99999999999999999999'])('%s is no budget', (typed) => {
    expect(minorOf(typed, 2)).toBeUndefined()
  })
})
