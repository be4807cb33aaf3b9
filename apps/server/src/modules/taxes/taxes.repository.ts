// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { ItemTax, OwnTax } from './taxes.types.ts'

/** How the business itself is registered, or undefined when nobody has said. */
export async function findOwnTax(tx: TenantTx): Promise<OwnTax | undefined> {
  const { rows } = await sql<OwnTax>`
    select registration, tax_number as "taxNumber", name, address, region, version
    from tax_settings where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]
}

/** Writes it. @param own.version The version that the person saw. @returns False when it is no longer that one. */
export async function saveOwnTax(tx: TenantTx, own: OwnTax): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into tax_settings as known (tenant_id, registration, tax_number, name, address, region)
    select ${tx.tenantId}, ${own.registration}, ${own.taxNumber}, ${own.name}, ${own.address}, ${own.region}
    where ${own.version}::integer = coalesce(
      (select version from tax_settings where tenant_id = ${tx.tenantId}), 0)
    on conflict (tenant_id) do update set registration = excluded.registration, tax_number = excluded.tax_number,
      name = excluded.name, address = excluded.address, region = excluded.region, version = known.version + 1
    where known.version = ${own.version}`.execute(tx)
  return numAffectedRows === 1n
}

/** What taxes need to know of the given items; items of which nobody has said anything are left out. */
export async function listItemTaxes(tx: TenantTx, itemIds: readonly string[]): Promise<ItemTax[]> {
  const { rows } = await sql<ItemTaxRow>`
    select item_id, tax_class, retail_price_minor, facts, version from item_taxes
    where tenant_id = ${tx.tenantId} and item_id = any(${itemIds}::uuid[])`.execute(tx)
  return rows.map(toItemTax)
}

/** What decides the taxes of a paper's lines, in one question: how the business is registered, and its items. */
export async function findTaxFacts(
  tx: TenantTx,
  itemIds: readonly string[],
): Promise<{ registration: string | null; items: ItemTax[] }> {
  const { rows } = await sql<Partial<ItemTaxRow> & { registration: string | null }>`
    select s.registration, i.item_id, i.tax_class, i.retail_price_minor, i.facts, i.version
    from (values (${tx.tenantId}::uuid)) as t(tenant_id)
    left join tax_settings s on s.tenant_id = t.tenant_id
    left join item_taxes i on i.tenant_id = t.tenant_id and i.item_id = any(${itemIds}::uuid[])`.execute(tx)
  const items = rows.flatMap((row) => (row.item_id ? [toItemTax(row as ItemTaxRow)] : []))
  return { registration: rows[0]?.registration ?? null, items }
}

/** Writes what taxes need to know of an item. @returns False when it is no longer the version that the person saw. */
export async function saveItemTax(tx: TenantTx, item: ItemTax): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into item_taxes as known (tenant_id, item_id, tax_class, retail_price_minor, facts)
    select ${tx.tenantId}, ${item.itemId}::uuid, ${item.taxClass}, ${item.retailPriceMinor}::bigint,
      ${JSON.stringify(item.facts)}::jsonb
    where ${item.version}::integer = coalesce(
      (select version from item_taxes where tenant_id = ${tx.tenantId} and item_id = ${item.itemId}::uuid), 0)
    on conflict (tenant_id, item_id) do update set tax_class = excluded.tax_class,
      retail_price_minor = excluded.retail_price_minor, facts = excluded.facts, version = known.version + 1
    where known.version = ${item.version}`.execute(tx)
  return numAffectedRows === 1n
}

type ItemTaxRow = {
  item_id: string
  tax_class: string | null
  retail_price_minor: string | null
  facts: Record<string, string>
  version: number
}

function toItemTax(row: ItemTaxRow): ItemTax {
  return {
    itemId: row.item_id,
    taxClass: row.tax_class,
    retailPriceMinor: row.retail_price_minor === null ? null : BigInt(row.retail_price_minor),
    facts: row.facts,
    version: row.version,
  }
}
