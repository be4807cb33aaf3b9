// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { AccountMove, OpenByDue, Side } from './documents.types.ts'

/** What of each side's papers and money says who owes whom: added to what the party owes us, or taken from it. */
const sides = {
  receivable: { claim: 'invoice', note: 'credit-note', paid: 'in', back: 'out' },
  payable: { claim: 'bill', note: 'debit-note', paid: 'out', back: 'in' },
} as const

/** What is open by party, currency and due day; notes and money that are not used yet stand below zero, due today. */
export async function listOpenByDue(tx: TenantTx, side: Side, today: PlainDate): Promise<OpenByDue[]> {
  const { claim, note, paid } = sides[side]
  const { rows } = await sql<OpenRow>`
    with open as (
      select party_id, currency, due_day, sum(total_minor - settled_minor) as minor, count(*) as papers
      from documents
      where tenant_id = ${tx.tenantId} and kind = ${claim} and state = 'issued' and settled_minor <> total_minor
      group by party_id, currency, due_day
      union all
      select party_id, currency, ${today}::date, -sum(total_minor - settled_minor), 0 from documents
      where tenant_id = ${tx.tenantId} and kind = ${note} and state = 'issued' and settled_minor <> total_minor
      group by party_id, currency
      union all
      select party_id, currency, ${today}::date, -sum(unused_minor), 0 from payments
      where tenant_id = ${tx.tenantId} and direction = ${paid} and state = 'recorded' and unused_minor <> 0
      group by party_id, currency
    )
    select o.party_id, p.name, p.phone, o.currency, coalesce(o.due_day, ${today}::date) as due_day, o.minor, o.papers
    from open o join parties p on p.tenant_id = ${tx.tenantId} and p.id = o.party_id`.execute(tx)
  return rows.map((row) => ({
    partyId: row.party_id,
    partyName: row.name,
    phone: row.phone,
    currency: row.currency,
    due: row.due_day,
    openMinor: BigInt(row.minor),
    papers: Number(row.papers),
  }))
}

/** All that changed what a party owes, up to a day, in one currency: papers, money, and the other way round. */
export async function listAccountMoves(
  tx: TenantTx,
  of: { readonly partyId: string; readonly side: Side; readonly currency: string; readonly to: PlainDate },
): Promise<AccountMove[]> {
  const { claim, note, paid, back } = sides[of.side]
  const { rows } = await sql<{ id: string; kind: string; number: string | null; day: PlainDate; minor: string }>`
    select id, kind, number, day, case when kind = ${claim} then total_minor else -total_minor end as minor
    from documents
    where tenant_id = ${tx.tenantId} and party_id = ${of.partyId} and kind in (${claim}, ${note}) and state = 'issued'
      and currency = ${of.currency} and day <= ${of.to}
    union all
    select id, 'payment', reference, day,
      (case when direction = ${paid} then -1 else 1 end) * (amount_minor + withheld_minor + fee_minor)
    from payments
    where tenant_id = ${tx.tenantId} and party_id = ${of.partyId} and direction in (${paid}, ${back}) and state = 'recorded'
      and currency = ${of.currency} and day <= ${of.to}
    order by day, id`.execute(tx)
  return rows.map((row) => ({ ...row, minor: BigInt(row.minor) }))
}

type OpenRow = {
  party_id: string
  name: string
  phone: string | null
  currency: string
  due_day: PlainDate
  minor: string
  papers: string
}
