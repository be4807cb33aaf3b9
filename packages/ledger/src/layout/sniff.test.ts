// SPDX-License-Identifier: Apache-2.0

import { createReadStream } from 'node:fs'
import { bytesSource } from '@resham/formats'
import { describe, expect, test } from 'vitest'
import { aWorkbook } from '../../../formats/src/xlsx/workbook.testing.ts'
import { publicData, textSource } from '../ledger.testing.ts'
import type { Layout, Role } from '../types.ts'
import { applyCorrection, correctionOf } from './correction.ts'
import { missingColumns, sniffLedger } from './sniff.ts'

const found = (layout: Layout) =>
  Object.fromEntries(
    Object.entries(layout.columns).flatMap(([role, i]) => (i === null ? [] : [[role, layout.header[i]]])),
  )

async function layoutOf(text: string): Promise<Layout> {
  return (await sniffLedger(textSource(text))).layout
}

describe('sniffing a ledger', () => {
  test('an Urdu file with semicolons, decimal commas and Urdu digits', async () => {
    const layout = await layoutOf(
      'بل نمبر;تاریخ;آئٹم کا نام;تعداد;قیمت;گاہک کا نام\n۱۰۱;۲۴/۱۱/۲۰۲۶;باسمتی چاول;۵;۱۲۰,۵۰;اسلم\n۱۰۲;۲۵/۱۱/۲۰۲۶;دال مسور;۲;۹۰,۲۵;سلیم\n',
    )
    expect(found(layout)).toEqual({
      document: 'بل نمبر',
      date: 'تاریخ',
      itemName: 'آئٹم کا نام',
      quantity: 'تعداد',
      price: 'قیمت',
      customerName: 'گاہک کا نام',
    })
    expect(layout).toMatchObject({ decimal: ',', dateOrder: 'dmy', hasHeader: true, dialect: { separator: ';' } })
    expect(layout.confidence).toBeGreaterThan(0.8)
  })

  test('a Roman Urdu file', async () => {
    const layout = await layoutOf(
      'Tareekh\tMaal\tTadad\tRaqam\tGahak\n1/11/2026\tCheeni\t5\t700\tAslam\n15/11/2026\tAata\t2\t300\tBilal\n',
    )
    expect(found(layout)).toEqual({
      date: 'Tareekh',
      itemName: 'Maal',
      quantity: 'Tadad',
      amount: 'Raqam',
      customer: 'Gahak',
    })
  })

  test('a shop program that writes titles above its header', async () => {
    const layout = await layoutOf(
      'City Traders,,,,\nSales report,,,,\n\nDate,Product,Qty,Rate,Total\n01-Nov-26,Soap,5,50,250\n02-Nov-26,Oil,1,550,550\n',
    )
    expect(found(layout)).toEqual({
      date: 'Date',
      itemName: 'Product',
      quantity: 'Qty',
      price: 'Rate',
      amount: 'Total',
    })
    expect(layout.headerRecord).toBe(3)
  })

  test('an export of a web shop', async () => {
    const layout = await layoutOf(
      'Order ID,Created at,Lineitem name,Lineitem sku,Lineitem quantity,Lineitem price,Currency,Shipping Country,Financial Status,Discount Amount,Source\n#1001,2026-11-01 10:11:12 +0500,Ball,SB-1,2,1500.00,PKR,PK,paid,0,web\n#1002,2026-11-02 10:11:12 +0500,Bat,SB-2,1,5500.00,PKR,PK,refunded,0,web\n',
    )
    expect(found(layout)).toEqual({
      document: 'Order ID',
      date: 'Created at',
      itemName: 'Lineitem name',
      itemCode: 'Lineitem sku',
      quantity: 'Lineitem quantity',
      price: 'Lineitem price',
      currency: 'Currency',
      country: 'Shipping Country',
      status: 'Financial Status',
      channel: 'Source',
    })
  })

  test('a file without a header is understood by what stands in it', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => {
      const bill = 5000 + Math.floor(i / 3)
      return `${bill},2026-11-${String(1 + Math.floor(i / 6)).padStart(2, '0')},Item number ${i % 7} large,${1 + (i % 5)},${(i % 7) * 10 + 9}.50`
    })
    const layout = await layoutOf(lines.join('\n'))
    expect(layout.columns).toMatchObject({ document: 0, date: 1, itemName: 2, quantity: 3, price: 4 })
    expect(layout).toMatchObject({ hasHeader: false, headerRecord: 0 })
    expect(layout.header[0]).toBe('column 1')
  })

  test('the order of day and month is settled by one date, by the run of days, or left open aloud', async () => {
    const file = (dates: string[]) => `date,item,qty\n${dates.map((date) => `${date},Soap,1`).join('\n')}\n`
    expect((await layoutOf(file(['01/02/2026', '25/02/2026']))).dateOrder).toBe('dmy')
    expect((await layoutOf(file(['01/02/2026', '02/25/2026']))).dateOrder).toBe('mdy')
    expect((await layoutOf(file(['03/01/2026', '03/02/2026', '03/03/2026', '03/04/2026']))).dateOrder).toBe('mdy')
    const open = await layoutOf(file(['05/05/2026']))
    expect(open.warnings).toContain('date-order-ambiguous')
    expect((await sniffLedger(textSource(file(['05/05/2026'])), { preferredDateOrder: 'mdy' })).layout.dateOrder).toBe(
      'mdy',
    )
  })

  test('a total that repeats on every line of an order is not the amount of a line', async () => {
    const lines = Array.from(
      { length: 20 },
      (_, i) => `${Math.floor(i / 2)},2026-11-01,Item ${i},1,${100 + i},${Math.floor(i / 2) * 1000}`,
    )
    const layout = await layoutOf(`order,date,item,qty,price,total\n${lines.join('\n')}\n`)
    expect(layout.columns).toMatchObject({ price: 4, amount: null })
    expect(layout.warnings).toContain('amount-is-order-total')
  })

  test('a workbook is sniffed like a file, and its sheets are named', async () => {
    const bytes = aWorkbook([
      {
        name: 'Nov',
        rows: [
          ['Date', 'Item', 'Qty', 'Rate'],
          [{ date: 46_350 }, 'Soap', 5, 50.5],
          [{ date: 46_351 }, 'Oil', 1, 550],
        ],
      },
    ])
    const { layout, sheets } = await sniffLedger(bytesSource(bytes))
    expect(found(layout)).toEqual({ date: 'Date', itemName: 'Item', quantity: 'Qty', price: 'Rate' })
    expect(layout).toMatchObject({ kind: 'workbook', sheet: 'Nov' })
    expect(sheets).toEqual(['Nov'])
  })

  test('a column called date may hold the day numbers of a spreadsheet', async () => {
    const layout = await layoutOf('Date,Item,Qty,Amount\n46350,Soap,1,500\n46351,Oil,2,700\n')
    expect(found(layout)).toEqual({ date: 'Date', itemName: 'Item', quantity: 'Qty', amount: 'Amount' })
  })

  test('files of one shape have one fingerprint, whatever they hold', async () => {
    const a = await layoutOf('Date,Item,Qty\n2026-01-01,Soap,1\n')
    const b = await layoutOf('date;item;qty\n2027-05-05;Oil;100\n')
    const c = await layoutOf('Date,Item,Price\n2026-01-01,Soap,1\n')
    expect(a.fingerprint).toBe(b.fingerprint)
    expect(a.fingerprint).not.toBe(c.fingerprint)
  })

  test('a correction is remembered by the names of columns', async () => {
    const first = await layoutOf('day,what,n,val\n05/06/2026,Soap,1,5\n')
    const corrected: Layout = {
      ...first,
      dateOrder: 'mdy',
      columns: { ...first.columns, itemName: 1, quantity: 2, price: null, amount: 3 },
    }
    const next = await layoutOf('val,day,what,n\n7,05/06/2026,Oil,1\n')
    const remembered = applyCorrection(next, correctionOf(corrected))
    expect(remembered.columns).toMatchObject({ amount: 0, date: 1, itemName: 2, quantity: 3, price: null })
    expect(remembered.dateOrder).toBe('mdy')
  })

  test('what no ledger can do without is named when it is missing', async () => {
    const layout = await layoutOf('city,phone\nLahore,12\nMultan,13\n')
    expect(missingColumns(layout.columns)).toEqual(['date', 'item', 'amount'])
  })

  test('what is no table is refused at the door, each in its own words', async () => {
    const code = async (text: string | Uint8Array) => {
      const source = typeof text === 'string' ? textSource(text) : bytesSource(text)
      return sniffLedger(source).then(
        () => 'read',
        (error: { code: string }) => error.code,
      )
    }
    expect(await code('%PDF-1.7\n%âãÏÓ\n1 0 obj')).toBe('formats.pdf')
    expect(await code('')).toBe('formats.empty')
    expect(await code('\n \n')).toBe('formats.empty')
    expect(await code('Date,Item,Qty\n')).toBe('formats.header-only')
    expect(await code('one two three\nfour five\n')).toBe('formats.not-a-table')
    expect(await code(`${'a,'.repeat(10_000)}\n1,2\n`)).toBe('formats.too-many-columns')
    expect(await code(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]))).toBe('formats.not-a-table')
    expect(await code(Uint8Array.from([1, 0, 0, 0, 5, 6, 0, 0, 1, 1, 0, 3, 7, 0, 0]))).toBe('formats.not-a-table')
    const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
    expect(await code(Uint8Array.from(ole))).toBe('formats.old-workbook')
    const mark = Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0])
    expect(await code(Uint8Array.from([...ole, ...mark]))).toBe('formats.encrypted-workbook')
  })

  test('a head of mixed encodings is a warning, not a refusal', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('تاریخ,آئٹم,تعداد\n2026-01-01,چاول,5\n'),
      ...[0x32, 0x30, 0x32, 0x36, 0x2d, 0x30, 0x31, 0x2d, 0x30, 0x32, 0x2c, 0x63, 0xe9, 0x2c, 0x31, 0x0a],
    ])
    expect((await sniffLedger(bytesSource(bytes))).layout.warnings).toContain('mixed-encoding')
  })

  const orders = publicData('sales/pakistan_orders_2016-07_sample.csv')
  test.runIf(orders)('the public file of orders', async () => {
    const { layout } = await sniffLedger(() => createReadStream(orders ?? ''))
    const expected: Partial<Record<Role, string>> = {
      document: 'increment_id',
      date: 'created_at',
      itemCode: 'sku',
      quantity: 'qty_ordered',
      price: 'price',
      customer: 'customer_id',
      status: 'status',
      category: 'category_name_1',
    }
    expect(found(layout)).toEqual(expected)
  })
})
