// SPDX-License-Identifier: Apache-2.0
import type { Row } from '@resham/formats'
import { type DayTime, parseDate } from './cells/date.ts'
import { type Decimal, parseNumber } from './cells/number.ts'
import { createCurrencyReader, type MoneyOptions } from './currency-of-line.ts'
import { createKeyHasher } from './line-key.ts'
import { type LineValue, type Refusal, valueOfLine } from './line-value.ts'
import { createOccurrences } from './occurrences.ts'
import { createOwner } from './owned-text.ts'
import { createClassifier } from './rules/classify.ts'
import type { LineRule } from './rules/rule.ts'
import type { BadReason, BadRow, Layout, LedgerLine, Role } from './types.ts'

type Cells = readonly string[]
type Goods = LineValue & Pick<LedgerLine, 'itemCode' | 'itemName' | 'currency'>

/** What names a thing is short: longer text is a slip of the file, and no index of the books holds it. */
const namingRoles: readonly Role[] = ['document', 'itemCode', 'customer', 'country', 'channel', 'category']
const longestName = 120

const nothing: LineValue = { quantityMilli: 0, netMinor: 0, unitPriceMicro: null }

/**
 * Makes the reader of rows: a line, a bad row, or null for what is neither (header, blank). It
 * keeps what repeats from line to line and counts equal lines, so one reader serves one file,
 * front to back.
 */
export function createLineReader(
  layout: Layout,
  rules: readonly LineRule[],
  money: MoneyOptions,
): (row: Row) => LedgerLine | BadRow | null {
  const { columns, dateOrder, decimal } = layout
  const document = textOf('document')
  const itemCode = textOf('itemCode')
  const itemName = textOf('itemName')
  const customer = textOf('customer')
  const customerName = textOf('customerName')
  const country = textOf('country')
  const channel = textOf('channel')
  const status = textOf('status')
  const category = textOf('category')
  const currencyOf = createCurrencyReader(columns, money, textOf('currency'))
  const classify = createClassifier(rules)
  const hasher = createKeyHasher()
  const occurrences = createOccurrences()
  const hasMoney = columns.price !== null || columns.amount !== null
  let lastDateText: string | undefined
  let lastDate: DayTime | BadReason = 'date-missing'

  /** The reader of one column of text; null when the column is absent or its cell empty. */
  function textOf(role: Role): (cells: Cells) => string | null {
    const column = columns[role]
    if (column === null) return () => null
    const own = createOwner()
    return (cells) => {
      const cell = cells[column]
      return cell === undefined || cell === '' ? null : own(cell) || null
    }
  }

  function dateOf(cells: Cells): DayTime | BadReason {
    const cell = columns.date === null ? '' : (cells[columns.date] ?? '')
    if (cell !== lastDateText) {
      lastDateText = cell
      lastDate = parseDate(cell, dateOrder)
    }
    return lastDate
  }

  const namingColumns = namingRoles.flatMap((role) => {
    const column = columns[role]
    return column === null ? [] : [{ role, column }]
  })

  function tooLong(cells: Cells): Refusal | undefined {
    for (const { role, column } of namingColumns) {
      const { length } = cells[column] ?? ''
      if (length > longestName && (cells[column] ?? '').trim().length > longestName) {
        return { role, reason: 'cell-too-long', details: { characters: length } }
      }
    }
    return undefined
  }

  /** A number; null when the column is absent or its cell empty. */
  function numberOf(cells: Cells, role: 'quantity' | 'price' | 'amount'): Decimal | Refusal | null {
    const column = columns[role]
    const cell = column === null ? undefined : cells[column]
    if (cell === undefined || cell === '') return null
    const read = parseNumber(cell, decimal)
    if (typeof read === 'object') return read
    if (cell.trim() === '') return null
    return { role, reason: read, details: { text: cell.slice(0, 60) } }
  }

  function read(row: Row): LedgerLine | Refusal {
    const { cells } = row
    const date = dateOf(cells)
    if (typeof date === 'string') {
      return { role: 'date', reason: date, details: { text: cellText(cells, columns.date) } }
    }
    const name = itemName(cells) ?? ''
    const code = itemCode(cells) ?? codeOfName(name)
    if (code === '') return { role: columns.itemCode === null ? 'itemName' : 'itemCode', reason: 'item-missing' }
    const long = tooLong(cells)
    if (long) return long
    const quantity = numberOf(cells, 'quantity')
    if (isRefusal(quantity)) return quantity
    const price = numberOf(cells, 'price')
    if (isRefusal(price)) return price
    const amount = numberOf(cells, 'amount')
    if (isRefusal(amount)) return amount
    const currency = currencyOf(cells)
    if (isRefusal(currency)) return currency
    let value = valueOfLine({ quantity, price, amount }, columns, currency.places)
    if (isRefusal(value)) {
      // Orders that came to nothing are often listed without their numbers.
      if (!value.reason.endsWith('-missing') || !isIgnored(cells, code, name)) return value
      value = nothing
    }
    const { quantityMilli, netMinor, unitPriceMicro } = value
    const goods = { itemCode: code, itemName: name, currency: currency.code, quantityMilli, netMinor, unitPriceMicro }
    return finish(row, date, goods)
  }

  function isIgnored(cells: Cells, code: string, name: string): boolean {
    const subject = { document: document(cells) ?? '', itemCode: code, itemName: name, status: status(cells) }
    return classify({ ...subject, customer: null, quantityMilli: 0, netMinor: 0, hasMoney: false }).kind === 'ignored'
  }

  /** Key of what the file says, before any rule: changing a rule never makes a line a new one. */
  function keyOf(documentName: string, date: DayTime, buyer: string | null, goods: Goods): string {
    hasher.begin()
    hasher.text(documentName)
    hasher.integer(date.day)
    hasher.integer(date.minuteOfDay ?? -1)
    hasher.text(goods.itemCode)
    hasher.integer(goods.quantityMilli)
    hasher.integer(goods.netMinor)
    hasher.text(buyer ?? '')
    hasher.text(goods.currency)
    hasher.finish()
    return hasher.uuidOfDay(date.day, occurrences.next(hasher.first(), hasher.second()))
  }

  function finish(row: Row, date: DayTime, goods: Goods): LedgerLine {
    const { cells } = row
    const documentName = document(cells) ?? ''
    const buyerName = customerName(cells)
    const buyer = withoutPointZero(customer(cells)) ?? buyerName?.slice(0, longestName) ?? null
    const state = status(cells)
    const { itemCode: code, itemName: name, quantityMilli, netMinor } = goods
    const { kind, ruleId } = classify({
      document: documentName,
      itemCode: code,
      itemName: name,
      status: state,
      customer: buyer,
      quantityMilli,
      netMinor,
      hasMoney,
    })
    // Some programs write what came back without a minus and say so in words.
    const turned = (kind === 'return' || kind === 'cancellation') && quantityMilli > 0 && netMinor >= 0
    return {
      recordNo: row.recordNo,
      lineNo: row.lineNo,
      key: keyOf(documentName, date, buyer, goods),
      document: documentName,
      day: date.day,
      minuteOfDay: date.minuteOfDay,
      itemCode: code,
      itemName: name,
      quantityMilli: turned ? -quantityMilli : quantityMilli,
      netMinor: turned && netMinor !== 0 ? -netMinor : netMinor,
      unitPriceMicro: goods.unitPriceMicro,
      currency: goods.currency,
      customer: buyer,
      customerName: buyerName,
      country: country(cells),
      channel: channel(cells),
      status: state,
      category: category(cells),
      kind,
      ruleId,
    }
  }

  return (row) => {
    if (row.fault !== null) return badRow(row, layout, { role: null, reason: row.fault })
    if (row.recordNo <= layout.headerRecord || row.cells.every(isBlank)) return null
    const shape = shapeFault(row, layout)
    if (shape !== null) return badRow(row, layout, { role: null, reason: shape })
    const result = read(row)
    if (!isRefusal(result)) return result
    // Files put together from several exports repeat their header.
    if (result.role === 'date' && isHeaderAgain(row, layout)) return null
    return badRow(row, layout, result)
  }
}

