// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { sql } from 'kysely'
import { anywhere } from '#platform/db/like.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { type MoveKind, noLot } from './stock.types.ts'

/** An item in the list of stock. Quantities and money as the database gives them: text. */
export type ListedStock = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly onHandMilli: string
  readonly reservedMilli: string
  readonly valueMinor: string
  readonly expiresOn: PlainDate | null
}

/**
 * A page of items that were ever in stock, by name, then id.
 *
 * @param query.only    These items alone; null: all.
 * @param query.expires Only what expires by that day; null: all.
 */
export async function listStock(
  tx: TenantTx,
  query: {
    readonly search?: string
    readonly only: readonly string[] | null
    readonly isBelowZero: boolean
    readonly expires: PlainDate | null
    readonly after?: { readonly name: string; readonly id: string }
    readonly limit: number
  },
): Promise<ListedStock[]> {
  const pattern = anywhere(query.search)
  const { only, expires, after } = query
  const { rows } = await sql<ListedStock>`
    select i.id as "itemId", i.code, i.name, i.unit, l.on_hand as "onHandMilli", l.reserved as "reservedMilli",
      c.value_minor as "valueMinor", l.expires as "expiresOn"
    from item_costs c
    join items i on i.tenant_id = c.tenant_id and i.id = c.item_id
    join lateral (
      select coalesce(sum(s.on_hand_milli), 0)::text as on_hand, coalesce(sum(s.reserved_milli), 0)::text as reserved,
        bool_or(s.on_hand_milli < 0) as is_below, min(o.expires_on) filter (where s.on_hand_milli > 0) as expires
      from stock_levels s left join lots o on o.tenant_id = s.tenant_id and o.id = s.lot_id
      where s.tenant_id = c.tenant_id and s.item_id = c.item_id) l on true
    where c.tenant_id = ${tx.tenantId}
      and (${only}::uuid[] is null or c.item_id = any(${only}::uuid[]))
      and (not ${query.isBelowZero} or l.is_below)
      and (${expires}::date is null or l.expires <= ${expires}::date)
      and (${pattern}::text is null or lower(i.name) like ${pattern} or lower(i.code) like ${pattern} or i.barcode like ${pattern})
      and (${after?.name ?? null}::text is null or (i.name, i.id) > (${after?.name ?? null}, ${after?.id ?? null}::uuid))
    order by i.name, i.id limit ${query.limit}`.execute(tx)
  return rows
}

/** What nobody has set aside of each item that was ever in stock, thousandths. */
export async function listFree(tx: TenantTx): Promise<{ itemId: string; freeMilli: string }[]> {
  const { rows } = await sql<{ itemId: string; freeMilli: string }>`
    select item_id as "itemId", sum(on_hand_milli - reserved_milli)::text as "freeMilli"
    from stock_levels where tenant_id = ${tx.tenantId} group by item_id`.execute(tx)
  return rows
}

/** How many items are in stock, below nothing, about to expire; what all of it is worth. */
export async function summariseStock(
  tx: TenantTx,
  expires: PlainDate,
): Promise<{ items: number; belowZero: number; expiring: number; valueMinor: string }> {
  const { rows } = await sql<{ items: number; belowZero: number; expiring: number; valueMinor: string }>`
    select
      (select count(*)::int from item_costs where tenant_id = ${tx.tenantId} and quantity_milli > 0) as items,
      (select count(distinct item_id)::int from stock_levels where tenant_id = ${tx.tenantId} and on_hand_milli < 0) as "belowZero",
      (select count(distinct s.item_id)::int from lots o join stock_levels s on s.tenant_id = o.tenant_id and s.lot_id = o.id
        where o.tenant_id = ${tx.tenantId} and o.expires_on <= ${expires} and s.on_hand_milli > 0) as expiring,
      (select coalesce(sum(value_minor), 0)::text from item_costs where tenant_id = ${tx.tenantId}) as "valueMinor"`.execute(
    tx,
  )
  return rows[0] ?? { items: 0, belowZero: 0, expiring: 0, valueMinor: '0' }
}

/** An item and what of it is in stock over all places. */
export type ItemRow = {
  readonly itemId: string
  readonly code: string
  readonly name: string
  readonly unit: string | null
  readonly quantityMilli: string
  readonly valueMinor: string
  readonly wantsLots: boolean
}

/** One item, or undefined. */
export async function findItemStock(tx: TenantTx, itemId: string): Promise<ItemRow | undefined> {
  const { rows } = await sql<ItemRow>`
    select i.id as "itemId", i.code, i.name, i.unit, coalesce(c.quantity_milli, 0)::text as "quantityMilli",
      coalesce(c.value_minor, 0)::text as "valueMinor", l.item_id is not null as "wantsLots"
    from items i
    left join item_costs c on c.tenant_id = i.tenant_id and c.item_id = i.id
    left join lot_items l on l.tenant_id = i.tenant_id and l.item_id = i.id
    where i.tenant_id = ${tx.tenantId} and i.id = ${itemId}`.execute(tx)
  return rows[0]
}

/** A move as it is shown. */
export type ShownMove = {
  readonly id: string
  readonly at: Date
  readonly day: PlainDate
  readonly kind: MoveKind
  readonly place: string
  readonly lot: string | null
  readonly quantityMilli: string
  readonly valueMinor: string
  readonly reason: string | null
  readonly belowZero: boolean
}

/** A page of an item's moves, newest first. `before` is the id of the last of the page before. */
export async function listMoves(
  tx: TenantTx,
  query: { readonly itemId: string; readonly before?: string; readonly limit: number },
): Promise<ShownMove[]> {
  const { rows } = await sql<ShownMove>`
    select m.id, m.at, m.day, m.kind, p.name as place, o.code as lot, m.quantity_milli as "quantityMilli",
      m.value_minor as "valueMinor", m.reason, m.below_zero as "belowZero"
    from stock_moves m
    join places p on p.tenant_id = m.tenant_id and p.id = m.place_id
    left join lots o on o.tenant_id = m.tenant_id and o.id = m.lot_id and m.lot_id <> ${noLot}
    where m.tenant_id = ${tx.tenantId} and m.item_id = ${query.itemId}
      and (${query.before ?? null}::uuid is null or m.id < ${query.before ?? null}::uuid)
    order by m.id desc limit ${query.limit}`.execute(tx)
  return rows
}
