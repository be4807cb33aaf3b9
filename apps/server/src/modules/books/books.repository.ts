// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import { type ArrayColumns, arraysOf } from '#platform/db/arrays-of.ts'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { EntryRow, LedgerAccount, LineRow, Month, Period } from './books.types.ts'

/** The business's accounts in order of code; none before the first entry. */
export async function listAccounts(tx: TenantTx): Promise<LedgerAccount[]> {
  const { rows } = await sql<LedgerAccount>`
    select code, names, kind, role from ledger_accounts where tenant_id = ${tx.tenantId} order by code`.execute(tx)
  return rows
}

/** Opens accounts; those that are there stay as they are. */
export async function createAccounts(tx: TenantTx, accounts: readonly LedgerAccount[]): Promise<void> {
  await insertMany(
    tx,
    'ledger_accounts',
    accounts,
    {
      code: (account) => account.code,
      names: (account) => JSON.stringify(account.names),
      kind: (account) => account.kind,
      role: (account) => account.role,
    },
    { onConflict: '(tenant_id, code) do nothing' },
  )
}

/**
 * Keeps months as they are until the transaction ends. Those who write into a month share it; who closes or sums it
 * waits for them, and they for it.
 *
 * @param months In order, so that two who want several do not wait for one another.
 * @param how    `try`: gives up at once where somebody holds one.
 * @returns      The months that are held.
 */
export async function holdMonths(
  tx: TenantTx,
  months: readonly Month[],
  how: 'shared' | 'alone' | 'try',
): Promise<Month[]> {
  const key = sql`hashtextextended('ledger ' || ${tx.tenantId}::text || month, 0)`
  const lock =
    how === 'shared'
      ? sql`pg_advisory_xact_lock_shared(${key}) is not null`
      : how === 'alone'
        ? sql`pg_advisory_xact_lock(${key}) is not null`
        : sql`pg_try_advisory_xact_lock(${key})`
  const { rows } = await sql<{ month: Month; held: boolean }>`
    select month, ${lock} as held from unnest(${months}::text[]) month`.execute(tx)
  return rows.filter(({ held }) => held).map(({ month }) => month)
}

/** Months as they stand, in order. One without a row is open, unless a later one is closed. */
export async function listPeriods(tx: TenantTx, months: readonly Month[]): Promise<Period[]> {
  const { rows } = await sql<Period>`
    select m.month, coalesce(p.summed, false) as summed, coalesce(p.state, case when exists (
        select from ledger_periods later where later.tenant_id = ${tx.tenantId} and later.month > m.month and later.state = 'closed'
      ) then 'closed' else 'open' end) as state
    from unnest(${months}::date[]) m(month)
    left join ledger_periods p on p.tenant_id = ${tx.tenantId} and p.month = m.month
    order by m.month`.execute(tx)
  return rows
}

/** Closes or opens months. */
export async function setPeriodState(
  tx: TenantTx,
  months: readonly Month[],
  state: Period['state'],
  by: { readonly now: Date; readonly userId: string | null },
): Promise<void> {
  await sql`
    insert into ledger_periods (tenant_id, month, state, changed_at, changed_by)
    select ${tx.tenantId}::uuid, month, ${state}, ${by.now}::timestamptz, ${by.userId}::uuid from unnest(${months}::date[]) month
    on conflict (tenant_id, month) do update
      set state = excluded.state, changed_at = excluded.changed_at, changed_by = excluded.changed_by
      where ledger_periods.state <> excluded.state`.execute(tx)
}

/** The first and the last day that anything is written for, or undefined. */
export async function findEntrySpan(tx: TenantTx): Promise<{ first: PlainDate; last: PlainDate } | undefined> {
  const { rows } = await sql<{ first: PlainDate | null; last: PlainDate | null }>`
    select (select day from journal_entries where tenant_id = ${tx.tenantId} order by day limit 1) as first,
      (select day from journal_entries where tenant_id = ${tx.tenantId} order by day desc limit 1) as last`.execute(tx)
  const { first, last } = rows[0] ?? {}
  return first && last ? { first, last } : undefined
}

