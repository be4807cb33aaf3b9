// SPDX-License-Identifier: Apache-2.0
import type { counterEndpoints, ReplyOf } from '@resham/contract'
import type { KeptSale, Outcome } from './counter.types.ts'

/** What came of a sale, as the phone is told. */
export function toOutcome(kept: KeptSale, currency: string, again: boolean): Outcome {
  const { clientId, state, documentId, number, day, totalMinor, notes, problem } = kept
  const total = totalMinor === null ? null : { minor: totalMinor.toString(), currency }
  return { clientId, state, again, documentId, number, day, total, notes: [...notes], problem }
}

/** A sale in the list. */
export function toKeptReply(kept: KeptSale, currency: string): ReplyOf<typeof counterEndpoints.list>['sales'][number] {
  const { clientId, state, documentId, number, totalMinor, sale, notes, problem } = kept
  return {
    ...{ clientId, state, documentId, number, sale, notes: [...notes], problem },
    soldAt: kept.soldAt.toISOString(),
    phoneSoldAt: kept.phoneSoldAt.toISOString(),
    receivedAt: kept.receivedAt.toISOString(),
    total: totalMinor === null ? sale.total : { minor: totalMinor.toString(), currency },
  }
}
