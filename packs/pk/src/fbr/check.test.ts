// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from 'vitest'
import { aFiscalLine, anInvoice } from './an-invoice.testing.ts'
import type { FbrBody, FbrItem } from './body.ts'
import { buildBody } from './build.ts'
import { checkBody } from './check.ts'
import { codes } from './codes.ts'
import { fbr } from './index.ts'

const sound = buildBody(anInvoice({ lines: [aFiscalLine(), aFiscalLine()] }))
type Loose<T> = { [K in keyof T]?: unknown }

const head = (change: Loose<FbrBody>) => checkBody({ ...sound, ...change }, 'real')
const second = (change: Loose<FbrItem>) =>
  checkBody({ ...sound, items: [sound.items[0], { ...sound.items[1], ...change }] }, 'real')

test('the invoice that is broken below is sound', () => {
  expect(checkBody(sound, 'real')).toEqual([])
})

describe('one fault in the head is found alone', () => {
  test.each<[Loose<FbrBody>, string, string]>([
    [{ invoiceType: 'Credit Note' }, '/invoiceType', '0003'],
    [{ invoiceDate: '25-11-2026' }, '/invoiceDate', '0005'],
    [{ invoiceDate: '2026-02-30' }, '/invoiceDate', '0005'],
    [{ invoiceDate: '' }, '/invoiceDate', '0042'],
    [{ sellerNTNCNIC: '' }, '/sellerNTNCNIC', '0001'],
    [{ sellerNTNCNIC: '88858012' }, '/sellerNTNCNIC', '0401'],
    [{ sellerBusinessName: ' ' }, '/sellerBusinessName', 'local.seller-name'],
    [{ sellerAddress: '' }, '/sellerAddress', 'local.seller-address'],
    [{ sellerProvince: 'Panjab' }, '/sellerProvince', '0073'],
    [{ buyerNTNCNIC: undefined }, '/buyerNTNCNIC', '0009'],
    [{ buyerNTNCNIC: '20460' }, '/buyerNTNCNIC', '0002'],
    [{ buyerRegistrationType: 'Unregistered', buyerNTNCNIC: '' }, '/buyerNTNCNIC', '0002'],
    [{ buyerNTNCNIC: '8885801' }, '/buyerNTNCNIC', '0058'],
    [{ buyerBusinessName: '' }, '/buyerBusinessName', '0010'],
    [{ buyerProvince: '' }, '/buyerProvince', '0074'],
    [{ buyerAddress: '' }, '/buyerAddress', 'local.buyer-address'],
    [{ buyerRegistrationType: '' }, '/buyerRegistrationType', '0012'],
    [{ buyerRegistrationType: 'registered' }, '/buyerRegistrationType', '0053'],
    [{ invoiceRefNo: '7000007DI1747119701593' }, '/invoiceRefNo', 'local.reference-on-a-sale'],
    [{ invoiceType: 'Debit Note' }, '/invoiceRefNo', '0026'],
    [{ invoiceType: 'Debit Note', invoiceRefNo: '7000007DI174711970159' }, '/invoiceRefNo', '0057'],
    [{ scenarioId: 'SN001' }, '/scenarioId', 'local.scenario-in-real-use'],
    [{ items: [] }, '/items', 'local.no-lines'],
  ])('%j', (change, field, code) => {
    expect(head(change)).toEqual([{ field, code, line: null }])
  })
})

