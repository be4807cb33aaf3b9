// SPDX-License-Identifier: Apache-2.0
import type { LandedRecord } from './buying.repository.ts'

/** A cost of getting goods here, as the API answers it. */
export function toLandedReply(landed: LandedRecord, currency: string) {
  const { id, kind, spreadBy, note } = landed
  return {
    ...{ id, kind, spreadBy, note },
    amount: { minor: landed.amountMinor, currency },
    sold: { minor: landed.soldMinor, currency },
  }
}
