// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { Reservation } from './work-out-moves.ts'

/** What is set aside for the given lines. */
export async function listReservations(tx: TenantTx, lineIds: readonly string[]): Promise<Reservation[]> {
  const { rows } = await sql<{ line_id: string; item_id: string; place_id: string; quantity_milli: string }>`
    select line_id, item_id, place_id, quantity_milli from stock_reservations
    where tenant_id = ${tx.tenantId} and line_id = any(${lineIds}::uuid[])`.execute(tx)
  return rows.map((row) => ({
    lineId: row.line_id,
    itemId: row.item_id,
    placeId: row.place_id,
    quantityMilli: BigInt(row.quantity_milli),
  }))
}

/** Keeps reservations as they are now; those of nothing go. */
export async function saveReservations(tx: TenantTx, reservations: readonly Reservation[]): Promise<void> {
  const gone = reservations.filter((one) => one.quantityMilli === 0n).map((one) => one.lineId)
  if (gone.length > 0) {
    await sql`
      delete from stock_reservations where tenant_id = ${tx.tenantId} and line_id = any(${gone}::uuid[])`.execute(tx)
  }
  await insertMany(
    tx,
    'stock_reservations',
    reservations.filter((one) => one.quantityMilli > 0n),
    {
      line_id: (one) => one.lineId,
      item_id: (one) => one.itemId,
      place_id: (one) => one.placeId,
      quantity_milli: (one) => one.quantityMilli.toString(),
    },
    { onConflict: '(tenant_id, line_id) do update set quantity_milli = excluded.quantity_milli' },
  )
}
