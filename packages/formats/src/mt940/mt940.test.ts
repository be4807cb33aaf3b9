// SPDX-License-Identifier: Apache-2.0
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aStatement, options, withoutLineNumbers, words } from '../statement/a-statement.testing.ts'
import { readMt940 } from './read.ts'
import { writeMt940 } from './write.ts'

const read = (text: string) => readMt940(new TextEncoder().encode(text), options)

function refusal(text: string) {
  try {
    read(text)
  } catch (error) {
    return { code: (error as { code: string }).code, ...(error as { details: object }).details }
  }
  return undefined
}

// In the shape of the examples of the standard, of a Dutch and of a German bank.
const free = `{1:F01AAAABB99BSMK0000000000}{2:O9401200261018}{4:
:20:123456
:25:123-304958
:28C:123/1
:60F:C261016EUR3723495,
:61:2610161016D500000,NTRFBANKREF//8951234
ORDER TO MALIK
:61:2612310101RC1,2FMSCNONREF
:86:Reversal of
yesterday's charge
:62F:C261017EUR3223493,8
:64:C261017EUR3223493,8
:86:Rates may change
-}
`
const structured = `:20:951110
:25:45050050/76198810
:28:27/01
:60F:D261001EUR10,00
:61:261002CR53,80NTRFINV7//55
:86:166?00GUTSCHRIFT?109310?20EREF+INV-7?21Rechnung?30INGDDEFF?31DE02?32NIL COM?33PANY
:61:2610020930D3,80NCHGNONREF
:86:/NAME/Sialkot Bank/REMI/SMS charges/EREF/C9
:62F:C261002EUR40,00
`

describe('MT940', () => {
  test('fields with and without the blocks of the network', () => {
    const [first] = read(free)
    expect(first).toMatchObject({ account: '123-304958', number: '123/1', openingMinor: 372_349_500n })
    expect(first?.lines).toEqual([
      {
        lineNo: 6,
        day: '2026-10-16',
        valueDay: '2026-10-16',
        amountMinor: -50_000_000n,
        balanceMinor: 322_349_500n,
        counterparty: '',
        reference: 'BANKREF',
        description: 'ORDER TO MALIK',
      },
      {
        lineNo: 8,
        day: '2027-01-01',
        valueDay: '2026-12-31',
        amountMinor: -120n,
        balanceMinor: 322_349_380n,
        counterparty: '',
        reference: '',
        description: "Reversal of yesterday's charge",
      },
    ])
    const lines = read(structured)[0]?.lines ?? []
    expect(lines.map(({ counterparty, reference, description }) => [counterparty, reference, description])).toEqual([
      ['NIL COMPANY', 'INV-7', 'Rechnung'],
      ['Sialkot Bank', 'C9', 'SMS charges'],
    ])
  })

  test('several statements of one file', () => {
    expect(read(free + structured).map(({ account }) => account)).toEqual(['123-304958', '45050050/76198810'])
  })

  test('what is written reads the same', () => {
    const text = words("ABCabc019.,'+(", 100)
    fc.assert(
      fc.property(aStatement(text, words('A19-', 14)), (statement) => {
        // A line always has a value day in this format; without one it is the booking day.
        const wanted = {
          ...statement,
          lines: statement.lines.map((line) => ({ ...line, valueDay: line.valueDay ?? line.day })),
        }
        expect(withoutLineNumbers(read(writeMt940([statement, statement], options)))).toEqual([wanted, wanted])
      }),
    )
  })

  test('a letter that the network does not carry becomes a point', () => {
    const [statement] = read(structured)
    const urdu = { ...statement, lines: statement?.lines.map((line) => ({ ...line, counterparty: 'گاہک' })) ?? [] }
    const again = read(writeMt940([urdu as never], options))
    expect(again[0]?.lines[0]?.counterparty).toBe('....')
  })

  test('a statement that does not add up is refused with what lacks', () => {
    expect(refusal(structured.replace('EUR40,00', 'EUR41,00'))).toMatchObject({
      code: 'formats.statement-sum',
      difference: '100',
      currency: 'EUR',
    })
  })

  test('what is malformed is refused with place and reason', () => {
    const broken: readonly (readonly [string, string, number, string])[] = [
      [structured.replace('261002CR53,80', '261302CR53,80'), 'date-unreadable', 5, ':61:'],
      [structured.replace('CR53,80', 'XX53,80'), 'amount-unreadable', 5, ':61:'],
      [structured.replace('53,80', '53,801'), 'amount-unreadable', 5, ':61:'],
      [structured.replace(/EUR/g, 'ABC'), 'currency-unknown', 4, ':60F:'],
      [structured.replace('C261002EUR40,00', 'C261002PKR40,00'), 'currency-differs', 1, ':62F:'],
      [structured.replace(/:62F:.*/, ''), 'missing', 1, ':62F:'],
      [structured.replace(/:25:.*\n/, ''), 'missing', 1, ':25:'],
      [structured.replace(/:60F:.*\n/, ''), 'missing', 4, ':60F:'],
      [structured.replace(':20:951110\n', ''), 'missing', 1, ':20:'],
      ['just a letter', 'no-statement', 1, ':20:'],
      ['', 'no-statement', 1, ':20:'],
    ]
    for (const [text, reason, line, field] of broken) {
      expect(refusal(text)).toEqual({ code: 'formats.statement-broken', reason, line, field })
    }
  })
})
