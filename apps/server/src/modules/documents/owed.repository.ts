// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { type RawBuilder, sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { AccountMove, OpenByAge, Side } from './documents.types.ts'

/** What of each side's papers and money says who owes whom: added to what the party owes us, or taken from it. */
const sides = {
  receivable: { claim: 'invoice', note: 'credit-note', paid: 'in', back: 'out' },
  payable: { claim: 'bill', note: 'debit-note', paid: 'out', back: 'in' },
} as const

/**
 * What is open by party, currency and step of age. Notes and money that are not used yet stand below zero, due today.
 *
 * @param starts Days past due at which each step but the first begins, rising from 0.
 */
export async function listOpenByAge(
  tx: TenantTx,
  side: Side,
  today: PlainDate,
  starts: readonly number[],
): Promise<OpenByAge[]> {
  const { claim, note, paid } = sides[side]
  // The latest due day of each step but the first, and of what lies before the last one nothing.
  const latest = starts.map((start) => sql`(${today}::date - ${sql.lit(start)})`)
  const steps = [sql`due_day > ${latest[0] ?? sql`${today}::date`}`].concat(
    latest.map((until, step) => {
      const after = latest[step + 1]
      const within = after === undefined ? sql`due_day <= ${until}` : sql`due_day <= ${until} and due_day > ${after}`
      return step === 0 ? sql`(${within} or due_day is null)` : within
    }),
  )
  const sums = steps.map((step) => sql`coalesce(sum(total_minor - settled_minor) filter (where ${step}), 0)`)
  // What is theirs counts as due today.
  const theirs = (minor: RawBuilder<unknown>) => steps.map((_, step) => (step === 1 ? sql`-sum(${minor})` : sql`0`))
  const { rows } = await sql<OpenRow>`
    with open as (
      select party_id, currency, array[${sql.join(sums)}]::numeric[] as minors, coalesce(min(due_day), ${today}::date) as oldest,
        count(*) as papers
      from documents
      where tenant_id = ${tx.tenantId} and kind = ${claim} and state = 'issued' and settled_minor <> total_minor
      group by party_id, currency
      union all
      select party_id, currency, array[${sql.join(theirs(sql`total_minor - settled_minor`))}]::numeric[], null, 0 from documents
      where tenant_id = ${tx.tenantId} and kind = ${note} and state = 'issued' and settled_minor <> total_minor
      group by party_id, currency
      union all
      select party_id, currency, array[${sql.join(theirs(sql`unused_minor`))}]::numeric[], null, 0 from payments
      where tenant_id = ${tx.tenantId} and direction = ${paid} and state = 'recorded' and unused_minor <> 0
      group by party_id, currency
    )
    select o.party_id, p.name, p.phone, o.currency, o.minors::text[] as minors, o.oldest, o.papers
    from open o join parties p on p.tenant_id = ${tx.tenantId} and p.id = o.party_id`.execute(tx)
  return rows.map((row) => ({
    partyId: row.party_id,
    partyName: row.name,
    phone: row.phone,
    currency: row.currency,
    minors: row.minors.map(BigInt),
    oldestDue: row.oldest,
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
  minors: string[]
  oldest: PlainDate | null
  papers: string
}
