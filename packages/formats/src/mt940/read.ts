// SPDX-License-Identifier: Apache-2.0
import { type PlainDate, plainDate } from '@resham/base'
import { createDecoder } from '../decoder.ts'
import { detectEncoding } from '../encoding.ts'
import { formatError } from '../format-error.ts'
import { readAmount } from '../statement/amount.ts'
import { brokenStatement } from '../statement/broken.ts'
import { closed } from '../statement/closing.ts'
import { isRealDay } from '../statement/day.ts'
import {
  largestStatement,
  mostStatementLines,
  type Statement,
  type StatementLine,
  type StatementOptions,
} from '../statement/types.ts'
import { type Field, readFields } from './fields.ts'
import { readRemittance } from './remittance.ts'

/** A statement while its fields are read. */
type Draft = {
  readonly line: number
  account: string
  number: string
  opening: Balance | undefined
  closing: Balance | undefined
  readonly lines: StatementLine[]
  /** Whether the next field 86 tells of the last line, or of the statement as a whole. */
  linePending: boolean
}
type Balance = { readonly day: PlainDate; readonly minor: bigint; readonly currency: string; readonly decimals: number }

/**
 * Reads customer statements of SWIFT, with or without the blocks of the network around them. Opening balance and lines
 * must give the closing balance.
 *
 * @param bytes The whole file, at most 20 MB.
 * @throws formats.statement-broken with line and field, formats.statement-sum, formats.too-large
 * @source SWIFT, Standards MT, Category 9, message MT940.
 */
export function readMt940(bytes: Uint8Array, options: StatementOptions): Statement[] {
  if (bytes.length > largestStatement) throw formatError('formats.too-large', { maxBytes: largestStatement })
  const decoder = createDecoder(detectEncoding(bytes.subarray(0, 65_536)).encoding)
  const fields = readFields(decoder.push(bytes) + decoder.end())
  const statements: Statement[] = []
  let lines = 0
  let draft: Draft | undefined
  for (const field of fields) {
    if (field.tag === '20') {
      if (draft) statements.push(finish(draft))
      draft = aDraft(field.line)
    }
    if (!draft) throw brokenStatement('missing', { line: field.line, field: ':20:' })
    if (field.tag === '61' && ++lines > mostStatementLines) {
      throw formatError('formats.too-large', { maxLines: mostStatementLines })
    }
    take(field, draft, options)
  }
  if (!draft) throw brokenStatement('no-statement', { line: 1, field: ':20:' })
  statements.push(finish(draft))
  return statements
}

function aDraft(line: number): Draft {
  return { line, account: '', number: '', opening: undefined, closing: undefined, lines: [], linePending: false }
}

function take(field: Field, draft: Draft, options: StatementOptions): void {
  const text = field.texts[0]?.trim() ?? ''
  const pending = draft.linePending
  draft.linePending = field.tag === '61'
  switch (field.tag) {
    case '25':
    case '25P':
      draft.account = text
      return
    case '28':
    case '28C':
      draft.number = text
      return
    case '60F':
    case '60M':
      draft.opening = readBalance(field, options)
      return
    case '61':
      if (!draft.opening) throw brokenStatement('missing', { line: field.line, field: ':60F:' })
      draft.lines.push(readLine(field, draft.opening))
      return
    case '62F':
    case '62M':
      draft.closing = readBalance(field, options)
      return
    case '86': {
      const last = draft.lines.at(-1)
      // A second field 86 speaks of the whole statement.
      if (pending && last) draft.lines[draft.lines.length - 1] = withRemittance(last, field)
    }
  }
}

function withRemittance(line: StatementLine, field: Field): StatementLine {
  const told = readRemittance(field.texts)
  return {
    ...line,
    counterparty: told.counterparty,
    reference: told.reference || line.reference,
    description: told.description || line.description,
  }
}

function finish(draft: Draft): Statement {
  const { opening, closing, account, number, lines } = draft
  if (account === '') throw brokenStatement('missing', { line: draft.line, field: ':25:' })
  if (!opening) throw brokenStatement('missing', { line: draft.line, field: ':60F:' })
  if (!closing) throw brokenStatement('missing', { line: draft.line, field: ':62F:' })
  if (closing.currency !== opening.currency) {
    throw brokenStatement('currency-differs', { line: draft.line, field: ':62F:' })
  }
  return closed({
    ...{ account, currency: opening.currency, number, lines },
    ...{ openingDay: opening.day, openingMinor: opening.minor },
    ...{ closingDay: closing.day, closingMinor: closing.minor },
  })
}

function readBalance(field: Field, options: StatementOptions): Balance {
  const place = { line: field.line, field: `:${field.tag}:` }
  const match = /^([CD])(\d{6})([A-Z]{3})([\d,]+)$/.exec(field.texts[0]?.trim() ?? '')
  if (!match) throw brokenStatement('amount-unreadable', place)
  const [, sign, date = '', currency = '', amount = ''] = match
  const decimals = options.currencyDecimals(currency)
  if (decimals === null) throw brokenStatement('currency-unknown', place)
  const minor = readAmount(amount, ',', decimals)
  if (minor === null) throw brokenStatement('amount-unreadable', place)
  return { day: readDay(date, place), minor: sign === 'D' ? -minor : minor, currency, decimals }
}

const shape = /^(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d,]+)([A-Z][A-Z0-9]{3})(.{0,16}?)(?:\/\/(.{0,34}))?$/

/** Field 61: value day, booking day, direction (a reversal turns it around), amount, type, references. */
function readLine(field: Field, opening: Balance): StatementLine {
  const place = { line: field.line, field: ':61:' }
  const match = shape.exec((field.texts[0] ?? '').trimEnd())
  if (!match) throw brokenStatement('amount-unreadable', place)
  const [, value = '', booked, direction, , amount = '', , reference = ''] = match
  const minor = readAmount(amount, ',', opening.decimals)
  if (minor === null) throw brokenStatement('amount-unreadable', place)
  const valueDay = readDay(value, place)
  return {
    lineNo: field.line,
    day: booked === undefined ? valueDay : bookingDay(valueDay, booked, place),
    valueDay,
    amountMinor: direction === 'C' || direction === 'RD' ? minor : -minor,
    balanceMinor: null,
    counterparty: '',
    reference: /^NONREF\b/.test(reference) ? '' : reference.trim(),
    description: (field.texts[1] ?? '').trim(),
  }
}

/** Two figures mean 1980 to 2079, as the standard has it. */
function readDay(text: string, place: { line: number; field: string }): PlainDate {
  const century = Number(text.slice(0, 2)) >= 80 ? '19' : '20'
  return realDay(`${century}${text.slice(0, 2)}-${text.slice(2, 4)}-${text.slice(4, 6)}`, place)
}

/** The booking day has no year: the one that brings it nearest to the value day. */
function bookingDay(valueDay: PlainDate, text: string, place: { line: number; field: string }): PlainDate {
  const year = Number(valueDay.slice(0, 4))
  const month = Number(text.slice(0, 2))
  const apart = month - Number(valueDay.slice(5, 7))
  const shifted = apart > 6 ? year - 1 : apart < -6 ? year + 1 : year
  return realDay(`${shifted}-${text.slice(0, 2)}-${text.slice(2, 4)}`, place)
}

function realDay(day: string, place: { line: number; field: string }): PlainDate {
  if (isRealDay(day)) return plainDate(day)
  throw brokenStatement('date-unreadable', place)
}
