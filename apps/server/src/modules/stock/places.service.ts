// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { idOfCode } from '#platform/ids.ts'
import { findStockSettings, insertPlace, listPlaces, type Place, type StockSettings } from './places.repository.ts'

/** Before the owner has said anything: nothing leaves that is not there, and a tenth more may arrive than was ordered. */
const firstSettings: StockSettings = { allowBelowZero: false, overReceiptPercent: 10, version: 1 }

/** How the business handles stock. */
export async function settingsOf(tx: TenantTx): Promise<StockSettings> {
  return (await findStockSettings(tx)) ?? firstSettings
}

/** Every place of the business, the default first; the first call makes it. */
export async function placesOf(tx: TenantTx): Promise<Place[]> {
  const places = await listPlaces(tx)
  if (places.some((place) => place.isDefault)) return places
  // The id says which it is: two who make it at once make the same.
  const id = idOfCode(tx.tenantId, 'place', 'first')
  await insertPlace(tx, { id, name: '', kind: 'shop', isDefault: true })
  return listPlaces(tx)
}

/** Where goods are between two places. The first call makes it. */
export async function transitPlace(tx: TenantTx): Promise<string> {
  const id = idOfCode(tx.tenantId, 'place', 'transit')
  await insertPlace(tx, { id, name: 'transit', kind: 'transit', isDefault: false })
  return id
}

/** The place that is meant when nobody names one. */
export async function defaultPlace(tx: TenantTx): Promise<string> {
  const [first] = await placesOf(tx)
  if (!first) throw new AppError('platform.unexpected', { missing: 'default place' })
  return first.id
}
