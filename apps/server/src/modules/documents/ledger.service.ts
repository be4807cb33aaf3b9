// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { EntrySource, PostingFact } from '@resham/bookkeeping'
import { roleAccounts } from '@resham/pack-kit'
import * as books from '#modules/books/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { todayOf } from './create.service.ts'
import type { DocumentContext } from './documents.types.ts'

/** Writes what happened in the ledger. @throws books.period-closed */
export async function post(tx: TenantTx, ctx: DocumentContext, facts: readonly PostingFact[]): Promise<void> {
  await books.post(tx, { now: ctx.now, caller: ctx.caller, chart: ctx.pack.chart }, facts)
}

/** Writes the opposite of what a source said, today. @throws books.period-closed */
export async function unpost(tx: TenantTx, ctx: DocumentContext, source: EntrySource): Promise<void> {
  await books.reverse(tx, ctx, source, todayOf(ctx))
}

/** Whether the month of a day takes entries. */
export async function isOpen(tx: TenantTx, day: PlainDate): Promise<boolean> {
  return books.isMonthOpen(tx, day)
}

/** The code of the account that a kind of money lies on. */
export function accountOf(ctx: DocumentContext, kind: 'cash' | 'bank' | 'wallet'): string {
  return roleAccounts(ctx.pack.chart.accounts)[kind]
}
