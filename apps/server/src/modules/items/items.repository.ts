// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import { anywhere } from '#platform/db/like.ts'
import { executePrepared } from '#platform/db/prepared.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { ItemChange, ItemRecord, ItemSeen, ItemSupply, NewItem } from './items.types.ts'

/** Writes down the items that an import met. Names and categories that a person gave stay. */
export async function upsertItems(tx: TenantTx, items: readonly ItemSeen[]): Promise<void> {
  const [bySale, byOthers] = [true, false].map((how) => items.filter((item) => item.namedBySale === how))
  await upsertNamed(tx, bySale ?? [], 'items.last_day > excluded.last_day and items.name <> items.code')
  await upsertNamed(tx, byOthers ?? [], 'items.name <> items.code')
}

/** @param keepsName Condition under which an item that is known keeps its name. */
async function upsertNamed(tx: TenantTx, items: readonly ItemSeen[], keepsName: string): Promise<void> {
  await insertMany(
    tx,
    'items',
    items,
    {
      id: (item) => item.id,
      code: (item) => item.code,
      name: (item) => item.name,
      category: (item) => item.category,
      first_day: (item) => item.firstDay,
      last_day: (item) => item.lastDay,
    },
    {
      onConflict: `(tenant_id, id) do update set
        name = case when items.named_by_person or (${keepsName}) then items.name else excluded.name end,
        category = case when items.named_by_person then items.category else coalesce(excluded.category, items.category) end,
        first_day = least(items.first_day, excluded.first_day),
        last_day = greatest(items.last_day, excluded.last_day)`,
    },
  )
}

const itemColumns = sql`
  i.id, i.code, i.name, i.category, i.unit, i.barcode, i.variant_of, i.first_day, i.last_day,
  i.descriptions, i.attributes, i.options, i.weight_grams, i.length_mm, i.width_mm, i.height_mm,
  i.archived_at is not null as archived, i.version,
  s.lead_time_days, s.pack_size_milli, s.minimum_order_milli, s.service_level_percent,
  s.on_hand_milli, s.on_order_milli, s.unit_cost_minor, s.supplier, s.counted_on`
const withSupply = sql`items i left join item_supply s on s.tenant_id = i.tenant_id and s.item_id = i.id`
/** The photograph and the price, for a page of items: too dear for all of them at once. The list is found once. */
const shown = (tx: TenantTx, currency: string) => sql`
  (select p.id from item_photos p where p.tenant_id = i.tenant_id and p.item_id = i.id order by p.position, p.id limit 1)
    as photo_id,
  (select p.price_thousandths from item_prices p
    where p.tenant_id = i.tenant_id and p.item_id = i.id and p.price_list_id =
      (select l.id from price_lists l where l.tenant_id = ${tx.tenantId} and l.is_default and l.currency = ${currency})
    order by p.from_quantity_milli limit 1) as price_thousandths`

/** A page of items in order of name, then id. `after` is the last of the page before. */
export async function listItems(
  tx: TenantTx,
  currency: string,
  query: { search?: string; category?: string; after?: { name: string; id: string }; limit: number },
): Promise<ItemRecord[]> {
  const { category, after } = query
  const pattern = anywhere(query.search)
  // Only what is asked stands in the statement, and its length in figures: the plan of a prepared one must fit all askers.
  const { rows } = await executePrepared(
    tx,
    sql<ItemRow>`
    select ${itemColumns}, ${shown(tx, currency)} from ${withSupply}
    where i.tenant_id = ${tx.tenantId} and i.archived_at is null
      ${pattern ? sql`and (lower(i.name) like ${pattern} or lower(i.code) like ${pattern} or i.barcode like ${pattern})` : sql``}
      ${category ? sql`and i.category = ${category}` : sql``}
      ${after ? sql`and (i.name, i.id) > (${after.name}, ${after.id}::uuid)` : sql``}
    order by i.name, i.id limit ${sql.lit(query.limit)}`,
  )
  return rows.map(toItem)
}

/** One item, or undefined. @param currency Of the price that is shown; left out, none is. */
export async function findItem(tx: TenantTx, itemId: string, currency = ''): Promise<ItemRecord | undefined> {
  const { rows } = await executePrepared(
    tx,
    sql<ItemRow>`
    select ${itemColumns}, ${shown(tx, currency)} from ${withSupply} where i.tenant_id = ${tx.tenantId} and i.id = ${itemId}`,
  )
  return rows[0] && toItem(rows[0])
}

/** The variants of an item, by name. */
export async function listVariants(tx: TenantTx, itemId: string, currency: string): Promise<ItemRecord[]> {
  const { rows } = await sql<ItemRow>`
    select ${itemColumns}, ${shown(tx, currency)} from ${withSupply}
    where i.tenant_id = ${tx.tenantId} and i.variant_of = ${itemId} and i.archived_at is null
    order by i.name, i.id`.execute(tx)
  return rows.map(toItem)
}