function isRefusal(value: object | null): value is Refusal {
  return value !== null && 'reason' in value
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === ''
}

function isHeaderAgain(row: Row, layout: Layout): boolean {
  return layout.hasHeader && row.cells.every((cell, i) => isBlank(cell) || cell.trim() === layout.header[i])
}

/** A row of another width has its cells in the wrong columns: a separator too many or too few. */
function shapeFault(row: Row, layout: Layout): BadReason | null {
  const width = layout.header.length
  const { cells } = row
  if (cells.length === 1 && width > 1) return 'too-few-columns'
  for (let i = width; i < cells.length; i++) if (!isBlank(cells[i] ?? '')) return 'too-many-columns'
  return null
}

function badRow(row: Row, layout: Layout, refusal: Refusal): BadRow {
  const column = refusal.role === null ? null : layout.columns[refusal.role]
  return {
    recordNo: row.recordNo,
    lineNo: row.lineNo,
    column: column === null ? null : (layout.header[column] ?? null),
    reason: refusal.reason,
    details: refusal.details ?? {},
    cells: row.cells.map((cell) => (cell.length > 500 ? cell.slice(0, 500) : cell)),
  }
}

function cellText(cells: Cells, column: number | null): string {
  return column === null ? '' : (cells[column] ?? '').slice(0, 60)
}

/** A code for an item that has a name only: the name, spaces made one, at most 80 characters. */
function codeOfName(name: string): string {
  return name.length === 0 ? '' : name.replace(/\s+/g, ' ').slice(0, 80)
}

/** Numbers that went through a spreadsheet as decimals: customer 13085.0 is 13085. */
function withoutPointZero(text: string | null): string | null {
  return text?.endsWith('.0') && /^\d+\.0$/.test(text) ? text.slice(0, -2) : text
}
