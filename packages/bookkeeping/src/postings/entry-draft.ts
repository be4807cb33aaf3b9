// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate } from '@resham/base'
import type { Entry, EntryLine, EntrySource, Foreign, RoleAccounts } from '../types.ts'
import type { Target } from './facts.ts'

/** Lines of an entry as they are gathered. Debit positive. */
export type EntryDraft = {
  add(to: Target, homeMinor: bigint, more?: { foreign?: Foreign | null; party?: string | null }): void
  /** The entry: equal lines joined, empty ones dropped. @throws bookkeeping.entry-unbalanced */
  close(): Entry
}

/** Begins an entry. */
export function draftEntry(
  about: { source: EntrySource; event: string; day: PlainDate },
  accounts: RoleAccounts,
): EntryDraft {
  const lines = new Map<string, EntryLine>()

  function add(to: Target, homeMinor: bigint, more: { foreign?: Foreign | null; party?: string | null } = {}): void {
    const account = accountOf(to, accounts)
    const { foreign = null, party = null } = more
    const key = JSON.stringify([account, party, foreign?.currency ?? null])
    const so = lines.get(key)
    lines.set(key, {
      account,
      party,
      homeMinor: (so?.homeMinor ?? 0n) + homeMinor,
      foreign: foreign && { ...foreign, minor: (so?.foreign?.minor ?? 0n) + foreign.minor },
    })
  }

  function close(): Entry {
    const kept = [...lines.values()].filter(
      ({ homeMinor, foreign }) => homeMinor !== 0n || (foreign?.minor ?? 0n) !== 0n,
    )
    refuseUnbalanced(kept, about.source)
    return { source: about.source, event: about.event, day: about.day, lines: kept }
  }

  return { add, close }
}

/** @throws bookkeeping.entry-unbalanced */
function refuseUnbalanced(lines: readonly EntryLine[], source: EntrySource): void {
  const off = lines.reduce((so, { homeMinor }) => so + homeMinor, 0n)
  if (off === 0n) return
  throw new AppError('bookkeeping.entry-unbalanced', { kind: source.kind, id: source.id, off: off.toString() })
}

/** The code of an account. @throws bookkeeping.role-missing */
function accountOf(to: Target, accounts: RoleAccounts): string {
  if (typeof to !== 'string') return to.account
  const account: string | undefined = accounts[to]
  if (account === undefined) throw new AppError('bookkeeping.role-missing', { role: to })
  return account
}