/** Adds items that a person makes. @returns How many; a code that is taken is passed over. */
export async function createItems(tx: TenantTx, items: readonly NewItem[]): Promise<number> {
  return insertMany(
    tx,
    'items',
    items,
    {
      id: (item) => item.id,
      code: (item) => item.code,
      name: (item) => item.name,
      category: (item) => item.category,
      unit: (item) => item.unit,
      barcode: (item) => item.barcode,
      variant_of: (item) => item.variantOf,
      options: (item) => JSON.stringify(item.options),
      named_by_person: () => true,
    },
    { onConflict: '(tenant_id, code) do nothing' },
  )
}

/** The item that has a barcode, besides the given one; undefined when none has. */
export async function findBarcodeOwner(
  tx: TenantTx,
  barcode: string,
  besidesItemId: string | null,
): Promise<{ readonly id: string; readonly name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from items
    where tenant_id = ${tx.tenantId} and barcode = ${barcode} and archived_at is null
      and (${besidesItemId}::uuid is null or id <> ${besidesItemId}::uuid) limit 1`.execute(tx)
  return rows[0]
}

/** Every item, for the engine. */
export async function listAllItems(tx: TenantTx): Promise<ItemRecord[]> {
  const { rows } = await sql<ItemRow>`
    select ${itemColumns} from ${withSupply} where i.tenant_id = ${tx.tenantId} order by i.id`.execute(tx)
  return rows.map(toItem)
}

/** The given items, for the engine. */
export async function listItemsById(tx: TenantTx, itemIds: readonly string[]): Promise<ItemRecord[]> {
  const { rows } = await sql<ItemRow>`
    select ${itemColumns} from ${withSupply} where i.tenant_id = ${tx.tenantId} and i.id = any(${itemIds}::uuid[])
    order by i.id`.execute(tx)
  return rows.map(toItem)
}

/** Ids of items by their codes, for the codes that are known. */
export async function findItemIds(tx: TenantTx, codes: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ code: string; id: string }>`
    select code, id from items where tenant_id = ${tx.tenantId} and code = any(${codes}::text[])`.execute(tx)
  return new Map(rows.map((row) => [row.code, row.id]))
}

/** Ids of items by their names in small letters. A name that two items share names neither. */
export async function findItemIdsByName(tx: TenantTx, names: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ name: string; id: string }>`
    select lower(name) as name, min(id::text) as id from items
    where tenant_id = ${tx.tenantId} and lower(name) = any(${names.map((name) => name.toLowerCase())}::text[])
    group by 1 having count(*) = 1`.execute(tx)
  return new Map(rows.map((row) => [row.name, row.id]))
}

/** Id, code and name of every item, by name. */
export async function listItemNames(tx: TenantTx): Promise<[string, string, string][]> {
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select id, code, name from items where tenant_id = ${tx.tenantId} order by name, id`.execute(tx)
  return rows.map((row) => [row.id, row.code, row.name])
}

/** Changes what a person may change of an item. @returns False when it is no longer at the version that was seen. */
export async function changeItem(
  tx: TenantTx,
  itemId: string,
  change: ItemChange,
  seenVersion: number | null,
): Promise<boolean> {
  const has = (name: keyof ItemChange) => Object.hasOwn(change, name)
  const words = (name: 'descriptions' | 'attributes' | 'options') => JSON.stringify(change[name] ?? {})
  const { numAffectedRows } = await sql`
    update items set
      name = case when ${has('name')} then ${change.name ?? null}::text else name end,
      category = case when ${has('category')} then ${change.category ?? null}::text else category end,
      unit = case when ${has('unit')} then ${change.unit ?? null}::text else unit end,
      barcode = case when ${has('barcode')} then ${change.barcode ?? null}::text else barcode end,
      variant_of = case when ${has('variantOf')} then ${change.variantOf ?? null}::uuid else variant_of end,
      descriptions = case when ${has('descriptions')} then ${words('descriptions')}::jsonb else descriptions end,
      attributes = case when ${has('attributes')} then ${words('attributes')}::jsonb else attributes end,
      options = case when ${has('options')} then ${words('options')}::jsonb else options end,
      weight_grams = case when ${has('weightGrams')} then ${change.weightGrams ?? null}::integer else weight_grams end,
      length_mm = case when ${has('lengthMm')} then ${change.lengthMm ?? null}::integer else length_mm end,
      width_mm = case when ${has('widthMm')} then ${change.widthMm ?? null}::integer else width_mm end,
      height_mm = case when ${has('heightMm')} then ${change.heightMm ?? null}::integer else height_mm end,
      archived_at = case when not ${has('archived')} then archived_at
        when ${change.archived ?? false} then coalesce(archived_at, now()) end,
      named_by_person = named_by_person or ${has('name') || has('category')},
      version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${itemId}
      and (${seenVersion}::integer is null or version = ${seenVersion}::integer)`.execute(tx)
  return numAffectedRows === 1n
}

