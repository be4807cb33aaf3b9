// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asGtin14, checkGtin, gtinCheckDigit, gtinLengths } from './check.ts'

describe('numbers of goods', () => {
  test('published check digits', () => {
    // GS1 General Specifications, figure 7.9.1-1, and the prefix of our notes on trade.
    expect(gtinCheckDigit('629104150021')).toBe(3)
    expect(gtinCheckDigit('896123456789')).toBe(4)
    expect(gtinCheckDigit('7351353')).toBe(7)
    for (const good of ['6291041500213', '73513537', '036000291452', '00012345600012']) {
      expect(checkGtin(good).kind).toBe('gtin')
    }
  })

  test('each fault has its reason, and the right digit is told', () => {
    expect(checkGtin('6291041500214')).toEqual({ kind: 'wrong', reason: 'check-digit', expected: 3 })
    expect(checkGtin('62910415002')).toEqual({ kind: 'wrong', reason: 'length' })
    for (const text of ['', 'x291041500213', '۶۲۹']) expect(checkGtin(text)).toMatchObject({ reason: 'digits' })
  })

  test('every number with its digit is good in all forms, with one figure changed it is not', () => {
    const length = fc.constantFrom(...gtinLengths)
    const digits = length.chain((n) =>
      fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: n - 1, maxLength: n - 1 }),
    )
    fc.assert(
      fc.property(digits, fc.nat(), fc.integer({ min: 1, max: 9 }), (start, where, by) => {
        const gtin = `${start}${gtinCheckDigit(start)}`
        expect(checkGtin(gtin)).toMatchObject({ kind: 'gtin', gtin })
        expect(checkGtin(asGtin14(gtin)).kind).toBe('gtin')
        const at = where % gtin.length
        const changed = gtin.slice(0, at) + ((Number(gtin[at]) + by) % 10) + gtin.slice(at + 1)
        expect(checkGtin(changed)).toMatchObject({ kind: 'wrong' })
      }),
    )
  })
})
