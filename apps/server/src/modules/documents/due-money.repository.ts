// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** Money of a paper that is still to come or to go, in home currency. */
export type DueMoney = {
  readonly id: string
  readonly kind: 'invoice' | 'bill' | 'purchase-order'
  readonly number: string | null
  readonly partyId: string | null
  readonly partyName: string | null
  readonly dueDay: PlainDate
  readonly minor: number
  /** Of a purchase order: true while nothing has arrived. */
  readonly nothingReceived: boolean
}

/**
 * Issued invoices and bills that are not settled, and what is not billed yet of purchase orders. An order falls due by
 * the supplier's terms after the day on which its goods are expected.
 *
 * @param limit Papers, those due first.
 */
export async function listDueMoney(tx: TenantTx, limit: number): Promise<DueMoney[]> {
  const { rows } = await sql<DueRow>`
    select d.id, d.kind, d.number, d.party_id, p.name as party_name, d.state = 'open' as nothing_received,
      coalesce(d.due_day, case when d.kind = 'purchase-order'
        then d.day + coalesce(p.lead_time_days, 0) + coalesce(p.terms_days, 0) else d.day end)::text as due_day,
      (case when d.kind = 'purchase-order'
        then d.total_minor - coalesce((select sum(b.total_minor) from documents b
          where b.tenant_id = ${tx.tenantId} and b.kind = 'bill' and b.from_id = d.id and b.state <> 'cancelled'), 0)
        else d.total_minor - d.settled_minor end)
        * case when d.net_minor = 0 then 1 else d.home_net_minor::float8 / d.net_minor end as minor
    from documents d left join parties p on p.tenant_id = ${tx.tenantId} and p.id = d.party_id
    where d.tenant_id = ${tx.tenantId} and (
      (d.kind in ('invoice', 'bill') and d.state = 'issued' and d.settled_minor <> d.total_minor)
      or (d.kind = 'purchase-order' and d.state in ('open', 'part-received', 'received')))
    order by due_day, d.id limit ${limit}`.execute(tx)
  return rows
    .map((row) => ({
      ...{ id: row.id, kind: row.kind, number: row.number, partyId: row.party_id, partyName: row.party_name },
      ...{ dueDay: row.due_day, minor: Number(row.minor), nothingReceived: row.nothing_received },
    }))
    .filter(({ minor }) => minor > 0)
}

/** How late each invoice of a customer was paid in the end; one that is still owed has no day of payment. */
export async function listPaidDays(
  tx: TenantTx,
  since: PlainDate,
): Promise<{ partyId: string; dueDay: PlainDate; paidDay: PlainDate | null }[]> {
  const { rows } = await sql<{ party_id: string; due_day: PlainDate; paid_day: PlainDate | null }>`
    select d.party_id, coalesce(d.due_day, d.day)::text as due_day,
      (case when d.settled_minor = d.total_minor then (select max(s.day) from settlements s
        where s.tenant_id = ${tx.tenantId} and s.document_id = d.id and s.undone_at is null) end)::text as paid_day
    from documents d
    where d.tenant_id = ${tx.tenantId} and d.kind = 'invoice' and d.state = 'issued' and d.party_id is not null
      and d.total_minor > 0 and d.day >= ${since}
    order by d.day desc, d.id desc limit 20000`.execute(tx)
  return rows.map((row) => ({ partyId: row.party_id, dueDay: row.due_day, paidDay: row.paid_day }))
}

/** Of what was invoiced since a day: all of it, and what was not paid on the day of the invoice; home currency. */
export async function sumCreditSales(
  tx: TenantTx,
  since: PlainDate,
): Promise<{ allMinor: number; creditMinor: number; termsDays: number }> {
  const { rows } = await sql<{ all_minor: string | null; credit_minor: string | null; terms: number | null }>`
    select sum(home_net_minor) as all_minor, sum(home_net_minor) filter (where due_day > day) as credit_minor,
      avg(due_day - day) filter (where due_day > day)::float8 as terms
    from documents
    where tenant_id = ${tx.tenantId} and kind = 'invoice' and state = 'issued' and day >= ${since}`.execute(tx)
  const [row] = rows
  const [allMinor, creditMinor] = [Number(row?.all_minor ?? 0), Number(row?.credit_minor ?? 0)]
  return { allMinor, creditMinor, termsDays: row?.terms ?? 0 }
}

/** What payments brought into each account after a day of its own, or ever. Minor units of the account's currency. */
export async function sumPaymentsAfter(
  tx: TenantTx,
  accounts: readonly { readonly id: string; readonly after: PlainDate | null }[],
): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ id: string; minor: string }>`
    select p.money_account_id as id, sum(case when p.direction = 'in' then p.amount_minor else -p.amount_minor end) as minor
    from jsonb_to_recordset(${JSON.stringify(accounts)}::jsonb) as a(id uuid, after date)
    join payments p on p.tenant_id = ${tx.tenantId} and p.money_account_id = a.id and p.state = 'recorded'
      and (a.after is null or p.day > a.after)
    group by p.money_account_id`.execute(tx)
  return new Map(rows.map((row) => [row.id, BigInt(row.minor)]))
}

type DueRow = {
  id: string
  kind: DueMoney['kind']
  number: string | null
  party_id: string | null
  party_name: string | null
  nothing_received: boolean
  due_day: PlainDate
  minor: string | number
}
