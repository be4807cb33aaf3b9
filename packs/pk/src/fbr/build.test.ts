// SPDX-License-Identifier: Apache-2.0
import type { FiscalLine } from '@resham/pack-kit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aFiscalLine, anInvoice, aParty } from './an-invoice.testing.ts'
import { buildBody } from './build.ts'
import { checkBody } from './check.ts'
import { scenarios } from './scenarios.ts'

test('an invoice becomes exactly this body', () => {
  expect(JSON.stringify(buildBody(anInvoice()), null, 1)).toBe(`{
 "invoiceType": "Sale Invoice",
 "invoiceDate": "2026-11-25",
 "sellerNTNCNIC": "8885801",
 "sellerBusinessName": "Sialkot Sports",
 "sellerProvince": "Punjab",
 "sellerAddress": "Paris Road, Sialkot",
 "buyerNTNCNIC": "2046004",
 "buyerBusinessName": "Lahore Traders",
 "buyerProvince": "Punjab",
 "buyerAddress": "Paris Road, Sialkot",
 "buyerRegistrationType": "Registered",
 "invoiceRefNo": "",
 "items": [
  {
   "hsCode": "9506.6210",
   "productDescription": "Match football",
   "rate": "18%",
   "uoM": "Numbers, pieces, units",
   "quantity": 400,
   "totalValues": 1180,
   "valueSalesExcludingST": 1000,
   "fixedNotifiedValueOrRetailPrice": 0,
   "salesTaxApplicable": 180,
   "salesTaxWithheldAtSource": 0,
   "extraTax": 0,
   "furtherTax": 0,
   "sroScheduleNo": "",
   "fedPayable": 0,
   "discount": 0,
   "saleType": "Goods at standard rate (default)",
   "sroItemSerialNo": ""
  }
 ]
}`)
})

/** Value, quantity and tax as the published payloads of the sandbox have them. */
const published: Readonly<Record<string, [value: bigint, quantity: bigint, tax: number, unit?: string]>> = {
  SN001: [1000_00n, 400n, 180],
  SN003: [205_000_00n, 1n, 36_900, 'MT'],
  SN004: [175_000_00n, 1n, 31_500, 'MT'],
  SN005: [1000_00n, 1n, 10],
  SN006: [10_00n, 1n, 0],
  SN007: [100_00n, 100n, 0],
  SN010: [100_00n, 1000n, 17],
  SN012: [100_00n, 123n, 1.43],
  SN013: [1000_00n, 123n, 50],
  SN015: [1234_00n, 123n, 222.12],
  SN016: [100_00n, 1n, 5],
  SN017: [100_00n, 1n, 8],
  SN020: [1000_00n, 122n, 10],
  SN021: [10_00n, 12n, 36, 'KG'],
  SN022: [100_00n, 1n, 78, 'KG'],
  SN023: [234_00n, 123n, 24_600, 'KG'],
  SN024: [1000_00n, 123n, 250],
  SN028: [99_01n, 1n, 0.99],
}

describe.each(scenarios)('trial $id', (scenario) => {
  const [netMinor, quantity, expected, uom] = published[scenario.id] ?? [2500_00n, 2n, undefined]
  const unit = uom ?? 'Numbers, pieces, units'
  const buyer = aParty('Buyer', scenario.buyer === 'registered' ? '2046004' : '1000000000078', scenario.buyer)
  const line = aFiscalLine({
    buyer: scenario.buyer,
    taxClass: scenario.taxClass,
    netMinor,
    quantityMilli: quantity * 1000n,
    retailPriceMinor: scenario.taxClass === 'third-schedule' ? 1000n : null,
    facts: { 'hs-code': '0101.2100', uom: unit, ...scenario.itemFacts },
  })
  const body = buildBody(anInvoice({ buyer, lines: [line], scenario: scenario.id }))

  test('what is built passes, and its tax is that of the published payload', () => {
    expect(checkBody(body, 'trial')).toEqual([])
    if (expected !== undefined) expect(body.items[0]?.salesTaxApplicable).toBe(expected)
  })

  test('the rate that the class gives is the text the office wants', () => {
    const { rate: _, ...facts } = line.facts
    const own = buildBody(anInvoice({ buyer, lines: [{ ...line, facts }], scenario: scenario.id }))
    expect(own.items[0]?.rate).toBe(scenario.itemFacts.rate)
  })
})

