// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import {
  type ByteSource,
  createDecoder,
  type Decompressor,
  detectEncoding,
  gunzip,
  plainBytes,
  type Row,
  readDelimited,
  readHead,
  readWorkbook,
  sniffBytes,
  sniffDialect,
} from '@resham/formats'
import { parseNumber, toWhole } from '../cells/number.ts'

/** What a stock file says of one item; null where it says nothing. */
export type StockLine = {
  /** What names the item: its code, or its name where the file has no codes. */
  readonly code: string
  /** Its name, when the file has one beside the code. */
  readonly name: string | null
  /** Thousandths of a unit. */
  readonly onHandMilli: number | null
  readonly leadTimeDays: number | null
  readonly packSizeMilli: number | null
  readonly minimumOrderMilli: number | null
  /** Minor units of the books' currency. */
  readonly unitCostMinor: number | null
  readonly supplier: string | null
}

/** A row that could not be used. */
export type BadStockRow = {
  readonly recordNo: number
  readonly lineNo: number
  readonly column: string
  readonly reason: string
}

type Field = 'code' | 'name' | 'onHand' | 'leadTime' | 'packSize' | 'minimum' | 'cost' | 'supplier'

/** Headings as people write them, lower case, letters and digits only. */
const headings: Readonly<Record<Field, readonly string[]>> = {
  code: ['itemcode', 'code', 'sku', 'item', 'stockcode', 'productcode', 'articleno', 'کوڈ', 'آئٹمکوڈ', 'چیزکاکوڈ'],
  name: ['itemname', 'name', 'description', 'productname', 'product', 'چیزکانام', 'نام', 'چیز', 'تفصیل'],
  onHand: [
    'onhand',
    'stock',
    'stockonhand',
    'quantity',
    'qty',
    'instock',
    'available',
    'سٹاک',
    'اسٹاک',
    'موجود',
    'تعداد',
  ],
  leadTime: ['leadtimedays', 'leadtime', 'leaddays', 'deliverydays', 'مالآنےکےدن'],
  packSize: ['packsize', 'pack', 'cartonsize', 'unitsperpack', 'پیککاسائز'],
  minimum: ['minimumorder', 'minorder', 'moq', 'minimum', 'minimumorderquantity', 'کمازکمآرڈر'],
  cost: ['unitcost', 'cost', 'costprice', 'purchaseprice', 'لاگت', 'خریدقیمت'],
  supplier: ['supplier', 'suppliername', 'vendor', 'سپلائر'],
}

/** The host's own decompressors; slower ones of ours when absent. */
export type StockOptions = { readonly gunzip?: Decompressor; readonly inflateRaw?: Decompressor }

/** What a figure may be: the least and the most that is no slip of the pen. */
const possible = { leadTime: [0, 400], packSize: [1, 1e12], minimum: [0, 1e12], cost: [0, 1e13] } as const

/** More than any list of stock; a file beyond this is something else. */
const longestFile = 100 * 1024 * 1024

/**
 * Reads a list of stock: item code or name and quantity, and any of lead time, pack size, minimum order, unit cost, supplier.
 * A later row of the same code replaces the earlier one. Bad rows are told; the others are used.
 *
 * @param decimals of the books' currency
 * @throws ledger.stock-columns, formats.*
 */
export async function readStock(
  source: ByteSource,
  decimals: number,
  options: StockOptions = {},
): Promise<{ readonly lines: ReadonlyMap<string, StockLine>; readonly bad: readonly BadStockRow[] }> {
  const rows = await rowsOf(source, options)
  const header = rows[0]
  if (header === undefined) throw new AppError('formats.empty', {})
  const columns = columnsOf(header.cells)
  const lines = new Map<string, StockLine>()
  const bad: BadStockRow[] = []
  for (const row of rows.slice(1)) {
    const line = readLine(row, columns, decimals)
    if ('reason' in line) bad.push(line)
    else lines.set(line.code, line)
  }
  return { lines, bad }
}

async function rowsOf(source: ByteSource, options: StockOptions): Promise<Row[]> {
  const { head } = await readHead(source(), 16_384)
  const kind = sniffBytes(head)
  if (kind === 'empty') throw new AppError('formats.empty', {})
  const rows: Row[] = []
  if (kind === 'zip') {
    for await (const batch of readWorkbook(source, options)) rows.push(...batch.rows)
    return rows
  }
  if (kind === 'pdf') throw new AppError('formats.pdf', {})
  const { head: text, whole } = await readHead(plainBytes(source(), options.gunzip ?? gunzip), 65_536)
  const { encoding } = detectEncoding(text)
  const decoder = createDecoder(encoding)
  const { dialect } = sniffDialect(decoder.push(text) + decoder.end(), whole)
  const limits = { maxExpandedBytes: longestFile }
  for await (const batch of readDelimited(source, { ...options, encoding, dialect, limits })) {
    rows.push(...batch.rows)
  }
  return rows
}

type ColumnOf = Readonly<Partial<Record<Field, number>>>

function columnsOf(cells: readonly string[]): ColumnOf {
  const names = cells.map((cell) => cell.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''))
  const found: Partial<Record<Field, number>> = {}
  for (const field of Object.keys(headings) as Field[]) {
    // In the order of the words: "item code" is taken before "item".
    const at = headings[field].map((word) => names.indexOf(word)).find((index) => index >= 0)
    if (at !== undefined) found[field] = at
  }
  if ((found.code === undefined && found.name === undefined) || found.onHand === undefined) {
    throw new AppError('ledger.stock-columns', { header: cells.slice(0, 12).join(', ') })
  }
  return found
}

function readLine(row: Row, columns: ColumnOf, decimals: number): StockLine | BadStockRow {
  const textAt = (field: Field): string =>
    columns[field] === undefined ? '' : (row.cells[columns[field]] ?? '').trim()
  const refuse = (field: Field, reason: string): BadStockRow => ({
    recordNo: row.recordNo,
    lineNo: row.lineNo,
    column: field,
    reason,
  })
  const numberAt = (field: Field, places: number): number | null | BadStockRow => {
    const text = textAt(field)
    if (text === '') return null
    const value = parseNumber(text, '.')
    if (typeof value === 'string') return refuse(field, value)
    const whole = toWhole(value, places)
    const [least, most] = field in possible ? possible[field as keyof typeof possible] : [-1e12, 1e12]
    if (whole === null || whole > most) return refuse(field, 'number-too-large')
    return whole < least ? refuse(field, 'number-too-small') : whole
  }
  const name = textAt('name') === '' ? null : textAt('name').slice(0, 200)
  const code = textAt('code') || (name ?? '')
  if (code === '') return refuse('code', 'item-missing')
  const onHandMilli = numberAt('onHand', 3)
  const leadTimeDays = numberAt('leadTime', 0)
  const packSizeMilli = numberAt('packSize', 3)
  const minimumOrderMilli = numberAt('minimum', 3)
  const unitCostMinor = numberAt('cost', decimals)
  for (const value of [onHandMilli, leadTimeDays, packSizeMilli, minimumOrderMilli, unitCostMinor]) {
    if (value !== null && typeof value === 'object') return value
  }
  const supplier = textAt('supplier') === '' ? null : textAt('supplier').slice(0, 120)
  return {
    code,
    name,
    onHandMilli,
    leadTimeDays,
    packSizeMilli,
    minimumOrderMilli,
    unitCostMinor,
    supplier,
  } as StockLine
}
