// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import type { LineKind } from '@resham/ledger'

/** A ledger line on its way into the books: codes are ids by now. */
export type SaleLine = {
  readonly id: string
  readonly recordNo: number
  readonly document: string
  readonly day: DayNumber
  readonly minuteOfDay: number | null
  readonly itemId: string
  readonly customerId: string | null
  readonly country: string | null
  readonly channel: string | null
  readonly kind: LineKind
  readonly ruleId: string
  readonly quantityMilli: number
  readonly netMinor: number
  readonly currency: string
}

/** What daily facts are kept about, besides items. `business` has one key: the empty text. */
export const groupSubjects = ['business', 'customer', 'country', 'channel'] as const
export type GroupSubject = (typeof groupSubjects)[number]

/**
 * Daily facts of one thing, oldest day first: parallel arrays of equal length.
 *
 * Thousandths of a unit and minor units, whole, below 2^53.
 */
export type FactSeries = {
  readonly key: string
  readonly days: Int32Array
  readonly quantityMilli: Float64Array
  readonly netMinor: Float64Array
  readonly orders: Int32Array
}

/** First and last day of the books. */
export type BooksSpan = { readonly firstDay: DayNumber; readonly lastDay: DayNumber }
