// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import { anywhere } from '#platform/db/like.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { ListedItemRecord, PriceListRecord, PriceQuestion, PriceStep } from './prices.types.ts'

/** Every price list, by name. */
export async function listPriceLists(tx: TenantTx): Promise<PriceListRecord[]> {
  const { rows } = await sql<PriceListRecord>`
    select l.id, l.name, l.currency, l.is_default as "isDefault", l.version,
      (select count(distinct p.item_id)::int from item_prices p
        where p.tenant_id = l.tenant_id and p.price_list_id = l.id) as items
    from price_lists l where l.tenant_id = ${tx.tenantId} order by l.name`.execute(tx)
  return rows
}

/** One list, or undefined; locked against another change until the transaction ends. */
export async function lockPriceList(tx: TenantTx, id: string): Promise<Omit<PriceListRecord, 'items'> | undefined> {
  const { rows } = await sql<Omit<PriceListRecord, 'items'>>`
    select id, name, currency, is_default as "isDefault", version from price_lists
    where tenant_id = ${tx.tenantId} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The default list of a currency, or undefined. */
export async function findDefaultList(tx: TenantTx, currency: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from price_lists where tenant_id = ${tx.tenantId} and currency = ${currency} and is_default`.execute(tx)
  return rows[0]?.id
}

/** Adds a list. @returns False when the name is taken. */
export async function createPriceList(
  tx: TenantTx,
  list: { readonly id: string; readonly name: string; readonly currency: string },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into price_lists (tenant_id, id, name, currency, is_default)
    values (${tx.tenantId}, ${list.id}, ${list.name}, ${list.currency}, not exists (
      select 1 from price_lists where tenant_id = ${tx.tenantId} and currency = ${list.currency} and is_default))
    on conflict (tenant_id, name) do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Names a list anew. @returns False when the name is another's. */
export async function renamePriceList(tx: TenantTx, id: string, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update price_lists set name = ${name}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}
      and not exists (select 1 from price_lists where tenant_id = ${tx.tenantId} and name = ${name} and id <> ${id})`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Makes a list the one for customers of its currency who have none of their own. */
export async function makeDefault(tx: TenantTx, id: string, currency: string): Promise<void> {
  await sql`
    update price_lists set is_default = false, version = version + 1
    where tenant_id = ${tx.tenantId} and currency = ${currency} and is_default and id <> ${id}`.execute(tx)
  await sql`
    update price_lists set is_default = true, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id} and not is_default`.execute(tx)
}

type Row = Omit<ListedItemRecord, 'prices'> & { readonly prices: readonly (readonly [number, string])[] }

/** A page of items in order of name, then id, with their prices in a list. `after` is the last of the page before. */
export async function listListedItems(
  tx: TenantTx,
  listId: string,
  query: {
    readonly search?: string
    readonly after?: { readonly name: string; readonly id: string }
    readonly limit: number
  },
): Promise<ListedItemRecord[]> {
  const pattern = anywhere(query.search)
  const after = query.after ?? null
  const { rows } = await sql<Row>`
    select i.id as "itemId", i.code, i.name, i.unit, i.barcode,
      coalesce((select json_agg(json_build_array(p.from_quantity_milli, p.price_thousandths::text)
          order by p.from_quantity_milli)
        from item_prices p where p.tenant_id = ${tx.tenantId} and p.price_list_id = ${listId} and p.item_id = i.id),
        '[]'::json) as prices
    from items i
    where i.tenant_id = ${tx.tenantId} and i.archived_at is null
      and (${pattern}::text is null or lower(i.name) like ${pattern} or lower(i.code) like ${pattern} or i.barcode like ${pattern})
      and (${after?.name ?? null}::text is null or (i.name, i.id) > (${after?.name ?? null}, ${after?.id ?? null}::uuid))
    order by i.name, i.id limit ${query.limit}`.execute(tx)
  return rows.map((row) => ({
    ...row,
    prices: row.prices.map(([fromQuantityMilli, price]) => ({ fromQuantityMilli, priceThousandths: BigInt(price) })),
  }))
}

/** Sets the prices of an item in a list, all of them. */
export async function replacePrices(
  tx: TenantTx,
  listId: string,
  itemId: string,
  steps: readonly PriceStep[],
): Promise<void> {
  await sql`
    delete from item_prices where tenant_id = ${tx.tenantId} and price_list_id = ${listId} and item_id = ${itemId}`.execute(
    tx,
  )
  await insertMany(tx, 'item_prices', steps, {
    price_list_id: () => listId,
    item_id: () => itemId,
    from_quantity_milli: (step) => step.fromQuantityMilli,
    price_thousandths: (step) => step.priceThousandths.toString(),
  })
}

/**
 * Prices of what is asked, in thousandths of a minor unit: from the given list where it has the item, else from the
 * default list of the currency. An item without a price is not in the answer.
 *
 * @param listId The customer's own list; one in another currency is passed over.
 */
export async function findPrices(
  tx: TenantTx,
  asked: readonly PriceQuestion[],
  currency: string,
  listId: string | null,
): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ itemId: string; price: string }>`
    select distinct on (a.item_id) a.item_id as "itemId", p.price_thousandths as price
    from unnest(${asked.map(({ itemId }) => itemId)}::uuid[], ${asked.map(({ quantityMilli }) => quantityMilli.toString())}::bigint[])
      as a (item_id, quantity_milli)
    join item_prices p on p.tenant_id = ${tx.tenantId} and p.item_id = a.item_id
      and p.from_quantity_milli <= a.quantity_milli
    join price_lists l on l.tenant_id = p.tenant_id and l.id = p.price_list_id and l.currency = ${currency}
      and (l.is_default or l.id = ${listId}::uuid)
    order by a.item_id, (l.id = ${listId}::uuid) desc nulls last, p.from_quantity_milli desc`.execute(tx)
  return new Map(rows.map((row) => [row.itemId, BigInt(row.price)]))
}
