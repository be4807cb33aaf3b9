// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { StockMoveShown } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import type { Static } from 'typebox'
import type { Context } from '#platform/http/route.ts'

/** Why stock changed. `cost` changes what goods are worth and not how many there are. */
export type MoveKind = Static<typeof StockMoveShown>['kind']

/** Who moves stock, when, the day of business on which it counts, and the chart that a business's ledger begins with. */
export type MoveContext = Pick<Context, 'now' | 'caller'> & {
  readonly day: PlainDate
  readonly chart: Pack['chart']
  /**
   * `true` for what has happened already: goods sold on a phone without a line have left, whatever the books say.
   * The move is taken and flagged where it goes below nothing, also when the owner's setting refuses it beforehand.
   */
  readonly hasHappened?: boolean
}

/** One change of stock, as it is asked for. */
export type StockMove = {
  readonly kind: MoveKind
  readonly itemId: string
  /** Absent: the business's default place. */
  readonly placeId?: string | null
  /** Absent on the way out: what expires first leaves first. Refused on the way in where the item wants lots. */
  readonly lotId?: string | null
  /** Thousandths; in above zero, out below. Zero for `cost` alone. Up to a thousand million pieces. */
  readonly quantityMilli: bigint
  /** What goods that come in are worth, home currency, minor units; absent: as those that are there. `cost`: the change. */
  readonly valueMinor?: bigint
  /** Of `cost`: the goods that the value is for, thousandths, and the move that brought them. */
  readonly valueIsFor?: { readonly quantityMilli: bigint; readonly moveId: string | null }
  readonly documentId?: string
  readonly documentLineId?: string
  readonly reason?: string
  /** The line for which the goods were set aside: that much of it is released as they leave. */
  readonly reservedFor?: string
}

/** What a move came to. One that left from several lots is one answer. */
export type Moved = {
  /** At moving average, home currency, minor units, with the sign of the quantity. */
  readonly valueMinor: bigint
  /** Of `cost`: the part that came too late for goods that are gone; it belongs to the cost of sales. */
  readonly soldMinor: bigint
  /** True where it took stock below nothing. */
  readonly belowZero: boolean
  readonly parts: readonly {
    readonly moveId: string
    readonly lotId: string | null
    readonly quantityMilli: bigint
    readonly valueMinor: bigint
  }[]
}

/** What is at a place, of one lot. */
export type StockLevel = {
  readonly itemId: string
  readonly placeId: string
  /** Null: goods without lots. Reservations stand there too: which lot leaves is settled when it leaves. */
  readonly lotId: string | null
  readonly onHandMilli: bigint
  readonly reservedMilli: bigint
}

/** A move as it is kept. */
export type MoveRecord = {
  readonly id: string
  readonly kind: MoveKind
  readonly itemId: string
  readonly placeId: string
  readonly lotId: string | null
  readonly quantityMilli: bigint
  readonly valueMinor: bigint
  readonly documentId: string | null
  readonly documentLineId: string | null
  readonly reason: string | null
  readonly belowZero: boolean
}

/** What is left of one arrival. */
export type CostLayer = {
  readonly itemId: string
  /** The move that brought it. */
  readonly id: string
  readonly day: PlainDate
  readonly remainingMilli: bigint
  readonly remainingMinor: bigint
}

/** A lot: a make of goods with its own last day. */
export type Lot = {
  readonly id: string
  readonly itemId: string
  readonly code: string
  readonly expiresOn: PlainDate | null
}

/** Where goods without lots stand in the levels. */
export const noLot = '00000000-0000-0000-0000-000000000000'
