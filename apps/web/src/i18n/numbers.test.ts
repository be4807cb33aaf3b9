// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grouped, spoken, toWesternDigits, withCommas, withDigits } from './numbers.ts'

const seed = 20261124

describe('commas', () => {
  it('stand after three figures and then after every two in the lakh style', () => {
    expect(grouped(123, 0, 'lakh')).toBe('123')
    expect(grouped(1234, 0, 'lakh')).toBe('1,234')
    expect(grouped(123_456, 0, 'lakh')).toBe('1,23,456')
    expect(grouped(12_345_678.5, 2, 'lakh')).toBe('1,23,45,678.5')
  })

  it('stand after every three in the thousand style', () => {
    expect(grouped(12_345_678, 0, 'thousand')).toBe('12,345,678')
  })

  it('never change the figure', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), fc.constantFrom('lakh', 'thousand'), (value, style) => {
        expect(withCommas(String(value), style as 'lakh' | 'thousand').replaceAll(',', '')).toBe(String(value))
      }),
      { seed },
    )
  })

  it('agree with the lakh style of Intl', () => {
    const intl = new Intl.NumberFormat('en-IN')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 31 }), (value) => {
        expect(grouped(value, 0, 'lakh')).toBe(intl.format(value))
      }),
      { seed },
    )
  })

  it('write no minus before a zero', () => {
    expect(grouped(-0.2, 0, 'lakh')).toBe('0')
    expect(grouped(-12, 0, 'lakh')).toBe('−12')
  })
})

describe('an amount as people say it', () => {
  it('takes the word of its size with three figures', () => {
    expect(spoken(1_240_000)).toEqual({ figure: 12.4, scale: 'lakh' })
    expect(spoken(12_000_000)).toEqual({ figure: 1.2, scale: 'crore' })
    expect(spoken(54_300)).toEqual({ figure: 54.3, scale: 'thousand' })
    expect(spoken(2_500_000_000)).toEqual({ figure: 2.5, scale: 'arab' })
  })

  it('says small amounts in full', () => {
    expect(spoken(4_350)).toEqual({ figure: 4350, scale: 'one' })
    expect(spoken(0)).toEqual({ figure: 0, scale: 'one' })
  })

  it('never says a hundred thousand or a hundred lakh', () => {
    expect(spoken(99_999)).toEqual({ figure: 1, scale: 'lakh' })
    expect(spoken(9_999_999)).toEqual({ figure: 1, scale: 'crore' })
  })

  it('is within one part in a hundred of the amount, with its sign', () => {
    const size = { one: 1, thousand: 1e3, lakh: 1e5, crore: 1e7, arab: 1e9 }
    fc.assert(
      fc.property(fc.double({ min: -1e13, max: 1e13, noNaN: true }), (value) => {
        const { figure, scale } = spoken(value)
        expect(Math.abs(figure * size[scale] - value)).toBeLessThanOrEqual(Math.abs(value) * 0.01)
      }),
      { seed },
    )
  })
})

describe('digits', () => {
  it('go to Urdu and back unchanged', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const western = toWesternDigits(text)
        expect(toWesternDigits(withDigits(western, 'urdu'))).toBe(western)
      }),
      { seed },
    )
  })

  it('of Arabic keyboards are read too', () => {
    expect(toWesternDigits('٣٤٥ ۳۴۵')).toBe('345 345')
  })
})
