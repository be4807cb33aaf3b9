// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** What came, or was billed, of a line of a purchase. */
export type CameOrBilled = {
  /** The line that it carries on: of the purchase order, or of an arrival that stands on none. */
  readonly key: string
  readonly kind: 'receipt' | 'bill'
  readonly quantityMilli: bigint
  readonly netMinor: bigint
  readonly currency: string
  readonly rate: string
  readonly placeId: string | null
}

/** Arrivals and bills that stand, of the given lines, oldest first. */
export async function listCameAndBilled(tx: TenantTx, lineIds: readonly string[]): Promise<CameOrBilled[]> {
  if (lineIds.length === 0) return []
  const { rows } = await sql<Omit<CameOrBilled, 'quantityMilli' | 'netMinor'> & { quantity: string; net: string }>`
    select case when l.id = any(${lineIds}::uuid[]) then l.id else l.from_line_id end as key, d.kind,
      l.quantity_milli as quantity, l.net_minor as net, d.currency, trim_scale(d.rate)::text as rate, d.place_id as "placeId"
    from document_lines l join documents d on d.tenant_id = l.tenant_id and d.id = l.document_id
    where l.tenant_id = ${tx.tenantId}
      and (l.from_line_id = any(${lineIds}::uuid[]) or (l.id = any(${lineIds}::uuid[]) and d.kind = 'receipt'))
      and ((d.kind = 'receipt' and d.state = 'received') or (d.kind = 'bill' and d.state = 'issued'))
    order by d.issued_at, d.id, l.line_no`.execute(tx)
  return rows.map(({ quantity, net, ...row }) => ({ ...row, quantityMilli: BigInt(quantity), netMinor: BigInt(net) }))
}
