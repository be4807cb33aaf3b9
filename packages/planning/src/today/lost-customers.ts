// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { STRETCH, totalsBetween } from '../compare.ts'
import type { Measured } from '../trends/stories.ts'

/** A customer who used to order and has stopped. */
export type LostCustomer = {
  readonly measured: Measured
  /** What the customer used to bring in 30 days, over the year before the last order. */
  readonly usualNet: number
  /** Day from which the silence was too long. */
  readonly lostSince: DayNumber
}

/** Share of the business's own usual 30 days from which a customer is a big one. */
const BIG_SHARE = 0.005
/** After so long nobody comes back by being asked. */
const LONGEST_SILENCE = 270
const YEAR = 365

/** Big customers lost and not long gone, the biggest first. */
export function lostCustomers(
  customers: readonly Measured[],
  businessNet30: number,
  booksFrom: DayNumber,
): LostCustomer[] {
  const lost: LostCustomer[] = []
  for (const measured of customers) {
    const { presence, series } = measured
    if (presence.status !== 'lost' || presence.lostAfter === null || presence.silent > LONGEST_SILENCE) continue
    const from = Math.max(booksFrom, presence.last - YEAR + 1)
    // At least three months, so that a customer of two busy weeks is not taken for a big one.
    const days = Math.max(presence.last - Math.max(from, presence.first) + 1, 3 * STRETCH)
    const usualNet = (totalsBetween(series, from, presence.last).net * STRETCH) / days
    if (!(usualNet > 0) || usualNet < BIG_SHARE * businessNet30) continue
    lost.push({ measured, usualNet, lostSince: presence.last + Math.floor(presence.lostAfter) + 1 })
  }
  return lost.sort((a, b) => b.usualNet - a.usualNet || (a.measured.series.key < b.measured.series.key ? -1 : 1))
}
