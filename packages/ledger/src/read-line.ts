// SPDX-License-Identifier: Apache-2.0
import type { Row } from '@resham/formats'
import { currencyBeside, mayNameCurrency } from './cells/currency.ts'
import { type DayTime, parseDate } from './cells/date.ts'
import { type Decimal, parseNumber, productToWhole, toWhole } from './cells/number.ts'
import { createKeyHasher } from './line-key.ts'
import { createOccurrences } from './occurrences.ts'
import { createOwner } from './owned-text.ts'
import { createClassifier } from './rules/classify.ts'
import type { LineRule } from './rules/rule.ts'
import type { BadReason, BadRow, Layout, LedgerLine, Role } from './types.ts'
import { currencyWords } from './words.ts'

/** What the books know about money that a file does not say. */
export type MoneyOptions = {
  /** ISO 4217 code of lines that name none. */
  readonly defaultCurrency: string
  /** Decimal places of a currency, 0 to 4; null for a code that the table does not hold. */
  readonly currencyDecimals: (code: string) => number | null
  /**
   * Which currency a sign beside a number means, such as `£` for GBP. A sign that it does not hold
   * makes a bad row. Not given: every sign is taken for the line's own currency.
   */
  readonly currencySigns?: Readonly<Record<string, string>>
}

/** Thrown nowhere: the way in which one line's reading ends early. */
type Refusal = { readonly role: Role | null; readonly reason: BadReason; readonly details?: BadRow['details'] }

const one: Decimal = { mantissa: 1, scale: 0 }

/**
 * Makes the reader of rows below the header. It keeps what repeats from line to line (document,
 * date, customer), so one reader serves one file, front to back.
 */
