// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addMoney, divideRounded, fromMoneyText, money, toMoneyText } from './money.ts'

describe('money', () => {
  test('its JSON form loses nothing', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 29n), max: 10n ** 29n }), (minor) => {
        expect(fromMoneyText(toMoneyText(money(minor, 'PKR')))).toEqual({ minor, currency: 'PKR' })
      }),
    )
  })

  test('two currencies do not add', () => {
    expect(() => addMoney(money(1, 'PKR'), money(1, 'USD'))).toThrow('base.currency-mismatch')
  })

  test('a fraction of a minor unit is refused', () => {
    expect(() => money(0.5, 'PKR')).toThrow('base.money-not-whole')
    expect(() => fromMoneyText({ minor: '1.5', currency: 'PKR' })).toThrow('base.money-not-whole')
  })

  test('halves round away from zero, alike on both sides', () => {
    expect(divideRounded(5n, 10n)).toBe(1n)
    expect(divideRounded(-5n, 10n)).toBe(-1n)
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.bigInt({ min: 1n, max: 10n ** 6n }),
        (a, b) => {
          const error = divideRounded(a, b) * b - a
          return 2n * (error < 0n ? -error : error) <= b && divideRounded(-a, b) === -divideRounded(a, b)
        },
      ),
    )
  })
})
