// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** Where money lies: a till, an account at a bank, a wallet. */
export const moneyAccountKinds = ['cash', 'bank', 'wallet'] as const
export type MoneyAccountKind = (typeof moneyAccountKinds)[number]

/** What is kept of an account besides its name: by what others pay into it. */
export type AccountDetails = {
  /** The text of the QR code that the acquirer gave, as read. */
  readonly qrText?: string
  /** True where the acquirer allows the code to be given out with an amount. */
  readonly qrWithAmount?: boolean
  /** What a wallet is paid by: a phone number, an alias. */
  readonly walletId?: string
  /** Whose account it is, as a payer sees it. */
  readonly holder?: string
}

export type MoneyAccountRecord = {
  readonly id: string
  readonly name: string
  readonly kind: MoneyAccountKind
  readonly currency: string
  readonly iban: string | null
  readonly accountCode: string
  readonly details: AccountDetails
  readonly version: number
}

/** A file of an account, and what came of it. */
export type BankFile<Layout> = {
  readonly id: string
  readonly moneyAccountId: string
  readonly fileName: string
  readonly fileHash: string
  readonly bytes: number
  readonly format: 'camt.053' | 'mt940' | 'table'
  readonly state: 'asking' | 'read'
  readonly layout: Layout | null
  readonly lines: number
  readonly added: number
  readonly bad: readonly BadStatementRow[]
  readonly madeAt: Date
}

/** A row of a table that is no line, and why. */
export type BadStatementRow = { readonly lineNo: number; readonly column: string; readonly reason: string }

/** A stretch of days of an account with the balance before and after it. */
export type StatementRecord = {
  readonly id: string
  readonly fileId: string
  readonly moneyAccountId: string
  readonly currency: string
  readonly firstDay: PlainDate
  readonly lastDay: PlainDate
  readonly openingMinor: bigint | null
  readonly closingMinor: bigint | null
  readonly lines: number
  /** Ids of the statements that had brought some of its lines before. */
  readonly sharesWith: readonly string[]
}

/** What became of a line: nothing yet, matched with what it paid, or set aside as no concern of the books. */
export const bankLineStates = ['open', 'matched', 'set-aside'] as const
export type BankLineState = (typeof bankLineStates)[number]

/** One line of an account. */
export type BankLine = {
  readonly id: string
  readonly moneyAccountId: string
  readonly statementId: string
  readonly lineNo: number
  readonly day: PlainDate
  readonly valueDay: PlainDate | null
  /** Above zero: money in. */
  readonly amountMinor: bigint
  readonly currency: string
  /** After the line; null where the bank does not say it. */
  readonly balanceMinor: bigint | null
  readonly counterparty: string
  readonly reference: string
  readonly description: string
  readonly state: BankLineState
}