describe('one fault in a line is found alone, and in that line', () => {
  const other = { saleType: 'Goods at Reduced Rate', sroScheduleNo: 'EIGHTH SCHEDULE Table 1', sroItemSerialNo: '82' }
  const reduced = { ...other, rate: '1%', salesTaxApplicable: 10, totalValues: 1010, extraTax: '', furtherTax: '' }
  test.each<[Loose<FbrItem>, string, string]>([
    [{ hsCode: '' }, 'hsCode', '0019'],
    [{ hsCode: '95066210' }, 'hsCode', '0052'],
    [{ productDescription: '' }, 'productDescription', 'local.description'],
    [{ rate: '' }, 'rate', '0046'],
    [{ rate: 18 }, 'rate', '0046'],
    [{ uoM: '' }, 'uoM', '0099'],
    [{ saleType: 'Goods at Standard Rate (default)' }, 'saleType', '0013'],
    [{ quantity: 0 }, 'quantity', '0098'],
    [{ quantity: null }, 'quantity', '0098'],
    [{ quantity: -1 }, 'quantity', '0300'],
    [{ quantity: 1.00001 }, 'quantity', '0300'],
    [{ valueSalesExcludingST: 0 }, 'valueSalesExcludingST', '0300'],
    [{ valueSalesExcludingST: null }, 'valueSalesExcludingST', '0021'],
    [{ valueSalesExcludingST: '1000' }, 'valueSalesExcludingST', '0300'],
    [{ salesTaxApplicable: undefined }, 'salesTaxApplicable', '0018'],
    [{ salesTaxWithheldAtSource: null }, 'salesTaxWithheldAtSource', '0022'],
    [{ fixedNotifiedValueOrRetailPrice: undefined }, 'fixedNotifiedValueOrRetailPrice', '0090'],
    [{ discount: 1.234 }, 'discount', '0300'],
    [{ extraTax: null }, 'extraTax', '0300'],
    [{ furtherTax: undefined }, 'furtherTax', '0300'],
    [{ salesTaxApplicable: 180.01, totalValues: 1180.01 }, 'salesTaxApplicable', '0104'],
    [{ totalValues: 1179.99 }, 'totalValues', 'local.total'],
    [{ furtherTax: 40, totalValues: 1220 }, 'furtherTax', 'local.further-tax-of-registered'],
    [{ salesTaxWithheldAtSource: 180.01, totalValues: 999.99 }, 'salesTaxWithheldAtSource', '0008'],
    [{ sroScheduleNo: 'SRO 1' }, 'sroItemSerialNo', '0078'],
    [{ sroItemSerialNo: '1' }, 'sroScheduleNo', '0077'],
    [{ ...reduced, sroScheduleNo: '' }, 'sroScheduleNo', '0077'],
    [{ ...reduced, extraTax: 0 }, 'extraTax', '0091'],
    [{ petroleumLevyOn: 1 }, 'petroleumLevyOn', 'local.levy-without-petroleum'],
    [{ saleType: '3rd Schedule Goods', fixedNotifiedValueOrRetailPrice: 1 }, 'salesTaxApplicable', '0102'],
    [{ saleType: 'Cement /Concrete Block', rate: 'Rs.3' }, 'salesTaxApplicable', '0105'],
    [
      { saleType: 'Cotton ginners', salesTaxWithheldAtSource: 1, totalValues: 1179 },
      'salesTaxWithheldAtSource',
      '0050',
    ],
    [{ ...other, saleType: 'Petroleum Products' }, 'petroleumLevyOn', '0129'],
    [
      {
        ...other,
        saleType: 'Electricity Supply to Retailers',
        rate: '5%',
        valueSalesExcludingST: 20_000.02,
        salesTaxApplicable: 1000,
        totalValues: 21_000.02,
      },
      'rate',
      '0079',
    ],
    [
      { ...other, saleType: 'Potassium Chlorate', rate: '18% along with rupees 60 per kilogram', uoM: 'KG' },
      'salesTaxApplicable',
      '0103',
    ],
    [{ ...other, saleType: 'Potassium Chlorate' }, 'uoM', '0097'],
  ])('%j', (change, field, code) => {
    expect(second(change)).toEqual([{ field: `/items/1/${field}`, code, line: 1 }])
  })

  test('a cotton ginner sells to registered buyers only', () => {
    const items = [{ ...sound.items[0], saleType: 'Cotton ginners' }]
    expect(head({ buyerRegistrationType: 'Unregistered', items })).toEqual([
      { field: '/items/0/saleType', code: '0100', line: 0 },
    ])
  })
})

test('a trial needs a scenario that is known and fits its sale type', () => {
  expect(checkBody(sound, 'trial')).toMatchObject([{ code: '0203' }])
  expect(checkBody({ ...sound, scenarioId: 'SN029' }, 'trial')).toMatchObject([{ code: '0203' }])
  expect(checkBody({ ...sound, scenarioId: 'SN008' }, 'trial')).toMatchObject([{ code: '0204' }])
  expect(checkBody({ ...sound, scenarioId: 'SN001' }, 'trial')).toEqual([])
})

test('what is no invoice at all is refused, not thrown', () => {
  for (const body of [null, 'text', 7, [], {}, { items: [null, 1, []] }]) {
    expect(checkBody(body, 'real').length).toBeGreaterThan(0)
  }
})

test('every code that the check finds has its words', () => {
  const known = codes.map(({ code }) => code)
  expect(new Set(known).size).toBe(known.length)
  for (const body of [{}, { items: [{}] }, { ...sound, items: [{ ...sound.items[0], quantity: '' }] }]) {
    for (const { code } of checkBody(body, 'real')) expect(known).toContain(code)
  }
  for (const { means, next } of codes) for (const { ur } of [means, next]) expect(ur).toMatch(/[\u0600-\u06ff]/)
})

test('what is printed is a QR code of 25 modules a side, an inch wide, that holds the number', () => {
  const { qr } = fbr.mark('7000007DI1747119701593')
  expect(qr).toEqual({ text: '7000007DI1747119701593', version: 2, errorCorrection: 'M', sizeInches: 1 })
})