const entryColumns: ArrayColumns<EntryRow> = [
  ['uuid', (entry) => entry.id],
  ['date', (entry) => entry.day],
  ['text', (entry) => entry.sourceKind],
  ['uuid', (entry) => entry.sourceId],
  ['text', (entry) => entry.event],
  ['text', (entry) => entry.memo],
]
const lineColumns: ArrayColumns<LineRow> = [
  ['uuid', (line) => line.entryId],
  ['int2', (line) => line.lineNo],
  ['date', (line) => line.day],
  ['text', (line) => line.account],
  ['uuid', (line) => line.partyId],
  ['int8', (line) => String(line.minor)],
  ['text', (line) => line.currency],
  ['int8', (line) => (line.foreignMinor === null ? null : String(line.foreignMinor))],
]

/**
 * Writes entries with their lines. An event of a source that is written already stays as it is.
 *
 * @returns Ids of the entries that are new.
 */
export async function addEntries(
  tx: TenantTx,
  entries: readonly EntryRow[],
  lines: readonly LineRow[],
  by: { readonly now: Date; readonly userId: string | null },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into journal_entries (tenant_id, id, day, source_kind, source_id, event, memo, made_at, made_by)
      select ${tx.tenantId}::uuid, e.id, e.day, e.source_kind, e.source_id, e.event, e.memo, ${by.now}::timestamptz, ${by.userId}::uuid
      from unnest(${arraysOf(entries, entryColumns)}) e(id, day, source_kind, source_id, event, memo)
      on conflict (tenant_id, source_kind, source_id, event) do nothing
      returning id
    ), written as (
      insert into journal_lines (tenant_id, entry_id, line_no, day, account_code, party_id, amount_minor, currency, foreign_minor)
      select ${tx.tenantId}::uuid, l.entry_id, l.line_no, l.day, l.account_code, l.party_id, l.amount_minor, l.currency, l.foreign_minor
      from unnest(${arraysOf(lines, lineColumns)})
        l(entry_id, line_no, day, account_code, party_id, amount_minor, currency, foreign_minor)
      join made on made.id = l.entry_id
    )
    select id from made`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Every line that is written of a source, in the order of writing; how an entry came about does not matter. */
export async function listLinesOfSource(tx: TenantTx, kind: string, id: string): Promise<LineRow[]> {
  const { rows } = await sql<Omit<LineRow, 'minor' | 'foreignMinor'> & { minor: string; foreignMinor: string | null }>`
    select l.entry_id as "entryId", l.line_no as "lineNo", l.day, l.account_code as account, l.party_id as "partyId",
      l.amount_minor as minor, l.currency, l.foreign_minor as "foreignMinor"
    from journal_entries e join journal_lines l on l.tenant_id = e.tenant_id and l.entry_id = e.id
    where e.tenant_id = ${tx.tenantId} and e.source_kind = ${kind} and e.source_id = ${id}
    order by l.entry_id, l.line_no`.execute(tx)
  return rows.map((row) => ({
    ...row,
    minor: BigInt(row.minor),
    foreignMinor: row.foreignMinor === null ? null : BigInt(row.foreignMinor),
  }))
}

/** The given events of sources that are written already, each as `kind id event`. */
export async function listWritten(tx: TenantTx, entries: readonly EntryRow[]): Promise<Set<string>> {
  const { rows } = await sql<{ key: string }>`
    select j.source_kind || ' ' || j.source_id || ' ' || j.event as key from journal_entries j
    join unnest(${arraysOf(entries, entryColumns.slice(2, 5))}) e(source_kind, source_id, event)
      on j.source_kind = e.source_kind and j.source_id = e.source_id and j.event = e.event
    where j.tenant_id = ${tx.tenantId}`.execute(tx)
  return new Set(rows.map(({ key }) => key))
}