test('a hundred packs with 10.00 printed on each are taxed on 1,000.00, whatever they sell for', () => {
  const line = aFiscalLine({
    taxClass: 'third-schedule',
    netMinor: 1_00n,
    quantityMilli: 100_000n,
    retailPriceMinor: 1000n,
  })
  expect(buildBody(anInvoice({ lines: [line] })).items[0]).toMatchObject({
    fixedNotifiedValueOrRetailPrice: 1000,
    salesTaxApplicable: 180,
    totalValues: 181,
  })
})

test('an unregistered shop pays four more in the hundred; a consumer and a registered buyer do not', () => {
  const further = (buyer: string) => buildBody(anInvoice({ lines: [aFiscalLine({ buyer })] })).items[0]?.furtherTax
  expect(['unregistered', 'consumer', 'registered', 'agent'].map(further)).toEqual([40, 0, 0, 0])
})

test('a seller who is not registered takes no sales tax', () => {
  expect(aFiscalLine({ seller: 'unregistered' }).taxes).toEqual([])
})

test('excise duty lies within the base of the sales tax', () => {
  const taxes: FiscalLine['taxes'] = [
    { code: 'fed', kind: 'excise', base: 100_000n, rate: '10/100', amountMinor: 10_000n, included: false },
    { code: 'sales-tax', kind: 'value-added', base: 110_000n, rate: '18/100', amountMinor: 19_800n, included: false },
  ]
  const body = buildBody(anInvoice({ lines: [{ ...aFiscalLine(), taxes }] }))
  expect(body.items[0]).toMatchObject({ fedPayable: 100, salesTaxApplicable: 198, totalValues: 1298 })
  expect(checkBody(body, 'real')).toEqual([])
})

test('a buyer without a number is left out, not left empty', () => {
  const body = buildBody(anInvoice({ buyer: aParty('Walk-in', null, 'consumer') }))
  expect(Object.keys(body)).not.toContain('buyerNTNCNIC')
  expect(checkBody(body, 'real')).toEqual([])
})

test('a correction is a debit note that names the invoice', () => {
  const body = buildBody(anInvoice({ kind: 'correction', corrects: '7000007DI1747119701593' }))
  expect(body).toMatchObject({ invoiceType: 'Debit Note', invoiceRefNo: '7000007DI1747119701593' })
  expect(checkBody(body, 'real')).toEqual([])
})

test('what is built passes, for any amounts, quantities and buyers', () => {
  const kinds = ['registered', 'agent', 'unregistered', 'consumer']
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          netMinor: fc.bigInt({ min: 1n, max: 10n ** 12n }),
          quantityMilli: fc.bigInt({ min: 1n, max: 10n ** 9n }),
          retailPriceMinor: fc.bigInt({ min: 1n, max: 10n ** 6n }),
          taxClass: fc.constantFrom('standard', 'third-schedule', 'cement', 'luxury'),
        }),
        { minLength: 1, maxLength: 6 },
      ),
      fc.constantFrom(...kinds),
      (lines, kind) => {
        const types: Readonly<Record<string, Record<string, string>>> = {
          cement: { 'sale-type': 'Cement /Concrete Block', uom: 'KG' },
          luxury: {
            'sale-type': 'Goods as per SRO.297(|)/2023',
            'sro-schedule': '297(I)/2023-Table-I',
            'sro-item': '12',
          },
        }
        const body = buildBody(
          anInvoice({
            buyer: aParty('Buyer', '2046004', kind),
            lines: lines.map((line) => aFiscalLine({ ...line, buyer: kind, facts: types[line.taxClass] ?? {} })),
          }),
        )
        expect(checkBody(JSON.parse(JSON.stringify(body)), 'real')).toEqual([])
      },
    ),
    { seed: 4, numRuns: 150 },
  )
})