export function createLineReader(
  layout: Layout,
  rules: readonly LineRule[],
  money: MoneyOptions,
): (row: Row) => LedgerLine | BadRow | null {
  const { columns, dateOrder, decimal } = layout
  const classify = createClassifier(rules)
  const hasher = createKeyHasher()
  const occurrences = createOccurrences()
  const document = textOf('document')
  const itemCode = textOf('itemCode')
  const itemName = textOf('itemName')
  const currency = textOf('currency')
  const customer = textOf('customer')
  const customerName = textOf('customerName')
  const country = textOf('country')
  const channel = textOf('channel')
  const status = textOf('status')
  const category = textOf('category')
  const hasMoney = columns.price !== null || columns.amount !== null
  const decimalsKept = new Map<string, number | null>()
  let lastDateText: string | undefined
  let lastDate: DayTime | BadReason = 'date-missing'

  function decimalsOf(code: string): number | null {
    let places = decimalsKept.get(code)
    if (places === undefined) {
      places = money.currencyDecimals(code)
      decimalsKept.set(code, places)
    }
    return places
  }

  function dateOf(cells: readonly string[]): DayTime | BadReason {
    const cell = columns.date === null ? '' : (cells[columns.date] ?? '')
    if (cell !== lastDateText) {
      lastDateText = cell
      lastDate = parseDate(cell, dateOrder)
    }
    return lastDate
  }

  /** The reader of one column of text; null when the column is absent or its cell empty. */
  function textOf(role: Role): (cells: readonly string[]) => string | null {
    const column = columns[role]
    if (column === null) return () => null
    const own = createOwner()
    return (cells) => {
      const cell = cells[column]
      return cell === undefined || cell === '' ? null : own(cell) || null
    }
  }

  /** A number; null when the column is absent or its cell empty. */
  function numberOf(cells: readonly string[], role: 'quantity' | 'price' | 'amount'): Decimal | Refusal | null {
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
    if (typeof date === 'string')
      return { role: 'date', reason: date, details: { text: cellText(cells, columns.date) } }
    const name = itemName(cells) ?? ''
    const code = itemCode(cells) ?? codeOfName(name)
    if (code === '') return { role: columns.itemCode === null ? 'itemName' : 'itemCode', reason: 'item-missing' }

    const quantity = numberOf(cells, 'quantity')
    if (isRefusal(quantity)) return quantity
    if (quantity === null && columns.quantity !== null) return { role: 'quantity', reason: 'quantity-missing' }
    const price = numberOf(cells, 'price')
    if (isRefusal(price)) return price
    const amount = numberOf(cells, 'amount')
    if (isRefusal(amount)) return amount

    const moneyCode = currencyOf(cells)
    if (typeof moneyCode !== 'string') return moneyCode
    const places = decimalsOf(moneyCode)
    if (places === null)
      return { role: 'currency', reason: 'currency-unknown', details: { currency: moneyCode.slice(0, 12) } }
    const counted = quantity ?? (amount !== null && amount.mantissa < 0 ? { mantissa: -1, scale: 0 } : one)
    const quantityMilli = toWhole(counted, 3)
    if (quantityMilli === null) return { role: 'quantity', reason: 'number-too-large' }
    let netMinor: number | null = 0
    if (amount !== null) {
      netMinor = toWhole(amount, places)
      if (netMinor !== null && counted.mantissa < 0 && netMinor > 0) netMinor = -netMinor
    } else if (price !== null) netMinor = productToWhole(counted, price, places)
    else if (hasMoney)
      return columns.price === null
        ? { role: 'amount', reason: 'amount-missing' }
        : { role: 'price', reason: 'price-missing' }
    const unitPriceMicro = price === null ? null : toWhole(price, 6)
    if (netMinor === null || (price !== null && unitPriceMicro === null)) {
      return { role: amount === null ? 'price' : 'amount', reason: 'number-too-large' }
    }
    return finish(row, date, {
      itemCode: code,
      itemName: name,
      quantityMilli,
      netMinor,
      unitPriceMicro,
      currency: moneyCode,
    })
  }

  /** The currency of a line: of its column, of the words beside its numbers, or the default; they may not differ. */
  function currencyOf(cells: readonly string[]): string | Refusal {
    const column = currency(cells)
    const said = column === null || currencyWords.has(column.toLowerCase()) ? null : column.toUpperCase()
    const beside = besideNumber(cells, columns.amount) ?? besideNumber(cells, columns.price)
    if (beside === null) return said ?? money.defaultCurrency
    const meant = beside.length === 3 ? beside : meaningOfSign(beside, said)
    if (meant === null) return { role: 'price', reason: 'currency-unknown', details: { currency: beside } }
    if (said !== null && said !== meant) {
      return { role: 'currency', reason: 'currency-conflict', details: { currency: said.slice(0, 12), beside } }
    }
    return meant
  }

  function besideNumber(cells: readonly string[], column: number | null): string | null {
    const cell = column === null ? undefined : cells[column]
    return cell === undefined || cell === '' || !mayNameCurrency(cell) ? null : currencyBeside(cell)
  }

  function meaningOfSign(sign: string, said: string | null): string | null {
    return money.currencySigns ? (money.currencySigns[sign] ?? null) : (said ?? money.defaultCurrency)
  }

  function finish(
    row: Row,
    date: DayTime,
    goods: Pick<LedgerLine, 'itemCode' | 'itemName' | 'quantityMilli' | 'netMinor' | 'unitPriceMicro' | 'currency'>,
  ): LedgerLine {
    const { cells } = row
    const inDocument = document(cells) ?? ''
    const buyerName = customerName(cells)
    const buyer = withoutPointZero(customer(cells)) ?? buyerName
    const inStatus = status(cells)
    // The key is of what the file says, before any rule: changing a rule never makes a line a new one.
    hasher.begin()
    hasher.text(inDocument)
    hasher.integer(date.day)
    hasher.integer(date.minuteOfDay ?? -1)
    hasher.text(goods.itemCode)
    hasher.integer(goods.quantityMilli)
    hasher.integer(goods.netMinor)
    hasher.text(buyer ?? '')
    hasher.text(goods.currency)
    hasher.finish()
    const key = hasher.uuid(occurrences.next(hasher.first(), hasher.second()))
    const verdict = classify({
      document: inDocument,
      itemCode: goods.itemCode,
      itemName: goods.itemName,
      status: inStatus,
      customer: buyer,
      quantityMilli: goods.quantityMilli,
      netMinor: goods.netMinor,
      hasMoney,
    })
    // Some programs write what came back without a minus and say so in words.
    const turned =
      (verdict.kind === 'return' || verdict.kind === 'cancellation') && goods.quantityMilli > 0 && goods.netMinor > 0
    return {
      recordNo: row.recordNo,
      lineNo: row.lineNo,
      key,
      document: inDocument,
      day: date.day,
      minuteOfDay: date.minuteOfDay,
      itemCode: goods.itemCode,
      itemName: goods.itemName,
      quantityMilli: turned ? -goods.quantityMilli : goods.quantityMilli,
      netMinor: turned ? -goods.netMinor : goods.netMinor,
      unitPriceMicro: goods.unitPriceMicro,
      currency: goods.currency,
      customer: buyer,
      customerName: buyerName,
      country: country(cells),
      channel: channel(cells),
      status: inStatus,
      category: category(cells),
      kind: verdict.kind,
      ruleId: verdict.ruleId,
    }
  }

  return (row) => {
    if (row.recordNo <= layout.headerRecord && row.fault === null) return null
    if (row.fault !== null) return badRow(row, layout, { role: null, reason: row.fault })
    if (row.cells.every(isBlank)) return null
    const shape = shapeFault(row, layout)
    if (shape !== null) return badRow(row, layout, { role: null, reason: shape })
    const result = read(row)
    if (!isRefusal(result)) return result
    // Files put together from several exports repeat their header.
    if (layout.hasHeader && result.role === 'date' && row.cells.every((cell, i) => cell.trim() === layout.header[i]))
      return null
    return badRow(row, layout, result)
  }
}

function isRefusal(value: object | null): value is Refusal {
  return value !== null && 'reason' in value
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === ''
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

function cellText(cells: readonly string[], column: number | null): string {
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
