// SPDX-License-Identifier: Apache-2.0
import type { DayNumber, Declined } from '@resham/base'
import type { Strength } from '@resham/forecast'

export type MarketFrequency = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** One series from outside: prices, trade, rates, harvests. */
export type MarketSeries = {
  /** First day of each period, ascending, each once. */
  readonly days: readonly DayNumber[]
  /** Finite, one a day. */
  readonly values: readonly number[]
  readonly frequency: MarketFrequency
}

/** A sentence about a series: its words stand in the catalogues. Days are day numbers, ratios fractions. */
export type MarketSentence = { readonly code: string; readonly values: Readonly<Record<string, number>> }

export type MarketAhead = {
  readonly model: string
  readonly points: readonly {
    readonly day: DayNumber
    readonly mean: number
    readonly lo80: number
    readonly hi80: number
    readonly lo95: number
    readonly hi95: number
  }[]
}

/** A day from which the level was another one; `ratio` is the new level over the old, less one. `sure`: 0.5 to 1. */
export type Shift = { readonly day: DayNumber; readonly ratio: number; readonly sure: number }
/** A day from which it rose or fell at another pace: shares a year, before and after. */
export type Turn = {
  readonly day: DayNumber
  readonly before: number
  readonly after: number
  readonly sure: number
}
export type UnusualPoint = { readonly day: DayNumber; readonly value: number; readonly usual: number }

/** Which way it has been going since its course last changed. */
export type MarketTrend = {
  /** `unclear`: it may as well be chance. `flat`: surely hardly moving. */
  readonly direction: 'up' | 'down' | 'flat' | 'unclear'
  /** Share a year; a fall is below 0. */
  readonly ratio: number
  readonly strength: Strength
  /** How sure of the direction, 0.5 to 1. */
  readonly sure: number
  readonly since: DayNumber
}

/** A month of the year, 1 January, and what it is to a usual one: 1.1 is a tenth above. */
export type SeasonMonth = { readonly month: number; readonly factor: number }

export type MarketSeason = {
  readonly kind: 'season'
  /** Whether a test sees a season at all; where not, all months are 1. */
  readonly shows: boolean
  /** Share of the movement around the course that is season, 0 to 1. */
  readonly strength: number
  readonly peak: SeasonMonth
  readonly trough: SeasonMonth
  /** Months nearly as high as the peak or as low as the trough, with it; three at most, in the order of the year. */
  readonly highMonths: readonly number[]
  readonly lowMonths: readonly number[]
  /** What each month, January first, is to a usual one: 1.1 is a tenth above. [12] */
  readonly months: readonly number[]
  /** Whole years that stand behind it. */
  readonly years: number
}

/** What parts a change is made of. */
export const marketParts = ['level', 'trend', 'season', 'one-off', 'rest'] as const
export type MarketPart = (typeof marketParts)[number]

/** What changed since a year before, part by part: the sizes add up to `after` less `before`. */
export type MarketChanged = {
  readonly from: DayNumber
  readonly before: number
  readonly after: number
  /** Sizes in units of the series; as shares of `before` where that is above zero. */
  readonly parts: readonly { readonly part: MarketPart; readonly size: number; readonly ratio: number | null }[]
  /** Whether the whole is more than what is left unexplained does by chance. */
  readonly beyondChance: boolean
  /** True where the history is too short to tell the season apart: it stands among the others. */
  readonly withoutSeason: boolean
}

/** How often what was expected came true when the past was forecast from the further past. */
export type TrackRecord = {
  readonly judged: number
  readonly inside80: number
  readonly inside95: number
  /** Mean miss over that of repeating the last value; null where the last value never missed. */
  readonly againstNaive: number | null
  /** Median miss as a share of the value; null where values are zero. */
  readonly typicalMiss: number | null
}

export type MarketChange = { readonly from: DayNumber; readonly ratio: number }

/** All that is said of a series. */
export type MarketOutlook = {
  readonly engine: 'planning'
  readonly version: string
  readonly seed: number
  readonly change: MarketChange | null
  readonly yearChange: MarketChange | null
  /** At most 24 values of the last year or so. */
  readonly spark: readonly number[]
  readonly next: MarketAhead | Declined
  readonly shifts: readonly Shift[]
  readonly turns: readonly Turn[]
  readonly unusual: readonly UnusualPoint[]
  /** Null where there is too little past. */
  readonly trend: MarketTrend | null
  /** The last value against that of a year before; null where one of them is not known. */
  readonly changed: MarketChanged | null
  readonly season: MarketSeason | Declined
  readonly sentences: readonly MarketSentence[]
  readonly track: TrackRecord | null
}
