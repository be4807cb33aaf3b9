// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fraction, roundHalfAway, times } from '../arithmetic/fraction.testing.ts'
import { convert, crossRate, type ExchangeRate, exchangeDifference, isRate, settledShare } from '../index.ts'

const usd: ExchangeRate = { from: 'USD', to: 'PKR', rate: '278.45', fromDecimals: 2, toDecimals: 2 }

test('100.01 dollars at 278.45 are 27,847.78 rupees', () => {
  // 100.01 x 278.45 = 27847.7845
  expect(convert(10_001n, usd)).toBe(2_784_778n)
  expect(convert(-10_001n, usd)).toBe(-2_784_778n)
})

test('currencies of other decimals: 1,000 yen, and a dinar of a thousand fils', () => {
  expect(convert(1_000n, { ...usd, from: 'JPY', rate: '1.8123', fromDecimals: 0 })).toBe(181_230n)
  expect(convert(1_500n, { ...usd, from: 'KWD', rate: '905.5', fromDecimals: 3 })).toBe(135_825n)
})

test('conversion is what exact fractions say, halves away from zero', () => {
  const rates = fc.tuple(fc.bigInt(0n, 99_999n), fc.bigInt(1n, 999_999_999_999n))
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 14n), 10n ** 14n),
      rates,
      fc.integer({ min: 0, max: 4 }),
      (minor, [whole, part], d) => {
        const rate = `${whole}.${part.toString().padStart(12, '0')}`
        const exact = fraction(whole * 10n ** 12n + part, 10n ** 12n)
        const twin = times(times(fraction(minor, 10n ** BigInt(d)), exact), fraction(100n, 1n))
        expect(convert(minor, { ...usd, rate, fromDecimals: d })).toBe(roundHalfAway(twin))
      },
    ),
    { seed: 4, numRuns: 300 },
  )
})

test('a rate through the euro is the quotient of two quotes', () => {
  expect(crossRate('1.0850', '302.1175')).toBe('278.449308755760')
  expect(crossRate('1', '302.1175')).toBe('302.117500000000')
  expect(() => crossRate('999999999999', '0.000000000001')).toThrow('bookkeeping.rate-invalid')
})

test('what is no rate is refused', () => {
  for (const rate of ['0', '0.000', '-1', '1e3', '', ' 1', '1,5', '1.0000000000001', 'NaN', '1234567890123']) {
    expect(isRate(rate), rate).toBe(false)
    expect(() => convert(1n, { ...usd, rate }), rate).toThrow('bookkeeping.rate-invalid')
  }
  expect(isRate('278.45')).toBe(true)
})

test('settled in any parts, a document gives up exactly what it stood at', () => {
  fc.assert(
    fc.property(
      fc.bigInt(1n, 10n ** 9n),
      fc.bigInt(0n, 10n ** 12n),
      fc.array(fc.bigInt(1n, 10n ** 8n)),
      (foreign, home, parts) => {
        let open = { foreignMinor: foreign, homeMinor: home }
        let taken = 0n
        for (const part of [...parts, foreign]) {
          if (open.foreignMinor === 0n) continue
          const settled = part === foreign ? open.foreignMinor : (part % open.foreignMinor) + 1n
          const share = settledShare(open, settled)
          expect(share >= 0n && share <= open.homeMinor).toBe(true)
          taken += share
          open = { foreignMinor: open.foreignMinor - settled, homeMinor: open.homeMinor - share }
        }
        expect(open).toEqual({ foreignMinor: 0n, homeMinor: 0n })
        expect(taken).toBe(home)
      },
    ),
    { seed: 4, numRuns: 200 },
  )
  expect(() => settledShare({ foreignMinor: 5n, homeMinor: 5n }, 6n)).toThrow('bookkeeping.settled-too-much')
  expect(() => settledShare({ foreignMinor: 5n, homeMinor: 5n }, 0n)).toThrow('bookkeeping.settled-too-much')
})

test('a dearer dollar is a gain on what they owe us and a loss on what we owe', () => {
  // Invoiced 100.00 USD at 278.45, paid at 280.00.
  expect(exchangeDifference('receivable', 2_784_500n, 2_800_000n)).toBe(15_500n)
  expect(exchangeDifference('payable', 2_784_500n, 2_800_000n)).toBe(-15_500n)
})
