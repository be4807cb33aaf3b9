// SPDX-License-Identifier: Apache-2.0
import type { Entry } from '../types.ts'

/** The balance of each account, debit positive; accounts in order of code. Over whole entries they sum to zero. */
export function trialBalance(entries: Iterable<Entry>): ReadonlyMap<string, bigint> {
  const balances = new Map<string, bigint>()
  for (const { lines } of entries) {
    for (const { account, homeMinor } of lines) balances.set(account, (balances.get(account) ?? 0n) + homeMinor)
  }
  return new Map([...balances].sort(([a], [b]) => (a < b ? -1 : 1)))
}
