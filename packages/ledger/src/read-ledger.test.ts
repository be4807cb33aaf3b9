// SPDX-License-Identifier: Apache-2.0

import { gzipSync } from 'node:zlib'
import { plainDate, toDayNumber } from '@resham/base'
import { bytesSource } from '@resham/formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aWorkbook } from '../../formats/src/xlsx/workbook.testing.ts'
import { applyCorrection, correctionOf } from './layout/correction.ts'
import { readWhole, textSource } from './ledger.testing.ts'
import { writeProblemsCsv } from './problems.ts'
import { badReasons } from './types.ts'

const header = 'Invoice,Date,Item Code,Description,Qty,Price,Customer\n'
const good = '1001,2026-11-01 10:30,A1,Soap,3,49.995,C7\n'

describe('reading a ledger', () => {
  test('a line says everything that its row says, exactly', async () => {
    const { lines } = await readWhole(textSource(header + good))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatchObject({
      recordNo: 2,
      lineNo: 2,
      document: '1001',
      day: toDayNumber(plainDate('2026-11-01')),
      minuteOfDay: 630,
      itemCode: 'A1',
      itemName: 'Soap',
      quantityMilli: 3000,
      // 3 x 49.995 is 149.985: halves go away from zero.
      netMinor: 14_999,
      unitPriceMicro: 49_995_000,
      currency: 'PKR',
      customer: 'C7',
      country: null,
      kind: 'sale',
      ruleId: 'sale',
    })
  })

  test('every kind of bad row is reported with line, column and reason, and the good rows are read', async () => {
    const rows = [
      ['1,31/02/2026,A,Soap,1,5,', 'date-not-real', 'Date'],
      ['1,soon,A,Soap,1,5,', 'date-unreadable', 'Date'],
      ['1,,A,Soap,1,5,', 'date-missing', 'Date'],
      ['1,2/11/1850,A,Soap,1,5,', 'date-out-of-range', 'Date'],
      ['1,2/11/2026,,,1,5,', 'item-missing', 'Item Code'],
      ['1,2/11/2026,A,Soap,,5,', 'quantity-missing', 'Qty'],
      ['1,2/11/2026,A,Soap,many,5,', 'number-unreadable', 'Qty'],
      ['1,2/11/2026,A,Soap,=1+1,5,', 'number-unreadable', 'Qty'],
      ['1,2/11/2026,A,Soap,"1,5",5,', 'number-grouping', 'Qty'],
      ['1,2/11/2026,A,Soap,1,,', 'price-missing', 'Price'],
      ['1,2/11/2026,A,Soap,1,#N/A,', 'error-value', 'Price'],
      ['1,2/11/2026,A,Soap,999999999999,999999999999,', 'number-too-large', 'Price'],
      ['only one cell', 'too-few-columns', null],
      ['1,2/11/2026,A,Soap, red, big,1,5,', 'too-many-columns', null],
    ] as const
    const text = rows.map(([row]) => `${row}\n2,2/11/2026,A,Soap,1,5.25,\n`).join('')
    const { lines, bad } = await readWhole(textSource(header + text))
    expect(bad.map((row) => [row.lineNo, row.reason, row.column])).toEqual(
      rows.map(([, reason, column], i) => [2 + i * 2, reason, column]),
    )
    expect(lines).toHaveLength(rows.length)
    for (const row of bad) expect(badReasons).toContain(row.reason)
  })

  test('a currency that the books do not know is a bad row; several known ones stand side by side', async () => {
    const text =
      'date,item,qty,price,currency\n2026-11-01,A,1,1.5,USD\n2026-11-01,A,1,1.5,XXQ\n2026-11-01,A,1,1.5,kwd\n2026-11-01,A,1,1.5,Rs\n2026-11-01,A,1,15,JPY\n'
    const { lines, bad } = await readWhole(textSource(text))
    expect(lines.map((line) => [line.currency, line.netMinor])).toEqual([
      ['USD', 150],
      ['KWD', 1500],
      ['PKR', 150],
      ['JPY', 15],
    ])
    expect(bad).toMatchObject([
      { lineNo: 3, column: 'currency', reason: 'currency-unknown', details: { currency: 'XXQ' } },
    ])
  })

  test('a currency written beside a number counts, and may not contradict the column', async () => {
    const text =
      'date,item,qty,price,currency\n2026-11-01,A,1,USD 1.50,\n2026-11-01,A,1,1.50 USD,PKR\n2026-11-01,A,1,£2,\n2026-11-01,A,1,$2,\n2026-11-01,A,1,Rs 2,\n'
    const signs = await readWhole(textSource(text), { money: { currencySigns: { '£': 'GBP' } } })
    expect(signs.lines.map((line) => [line.lineNo, line.currency])).toEqual([
      [2, 'USD'],
      [4, 'GBP'],
      [6, 'PKR'],
    ])
    expect(signs.bad.map((row) => [row.lineNo, row.reason])).toEqual([
      [3, 'currency-conflict'],
      [5, 'currency-unknown'],
    ])
    const plain = await readWhole(textSource(text))
    expect(plain.lines.map((line) => line.currency)).toEqual(['USD', 'PKR', 'PKR', 'PKR'])
  })

  test('Urdu digits, blank lines, repeated headers and a total at the end are no obstacle', async () => {
    const text =
      'تاریخ,آئٹم,تعداد,قیمت\n۰۱/۱۱/۲۰۲۶,چاول,۵,۱۲۰\n\n,,,\nتاریخ,آئٹم,تعداد,قیمت\n۱۵/۱۱/۲۰۲۶,دال,۲,۹۰\nکل,,,۷۸۰\n'
    const { lines, bad } = await readWhole(textSource(text))
    expect(lines.map((line) => [line.itemCode, line.quantityMilli, line.netMinor])).toEqual([
      ['چاول', 5000, 60_000],
      ['دال', 2000, 18_000],
    ])
    expect(bad.map((row) => row.reason)).toEqual(['date-unreadable'])
  })

  test('what came back is negative however the program wrote it', async () => {
    const text =
      'date,item,qty,price,amount,type\n2026-11-01,A,-2,5,10,Sale\n2026-11-01,A,2,5,10,Sales Return\n2026-11-01,A,-2,5,-10,Sale\n'
    const { lines } = await readWhole(textSource(text))
    expect(lines.map((line) => [line.kind, line.quantityMilli, line.netMinor])).toEqual([
      ['return', -2000, -1000],
      ['return', -2000, -1000],
      ['return', -2000, -1000],
    ])
  })

  test('lines are the same wherever the bytes are cut', async () => {
    const text = `${header}1,2026-11-01,A1,"Soap\n""big""",3,49.5,C7\r\n2,2026-11-02,A2,چاول,1,۵۵۰,\n3,31/02/2026,A,x,1,1,\n`
    const whole = await readWhole(textSource(text))
    expect(whole.lines).toHaveLength(2)
    for (const step of [1, 2, 3, 7, 31]) expect(await readWhole(textSource(text, step))).toEqual(whole)
  })

  test('a row damaged by another encoding is bad, its neighbours are lines', async () => {
    const bytes = new Uint8Array([
      ...new TextEncoder().encode('date,item,qty\n2026-11-01,چاول,5\n2026-11-02,caf'),
      0xe9,
      ...new TextEncoder().encode(',1\n2026-11-03,دال,2\n'),
    ])
    const { lines, bad } = await readWhole(bytesSource(bytes))
    expect(lines.map((line) => line.itemName)).toEqual(['چاول', 'دال'])
    expect(bad.map((row) => [row.lineNo, row.reason])).toEqual([[3, 'mixed-encoding']])
  })

  test('a cancelled order without numbers is an ignored line, a live one is a bad row', async () => {
    const text =
      'date,item,qty,price,status\n2026-11-01,A,0,,Cancelled\n2026-11-01,A,1,,Shipped\n2026-11-01,A,1,5,Shipped\n'
    const { lines, bad } = await readWhole(textSource(text))
    expect(lines.map((line) => [line.lineNo, line.kind])).toEqual([
      [2, 'ignored'],
      [4, 'sale'],
    ])
    expect(bad.map((row) => [row.lineNo, row.reason])).toEqual([[3, 'price-missing']])
  })

  test('a workbook, a gzip file and a plain file of the same sales give the same lines and keys', async () => {
    const text = `${header}1001,2026-11-01,A1,Soap,3,49.5,C7\n1002,2026-11-02,A2,Oil,1,550,\n`
    const rows = [
      ['Invoice', 'Date', 'Item Code', 'Description', 'Qty', 'Price', 'Customer'],
      [1001, { date: 46_327 }, 'A1', 'Soap', 3, 49.5, 'C7'],
      [1002, { date: 46_328 }, 'A2', 'Oil', 1, 550, null],
    ]
    const plain = await readWhole(textSource(text))
    expect(plain.lines).toHaveLength(2)
    expect((await readWhole(bytesSource(gzipSync(text)))).lines).toEqual(plain.lines)
    expect((await readWhole(bytesSource(aWorkbook([{ name: 'S', rows }])))).lines).toEqual(plain.lines)
  })
})

