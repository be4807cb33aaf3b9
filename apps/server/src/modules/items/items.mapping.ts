// SPDX-License-Identifier: Apache-2.0
import type { Item, Supply } from '@resham/contract'
import type { Static } from 'typebox'
import type { ItemRecord, ItemSupply } from './items.types.ts'

/** An item as the API answers it. */
export function toItemReply(item: ItemRecord, currency: string): Static<typeof Item> {
  const { unitCostMinor, ...supply } = item.supply
  return {
    ...item,
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
