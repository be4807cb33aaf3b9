// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'

/** What a market series measures. */
export type MarketKind = 'price' | 'trade' | 'rate' | 'harvest' | 'index'
export type MarketFrequency = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** What a source says of a series besides its values. Null: it does not say. */
export type SeriesFacts = {
  /** Names it within its source, the same at every reading. */
  readonly key: string
  /** The same for series that differ in their currency alone. */
  readonly family: string
  /** What it is called, from what to where: `['Wheat flour', 'Quetta']`. */
  readonly words: readonly string[]
  readonly kind: MarketKind
  /** As the source writes it: `KG`, `Dozen`, `1000 t`. */
  readonly unit: string | null
  readonly currency: string | null
  /** Of a rate: units of `currency` for one of this. */
  readonly perCurrency: string | null
  /** Null where only the days tell. */
  readonly frequency: MarketFrequency | null
  readonly region: string | null
  readonly place: string | null
  readonly commodity: string | null
  readonly reporter: string | null
  readonly partner: string | null
  /** `export` or `import`; the source's own code for the rarer ones. */
  readonly flow: string | null
  readonly productCode: string | null
  /** What is measured where a source measures several things: `value`, `weight`, `Area harvested`. */
  readonly measure: string | null
}

/** One value of one series. */
export type MarketReading = {
  readonly facts: SeriesFacts
  /** A day of the period, its first where the source names a period. */
  readonly day: DayNumber
  readonly value: number
  /** Physical line of a text; number of the record of JSON, from 1. */
  readonly lineNo: number
}

export const badReadingReasons = [
  'row-broken',
  'date-unreadable',
  'value-missing',
  'value-not-a-number',
  'value-not-positive',
  'name-missing',
  'currency-unknown',
] as const
export type BadReadingReason = (typeof badReadingReasons)[number]

/** A row that gives no value, and why. */
export type BadReading = {
  readonly lineNo: number
  readonly column: string | null
  readonly reason: BadReadingReason
  /** What stood there, cut to a hundred characters. */
  readonly cell: string
}

/** What a piece of a file gave. */
export type MarketBatch = {
  readonly readings: readonly MarketReading[]
  readonly bad: readonly BadReading[]
  /** Rows looked at, good, bad, and those that a filter left out. */
  readonly rowsRead: number
  /** Rows that the operator's filter, or the shape of the file (totals, tags), left out: no fault. */
  readonly rowsPassedOver: number
}

/** Nothing known; a reader fills in what its source says. */
export const noFacts: Omit<SeriesFacts, 'key' | 'family' | 'words' | 'kind'> = {
  unit: null,
  currency: null,
  perCurrency: null,
  frequency: null,
  region: null,
  place: null,
  commodity: null,
  reporter: null,
  partner: null,
  flow: null,
  productCode: null,
  measure: null,
}

/** Makes the facts of a series once, and gives the same object for every row of it. */
export function factsOnce(): (key: string, make: () => Omit<SeriesFacts, 'key'>) => SeriesFacts {
  const known = new Map<string, SeriesFacts>()
  return (key, make) => {
    const found = known.get(key)
    if (found) return found
    const facts = { ...make(), key }
    known.set(key, facts)
    return facts
  }
}
