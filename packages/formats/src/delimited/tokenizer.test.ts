// SPDX-License-Identifier: Apache-2.0
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Row, tableLimits } from '../row.ts'
import { createTokenizer, type Dialect } from './tokenizer.ts'
import { unguardCell, writeDelimited } from './write.ts'

const comma: Dialect = { separator: ',', quote: '"' }
const seed = { seed: 20_261_124, numRuns: 400 }

function rowsOf(pieces: readonly string[], dialect = comma, limits = {}): Row[] {
  const rows: Row[] = []
  const tokenizer = createTokenizer(dialect, { ...tableLimits, ...limits })
  for (const piece of pieces) tokenizer.push(piece, rows)
  tokenizer.end(rows)
  return rows
}

const cellsOf = (rows: readonly Row[]) => rows.map((row) => row.cells)

/** Text made of the characters that matter, so that quotes and line ends meet often. */
const wildText = fc.string({ unit: fc.constantFrom('a', 'b', '"', ',', '\n', '\r', ' ', 'ر'), maxLength: 60 })
const anyCell = fc.string({ unit: fc.constantFrom('x', '"', ',', '\n', '\r\n', ';', 'ق', ' '), maxLength: 8 })
const anyTable = fc
  .integer({ min: 2, max: 5 })
  .chain((width) =>
    fc.array(fc.array(anyCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  )

describe('tokenizer', () => {
  test('reads what the writer wrote', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n')
        expect(cellsOf(rowsOf([text]))).toEqual(table)
        const read = cellsOf(rowsOf([writeDelimited(table)]))
        expect(read.map((row) => row.map(unguardCell))).toEqual(table)
      }),
      seed,
    )
  })

  test('agrees with csv-parse on well-formed files', () => {
    fc.assert(
      fc.property(anyTable, fc.constantFrom('\n', '\r\n', '\r'), (table, lineEnd) => {
        const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
        const text = table.map((row) => row.map(quoted).join(',')).join(lineEnd) + lineEnd
        const twin = parse(text, { record_delimiter: lineEnd, relax_column_count: true }) as string[][]
        expect(cellsOf(rowsOf([text]))).toEqual(twin)
      }),
      seed,
    )
  })

  test('rows are the same wherever the text is cut', () => {
    fc.assert(
      fc.property(wildText, fc.array(fc.nat(60), { maxLength: 6 }), (text, cuts) => {
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length]
        const pieces = places.slice(1).map((end, i) => text.slice(places[i], end))
        expect(rowsOf(pieces)).toEqual(rowsOf([text]))
      }),
      seed,
    )
  })

  test('a record knows its physical line, also below cells of several lines', () => {
    const rows = rowsOf(['a,b\n\n"one\ntwo\r\nthree",c\r\nd,e\n'])
    expect(rows.map((row) => [row.recordNo, row.lineNo])).toEqual([
      [1, 1],
      [2, 3],
      [3, 6],
    ])
  })

  test('a quote inside a cell is a character, text after a closing quote is kept', () => {
    expect(cellsOf(rowsOf(['RECORD FRAME 7" SINGLE,"a"b,c\n']))).toEqual([['RECORD FRAME 7" SINGLE', 'ab', 'c']])
  })

  test('a quote that never closes costs its own line only', () => {
    const rows = rowsOf(['a,b\n1,"open\n2,x\n3,y\n'])
    expect(rows.map((row) => [row.lineNo, row.fault, row.cells.at(-1)])).toEqual([
      [1, null, 'b'],
      [2, 'quote-not-closed', '1,"open'],
      [3, null, 'x'],
      [4, null, 'y'],
    ])
  })

  test('an open quote is not closed by the opening quote of a cell below', () => {
    const rows = rowsOf(['1,"open,5\n2,x,6\n3,"Oil, big",7\n4,"a\nb" ,8\n'])
    expect(rows.map((row) => [row.lineNo, row.fault, row.cells[1]])).toEqual([
      [1, 'quote-not-closed', undefined],
      [2, null, 'x'],
      [3, null, 'Oil, big'],
      [4, null, 'a\nb '],
    ])
  })

  test('a quote left open above a megabyte of good lines is reported and the lines are read', () => {
    const good = Array.from({ length: 3000 }, (_, i) => `${i},good`).join('\n')
    const rows = rowsOf([`a,"open\n${good.slice(0, 9000)}`, good.slice(9000)], comma, { maxRecordChars: 8000 })
    expect(rows[0]?.fault).toBe('quote-not-closed')
    expect(rows.length).toBe(3001)
    expect(rows.at(-1)).toMatchObject({ lineNo: 3001, cells: ['2999', 'good'], fault: null })
  })

  test('a record over the limit is reported without being kept, and the next is read', () => {
    const piece = 'x'.repeat(1000)
    const rows = rowsOf(['a,b\n', ...Array.from({ length: 50 }, () => piece), '\r', '\nc,d\n'], comma, {
      maxRecordChars: 5000,
    })
    expect(rows.map((row) => [row.lineNo, row.fault])).toEqual([
      [1, null],
      [2, 'record-too-long'],
      [3, null],
    ])
    expect(rows[1]?.cells[0]?.length).toBe(200)
  })

  test('columns and cells over the limit are reported', () => {
    const rows = rowsOf([`${'a,'.repeat(20)}\n${'b'.repeat(200)},c\n`], comma, { maxColumns: 10, maxCellChars: 100 })
    expect(rows.map((row) => row.fault)).toEqual(['too-many-columns', 'cell-too-long'])
    expect(rows[0]?.cells.length).toBe(10)
  })

  test('each separator and the single quote work alike', () => {
    for (const separator of [';', '\t', '|'] as const) {
      const rows = rowsOf([`'a${separator}b'${separator}c\n`], { separator, quote: "'" })
      expect(cellsOf(rows)).toEqual([[`a${separator}b`, 'c']])
    }
  })
})
