// SPDX-License-Identifier: Apache-2.0
import type { MoneyAmount } from '#lib/i18n/words.ts'

type Named = { readonly code: string; readonly names: { readonly en: string; readonly ur: string } }

/** Accounts by the side on which they stand, each side with its sum; an account at zero stands on neither. */
export function sidesOf(rows: readonly (Named & { readonly closing: MoneyAmount })[], currency: string) {
  const debit: (Named & { amount: MoneyAmount })[] = []
  const credit: (Named & { amount: MoneyAmount })[] = []
  for (const { code, names, closing } of rows) {
    const minor = BigInt(closing.minor)
    if (minor > 0n) debit.push({ code, names, amount: closing })
    if (minor < 0n) credit.push({ code, names, amount: { currency, minor: String(-minor) } })
  }
  return { debit, credit, debitSum: sumOf(debit, currency), creditSum: sumOf(credit, currency) }
}

function sumOf(rows: readonly { readonly amount: MoneyAmount }[], currency: string): MoneyAmount {
  return { currency, minor: String(rows.reduce((so, { amount }) => so + BigInt(amount.minor), 0n)) }
}
