// SPDX-License-Identifier: Apache-2.0
import type { CounterSale, counterEndpoints, ReplyOf } from '@resham/contract'
import type { Static } from 'typebox'

/** A sale as a phone hands it in. */
export type HandedSale = Static<typeof CounterSale>
export type Outcome = ReplyOf<typeof counterEndpoints.handIn>['sales'][number]
export type Note = Outcome['notes'][number]
export type Problem = NonNullable<Outcome['problem']>
export type SaleState = Outcome['state']

/** A sale as it is kept. */
export type KeptSale = {
  readonly clientId: string
  readonly state: SaleState
  readonly receivedAt: Date
  readonly phoneSoldAt: Date
  readonly soldAt: Date
  readonly documentId: string | null
  readonly number: string | null
  readonly day: string | null
  readonly totalMinor: bigint | null
  readonly sale: HandedSale
  readonly notes: readonly Note[]
  readonly problem: Problem | null
}
