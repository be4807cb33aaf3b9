// SPDX-License-Identifier: Apache-2.0
import type { DocumentRecord } from '#modules/documents/index.ts'
import type { LandedRecord } from './buying.repository.ts'

/** A paper in brief, as the API answers it. */
export function toBrief(document: DocumentRecord) {
  const { id, kind, number, state, partyId, partyName, day, dueDay, currency, reference, version } = document
  const money = (minor: bigint) => ({ minor: minor.toString(), currency })
  return {
    ...{ id, kind, number, state, partyId, partyName, day, dueDay, reference, version },
    total: money(document.totalMinor),
    open: money(document.totalMinor - document.settledMinor),
  }
}

/** A cost of getting goods here, as the API answers it. */
export function toLandedReply(landed: LandedRecord, currency: string) {
  const { id, kind, spreadBy, note } = landed
  return {
    ...{ id, kind, spreadBy, note },
    amount: { minor: landed.amountMinor, currency },
    sold: { minor: landed.soldMinor, currency },
  }
}
