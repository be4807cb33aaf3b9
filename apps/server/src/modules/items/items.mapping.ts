// SPDX-License-Identifier: Apache-2.0
import { toDayNumber } from '@resham/base'
import type { Item, Supply } from '@resham/contract'
import type { Supply as EngineSupply } from '@resham/planning'
import type { Static } from 'typebox'
import type { ItemRecord, ItemSupply } from './items.types.ts'

/** An item as the API answers it. */
export function toItemReply(item: ItemRecord, currency: string): Static<typeof Item> {
  const { unitCostMinor, ...supply } = item.supply
  const { details, priceThousandths, ...rest } = item
  return {
    ...rest,
    ...details,
    price: priceThousandths === null ? null : { thousandths: priceThousandths.toString(), currency },
    supply: { ...supply, unitCost: unitCostMinor === null ? null : { minor: unitCostMinor.toString(), currency } },
  }
}

/** What is known after a change: fields that the change names, and the rest as it was. */
export function changedSupply(before: ItemSupply, change: Partial<Static<typeof Supply>>): ItemSupply {
  const { unitCost, countedOn, ...rest } = change
  return {
    ...before,
    ...rest,
    ...(unitCost === undefined ? {} : { unitCostMinor: unitCost === null ? null : BigInt(unitCost.minor) }),
    ...(countedOn === undefined ? {} : { countedOn: countedOn as ItemSupply['countedOn'] }),
  }
}

/** What is known about buying an item, as the engine takes it. */
export function toSupply(item: ItemRecord): EngineSupply {
  const { supply } = item
  return {
    key: item.id,
    onHand: supply.onHandMilli === null ? null : supply.onHandMilli / 1000,
    countedOn: supply.countedOn === null ? null : toDayNumber(supply.countedOn),
    ...(supply.onOrderMilli === null ? {} : { onOrder: supply.onOrderMilli / 1000 }),
    ...(supply.leadTimeDays === null ? {} : { leadTimeDays: supply.leadTimeDays }),
    ...(supply.serviceLevelPercent === null ? {} : { serviceLevelPercent: supply.serviceLevelPercent }),
    ...(supply.packSizeMilli === null ? {} : { packSize: supply.packSizeMilli / 1000 }),
    ...(supply.minimumOrderMilli === null ? {} : { minimumOrder: supply.minimumOrderMilli / 1000 }),
    unitCost: supply.unitCostMinor === null ? null : Number(supply.unitCostMinor),
    supplier: supply.supplier,
  }
}
