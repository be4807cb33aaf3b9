// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aPack } from './a-pack.testing.ts'
import { currencyDecimals, isCurrency } from './currencies.ts'
import { findRowOn, getRowOn } from './dated-rows.ts'
import { groupDigits } from './group-digits.ts'
import { displayNationalId, normaliseNationalId } from './national-id.ts'
import { displayPhone, normalisePhone } from './phone.ts'

const { phone, nationalId, weeks } = aPack()

describe('rows with dates', () => {
  test('the row of a day is the one that holds on it, its last day included', () => {
    expect(getRowOn(weeks, plainDate('2009-12-31')).start).toBe(1)
    expect(getRowOn(weeks, plainDate('2010-01-01')).start).toBe(6)
    expect(findRowOn(weeks, plainDate('1999-12-31'))).toBeUndefined()
    expect(() => getRowOn(weeks, plainDate('1999-12-31'))).toThrow('pack.no-row-on-day')
  })
})

describe('currencies', () => {
  test('decimals are those of ISO 4217', () => {
    expect(['JPY', 'PKR', 'KWD', 'CLF'].map(currencyDecimals)).toEqual([0, 2, 3, 4])
    expect(currencyDecimals('XTS')).toBe(3)
  })

  test('the runtime agrees on every currency that both know', () => {
    // CLDR shows these without the minor units that ISO still lists; and XTS is ours to decide.
    const shownOtherwise = 'AFN ALL COP HUF IDR IQD IRR KPW LAK LBP MGA MMK PKR RSD SOS SYP UYW XTS YER'.split(' ')
    const checked = Intl.supportedValuesOf('currency').filter(
      (code) => isCurrency(code) && !shownOtherwise.includes(code),
    )
    expect(checked.length).toBeGreaterThan(130)
    const style = (currency: string) => new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    expect(checked.filter((code) => style(code).maximumFractionDigits !== currencyDecimals(code))).toEqual([])
  })

  test('an unknown currency is refused', () => {
    expect(() => currencyDecimals('ABC')).toThrow('pack.currency-unknown')
  })
})

describe('grouping of digits', () => {
  const south = { groupMark: ',', groups: [3, 2] }

  test('lakh and crore stand as people write them', () => {
    expect(['5', '999', '1000', '100000', '12345678', '-1234567'].map((digits) => groupDigits(digits, south))).toEqual([
      '5',
      '999',
      '1,000',
      '1,00,000',
      '1,23,45,678',
      '-12,34,567',
    ])
  })

  test('taking the marks out gives the digits back, and the runtime groups alike', () => {
    const twin = new Intl.NumberFormat('en-IN')
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), (value) => {
        const grouped = groupDigits(value.toString(), south)
        expect(grouped).toBe(twin.format(value))
        expect(grouped.replaceAll(',', '')).toBe(value.toString())
      }),
    )
  })

  test('what is not digits is refused', () => {
    for (const text of ['', '-', '1.5', '1,000', 'x'])
      expect(() => groupDigits(text, south)).toThrow('pack.digits-invalid')
  })
})

describe('telephone numbers', () => {
  test('every way of writing a number means the same number', () => {
    const ways = [
      '0300 1234',
      '300-1234',
      '+999 300 1234',
      '00999 (0)300 1234',
      '+999 0300 1234',
      '۰۳۰۰ ۱۲۳۴',
      '٠٣٠٠١٢٣٤',
      '9993001234',
    ]
    for (const way of ways) expect(normalisePhone(phone, way)).toEqual({ e164: '+9993001234', kind: 'mobile' })
  })

  test('showing a number and reading it again gives it back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), (n) => {
        const e164 = `+9993${String(n).padStart(6, '0')}`
        expect(normalisePhone(phone, displayPhone(phone, e164))?.e164).toBe(e164)
      }),
    )
  })

  test('numbers of other countries, of no country and of no length are none of ours', () => {
    for (const text of ['', '+', '12', '+44 20 7946 0000', '0500 1234', '0300 12345', 'call me', '3'.repeat(41)]) {
      expect(normalisePhone(phone, text)).toBeUndefined()
    }
    expect(displayPhone(phone, '+442079460000')).toBe('+442079460000')
  })
})

describe('identity numbers', () => {
  test('separators and digits of other scripts do not matter', () => {
    for (const text of ['12-345', '12345', '12 345', '۱۲-۳۴۵'])
      expect(normaliseNationalId(nationalId, text)).toBe('12345')
    expect(displayNationalId(nationalId, '12345')).toBe('12-345')
  })

  test('a wrong length or a foreign character is refused', () => {
    for (const text of ['', '1234', '123456', '12-34x', '1'.repeat(61)]) {
      expect(normaliseNationalId(nationalId, text)).toBeUndefined()
    }
  })

  test('a wrong check digit is caught', () => {
    const checked = { ...nationalId, check: 'mod-11' as const }
    const checkOf = (n: number) =>
      [...String(n).padStart(4, '0')].reduce((sum, d, i) => sum + Number(d) * (i + 1), 0) % 11
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 9 }), (n, change) => {
        const right = checkOf(n)
        fc.pre(right !== 10) // a sum of 10 is written as 0
        const body = String(n).padStart(4, '0')
        expect(normaliseNationalId(checked, `${body}${right}`)).toBeDefined()
        expect(normaliseNationalId(checked, `${body}${(right + change) % 10}`)).toBeUndefined()
      }),
    )
  })
})
