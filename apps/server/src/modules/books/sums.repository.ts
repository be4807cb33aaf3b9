// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { AccountLine, AccountSum, Month } from './books.types.ts'
import { lastDayOf } from './months.ts'

/** What moved on each account between two days, both included. Each account is one walk along its index. */
export async function sumLines(tx: TenantTx, from: PlainDate, to: PlainDate): Promise<AccountSum[]> {
  const { rows } = await sql<SumRow>`
    select a.code, l.debit::text, l.credit::text from ledger_accounts a, lateral (
      select coalesce(sum(amount_minor) filter (where amount_minor > 0), 0) as debit,
        coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0) as credit
      from journal_lines where tenant_id = ${tx.tenantId} and account_code = a.code and day between ${from} and ${to}
      offset 0
    ) l
    where a.tenant_id = ${tx.tenantId} and (l.debit <> 0 or l.credit <> 0)`.execute(tx)
  return rows.map(toSum)
}

/** What moved on each account in months whose sums are kept. */
export async function addKeptSums(tx: TenantTx, months: readonly Month[]): Promise<AccountSum[]> {
  const { rows } = await sql<SumRow>`
    select account_code as code, sum(debit_minor)::text as debit, sum(credit_minor)::text as credit
    from ledger_month_sums where tenant_id = ${tx.tenantId} and month = any(${months}::date[])
    group by account_code`.execute(tx)
  return rows.map(toSum)
}

/** Keeps the sums of a month. The caller holds the month alone. */
export async function keepMonthSums(tx: TenantTx, month: Month, now: Date): Promise<void> {
  await sql`
    insert into ledger_month_sums (tenant_id, month, account_code, debit_minor, credit_minor)
    select ${tx.tenantId}::uuid, ${month}::date, account_code, coalesce(sum(amount_minor) filter (where amount_minor > 0), 0),
      coalesce(-sum(amount_minor) filter (where amount_minor < 0), 0)
    from journal_lines where tenant_id = ${tx.tenantId} and account_code in (
        select code from ledger_accounts where tenant_id = ${tx.tenantId})
      and day between ${month} and ${lastDayOf(month)}
    group by account_code`.execute(tx)
  await sql`
    insert into ledger_periods (tenant_id, month, state, changed_at, summed)
    select ${tx.tenantId}::uuid, ${month}::date, case when exists (
        select from ledger_periods where tenant_id = ${tx.tenantId} and month > ${month}::date and state = 'closed'
      ) then 'closed' else 'open' end, ${now}::timestamptz, true
    on conflict (tenant_id, month) do update set summed = true`.execute(tx)
}

/** Forgets the sums of months that are written into. */
export async function forgetMonthSums(tx: TenantTx, months: readonly Month[]): Promise<void> {
  const { rows } = await sql<{ month: Month }>`
    update ledger_periods set summed = false
    where tenant_id = ${tx.tenantId} and month = any(${months}::date[]) and summed returning month`.execute(tx)
  if (rows.length === 0) return
  await sql`
    delete from ledger_month_sums
    where tenant_id = ${tx.tenantId} and month = any(${rows.map(({ month }) => month)}::date[])`.execute(tx)
}

/** Lines of an account between two days, oldest first. `after` is the last line of the page before. */
export async function listAccountLines(
  tx: TenantTx,
  query: {
    readonly account: string
    readonly from: PlainDate
    readonly to: PlainDate
    readonly after?: { readonly day: string; readonly entryId: string; readonly lineNo: number }
    readonly limit: number
  },
): Promise<AccountLine[]> {
  const { account, from, to, after, limit } = query
  const { rows } = await sql<LineRecord>`
    select l.entry_id as "entryId", l.line_no as "lineNo", l.day, l.party_id as "partyId", l.amount_minor as minor,
      l.currency, l.foreign_minor as "foreignMinor", e.source_kind as "sourceKind", e.source_id as "sourceId", e.event, e.memo
    from (
      select * from journal_lines
      where tenant_id = ${tx.tenantId} and account_code = ${account} and day between ${after?.day ?? from} and ${to}
        and (${after?.day ?? null}::date is null or (day, entry_id, line_no)
          > (${after?.day ?? null}::date, ${after?.entryId ?? null}::uuid, ${after?.lineNo ?? null}::int2))
      order by day, entry_id, line_no limit ${limit}
    ) l join journal_entries e on e.tenant_id = ${tx.tenantId} and e.id = l.entry_id
    order by l.day, l.entry_id, l.line_no`.execute(tx)
  return rows.map(toLine)
}

/** An entry with all its lines; none when there is no such entry. */
export async function listEntryLines(tx: TenantTx, entryId: string): Promise<(AccountLine & { account: string })[]> {
  const { rows } = await sql<LineRecord & { account: string }>`
    select l.entry_id as "entryId", l.line_no as "lineNo", l.day, l.party_id as "partyId", l.amount_minor as minor,
      l.account_code as account, l.currency, l.foreign_minor as "foreignMinor",
      e.source_kind as "sourceKind", e.source_id as "sourceId", e.event, e.memo
    from journal_entries e join journal_lines l on l.tenant_id = ${tx.tenantId} and l.entry_id = e.id
    where e.tenant_id = ${tx.tenantId} and e.id = ${entryId} order by l.line_no`.execute(tx)
  return rows.map((row) => ({ ...toLine(row), account: row.account }))
}

type SumRow = { readonly code: string; readonly debit: string; readonly credit: string }

function toSum({ code, debit, credit }: SumRow): AccountSum {
  return { code, debit: BigInt(debit), credit: BigInt(credit) }
}

type LineRecord = Omit<AccountLine, 'minor' | 'foreignMinor'> & {
  readonly minor: string
  readonly foreignMinor: string | null
}

function toLine(row: LineRecord): AccountLine {
  const foreignMinor = row.foreignMinor === null ? null : BigInt(row.foreignMinor)
  return { ...row, minor: BigInt(row.minor), foreignMinor }
}