/** Sets what is known about buying the given items, whole rows at a time. */
export async function saveSupplies(
  tx: TenantTx,
  supplies: readonly { readonly itemId: string; readonly supply: ItemSupply }[],
): Promise<void> {
  await insertMany(
    tx,
    'item_supply',
    supplies,
    {
      item_id: ({ itemId }) => itemId,
      lead_time_days: ({ supply }) => supply.leadTimeDays,
      pack_size_milli: ({ supply }) => supply.packSizeMilli,
      minimum_order_milli: ({ supply }) => supply.minimumOrderMilli,
      service_level_percent: ({ supply }) => supply.serviceLevelPercent,
      on_hand_milli: ({ supply }) => supply.onHandMilli,
      on_order_milli: ({ supply }) => supply.onOrderMilli,
      unit_cost_minor: ({ supply }) => supply.unitCostMinor?.toString() ?? null,
      supplier: ({ supply }) => supply.supplier,
      counted_on: ({ supply }) => supply.countedOn,
    },
    {
      onConflict: `(tenant_id, item_id) do update set
        lead_time_days = excluded.lead_time_days, pack_size_milli = excluded.pack_size_milli,
        minimum_order_milli = excluded.minimum_order_milli, service_level_percent = excluded.service_level_percent,
        on_hand_milli = excluded.on_hand_milli, on_order_milli = excluded.on_order_milli,
        unit_cost_minor = excluded.unit_cost_minor, supplier = excluded.supplier,
        counted_on = excluded.counted_on, updated_at = now()`,
    },
  )
}

type ItemRow = {
  id: string
  code: string
  name: string
  category: string | null
  unit: string | null
  barcode: string | null
  variant_of: string | null
  descriptions: Record<string, string>
  attributes: Record<string, string>
  options: Record<string, string>
  weight_grams: number | null
  length_mm: number | null
  width_mm: number | null
  height_mm: number | null
  archived: boolean
  version: number
  /** Where the statement asks for them. */
  photo_id?: string | null
  price_thousandths?: string | null
  first_day: PlainDate | null
  last_day: PlainDate | null
  lead_time_days: number | null
  pack_size_milli: string | null
  minimum_order_milli: string | null
  service_level_percent: number | null
  on_hand_milli: string | null
  on_order_milli: string | null
  unit_cost_minor: string | null
  supplier: string | null
  counted_on: PlainDate | null
}

function toItem(row: ItemRow): ItemRecord {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    category: row.category,
    unit: row.unit,
    barcode: row.barcode,
    variantOf: row.variant_of,
    details: {
      descriptions: row.descriptions,
      attributes: row.attributes,
      options: row.options,
      weightGrams: row.weight_grams,
      lengthMm: row.length_mm,
      widthMm: row.width_mm,
      heightMm: row.height_mm,
    },
    archived: row.archived,
    photoId: row.photo_id ?? null,
    priceThousandths: row.price_thousandths ? BigInt(row.price_thousandths) : null,
    version: row.version,
    firstDay: row.first_day,
    lastDay: row.last_day,
    supply: {
      leadTimeDays: row.lead_time_days,
      packSizeMilli: toNumber(row.pack_size_milli),
      minimumOrderMilli: toNumber(row.minimum_order_milli),
      serviceLevelPercent: row.service_level_percent,
      onHandMilli: toNumber(row.on_hand_milli),
      onOrderMilli: toNumber(row.on_order_milli),
      unitCostMinor: row.unit_cost_minor === null ? null : BigInt(row.unit_cost_minor),
      supplier: row.supplier,
      countedOn: row.counted_on,
    },
  }
}

// bigint columns arrive as text; thousandths of units stay far below 2^53.
function toNumber(text: string | null): number | null {
  return text === null ? null : Number(text)
}

/** What tells each item from others, without those put away. */
export async function listItemMarks(
  tx: TenantTx,
): Promise<{ id: string; name: string; barcode: string | null; unit: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; barcode: string | null; unit: string | null }>`
    select id, name, barcode, unit from items where tenant_id = ${tx.tenantId} and archived_at is null order by id`.execute(
    tx,
  )
  return rows
}

/** Puts an item away: it stands in no list. @returns False when it was away already. */
export async function archiveItem(tx: TenantTx, id: string, now: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update items set archived_at = ${now} where tenant_id = ${tx.tenantId} and id = ${id} and archived_at is null`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Takes an item out again. */
export async function unarchiveItem(tx: TenantTx, id: string): Promise<void> {
  await sql`update items set archived_at = null where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}
