// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import type { Dialect, Encoding } from '@resham/formats'

/** What a column of a sales file can be. */
export const roles = [
  'document',
  'date',
  'itemCode',
  'itemName',
  'quantity',
  'price',
  'amount',
  'currency',
  'customer',
  'customerName',
  'country',
  'channel',
  'status',
  'category',
] as const

/** One of the roles. `document` is the invoice or order number, `amount` the total of one line. */
export type Role = (typeof roles)[number]

/** In which order a date written in figures names its parts. Year first is always understood. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy'

/** Where each role is found: column from 0, or null when the file has no such column. */
export type Columns = Readonly<Record<Role, number | null>>

/** How a file of sales is laid out: guessed by `sniffLedger`, corrected by the person. */
export type Layout = {
  readonly kind: 'delimited' | 'workbook'
  readonly encoding: Encoding
  readonly dialect: Dialect
  /** Name of the sheet; null in a delimited file. */
  readonly sheet: string | null
  /** Record that holds the header, from 1; records up to it are no sales. 0 when there is none. */
  readonly headerRecord: number
  readonly hasHeader: boolean
  /** Names of the columns; `column 3` and the like stand in where there is no header. */
  readonly header: readonly string[]
  readonly dateOrder: DateOrder
  readonly decimal: '.' | ','
  readonly columns: Columns
  /** 0 to 1: how sure the guess is. Below 0.5 a person should look. */
  readonly confidence: number
  /** Names the shape of the table: equal for files with the same header, so that a correction can be remembered. */
  readonly fingerprint: string
  /** What a person should know before going on. */
  readonly warnings: readonly LayoutWarning[]
}

/** Doubts about a layout. */
export type LayoutWarning = 'mixed-encoding' | 'date-order-ambiguous' | 'no-money' | 'amount-is-order-total'

/** What a line is, by the first rule that fits. */
export type LineKind = 'sale' | 'return' | 'cancellation' | 'adjustment' | 'charge' | 'ignored'

/** One understood line of a ledger. */
export type LedgerLine = {
  readonly recordNo: number
  /** Physical line or sheet row, from 1. */
  readonly lineNo: number
  /** UUID of the line's meaning and its number among equal lines of the file: the same file gives the same keys. */
  readonly key: string
  /** Invoice or order number, empty when the file has none. */
  readonly document: string
  readonly day: DayNumber
  /** Minutes since midnight, 0 to 1,439; null when the file gives no time. */
  readonly minuteOfDay: number | null
  readonly itemCode: string
  readonly itemName: string
  /** Thousandths of a unit, whole; negative when goods came back. */
  readonly quantityMilli: number
  /** Value of the line in minor units of its currency, whole. */
  readonly netMinor: number
  /** Millionths of the currency's major unit; null when the file gives no price. */
  readonly unitPriceMicro: number | null
  readonly currency: string
  readonly customer: string | null
  readonly customerName: string | null
  readonly country: string | null
  readonly channel: string | null
  readonly status: string | null
  readonly category: string | null
  readonly kind: LineKind
  readonly ruleId: string
}

/** A record that is no line, and why. */
export type BadRow = {
  readonly recordNo: number
  readonly lineNo: number
  /** Header name of the column at fault; null when it is the whole record. */
  readonly column: string | null
  readonly reason: BadReason
  /** What a sentence about it may name. */
  readonly details: Readonly<Record<string, string | number>>
  /** The raw cells, each cut to 500 characters. */
  readonly cells: readonly string[]
}

/** Every reason for which a record is set aside. Words live in the catalogues, under `ledger.bad.<reason>`. */
export const badReasons = [
  'record-too-long',
  'cell-too-long',
  'too-many-columns',
  'quote-not-closed',
  'mixed-encoding',
  'too-few-columns',
  'date-missing',
  'date-unreadable',
  'date-not-real',
  'date-out-of-range',
  'item-missing',
  'quantity-missing',
  'price-missing',
  'amount-missing',
  'number-unreadable',
  'number-grouping',
  'number-too-large',
  'currency-unknown',
  'currency-conflict',
  'error-value',
] as const

/** One of the reasons. */
export type BadReason = (typeof badReasons)[number]

/** A few thousand records, understood. */
export type LedgerBatch = {
  readonly lines: readonly LedgerLine[]
  readonly bad: readonly BadRow[]
  /** Bytes of the file as stored, taken in so far. */
  readonly bytesRead: number
  /** Records seen so far: lines, bad rows and what stands above them. */
  readonly recordsRead: number
}
