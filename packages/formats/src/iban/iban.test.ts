// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkIban, makeIban, spacedIban } from './check.ts'
import { ibanLengths } from './lengths.ts'

describe('account numbers', () => {
  // Examples of the registry, and of our notes on trade.
  test.each([
    'PK36 SCBL 0000 0011 2345 6702',
    'GB29NWBK60161331926819',
    'de89-3704-0044-0532-0130-00',
    'FR1420041010050500013M02606',
    'SA0380000000608010167519',
    'iban: NO9386011117947',
  ])('%s is good', (text) => {
    expect(checkIban(text).kind).toBe('iban')
  })

  test('each fault has its reason', () => {
    const reasonOf = (text: string) => checkIban(text)
    expect(reasonOf('PK36SCBL0000001123456703')).toMatchObject({ reason: 'check-digits' })
    expect(reasonOf('PK36SCBL000000112345670')).toMatchObject({ reason: 'length', wantedLength: 24 })
    expect(reasonOf('QQ36SCBL0000001123456702')).toMatchObject({ reason: 'country' })
    for (const text of ['', 'PK', '0300 1234567', 'PK36SCBL000000112345670²']) {
      expect(reasonOf(text)).toMatchObject({ reason: 'characters' })
    }
  })

  test('what is made is good, one wrong figure or two swapped are not', () => {
    const countries = [...ibanLengths.keys()]
    const account = fc.constantFrom(...countries).chain((country) =>
      fc
        .string({
          unit: fc.constantFrom(...'0123456789ABCXYZ'),
          minLength: (ibanLengths.get(country) ?? 0) - 4,
          maxLength: (ibanLengths.get(country) ?? 0) - 4,
        })
        .map((rest) => makeIban(country, rest)),
    )
    fc.assert(
      fc.property(account, fc.nat(), fc.integer({ min: 1, max: 9 }), (iban, where, by) => {
        expect(checkIban(spacedIban(iban).toLowerCase())).toMatchObject({ kind: 'iban', iban })
        const at = 4 + (where % (iban.length - 4))
        const sign = iban[at] as string
        if (/\d/.test(sign)) {
          const other = iban.slice(0, at) + ((Number(sign) + by) % 10) + iban.slice(at + 1)
          expect(checkIban(other).kind).toBe('wrong')
        }
        const next = iban[at + 1]
        if (next !== undefined && next !== sign && /\d\d/.test(sign + next)) {
          expect(checkIban(iban.slice(0, at) + next + sign + iban.slice(at + 2)).kind).toBe('wrong')
        }
      }),
    )
  })
})
