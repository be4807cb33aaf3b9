// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { Dialect, Encoding, StatementLine } from '@resham/formats'
import type { DateOrder } from '../types.ts'

/** What a column of a bank's or wallet's table can be. `direction` says in or out beside an amount without sign. */
export const bankRoles = [
  'date',
  'valueDate',
  'description',
  'debit',
  'credit',
  'amount',
  'direction',
  'balance',
  'reference',
  'counterparty',
] as const
export type BankRole = (typeof bankRoles)[number]

/** Where each role is found: column from 0, or null. */
export type BankColumns = Readonly<Record<BankRole, number | null>>

/** How a bank's table is laid out: guessed by `sniffBankTable`, confirmed once by a person. */
export type BankLayout = {
  readonly kind: 'delimited' | 'workbook'
  readonly encoding: Encoding
  readonly dialect: Dialect
  readonly sheet: string | null
  /** Record that holds the header, from 1; what stands above it is no line. 0 when there is none. */
  readonly headerRecord: number
  readonly header: readonly string[]
  readonly dateOrder: DateOrder
  readonly decimal: '.' | ','
  readonly columns: BankColumns
  /** Equal for tables with the same header: what was confirmed once holds for the next file. */
  readonly fingerprint: string
}

/** A row that is no line, and why: a role, or `record`; words under `bank.bad.<reason>`. */
export type BadBankRow = { readonly lineNo: number; readonly column: BankRole | 'record'; readonly reason: string }

/** Where the balance does not follow from the row before: which row, and what it should be. */
export type BalanceBreak = {
  readonly lineNo: number
  readonly day: PlainDate
  readonly wantedMinor: bigint
  readonly foundMinor: bigint
}

/** Lines whose balances follow one from the other, oldest first. */
export type BankStretch = {
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly openingMinor: bigint | null
  readonly closingMinor: bigint | null
  readonly lines: readonly StatementLine[]
}

/** A table as read. A break in the balance begins another stretch. */
export type BankTable = {
  readonly stretches: readonly BankStretch[]
  readonly breaks: readonly BalanceBreak[]
  readonly bad: readonly BadBankRow[]
}
