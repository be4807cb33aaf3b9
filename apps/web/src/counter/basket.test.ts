// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import {
  isReady,
  type KeptItem,
  lineMinor,
  majorText,
  thousandthsOf,
  totalMinor,
  typedPrice,
  withItem,
} from './basket.ts'

const ball: KeptItem = ['i1', 'F5', 'Football', 'piece', '45000000', '4001234567890']
const rope: KeptItem = ['i2', 'R', 'Rope', 'metre', '', '']

describe('a sale at the counter', () => {
  it('counts one more of an item that is there', () => {
    const lines = withItem(withItem(withItem([], ball), rope), ball)
    expect(lines.map(({ itemId, quantityMilli }) => [itemId, quantityMilli])).toEqual([
      ['i2', 1000],
      ['i1', 2000],
    ])
    expect(totalMinor(lines)).toBe(90_000n)
    expect(isReady(lines)).toBe(false)
  })
  it('rounds each line as the books do', () => {
    const line = { itemId: 'x', name: 'x' }
    expect(lineMinor({ ...line, quantityMilli: 500, priceThousandths: '1000' })).toBe(1n)
    expect(lineMinor({ ...line, quantityMilli: 499, priceThousandths: '1000' })).toBe(0n)
    expect(lineMinor({ ...line, quantityMilli: 2500, priceThousandths: '4750' })).toBe(12n)
  })
  it('reads a price as it was typed, and writes it back so', () => {
    expect(thousandthsOf('450', 2)).toBe('45000000')
    expect(thousandthsOf('0.0475', 2)).toBe('4750')
    expect(thousandthsOf('x', 2)).toBeUndefined()
    for (const typed of ['450', '0.0475', '12.5', '0']) {
      expect(typedPrice(thousandthsOf(typed, 2) ?? '', 2)).toBe(typed)
    }
    expect([majorText(125_050n, 2), majorText(5n, 0), majorText(5n, 2)]).toEqual(['1250.50', '5', '0.05'])
  })
})
