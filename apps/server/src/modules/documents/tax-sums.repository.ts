// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

type Days = { readonly from: PlainDate; readonly to: PlainDate }

/** Sums of one month, side, tax, currency and rate of exchange; credit and debit notes are taken off. */
export type RawTaxSum = {
  readonly month: PlainDate
  readonly side: 'sold' | 'bought'
  /** Empty for lines without any tax. */
  readonly code: string
  readonly currency: string
  readonly rate: string
  readonly netMinor: bigint
  readonly taxMinor: bigint
  readonly lines: number
}

// Papers that are valid: a draft has not been issued yet.
const ofPapers = (tx: TenantTx, { from, to }: Days) => sql`
  documents d
  join document_lines l on l.tenant_id = d.tenant_id and l.document_id = d.id
  left join lateral jsonb_to_recordset(l.taxes) as t(code text, rate text, amount bigint) on true
  where d.tenant_id = ${tx.tenantId} and d.kind in ('invoice', 'credit-note', 'bill', 'debit-note')
    and d.issued_at is not null and d.day between ${from} and ${to}`
const side = sql`case when d.kind in ('invoice', 'credit-note') then 'sold' else 'bought' end`
const sign = sql`case when d.kind in ('credit-note', 'debit-note') then -1 else 1 end`

/** What taxes come to by month, side and tax. */
export async function sumLineTaxes(tx: TenantTx, days: Days): Promise<RawTaxSum[]> {
  const { rows } = await sql<RawTaxSum & { netMinor: string; taxMinor: string; lines: string }>`
    select date_trunc('month', d.day)::date as month, ${side} as side, coalesce(t.code, '') as code, d.currency, d.rate,
      sum(${sign} * l.net_minor) as "netMinor", sum(${sign} * coalesce(t.amount, 0)) as "taxMinor", count(*) as lines
    from ${ofPapers(tx, days)}
    group by 1, 2, 3, 4, 5 order by 1, 2, 3`.execute(tx)
  return rows.map((row) => ({
    ...row,
    netMinor: BigInt(row.netMinor),
    taxMinor: BigInt(row.taxMinor),
    lines: Number(row.lines),
  }))
}

/** One paper with one of its taxes; document's currency, notes below zero. */
export type TaxedPaper = {
  readonly day: PlainDate
  readonly kind: string
  readonly number: string | null
  readonly partyName: string | null
  readonly taxNumber: string | null
  readonly registration: string | null
  readonly code: string
  readonly taxRate: string
  readonly currency: string
  readonly netMinor: bigint
  readonly taxMinor: bigint
  readonly id: string
}

/** Every valid paper by tax and rate, in order of day; for a file. */
export async function listTaxedPapers(tx: TenantTx, days: Days): Promise<TaxedPaper[]> {
  const { rows } = await sql<TaxedPaper & { netMinor: string; taxMinor: string }>`
    select x.*, p.name as "partyName", p.tax_number as "taxNumber", p.registration from (
      select d.tenant_id, d.id, d.day, d.kind, d.number, d.party_id, coalesce(t.code, '') as code,
        coalesce(t.rate, '') as "taxRate", d.currency, sum(${sign} * l.net_minor) as "netMinor",
        sum(${sign} * coalesce(t.amount, 0)) as "taxMinor"
      from ${ofPapers(tx, days)}
      group by d.tenant_id, d.id, d.day, d.kind, d.number, d.party_id, 7, 8, d.currency) x
    left join parties p on p.tenant_id = x.tenant_id and p.id = x.party_id
    order by x.day, x.id, x.code, x."taxRate"`.execute(tx)
  return rows.map((row) => ({ ...row, netMinor: BigInt(row.netMinor), taxMinor: BigInt(row.taxMinor) }))
}

/** A payment of which tax was kept back. */
export type WithheldPayment = {
  readonly day: PlainDate
  readonly direction: 'in' | 'out'
  readonly number: string | null
  readonly partyName: string | null
  readonly taxNumber: string | null
  readonly currency: string
  readonly rate: string
  readonly amountMinor: bigint
  readonly withheldMinor: bigint
}

/** Payments of which tax was kept back, in order of day. */
export async function listWithheld(tx: TenantTx, { from, to }: Days): Promise<WithheldPayment[]> {
  const { rows } = await sql<WithheldPayment & { amountMinor: string; withheldMinor: string }>`
    select y.day, y.direction, y.number, p.name as "partyName", p.tax_number as "taxNumber", y.currency, y.rate,
      y.amount_minor as "amountMinor", y.withheld_minor as "withheldMinor"
    from payments y left join parties p on p.tenant_id = y.tenant_id and p.id = y.party_id
    where y.tenant_id = ${tx.tenantId} and y.state = 'recorded' and y.withheld_minor <> 0
      and y.day between ${from} and ${to}
    order by y.day, y.id`.execute(tx)
  return rows.map((row) => ({
    ...row,
    amountMinor: BigInt(row.amountMinor),
    withheldMinor: BigInt(row.withheldMinor),
  }))
}

/** What a list shows of a paper. */
export type DocumentName = {
  readonly id: string
  readonly number: string | null
  readonly partyName: string | null
  readonly day: PlainDate
  readonly currency: string
  readonly totalMinor: bigint
}

/** The given papers, in a few words. */
export async function listDocumentNames(tx: TenantTx, ids: readonly string[]): Promise<DocumentName[]> {
  const { rows } = await sql<DocumentName & { totalMinor: string }>`
    select d.id, d.number, p.name as "partyName", d.day, d.currency, d.total_minor as "totalMinor"
    from documents d left join parties p on p.tenant_id = d.tenant_id and p.id = d.party_id
    where d.tenant_id = ${tx.tenantId} and d.id = any(${ids}::uuid[])`.execute(tx)
  return rows.map((row) => ({ ...row, totalMinor: BigInt(row.totalMinor) }))
}
