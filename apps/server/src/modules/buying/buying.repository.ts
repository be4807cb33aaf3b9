// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** A cost of getting goods here, as it is kept. */
export type LandedRecord = {
  readonly id: string
  readonly receiptId: string
  readonly kind: 'freight' | 'duty' | 'insurance' | 'other'
  readonly amountMinor: string
  readonly spreadBy: 'value' | 'weight' | 'quantity'
  readonly soldMinor: string
  readonly note: string | null
}

/** Writes a cost down, once and for good. */
export async function insertLanded(
  tx: TenantTx,
  landed: LandedRecord & { readonly clientId: string | null; readonly madeAt: Date; readonly madeBy: string | null },
): Promise<void> {
  await sql`
    insert into landed_costs
      (tenant_id, id, receipt_id, kind, amount_minor, spread_by, sold_minor, note, client_id, made_at, made_by)
    values (${tx.tenantId}, ${landed.id}, ${landed.receiptId}, ${landed.kind}, ${landed.amountMinor}, ${landed.spreadBy},
      ${landed.soldMinor}, ${landed.note}, ${landed.clientId}, ${landed.madeAt}, ${landed.madeBy})`.execute(tx)
}

/** Costs of an arrival, oldest first; `clientId`: only the one that the phone gave that id. */
export async function listLanded(
  tx: TenantTx,
  of: { readonly receiptId: string } | { readonly clientId: string },
): Promise<LandedRecord[]> {
  const [receiptId, clientId] = 'receiptId' in of ? [of.receiptId, null] : [null, of.clientId]
  const { rows } = await sql<LandedRecord>`
    select id, receipt_id as "receiptId", kind, amount_minor as "amountMinor", spread_by as "spreadBy",
      sold_minor as "soldMinor", note
    from landed_costs
    where tenant_id = ${tx.tenantId} and (receipt_id = ${receiptId}::uuid or client_id = ${clientId}::uuid) order by id`.execute(
    tx,
  )
  return rows
}

/** Suppliers by their names in small letters, with the id of each; a name that two share goes to the older. */
export async function findSuppliers(tx: TenantTx, names: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; id: string }>`
    select distinct on (lower(name)) lower(name) as name, id from parties
    where tenant_id = ${tx.tenantId} and merged_into is null
      and lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])
    order by lower(name), is_supplier desc, id`.execute(tx)
  return new Map(rows.map((row) => [row.name, row.id]))
}

/** Says of parties that they supply. */
export async function markSuppliers(tx: TenantTx, ids: readonly string[]): Promise<void> {
  await sql`
    update parties set is_supplier = true, version = version + 1
    where tenant_id = ${tx.tenantId} and id = any(${ids}::uuid[]) and not is_supplier`.execute(tx)
}