describe('keys of lines', () => {
  const anyLine = fc.tuple(fc.constantFrom('1001', '1002'), fc.constantFrom('A1', 'A2'), fc.integer({ min: 1, max: 3 }))
  const fileOf = (lines: readonly (readonly [string, string, number])[]) =>
    header + lines.map(([bill, code, qty]) => `${bill},2026-11-01,${code},Soap,${qty},5,C7\n`).join('')
  const keysOf = async (text: string) => (await readWhole(textSource(text))).lines.map((line) => line.key)

  test('the same file twice gives the same keys, all different', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { minLength: 1, maxLength: 30 }), async (lines) => {
        const keys = await keysOf(fileOf(lines))
        expect(await keysOf(fileOf(lines))).toEqual(keys)
        expect(new Set(keys).size).toBe(lines.length)
      }),
      { seed: 43, numRuns: 50 },
    )
  })

  test('overlapping files merge: together they hold each line as often as the fuller one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyLine, { minLength: 1, maxLength: 20 }), fc.nat(20), async (lines, cut) => {
        const merged = new Set([...(await keysOf(fileOf(lines))), ...(await keysOf(fileOf(lines.slice(0, cut + 1))))])
        expect(merged.size).toBe(lines.length)
      }),
      { seed: 47, numRuns: 50 },
    )
  })

  test('the order of lines and the rules do not change which keys there are', async () => {
    const lines = [
      ['1001', 'A1', 1],
      ['1001', 'A1', 1],
      ['1002', 'A2', 3],
    ] as const
    const keys = await keysOf(fileOf(lines))
    expect((await keysOf(fileOf([...lines].reverse()))).sort()).toEqual([...keys].sort())
    const { lines: unruled } = await readWhole(textSource(fileOf(lines)), { rules: [] })
    expect(unruled.map((line) => line.key)).toEqual(keys)
  })
})

describe('files of problems', () => {
  test('problems come out, are mended, and go in again as lines', async () => {
    const rows = '1,31/02/2026,A1,"Soap, =big",1,5,C7\n2,02/11/2026,A2,=Oil,many,5,\n'
    const first = await readWhole(textSource(header + rows))
    expect(first.bad).toHaveLength(2)
    const csv = writeProblemsCsv(first.bad, first.layout, {
      headings: ['سطر', 'وجہ'],
      reasonText: (row) => `${row.reason}!`,
    })
    expect(csv).toContain("'=Oil")
    const mended = csv.replace('31/02/2026', '28/02/2026').replace('many', '4')
    const again = await readWhole(textSource(mended), {
      change: (layout) => {
        expect(layout.fingerprint).toBe(first.layout.fingerprint)
        return applyCorrection(layout, correctionOf(first.layout))
      },
    })
    expect(again.bad).toEqual([])
    const whole = await readWhole(textSource(header + rows.replace('31/02/2026', '28/02/2026').replace('many', '4')))
    expect(again.lines.map((line) => line.key)).toEqual(whole.lines.map((line) => line.key))
    expect(again.lines[1]?.itemName).toBe('=Oil')
  })
})
