// SPDX-License-Identifier: Apache-2.0

/** Trade of one year: US dollars, and kilograms where they are known. */
export type FlowYear = { readonly year: number; readonly value: number; readonly weightKg: number | null }

/** A country that may buy, with all that is known of it for one heading of goods. Years ascend. */
export type Destination = {
  readonly code: string
  /** What it buys from the whole world. */
  readonly imports: readonly FlowYear[]
  /** What it buys from home, by either side's books. */
  readonly fromHome: readonly FlowYear[]
  /** From home; null where it is not known. */
  readonly distanceKm: number | null
  /** Lines of its tariff on which goods from home pay less; null where nobody has said. */
  readonly preference: 'most' | 'some' | 'none' | null
}

export const destinationParts = ['size', 'growth', 'stability', 'price', 'distance', 'preference'] as const
export type DestinationPart = (typeof destinationParts)[number]

/** How much each part counts; they add up to 1. */
export type DestinationWeights = Readonly<Record<DestinationPart, number>>

/** One part of a destination's score: 0 worst, 1 best, null not known; and why, as a sentence to be said. */
export type PartScore = {
  readonly part: DestinationPart
  readonly score: number | null
  readonly code: string
  readonly values: Readonly<Record<string, number | string>>
}

/** A destination with its place in the list. */
export type RankedDestination = {
  readonly code: string
  readonly rank: number
  /** 0 to 1: the parts by their weights, a part that is not known counting as the middle. */
  readonly score: number
  /** Share of the weight that is known, 0 to 1. */
  readonly known: number
  readonly parts: readonly PartScore[]
  /** What it bought in the last year that is known, US dollars. */
  readonly lastValue: number | null
  readonly lastYear: number | null
  /** What home sold there in that year, and its share; null where nothing is known. */
  readonly ourValue: number | null
  readonly ourShare: number | null
  /** What it bought a year, for a small picture. */
  readonly spark: readonly number[]
}

/** All destinations of one heading, best first. */
export type DestinationRanking = {
  readonly engine: 'planning'
  readonly version: string
  readonly weights: DestinationWeights
  /** Whether size, growth and stability are read from what countries buy from all, or only from what home sells. */
  readonly basis: 'imports' | 'home-exports'
  readonly firstYear: number
  readonly lastYear: number
  readonly ranked: readonly RankedDestination[]
}
