// SPDX-License-Identifier: Apache-2.0
import type { MoneyText } from '@resham/base'
import { currencyDecimals } from '@resham/pack-kit'
import type { AccountLine, LedgerAccount } from './books.types.ts'

/** An amount in minor units as the API answers it. */
export function toAmount(minor: bigint, currency: string): MoneyText {
  return { minor: minor.toString(), currency }
}

/** An amount in minor units as a spreadsheet reads it: `-1234.50`. */
export function toDecimal(minor: bigint, currency: string): string {
  const decimals = currencyDecimals(currency)
  const digits = (minor < 0n ? -minor : minor).toString().padStart(decimals + 1, '0')
  const sign = minor < 0n ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** An account as the API names it. */
export function toAccount({ code, names, kind, role }: LedgerAccount) {
  return { code, names: { ...names }, kind, role }
}

/** A line of an account or of an entry. */
export function toLine(line: AccountLine, currency: string, partyNames: ReadonlyMap<string, string>) {
  return {
    entryId: line.entryId,
    lineNo: line.lineNo,
    day: line.day,
    event: line.event,
    source: { kind: line.sourceKind, id: line.sourceId },
    memo: line.memo,
    party: line.partyId === null ? null : { id: line.partyId, name: partyNames.get(line.partyId) ?? '' },
    amount: toAmount(line.minor, currency),
    foreign: line.currency === null || line.foreignMinor === null ? null : toAmount(line.foreignMinor, line.currency),
  }
}
