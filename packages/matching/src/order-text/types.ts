// SPDX-License-Identifier: Apache-2.0
import type { Declined, PlainDate } from '@resham/base'

/** An item that an order may be about. */
export type OrderableItem = {
  readonly id: string
  readonly code: string
  readonly name: string
  /** Other names by which people ask for it, in any script. */
  readonly alsoCalled?: readonly string[]
  /** What one of it is: `piece`, `pair`, `kg`, a word of the shop's own; null: not known, counts as a piece. */
  readonly unit: string | null
  /** How many units a carton, sack or box holds, thousandths; null: not known. */
  readonly packMilli: number | null
  readonly barcode?: string | null
}

/** A unit of one place: a weight of the bazaar, say. It belongs to a country's pack, not to this engine. */
export type LocalUnit = {
  /** How it is written, in any script. */
  readonly words: readonly string[]
  /** The unit that it is counted in: `kg`, `metre`, `piece`. */
  readonly unit: string
  /** How many of that one of it is, thousandths. */
  readonly milli: number
}

export type OrderTextOptions = {
  readonly today: PlainDate
  /** Which comes first where a date is written in figures and both may be meant. */
  readonly dateOrder: 'day-first' | 'month-first'
  readonly localUnits?: readonly LocalUnit[]
  /** Who writes for the shop itself in a chat: what they say is no order. */
  readonly ownNames?: readonly string[]
}

/** Why an item is taken for the one that is meant. */
export type ItemReason =
  | { readonly code: 'code' }
  | { readonly code: 'barcode' }
  | { readonly code: 'same-words'; readonly words: readonly string[] }
  | { readonly code: 'sounds-alike'; readonly words: readonly string[] }
  | { readonly code: 'size'; readonly words: readonly string[] }
  | { readonly code: 'line-before' }

export type ItemCandidate = {
  readonly itemId: string
  /** How likely this item is the one meant, 0 to 1; all candidates and "none of them" make 1. */
  readonly probability: number
  readonly reasons: readonly ItemReason[]
}

/** What a person must be asked, with what can be chosen. */
export type OrderAsk =
  | { readonly kind: 'which-item'; readonly choices: readonly string[] }
  /** Nothing in the catalogue is called so. */
  | { readonly kind: 'unknown-item'; readonly words: string; readonly choices: readonly string[] }
  /** Thousandths of the item's unit; empty: none was told. */
  | { readonly kind: 'quantity'; readonly choices: readonly number[] }
  /** A unit that this item is not counted in. */
  | { readonly kind: 'unit'; readonly word: string }
  /** Told in cartons, and how many a carton holds is not known. */
  | { readonly kind: 'pack-size'; readonly word: string }
  /** Asked for twice: the second instead of the first, or both together. */
  | { readonly kind: 'said-twice'; readonly choices: readonly number[] }

export type ReadLine = {
  /** What was written, as it was written. */
  readonly text: string
  /** The chosen item; null when it must be asked. */
  readonly itemId: string | null
  /** Most likely first, at most six. */
  readonly candidates: readonly ItemCandidate[]
  /** Thousandths of the item's unit; null when it must be asked. */
  readonly quantityMilli: number | null
  /** What was told, before it became units: `10` of `dozen`. */
  readonly told: { readonly amount: number; readonly unit: string | null } | null
  /** Price of one unit in major units of money as decimal text, where told. */
  readonly price: string | null
  /** The day told for this line alone. */
  readonly day: PlainDate | null
  readonly asks: readonly OrderAsk[]
}

export type DayTold = {
  /** The day most likely meant. */
  readonly day: PlainDate
  readonly words: string
  /** More than one: it must be asked. */
  readonly choices: readonly PlainDate[]
}

/** An order as far as it could be read. Deterministic: the same text, catalogue and day give the same reading. */
export type OrderReading = {
  readonly kind: 'order'
  readonly lines: readonly ReadLine[]
  /** The day by which it is wanted; null when none was told. */
  readonly day: DayTold | null
  /** Who asks, as the chat names them; null: nobody is named. */
  readonly customer: string | null
  /** Everyone whose messages gave a line, when there is more than one: whose order is it? */
  readonly askWhose: readonly string[]
  /** What was taken back, as it was written. */
  readonly cancelled: readonly string[]
  /** What was read and is no line: greetings, totals, heads of tables. */
  readonly passedOver: readonly string[]
}

/** `too-many-lines` or `too-long`: with the limit and what was handed in. */
export type OrderTextResult = OrderReading | Declined
