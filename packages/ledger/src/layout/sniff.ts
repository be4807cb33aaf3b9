// SPDX-License-Identifier: Apache-2.0
import { type ByteSource, formatError, type Row } from '@resham/formats'
import { problemHeaders } from '../header-words.ts'
import { createKeyHasher } from '../line-key.ts'
import type { Columns, DateOrder, Layout, LayoutWarning } from '../types.ts'
import { countHeaderWords, guessColumns, isOrderTotal, normalHeader } from './columns.ts'
import { type ColumnContent, describeColumn, isDate } from './content.ts'
import { type HeadOptions, readTableHead } from './head.ts'
import { orderTotalRepeats } from './order-total.ts'
import { sniffDateOrder, sniffDecimal } from './styles.ts'

/** What the sniffer may be told. */
export type SniffOptions = HeadOptions & {
  /** Order of day and month when a file leaves it open; day first when not given. */
  readonly preferredDateOrder?: DateOrder
}

/** A layout, and the first records for a preview. */
export type SniffedLedger = {
  readonly layout: Layout
  /** First records below the header, at most 20. */
  readonly sample: readonly Row[]
  /** Names of the sheets that a person may choose from; empty in a delimited file. */
  readonly sheets: readonly string[]
}

const headerDepth = 30
const sampleRows = 1000

/**
 * Guesses how a file of sales is laid out, from its first quarter of a megabyte.
 *
 * The columns may lack what a ledger needs; `missingColumns` says so, and a person can correct it.
 *
 * @throws formats.empty, formats.pdf, formats.not-a-table, formats.encrypted-workbook,
 *         formats.too-many-columns and what else makes a file unreadable; formats.header-only.
 */
export async function sniffLedger(source: ByteSource, options: SniffOptions = {}): Promise<SniffedLedger> {
  const table = await readTableHead(source, options)
  const headerAt = findHeader(table.rows)
  const headerRow = table.rows[headerAt]
  const body = table.rows.slice(headerAt + 1).filter((row) => row.fault === null)
  if (body.length === 0) throw formatError('formats.header-only')

  const records = body.slice(0, sampleRows)
  const width = Math.max(headerRow?.cells.length ?? 0, commonWidth(records))
  const names = Array.from({ length: width }, (_, i) => (headerRow?.cells[i] ?? '').trim())
  const cellsOf = (column: number) => records.map((row) => row.cells[column] ?? '')
  const contents = names.map((_, column) => describeColumn(cellsOf(column)))
  const guess = guessColumns(names, contents)
  const warnings: LayoutWarning[] = table.mixed ? ['mixed-encoding'] : []
  const columns = settleAmount(guess.columns, names, records, warnings)
  if (columns.amount === null && columns.price === null) warnings.push('no-money')

  const date = sniffDateOrder(columns.date === null ? [] : cellsOf(columns.date), options.preferredDateOrder ?? 'dmy')
  if (date.ambiguous) warnings.push('date-order-ambiguous')
  const money = [columns.quantity, columns.price, columns.amount].filter((column) => column !== null)
  const layout: Layout = {
    kind: table.kind,
    encoding: table.encoding,
    dialect: table.dialect,
    sheet: table.sheet,
    headerRecord: headerRow?.recordNo ?? 0,
    hasHeader: headerRow !== undefined,
    header: names.map((name, i) => (name === '' ? `column ${i + 1}` : name)),
    dateOrder: date.order,
    decimal: sniffDecimal(money.flatMap(cellsOf)),
    columns,
    confidence: guess.confidence * (date.ambiguous ? 0.8 : 1) * (table.mixed ? 0.8 : 1),
    fingerprint: fingerprintOf(names, contents, headerRow !== undefined),
    warnings,
  }
  return { layout, sample: body.slice(0, 20), sheets: table.sheets }
}

/** Roles that a ledger cannot do without and this layout lacks: `item` stands for code or name, `amount` for any number. */
export function missingColumns(columns: Columns): readonly ('date' | 'item' | 'amount')[] {
  const missing: ('date' | 'item' | 'amount')[] = []
  if (columns.date === null) missing.push('date')
  if (columns.itemCode === null && columns.itemName === null) missing.push('item')
  if (columns.quantity === null && columns.amount === null) missing.push('amount')
  return missing
}

/** Index of the header among the first rows, or -1: titles and blank space may stand above it. */
function findHeader(rows: readonly Row[]): number {
  let best = -1
  let most = 1
  rows.slice(0, headerDepth).forEach((row, index) => {
    const words = countHeaderWords(row.cells)
    if (words > most) {
      most = words
      best = index
    }
  })
  if (best >= 0) return best
  // A header in words that we do not know: all text, above records that hold figures and dates.
  const [first, ...rest] = rows
  if (!first || first.cells.length < 2 || first.cells.some((cell) => cell.trim() === '' || holdsFigures(cell)))
    return -1
  return rest.slice(0, 20).some((row) => row.cells.some(holdsFigures)) ? 0 : -1
}

function holdsFigures(cell: string): boolean {
  return /^[-(]?\p{Sc}?\s*\p{Nd}/u.test(cell.trim()) || isDate(cell)
}

/** The number of cells that most records have: one with a separator too many must not widen the table. */
function commonWidth(rows: readonly Row[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.cells.length, (counts.get(row.cells.length) ?? 0) + 1)
  let [width, most] = [0, 0]
  for (const [cells, count] of counts) {
    if (count < most || (count === most && cells < width)) continue
    width = cells
    most = count
  }
  return width
}

/** Lets go of an amount column that repeats the total of the order on each of its lines. */
function settleAmount(
  columns: Columns,
  names: readonly string[],
  rows: readonly Row[],
  warnings: LayoutWarning[],
): Columns {
  const { amount, price, quantity } = columns
  if (amount === null || price === null || quantity === null) return columns
  if (!isOrderTotal(names[amount] ?? '') && !orderTotalRepeats(columns, rows)) return columns
  warnings.push('amount-is-order-total')
  return { ...columns, amount: null }
}

/** Equal for files whose headers say the same; a problems file has the shape of the file it came from. */
function fingerprintOf(names: readonly string[], contents: readonly ColumnContent[], hasHeader: boolean): string {
  const hasher = createKeyHasher()
  hasher.begin()
  const shape = names.map(normalHeader)
  const isProblems = problemHeaders.some(([line, reason]) => shape[0] === line && shape[1] === reason)
  if (hasHeader) for (const name of isProblems ? shape.slice(2) : shape) hasher.text(name)
  else
    for (const content of contents)
      hasher.integer(content.dates > 0.5 ? 3 : content.numbers > 0.5 ? 2 : content.words > 0.5 ? 1 : 0)
  hasher.finish()
  return hasher.uuid(0)
}
