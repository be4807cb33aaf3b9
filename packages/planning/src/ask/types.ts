// SPDX-License-Identifier: Apache-2.0

/** Names that the data themselves bring: places and goods of the catalogue, in any of the languages. */
export type Vocabulary = {
  readonly places: readonly Named[]
  readonly goods: readonly Named[]
}
export type Named = { readonly id: string; readonly names: readonly string[] }

/** A stretch of time as it was asked for. */
export type AskedTime =
  /** So many days, weeks, months or years before or after now; 0 is the one that runs. */
  | { readonly kind: 'relative'; readonly unit: 'day' | 'week' | 'month' | 'year'; readonly count: number }
  /** A year, or a month of a year; the year is null where only a month was named. */
  | { readonly kind: 'calendar'; readonly year: number | null; readonly month: number | null }
  /** From one year to another; null is until now. */
  | { readonly kind: 'years'; readonly from: number; readonly to: number | null }

/** What is wanted of a series. */
export type SeriesAsk = 'now' | 'past' | 'ahead' | 'why' | 'season' | 'highest' | 'lowest'

/** A question as it was understood. */
export type Question =
  | {
      readonly intent: 'series'
      readonly ask: SeriesAsk
      readonly measure: 'price' | 'trade' | 'harvest' | null
      readonly goods: readonly string[]
      readonly places: readonly string[]
      readonly time: AskedTime | null
    }
  | {
      readonly intent: 'compare'
      readonly measure: 'price' | 'trade' | 'harvest' | null
      readonly goods: readonly string[]
      readonly places: readonly string[]
      readonly time: AskedTime | null
    }
  | { readonly intent: 'my-items'; readonly way: 'rising' | 'falling' | 'best' }
  | { readonly intent: 'my-sales'; readonly ask: 'now' | 'ahead' | 'why' }
  | { readonly intent: 'where-to-sell' }
  | { readonly intent: 'moves' }
  /** Not understood; `goods` and `places` are what was heard all the same. */
  | { readonly intent: 'unknown'; readonly goods: readonly string[]; readonly places: readonly string[] }

/** Kinds of series, as the catalogue has them. */
export type MarketKindAsked = 'price' | 'trade' | 'rate' | 'harvest' | 'index'

/** A sentence of an answer: its code, and the values that fill it. Days are days since 1970. */
export type AskSentence = { readonly code: AskCode; readonly values: Readonly<Record<string, number>> }

export const askCodes = [
  'now',
  'year-up',
  'year-down',
  'year-same',
  'one',
  'past-up',
  'past-down',
  'past-same',
  'range',
  'no-values',
  'ahead',
  'ahead-up',
  'ahead-down',
  'ahead-same',
  'too-far',
  'no-forecast',
  'highest',
  'lowest',
  'why',
] as const
export type AskCode = (typeof askCodes)[number]
