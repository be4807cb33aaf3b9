// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'

/** A line of a document as it is about to be saved; amounts in major units, for comparing only. */
export type EntryLine = {
  readonly quantity: number
  /** Price of one unit, in the document's currency; null: none yet. */
  readonly price: number | null
}

/** What is usual of an item: its last lines of the same side of the trade, newest last, at most a few hundred. */
export type UsualOfItem = {
  readonly quantities: readonly number[]
  /** Prices of one unit, in the document's currency. */
  readonly prices: readonly number[]
  /** What one unit costs on average, in the document's currency; null: not known. */
  readonly cost: number | null
}

export type EntryHead = {
  readonly today: PlainDate
  readonly day: PlainDate
  readonly currency: string
  readonly partyId: string | null
  readonly total: number
  /** What was entered, as one text that is equal for equal lines. */
  readonly content: string
}

/** What is known of earlier documents of the same kind. */
export type UsualOfKind = {
  /** Of the same party, newest first; those of the last days are enough. */
  readonly recent: readonly {
    readonly id: string
    readonly day: PlainDate
    readonly currency: string
    readonly total: number
    readonly content: string
  }[]
  /** Currency of the party's documents so far, most used first; empty: none yet. */
  readonly currencies: readonly string[]
  /** Value of one unit of each foreign currency in the home currency, and of the home currency 1. */
  readonly rates: Readonly<Record<string, number>>
}

/** Why an entry looks wrong. A doubt is asked about before saving; it forbids nothing. */
export type Doubt =
  | { readonly code: 'quantity-not-positive'; readonly got: number }
  | { readonly code: 'price-negative'; readonly got: number }
  /** `times` above 1: so many times the usual; below 1: that share of it. */
  | { readonly code: 'price-unusual'; readonly got: number; readonly usual: number; readonly times: number }
  /** A nought too many or too few: `times` is 10, 100, 1000 or 0.1, 0.01, 0.001. */
  | { readonly code: 'price-decimal-slip'; readonly got: number; readonly usual: number; readonly times: number }
  | { readonly code: 'quantity-unusual'; readonly got: number; readonly usual: number; readonly times: number }
  | { readonly code: 'below-cost'; readonly got: number; readonly cost: number }
  /** The price would be usual in this other currency. */
  | { readonly code: 'currency-slip'; readonly currency: string; readonly usual: number }
  | { readonly code: 'currency-unusual'; readonly got: string; readonly usual: string }
  | { readonly code: 'day-far-ahead'; readonly days: number }
  | { readonly code: 'day-far-back'; readonly days: number }
  /** The same day of another year: near January a hand writes the old one. */
  | { readonly code: 'year-slip'; readonly meant: PlainDate }
  | { readonly code: 'entered-before'; readonly id: string; readonly day: PlainDate }
