// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber, type PlainDate } from '@resham/base'
import type { Row } from '@resham/formats'
import { parseDate } from '../cells/date.ts'
import { parseNumber, toWhole } from '../cells/number.ts'
import type { BadBankRow, BankLayout, BankRole } from './types.ts'
import { directionOf, isOpeningText } from './words.ts'

/** A row as understood: an amount whose direction is not known stands in `unsigned`. */
export type BankRow = {
  readonly kind: 'line'
  readonly lineNo: number
  readonly day: PlainDate
  readonly minute: number
  readonly valueDay: PlainDate | null
  readonly signedMinor: bigint | null
  readonly unsignedMinor: bigint
  readonly balanceMinor: bigint | null
  readonly counterparty: string
  readonly reference: string
  readonly description: string
}

/** What a row can be besides a line. `more` is text that runs on from the row above. */
export type ReadRow =
  | BankRow
  | { readonly kind: 'more'; readonly text: string }
  | { readonly kind: 'opening'; readonly balanceMinor: bigint }
  | { readonly kind: 'blank' }
  | ({ readonly kind: 'bad' } & BadBankRow)

/** Reads one row below the header. @param decimals Of the account's currency. */
export function readBankRow(row: Row, layout: BankLayout, decimals: number): ReadRow {
  const bad = (column: BadBankRow['column'], reason: string): ReadRow => ({
    kind: 'bad',
    lineNo: row.lineNo,
    column,
    reason,
  })
  if (row.fault !== null) return bad('record', row.fault)
  const text = (role: BankRole) => textOf(row, layout.columns[role])
  const money = (role: BankRole) => readMoney(text(role), layout.decimal, decimals)
  const [debit, credit, amount, balance] = [money('debit'), money('credit'), money('amount'), money('balance')]
  const named = { debit, credit, amount, balance }
  const dateText = text('date')
  const hasMoney = [debit, credit, amount].some((one) => one !== null)
  if (dateText === '' || isOpeningText(text('description'))) {
    if (typeof balance === 'object' && balance !== null && isOpeningText(row.cells.join(' '))) {
      return { kind: 'opening', balanceMinor: balance.minor }
    }
    if (!hasMoney && dateText === '') {
      const more = text('description')
      return more !== '' && balance === null ? { kind: 'more', text: more } : { kind: 'blank' }
    }
    if (dateText === '') return isFooter(row) ? { kind: 'blank' } : bad('date', 'date-missing')
  }
  const date = parseDate(dateText, layout.dateOrder)
  if (typeof date === 'string') return hasMoney && !isFooter(row) ? bad('date', date) : { kind: 'blank' }
  for (const [column, one] of Object.entries(named)) if (typeof one === 'string') return bad(column as BankRole, one)
  const sum = amountOf(named as Amounts, text('direction'))
  if (sum === null) return balance === null ? bad('amount', 'amount-missing') : { kind: 'blank' }
  const value = parseDate(text('valueDate'), layout.dateOrder)
  return {
    kind: 'line',
    lineNo: row.lineNo,
    day: fromDayNumber(date.day),
    minute: date.minuteOfDay ?? -1,
    valueDay: typeof value === 'object' ? fromDayNumber(value.day) : null,
    ...sum,
    balanceMinor: (balance as Amount | null)?.minor ?? null,
    counterparty: text('counterparty').slice(0, 200),
    reference: text('reference').slice(0, 140),
    description: text('description').slice(0, 1000),
  }
}

/** A number, and what stands beside it: `1,500.00 CR`. */
type Amount = { readonly minor: bigint; readonly direction: 'in' | 'out' | null; readonly signed: boolean }
type Amounts = Readonly<Record<'debit' | 'credit' | 'amount', Amount | null>>

function amountOf(
  { debit, credit, amount }: Amounts,
  said: string,
): Pick<BankRow, 'signedMinor' | 'unsignedMinor'> | null {
  if (debit || credit) {
    const out = size(debit?.minor ?? 0n)
    const inward = size(credit?.minor ?? 0n)
    // A column of zeros on both sides is a line that moved nothing.
    return { signedMinor: inward - out, unsignedMinor: size(inward - out) }
  }
  if (!amount) return null
  const unsignedMinor = size(amount.minor)
  const direction = amount.direction ?? directionOf(said)
  if (direction !== null) return { signedMinor: direction === 'in' ? unsignedMinor : -unsignedMinor, unsignedMinor }
  return { signedMinor: amount.signed ? amount.minor : null, unsignedMinor }
}

/** Null for an empty cell; a reason where it is no number. */
function readMoney(text: string, decimal: '.' | ',', decimals: number): Amount | null | string {
  if (text === '' || /^[-–—]+$/.test(text)) return null
  const beside = /^(.*\d\W*?)\s*(cr|dr)\.?$/iu.exec(text)
  const bare = beside?.[1] ?? text
  const number = parseNumber(bare, decimal)
  if (typeof number === 'string') return number
  const whole = toWhole(number, decimals)
  if (whole === null) return 'number-too-large'
  const direction = beside ? directionOf(beside[2] ?? '') : null
  const minor = BigInt(whole)
  // A balance that is owed is written `DR`.
  return { minor: direction === 'out' ? -size(minor) : minor, direction, signed: /^\s*[-+(−]/.test(bare) }
}

function isFooter(row: Row): boolean {
  return /\b(total|closing|end of|page|carried forward|c\/f)\b|میزان|کل/iu.test(row.cells.join(' '))
}

function textOf(row: Row, column: number | null): string {
  return column === null ? '' : (row.cells[column] ?? '').replace(/\s+/g, ' ').trim().replace(/^'/, '')
}

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}
