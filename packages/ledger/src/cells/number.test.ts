// SPDX-License-Identifier: Apache-2.0
import { divideRounded } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Decimal, parseNumber, productToWhole, toWhole } from './number.ts'

const seed = { seed: 41, numRuns: 1000 }

function read(text: string, decimal: '.' | ',' = '.'): number | string {
  const value = parseNumber(text, decimal)
  return typeof value === 'string' ? value : value.mantissa / 10 ** value.scale
}

describe('numbers in cells', () => {
  test('are read as people write them', () => {
    const cases: readonly [string, number][] = [
      ['12', 12],
      ['-12.50', -12.5],
      ['1,234,567.5', 1_234_567.5],
      ['1,23,456', 123_456],
      ['12,34,56,789.25', 123_456_789.25],
      ['۱۲۳', 123],
      ['٤٥٫٥', 45.5],
      ['۱٬۲۳٬۴۵۶', 123_456],
      ['Rs. 1,500/-', 1500],
      ['Rs 500/-', 500],
      ['روپے ۵۰۰', 500],
      ['500 روپے', 500],
      ['£2.55', 2.55],
      ['-£2.55', -2.55],
      ['£-2.55', -2.55],
      ['PKR 12.5', 12.5],
      ['12.5 USD', 12.5],
      ['(1,200.50)', -1200.5],
      ['£(12)', -12],
      ['12-', -12],
      ['−7', -7],
      ['+7', 7],
      ['.5', 0.5],
      ['5.', 5],
      ['12 pcs', 12],
      ['5 عدد', 5],
      ['1 234 567', 1_234_567],
      ["1'234", 1234],
      ["'0042", 42],
      ['1.5E+05', 150_000],
      ['2.5499999999999998', 2.55],
      ['  8 ', 8],
      ['-0', 0],
    ]
    for (const [text, value] of cases) expect([text, read(text)]).toEqual([text, value])
    expect(read('1.234,56', ',')).toBe(1234.56)
    expect(read('1.234', ',')).toBe(1234)
    expect(read('1234,5', ',')).toBe(1234.5)
  })

  test('are refused with a reason when they are none', () => {
    const cases: readonly [string, string][] = [
      ['', 'number-unreadable'],
      ['abc', 'number-unreadable'],
      ['-', 'number-unreadable'],
      ['.', 'number-unreadable'],
      ['12 dozen', 'number-unreadable'],
      ['5%', 'number-unreadable'],
      ['1-2', 'number-unreadable'],
      ['=1+1', 'number-unreadable'],
      ['1,5', 'number-grouping'],
      ['1,2345', 'number-grouping'],
      ['1.2.3', 'number-grouping'],
      ['#N/A', 'error-value'],
      ['#DIV/0!', 'error-value'],
      ['12345678901234567', 'number-too-large'],
      ['1E30', 'number-too-large'],
      ['9'.repeat(70), 'number-unreadable'],
    ]
    for (const [text, reason] of cases) expect([text, read(text)]).toEqual([text, reason])
  })

  test('the quick way and the long way read alike', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 14), max: 10 ** 14 }),
        fc.integer({ min: 0, max: 6 }),
        (mantissa, scale) => {
          const digits = String(Math.abs(mantissa)).padStart(scale + 1, '0')
          const whole = digits.slice(0, digits.length - scale)
          const text = `${mantissa < 0 ? '-' : ''}${whole}${scale > 0 ? `.${digits.slice(-scale)}` : ''}`
          const quick = parseNumber(text, '.') as Decimal
          // The sign in front and a space behind send it the long way.
          const long = parseNumber(`${text} `, '.') as Decimal
          expect(long).toEqual(quick)
          expect(BigInt(quick.mantissa) * 10n ** BigInt(6 - quick.scale)).toBe(
            BigInt(mantissa) * 10n ** BigInt(6 - scale),
          )
        },
      ),
      seed,
    )
  })

  test('grouping in any known way changes nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 12 }),
        fc.constantFrom('en-PK', 'en-IN', 'en-US'),
        (whole, locale) => {
          expect(read(new Intl.NumberFormat(locale).format(whole))).toBe(whole)
          const urdu = new Intl.NumberFormat('ur-u-nu-arabext').format(whole)
          expect(read(urdu)).toBe(whole)
        },
      ),
      seed,
    )
  })

  test('a product is exact but for one rounding, halves away from zero', () => {
    const anyDecimal = fc.record({
      mantissa: fc.integer({ min: -(10 ** 11), max: 10 ** 11 }),
      scale: fc.integer({ min: 0, max: 6 }),
    })
    fc.assert(
      fc.property(anyDecimal, anyDecimal, fc.integer({ min: 0, max: 3 }), (a, b, places) => {
        const scale = a.scale + b.scale - places
        const product = BigInt(a.mantissa) * BigInt(b.mantissa)
        const twin = scale > 0 ? divideRounded(product, 10n ** BigInt(scale)) : product * 10n ** BigInt(-scale)
        const safe = twin <= BigInt(Number.MAX_SAFE_INTEGER) && -twin <= BigInt(Number.MAX_SAFE_INTEGER)
        expect(productToWhole(a, b, places)).toBe(safe ? Number(twin) : null)
      }),
      seed,
    )
    expect(toWhole({ mantissa: 25, scale: 1 }, 0)).toBe(3)
    expect(toWhole({ mantissa: -25, scale: 1 }, 0)).toBe(-3)
  })
})
