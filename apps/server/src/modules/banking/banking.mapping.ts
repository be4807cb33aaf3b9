// SPDX-License-Identifier: Apache-2.0
import type { BankFile as BankFileReply, BankLine as BankLineReply, MoneyAccount } from '@resham/contract'
import { type Gap, readMerchantQr, type Stretch } from '@resham/formats'
import type { BankColumns, BankLayout } from '@resham/ledger'
import type { Static } from 'typebox'
import type { BankFile, BankLine, MoneyAccountRecord, StatementRecord } from './banking.types.ts'

/** What the last statement says of an account. */
export type Standing = { readonly balanceMinor: bigint | null; readonly day: string; readonly open: number }

const money = (minor: bigint, currency: string) => ({ minor: String(minor), currency })

export function toAccountReply(
  record: MoneyAccountRecord,
  standing: Standing | undefined,
): Static<typeof MoneyAccount> {
  const { id, name, kind, currency, iban, version, details } = record
  const known = standing !== undefined && standing.balanceMinor !== null
  return {
    ...{ id, name, kind, currency, iban, version },
    walletId: details.walletId ?? null,
    holder: details.holder ?? null,
    code: details.qrText === undefined ? null : toCodeReply(details.qrText, details.qrWithAmount ?? false),
    balance: known ? money(standing.balanceMinor ?? 0n, currency) : null,
    balanceDay: known ? standing.day : null,
    open: standing?.open ?? 0,
  }
}

function toCodeReply(text: string, withAmount: boolean): Static<typeof MoneyAccount>['code'] {
  const qr = readMerchantQr(text)
  const scheme = qr.accounts.map((account) => account.scheme).find((name) => name !== '') ?? ''
  return { text, name: qr.name, city: qr.city, scheme, withAmount }
}

export function toGapReply(gap: Gap, currency: string) {
  return {
    after: gap.after,
    before: gap.before,
    closing: money(gap.closingMinor, currency),
    opening: money(gap.openingMinor, currency),
    amount: money(gap.amountMinor, currency),
  }
}

export function toStretch(record: StatementRecord): Stretch {
  const { id, firstDay, lastDay, openingMinor, closingMinor, sharesWith } = record
  return { id, firstDay, lastDay, openingMinor, closingMinor, sharesWith }
}

export function toFileReply(file: BankFile<unknown>): Static<typeof BankFileReply> {
  const { id, moneyAccountId, fileName, bytes, format, state, lines, added, bad, madeAt } = file
  return {
    ...{ id, moneyAccountId, fileName, bytes, format, state, lines, added },
    bad: [...bad],
    madeAt: madeAt.toISOString(),
  }
}

export function toLineReply(line: BankLine): Static<typeof BankLineReply> {
  const { id, moneyAccountId, day, valueDay, counterparty, reference, description, state, currency } = line
  return {
    ...{ id, moneyAccountId, day, valueDay, counterparty, reference, description, state },
    amount: money(line.amountMinor, currency),
    balance: line.balanceMinor === null ? null : money(line.balanceMinor, currency),
  }
}

/** What a person may choose of a layout. */
export type TableChoice = {
  readonly columns: Readonly<Record<string, number | null>>
  readonly dateOrder: BankLayout['dateOrder']
  readonly decimal: BankLayout['decimal']
}

export function toChoice({ columns, dateOrder, decimal }: BankLayout): TableChoice {
  return { columns: { ...columns }, dateOrder, decimal }
}

export function withChoice(layout: BankLayout, choice: TableChoice): BankLayout {
  const columns = { ...layout.columns, ...choice.columns } as BankColumns
  return { ...layout, columns, dateOrder: choice.dateOrder, decimal: choice.decimal }
}
