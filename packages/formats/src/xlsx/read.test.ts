// SPDX-License-Identifier: Apache-2.0

import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { bytesSource } from '../byte-source.ts'
import type { Row } from '../row.ts'
import { customShape, serialText } from './dates.ts'
import { listSheets, readWorkbook, type WorkbookReadOptions } from './read.ts'
import { aWorkbook } from './workbook.testing.ts'
import { readZipDirectory } from './zip.ts'

async function rowsOf(bytes: Uint8Array, options: WorkbookReadOptions = {}, step = 65_536): Promise<Row[]> {
  const rows: Row[] = []
  for await (const batch of readWorkbook(bytesSource(bytes, step), options)) rows.push(...batch.rows)
  return rows
}

describe('reading workbooks', () => {
  test('texts, numbers, dates, formulas and errors come as texts', async () => {
    const bytes = aWorkbook([
      {
        name: 'Sales',
        rows: [
          ['Item', 'Qty', 'Price', 'Date', 'Total', 'Note'],
          [
            'Rice & "dal" <1kg>',
            5,
            { xml: '<c r="{r}"><v>2.5499999999999998</v></c>' },
            { date: 46_350.351_388_888_9 },
            { xml: '<c r="{r}"><f>B2*C2</f><v>12.75</v></c>' },
            { xml: '<c r="{r}" t="inlineStr"><is><t>in </t><r><t>line</t></r></is></c>' },
          ],
          [
            null,
            { xml: '<c r="{r}" t="e"><v>#N/A</v></c>' },
            { xml: '<c r="{r}" t="b"><v>1</v></c>' },
            { xml: '<c r="{r}" s="2"><v>46350</v></c>' },
          ],
        ],
      },
    ])
    const rows = await rowsOf(bytes)
    expect(rows.map((row) => row.cells)).toEqual([
      ['Item', 'Qty', 'Price', 'Date', 'Total', 'Note'],
      ['Rice & "dal" <1kg>', '5', '2.55', '2026-11-24 08:26', '12.75', 'in line'],
      ['', '#N/A', 'TRUE', '2026-11-24'],
    ])
    for (const step of [1, 997]) expect(await rowsOf(bytes, {}, step)).toEqual(rows)
  })

  test('the first visible sheet is read, or the one that is named', async () => {
    const bytes = aWorkbook([
      { name: 'Hidden', state: 'hidden', rows: [['h']] },
      { name: 'First', rows: [['f']] },
      { name: 'فروخت', rows: [['u']] },
    ])
    expect(await listSheets(bytesSource(bytes))).toEqual(['First', 'فروخت'])
    expect((await rowsOf(bytes))[0]?.cells).toEqual(['f'])
    expect((await rowsOf(bytes, { sheet: 'فروخت' }))[0]?.cells).toEqual(['u'])
    await expect(rowsOf(bytes, { sheet: 'None' })).rejects.toThrow('formats.not-a-table')
  })

  test('dates count from 1904 when the workbook says so', async () => {
    const bytes = aWorkbook([{ name: 'S', rows: [[{ date: 44_888 }]] }], { is1904: true })
    expect((await rowsOf(bytes))[0]?.cells).toEqual(['2026-11-24'])
  })

  test('prefixed names and gaps between rows and cells are understood', async () => {
    const xml = '<x:c r="{r}"><x:v>7</x:v></x:c>'
    const bytes = aWorkbook([{ name: 'S', rows: [['a'], [], [null, null, { xml }]] }], { prefix: 'x:' })
    expect((await rowsOf(bytes)).map((row) => [row.recordNo, row.lineNo, row.cells])).toEqual([
      [1, 1, ['a']],
      [2, 3, ['', '', '7']],
    ])
  })

  test('numbers are written with the decimal sign asked for', async () => {
    const bytes = aWorkbook([{ name: 'S', rows: [[1.5, 2]] }])
    expect((await rowsOf(bytes, { decimal: ',' }))[0]?.cells).toEqual(['1,5', '2'])
  })

  test('a sheet that expands out of all proportion is refused', async () => {
    const bomb = strToU8(`<worksheet><sheetData>${' '.repeat(40_000_000)}</sheetData></worksheet>`)
    const bytes = aWorkbook([{ name: 'S', rows: [['a']] }], { extra: { 'xl/sharedStrings.xml': bomb } })
    await expect(rowsOf(bytes)).rejects.toThrow('formats.zip-bomb')
  })

  test('a sheet that lies about its size is stopped on the way', async () => {
    const honest = aWorkbook([{ name: 'S', rows: [['a']] }], {
      extra: { 'xl/sharedStrings.xml': strToU8(`<sst>${' '.repeat(40_000_000)}</sst>`) },
    })
    // The expanded size in the central directory of that entry is changed to something modest.
    const entry = (await readZipDirectory(bytesSource(honest))).find((e) => e.name === 'xl/sharedStrings.xml')
    const view = new DataView(honest.buffer, honest.byteOffset, honest.byteLength)
    for (let at = 0; at + 46 < honest.length; at++) {
      if (view.getUint32(at, true) === 0x0201_4b50 && view.getUint32(at + 42, true) === entry?.offset) {
        view.setUint32(at + 24, 1000, true)
      }
    }
    await expect(rowsOf(honest)).rejects.toThrow('formats.zip-bomb')
  })

  test('document types, which make XML explode, are refused', async () => {
    const evil = strToU8('<!DOCTYPE s [<!ENTITY a "aaaa">]><sst><si><t>&a;</t></si></sst>')
    const bytes = aWorkbook([{ name: 'S', rows: [['a']] }], { extra: { 'xl/sharedStrings.xml': evil } })
    await expect(rowsOf(bytes)).rejects.toThrow('formats.broken-workbook')
  })

  test('a zip of something else, and a truncated one, are refused in our own words', async () => {
    await expect(rowsOf(zipSync({ 'a.txt': strToU8('x') }))).rejects.toThrow('formats.zip-not-workbook')
    await expect(rowsOf(zipSync({ 'content.xml': strToU8('<x/>') }))).rejects.toThrow('formats.unsupported')
    const bytes = aWorkbook([{ name: 'S', rows: [['a', 1]] }])
    await expect(rowsOf(bytes.subarray(0, bytes.length - 40))).rejects.toThrow('formats.broken-workbook')
  })

  test('any damage gives an error of ours, never another one', async () => {
    const bytes = aWorkbook([
      {
        name: 'S',
        rows: [
          ['a', 1],
          ['b', 2],
        ],
      },
    ])
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const damaged = bytes.slice()
        damaged[at] = (damaged[at] ?? 0) ^ flip
        try {
          await rowsOf(damaged)
        } catch (error) {
          expect((error as { code?: string }).code).toMatch(/^formats\./)
        }
      }),
      { seed: 3, numRuns: 300 },
    )
  })

  test('number formats are told from date formats', () => {
    const dates = ['dd/mm/yyyy', '[$-409]d-mmm-yy', 'yyyy\\-mm\\-dd hh:mm', 'mmm', '[Red]d/m/yy;@']
    for (const code of dates) expect(customShape(code)).toBe('date')
    for (const code of ['h:mm', '[h]:mm:ss', 'hh:mm AM/PM']) expect(customShape(code)).toBe('time')
    for (const code of ['0.00', '#,##0', '"days" 0', '[$Rs] #,##0', 'General', '_-* #,##0_-', '0\\d']) {
      expect(customShape(code)).toBe('number')
    }
  })

  test('a serial keeps its minute through floating point', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 60_000 }), fc.integer({ min: 1, max: 1439 }), (day, minute) => {
        const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
        expect(serialText(day + minute / 1440, 'date', false).slice(11)).toBe(clock)
      }),
      { seed: 5 },
    )
  })
})
