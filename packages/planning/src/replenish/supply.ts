// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { Supply, SupplyDefaults } from '../types.ts'

/** A shop that says nothing: three weeks of lead time, an order a week, 95 of 100 cycles without running out. */
export const DEFAULT_SUPPLY: SupplyDefaults = {
  leadTimeDays: 21,
  reviewDays: 7,
  serviceLevelPercent: 95,
  // Trade margins of small shops lie around two fifths of the price; wherever this is used the line says "estimated".
  costShare: 0.6,
}

/** A supply with every gap filled. */
export type FullSupply = {
  readonly onHand: number | null
  readonly countedOn: number | null
  readonly onOrder: number
  readonly leadTimeDays: number
  readonly reviewDays: number
  readonly serviceLevelPercent: number
  readonly packSize: number
  readonly minimumOrder: number
  readonly unitCost: number | null
  readonly supplier: string | null
  readonly costShare: number
}

/**
 * Fills the gaps from the defaults and refuses what cannot be planned with.
 *
 * @throws planning.supply-invalid, with the field and its value
 */
export function fullSupply(supply: Supply, defaults: SupplyDefaults = DEFAULT_SUPPLY): FullSupply {
  const full: FullSupply = {
    onHand: supply.onHand,
    countedOn: supply.countedOn ?? null,
    onOrder: supply.onOrder ?? 0,
    leadTimeDays: supply.leadTimeDays ?? defaults.leadTimeDays,
    reviewDays: supply.reviewDays ?? defaults.reviewDays,
    serviceLevelPercent: supply.serviceLevelPercent ?? defaults.serviceLevelPercent,
    packSize: supply.packSize ?? 1,
    minimumOrder: supply.minimumOrder ?? 0,
    unitCost: supply.unitCost ?? null,
    supplier: supply.supplier ?? null,
    costShare: defaults.costShare,
  }
  if (full.onHand !== null) within('onHand', full.onHand, -1e12, 1e12)
  within('onOrder', full.onOrder, 0, 1e12)
  within('leadTimeDays', full.leadTimeDays, 0, 400)
  within('reviewDays', full.reviewDays, 1, 120)
  within('serviceLevelPercent', full.serviceLevelPercent, 50, 99.9)
  within('packSize', full.packSize, 0.001, 1e9)
  within('minimumOrder', full.minimumOrder, 0, 1e12)
  within('costShare', full.costShare, 0, 1)
  if (full.unitCost !== null) within('unitCost', full.unitCost, 0, 1e15)
  return full
}

function within(field: string, value: number, from: number, to: number): void {
  if (!(value >= from && value <= to)) throw new AppError('planning.supply-invalid', { field, value: String(value) })
}
