// SPDX-License-Identifier: Apache-2.0
import type { ByteSource, Decompressor } from '../byte-source.ts'
import { type Row, type RowBatch, type RowFault, type TableLimits, tableLimits } from '../row.ts'
import { serialText } from './dates.ts'
import { decodeEscapes, readSharedStrings } from './shared-strings.ts'
import { chooseSheet, openWorkbook, type Workbook } from './workbook.ts'
import { readXml } from './xml.ts'
import { openEntry } from './zip.ts'

/** How to read a workbook. */
export type WorkbookReadOptions = {
  /** Name of the sheet; the first visible one when not given. */
  readonly sheet?: string
  /** The decimal sign in which numbers are written out as text; a point when not given. */
  readonly decimal?: '.' | ','
  readonly inflateRaw?: Decompressor
  readonly limits?: Partial<TableLimits>
}

/**
 * Reads one sheet of an .xlsx row by row, as texts: dates as `YYYY-MM-DD[ HH:MM]`, numbers in
 * their shortest form, formulas by the value that was saved with them, errors as `#N/A`.
 *
 * The file is passed over several times and never held; the shared texts are.
 *
 * @throws formats.not-a-table, formats.not-a-table, formats.zip-bomb, formats.encrypted-workbook,
 *         formats.unsupported, formats.broken-workbook, formats.too-large
 */
export async function* readWorkbook(source: ByteSource, options: WorkbookReadOptions = {}): AsyncIterable<RowBatch> {
  const limits = { ...tableLimits, ...options.limits }
  const { inflateRaw } = options
  const opening = { maxExpandedBytes: limits.maxExpandedBytes, ...(inflateRaw && { inflateRaw }) }
  const workbook = await openWorkbook(source, opening)
  const sheet = chooseSheet(workbook, options.sheet)
  const shared = workbook.sharedStrings
    ? await readSharedStrings(openEntry(source, workbook.sharedStrings, opening))
    : []
  let bytesRead = 0
  const collector = createRowCollector(workbook, shared, limits, options.decimal ?? '.')
  const chunks = openEntry(source, sheet.entry, opening, (at) => {
    bytesRead = at
  })
  yield* readXml(chunks, collector, () => {
    const rows = collector.take()
    return rows.length > 0 ? { rows, bytesRead } : undefined
  })
}

/** Names of the visible sheets, in order. @throws as readWorkbook */
export async function listSheets(
  source: ByteSource,
  options: { readonly inflateRaw?: Decompressor } = {},
): Promise<readonly string[]> {
  const { sheets } = await openWorkbook(source, { maxExpandedBytes: tableLimits.maxExpandedBytes, ...options })
  return sheets.filter((sheet) => sheet.visible).map((sheet) => sheet.name)
}

function createRowCollector(workbook: Workbook, shared: readonly string[], limits: TableLimits, decimal: '.' | ',') {
  let rows: Row[] = []
  let cells: string[] = []
  let fault: RowFault | null = null
  let recordNo = 0
  let lineNo = 0
  let column = -1
  let type = ''
  let style = 0
  let value = ''
  let capturing = false
  let inPhonetic = false

  function open(tag: string, attributes: Readonly<Record<string, string>>): void {
    if (tag === 'c') {
      column = attributes.r === undefined ? column + 1 : columnOf(attributes.r)
      type = attributes.t ?? 'n'
      style = Number(attributes.s ?? 0)
      value = ''
    } else if (tag === 'v' || tag === 't') capturing = !inPhonetic
    else if (tag === 'rPh') inPhonetic = true
    else if (tag === 'row') {
      lineNo = attributes.r === undefined ? lineNo + 1 : Number(attributes.r)
      column = -1
      cells = []
      fault = null
    }
  }

  function text(piece: string): void {
    if (capturing && value.length <= limits.maxCellChars) value += piece
  }

  function close(tag: string): void {
    if (tag === 'v' || tag === 't') capturing = false
    else if (tag === 'rPh') inPhonetic = false
    else if (tag === 'c') closeCell()
    else if (tag === 'row' && cells.some((cell) => cell !== ''))
      rows.push({ recordNo: ++recordNo, lineNo, cells, fault })
  }

  function closeCell(): void {
    if (value === '') return
    if (column >= limits.maxColumns) {
      fault = 'too-many-columns'
      return
    }
    if (value.length > limits.maxCellChars) {
      fault = 'cell-too-long'
      value = value.slice(0, 200)
    }
    while (cells.length < column) cells.push('')
    cells[column] = cellText()
  }

  function cellText(): string {
    switch (type) {
      case 's':
        return shared[Number(value)] ?? ''
      case 'str':
      case 'inlineStr':
        return decodeEscapes(value)
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'e':
        return value
      case 'd':
        return value.replace('T', ' ').slice(0, 16)
      default:
        return numberText()
    }
  }

  function numberText(): string {
    const shape = workbook.shapes[style] ?? 'number'
    const number = Number(value)
    if (!Number.isFinite(number)) return value
    if (shape !== 'number') return serialText(number, shape, workbook.is1904)
    // 2.5499999999999998 is how a file stores 2.55: the shortest form that means the same.
    const shortest = value.length > 15 || /[eE]/.test(value) ? String(number) : value
    return decimal === ',' ? shortest.replace('.', ',') : shortest
  }

  return {
    open,
    text,
    close,
    take(): Row[] {
      const taken = rows
      rows = []
      return taken
    },
  }
}

/** Column from 0 of a cell name such as `AB12`. */
function columnOf(name: string): number {
  let column = 0
  for (let i = 0; i < name.length; i++) {
    const letter = name.charCodeAt(i) - 64
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return column - 1
}
