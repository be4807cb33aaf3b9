// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** Where stock lies. */
export type Place = {
  readonly id: string
  /** Empty: nobody named it yet, and pages have a word for it. */
  readonly name: string
  readonly kind: 'shop' | 'store' | 'transit'
  readonly isDefault: boolean
  readonly version: number
}

/** How the business wants stock handled. */
export type StockSettings = {
  readonly allowBelowZero: boolean
  readonly overReceiptPercent: number
  readonly version: number
}

/** Every place, the default first. */
export async function listPlaces(tx: TenantTx): Promise<Place[]> {
  const { rows } = await sql<Place>`
    select id, name, kind, is_default as "isDefault", version from places
    where tenant_id = ${tx.tenantId} order by is_default desc, kind, name, id`.execute(tx)
  return rows
}

/** Adds a place; false when there is one of that id or name. */
export async function insertPlace(tx: TenantTx, place: Omit<Place, 'version'>): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into places (tenant_id, id, name, kind, is_default)
    values (${tx.tenantId}, ${place.id}, ${place.name}, ${place.kind}, ${place.isDefault})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** Changes a place that is still as the person saw it; false when it is not. */
export async function changePlace(
  tx: TenantTx,
  placeId: string,
  change: { readonly name: string; readonly kind: string; readonly version: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update places set name = ${change.name}, kind = ${change.kind}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${placeId} and version = ${change.version}
      and not exists (select from places p where p.tenant_id = ${tx.tenantId} and p.name = ${change.name} and p.id <> ${placeId})`.execute(
    tx,
  )
  return numAffectedRows === 1n
}

/** Makes a place the one that is meant when nobody names one. */
export async function makeDefaultPlace(tx: TenantTx, placeId: string): Promise<void> {
  await sql`
    update places set is_default = (id = ${placeId}) where tenant_id = ${tx.tenantId} and is_default <> (id = ${placeId})`.execute(
    tx,
  )
}

/** How stock is handled, or undefined while nobody has said. */
export async function findStockSettings(tx: TenantTx): Promise<StockSettings | undefined> {
  const { rows } = await sql<StockSettings>`
    select allow_below_zero as "allowBelowZero", over_receipt_percent as "overReceiptPercent", version
    from stock_settings where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows[0]
}

/** Keeps how stock is handled, when it is still as the person saw it; false when it is not. */
export async function saveStockSettings(tx: TenantTx, settings: StockSettings): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into stock_settings as s (tenant_id, allow_below_zero, over_receipt_percent)
    values (${tx.tenantId}, ${settings.allowBelowZero}, ${settings.overReceiptPercent})
    on conflict (tenant_id) do update set allow_below_zero = excluded.allow_below_zero,
      over_receipt_percent = excluded.over_receipt_percent, version = s.version + 1
    where s.version = ${settings.version}`.execute(tx)
  return numAffectedRows === 1n
}
