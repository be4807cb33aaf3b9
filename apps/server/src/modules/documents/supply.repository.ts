// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** What suppliers still owe us of each item, by open purchase orders, thousandths. @param itemIds Null: of all items. */
export async function listOnOrder(tx: TenantTx, itemIds: readonly string[] | null): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ id: string; milli: string }>`
    select l.item_id as id, sum(greatest(l.quantity_milli - coalesce(r.came, 0), 0))::text as milli
    from documents d
    join document_lines l on l.tenant_id = d.tenant_id and l.document_id = d.id
    left join lateral (
      select sum(x.quantity_milli) as came from document_lines x
      join documents y on y.tenant_id = x.tenant_id and y.id = x.document_id
      where x.tenant_id = l.tenant_id and x.from_line_id = l.id and y.kind = 'receipt' and y.state = 'received') r on true
    where d.tenant_id = ${tx.tenantId} and d.kind = 'purchase-order' and d.state in ('open', 'part-received')
      and l.item_id is not null and (${itemIds}::uuid[] is null or l.item_id = any(${itemIds}::uuid[]))
    group by l.item_id`.execute(tx)
  return new Map(rows.map((row) => [row.id, BigInt(row.milli)]))
}

/** Days from the sending of an order to the arrival of an item of it, once for each arrival. */
export type LeadDays = { readonly itemId: string; readonly partyId: string | null; readonly days: number }

/** Arrivals of the last three years, oldest first. @param itemIds Null: of all items. */
export async function listLeadDays(tx: TenantTx, itemIds: readonly string[] | null): Promise<LeadDays[]> {
  const { rows } = await sql<LeadDays>`
    select x.item_id as "itemId", o.party_id as "partyId",
      greatest(r.day - (o.issued_at at time zone b.time_zone)::date, 0)::int as days
    from documents r
    join document_lines x on x.tenant_id = r.tenant_id and x.document_id = r.id
    join document_lines l on l.tenant_id = x.tenant_id and l.id = x.from_line_id
    join documents o on o.tenant_id = l.tenant_id and o.id = l.document_id and o.kind = 'purchase-order'
    join businesses b on b.id = r.tenant_id
    where r.tenant_id = ${tx.tenantId} and r.kind = 'receipt' and r.state = 'received' and o.issued_at is not null
      and x.item_id is not null and r.day > (now() - interval '3 years')::date
      and (${itemIds}::uuid[] is null or x.item_id = any(${itemIds}::uuid[]))
    order by r.day, r.id, x.line_no`.execute(tx)
  return rows
}

/** What of each line of a purchase order has not arrived, thousandths; below nothing where more came. */
export async function listOpenToReceive(tx: TenantTx, orderId: string): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ id: string; milli: string }>`
    select l.id, (l.quantity_milli - coalesce(r.came, 0))::text as milli
    from document_lines l
    left join lateral (
      select sum(x.quantity_milli) as came from document_lines x
      join documents y on y.tenant_id = x.tenant_id and y.id = x.document_id
      where x.tenant_id = l.tenant_id and x.from_line_id = l.id and y.kind = 'receipt' and y.state <> 'cancelled') r on true
    where l.tenant_id = ${tx.tenantId} and l.document_id = ${orderId}`.execute(tx)
  return new Map(rows.map((row) => [row.id, BigInt(row.milli)]))
}
