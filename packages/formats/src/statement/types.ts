// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** One line of a statement, whatever the file was. */
export type StatementLine = {
  /** Physical line of the file on which it begins, from 1. */
  readonly lineNo: number
  /** The day on which the bank booked it. */
  readonly day: PlainDate
  /** The day from which it counts for interest; null where the file does not say. */
  readonly valueDay: PlainDate | null
  /** Minor units of the statement's currency: above zero money in, below zero money out. */
  readonly amountMinor: bigint
  /** What the account holds after it; null where it is not known. */
  readonly balanceMinor: bigint | null
  /** Who paid, or was paid; empty where the file does not say. */
  readonly counterparty: string
  /** What the payer gave the payment to be known by; empty where there is none. */
  readonly reference: string
  readonly description: string
}

/** A stretch of days of one account. Opening and all lines together are the closing balance. */
export type Statement = {
  /** The account as the bank names it: an IBAN or a number of its own. */
  readonly account: string
  readonly currency: string
  /** The bank's number of the statement; empty where there is none. */
  readonly number: string
  readonly openingDay: PlainDate
  readonly openingMinor: bigint
  readonly closingDay: PlainDate
  readonly closingMinor: bigint
  readonly lines: readonly StatementLine[]
}

/** What a reader of statements must be told. */
export type StatementOptions = {
  /** Decimals of a currency, or null for one that is not known. */
  readonly currencyDecimals: (currency: string) => number | null
}

/** Bytes of the largest statement that is read: years of a busy account. */
export const largestStatement = 20 * 1024 * 1024
/** Lines of all statements of one file. */
export const mostStatementLines = 100_000
