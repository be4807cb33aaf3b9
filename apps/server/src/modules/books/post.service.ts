// SPDX-License-Identifier: Apache-2.0
import { AppError, type PlainDate } from '@resham/base'
import {
  type Entry,
  type EntryLine,
  type EntrySource,
  type PostingFact,
  postingsOf,
  reversed,
} from '@resham/bookkeeping'
import { type Pack, roleAccounts } from '@resham/pack-kit'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { Caller } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import {
  addEntries,
  createAccounts,
  holdMonths,
  listAccounts,
  listLinesOfSource,
  listPeriods,
  listWritten,
} from './books.repository.ts'
import type { EntryRow, LedgerAccount, LineRow, PostingBy } from './books.types.ts'
import { monthOf } from './months.ts'
import { forgetMonthSums } from './sums.repository.ts'

/** What is posted, with a word of a person's where there is one. */
export type Posting = PostingFact & { readonly memo?: string }

/**
 * Writes what happened as double entries, in the transaction of the deed itself.
 *
 * Idempotent: an event of a source is written once, however often it is handed in. Source ids are UUIDs.
 *
 * @throws books.period-closed with `month` and `day`; books.account-unknown; what `postingsOf` throws
 */
export async function post(tx: TenantTx, by: PostingBy, postings: readonly Posting[]): Promise<void> {
  if (postings.length === 0) return
  const accounts = await openChart(tx, by.chart)
  const roles = roleAccounts(accounts)
  const made = postings.map((posting) => ({ entry: postingsOf(posting, roles), memo: posting.memo ?? null }))
  refuseUnknown(
    made.flatMap(({ entry }) => entry.lines),
    accounts,
  )
  await write(tx, by, made)
}

/**
 * Writes the opposite of all that a source said, once: a payment that never was, a settlement taken back. A source of
 * which nothing is written needs no opposite.
 *
 * @param day The day on which it is taken back.
 * @throws    books.period-closed
 */
export async function reverse(
  tx: TenantTx,
  by: Pick<PostingBy, 'now' | 'caller'>,
  source: EntrySource,
  day: PlainDate,
): Promise<void> {
  const written = await listLinesOfSource(tx, source.kind, source.id)
  const lines = written.map(({ account, minor, foreignMinor, currency, partyId }) => ({
    account,
    homeMinor: minor,
    foreign: foreignMinor === null || currency === null ? null : { minor: foreignMinor, currency },
    party: partyId,
  }))
  await write(tx, by, [{ entry: reversed({ source, event: '', day, lines }, source, day), memo: null }])
}

/** Writes entries that are made already; see `post`. */
async function write(
  tx: TenantTx,
  by: Pick<PostingBy, 'now' | 'caller'>,
  made: readonly { readonly entry: Entry; readonly memo: string | null }[],
): Promise<void> {
  const entries = made.filter(({ entry }) => entry.lines.length > 0).map((one) => toRows(one, by.now))
  if (entries.length === 0) return
  await refuseClosed(
    tx,
    entries.map(({ row }) => row),
  )
  await addEntries(
    tx,
    entries.map(({ row }) => row),
    entries.flatMap(({ lines }) => lines),
    { now: by.now, userId: userIdOf(by.caller) },
  )
}

function refuseUnknown(lines: readonly EntryLine[], accounts: readonly LedgerAccount[]): void {
  const codes = new Set(accounts.map(({ code }) => code))
  const unknown = lines.find(({ account }) => !codes.has(account))
  if (unknown) throw new AppError('books.account-unknown', { account: unknown.account })
}

/** The id of the person, null for a program or the platform itself. */
export function userIdOf(caller: Caller | null): string | null {
  return caller?.kind === 'person' ? caller.userId : null
}

/** Holds the months, and refuses what would be new in a closed one. What is written already may be handed in again. */
async function refuseClosed(tx: TenantTx, rows: readonly EntryRow[]): Promise<void> {
  const months = [...new Set(rows.map(({ day }) => monthOf(day)))].sort()
  await holdMonths(tx, months, 'shared')
  const periods = await listPeriods(tx, months)
  const closed = new Set(periods.filter(({ state }) => state === 'closed').map(({ month }) => month))
  const inClosed = rows.filter(({ day }) => closed.has(monthOf(day)))
  if (inClosed.length > 0) {
    const written = await listWritten(tx, inClosed)
    const fresh = inClosed.find(({ sourceKind, sourceId, event }) => !written.has(`${sourceKind} ${sourceId} ${event}`))
    if (fresh) throw new AppError('books.period-closed', { month: monthOf(fresh.day).slice(0, 7), day: fresh.day })
  }
  const summed = periods.filter((period) => period.summed && period.state === 'open').map(({ month }) => month)
  if (summed.length > 0) await forgetMonthSums(tx, summed)
}

/** True when entries may be written for a day. */
export async function isMonthOpen(tx: TenantTx, day: PlainDate): Promise<boolean> {
  const [period] = await listPeriods(tx, [monthOf(day)])
  return period?.state !== 'closed'
}

/** The business's accounts; opens the pack's chart for one that has none. */
async function openChart(tx: TenantTx, chart: Pack['chart']): Promise<readonly LedgerAccount[]> {
  const accounts = await listAccounts(tx)
  if (accounts.some(({ role }) => role !== null)) return accounts
  await createAccounts(tx, chart.accounts)
  return [...accounts, ...chart.accounts]
}

function toRows(
  { entry, memo }: { entry: Entry; memo: string | null },
  now: Date,
): { row: EntryRow; lines: LineRow[] } {
  const { day, event, source } = entry
  const id = newId(now)
  return {
    row: { id, day, event, memo, sourceKind: source.kind, sourceId: source.id },
    lines: entry.lines.map((line, i) => ({
      entryId: id,
      lineNo: i + 1,
      day,
      account: line.account,
      partyId: line.party,
      minor: line.homeMinor,
      currency: line.foreign?.currency ?? null,
      foreignMinor: line.foreign?.minor ?? null,
    })),
  }
}
