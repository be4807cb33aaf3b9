// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { EntrySource, PostingFact } from '@resham/bookkeeping'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { DocumentContext } from './documents.types.ts'

/** Writes what happened in the ledger. @throws books.period-closed */
export async function post(_tx: TenantTx, _ctx: DocumentContext, _facts: readonly PostingFact[]): Promise<void> {}

/** Writes the opposite of what a source said. */
export async function unpost(_tx: TenantTx, _ctx: DocumentContext, _source: EntrySource): Promise<void> {}

/** Whether the month of a day takes entries. */
export async function isOpen(_tx: TenantTx, _day: PlainDate): Promise<boolean> {
  return true
}

/** The code of the account that a kind of money lies on. */
export async function accountOf(
  _tx: TenantTx,
  _ctx: DocumentContext,
  kind: 'cash' | 'bank' | 'wallet',
): Promise<string> {
  return kind
}
