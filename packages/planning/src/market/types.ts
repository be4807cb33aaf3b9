// SPDX-License-Identifier: Apache-2.0
import type { DayNumber, Declined } from '@resham/base'

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

/** A day from which the level was another one; `ratio` is the new level over the old, less one. */
export type Shift = { readonly day: DayNumber; readonly ratio: number }
export type UnusualPoint = { readonly day: DayNumber; readonly value: number; readonly usual: number }

export type MarketSeason = {
  readonly kind: 'season'
  /** 0 none, 1 all of the movement around the trend. */
  readonly strength: number
  readonly highMonths: readonly number[]
  readonly lowMonths: readonly number[]
  /** What each month, January first, is to a usual one: 1.1 is a tenth above. [12] */
  readonly months: readonly number[]
  /** Whole years that stand behind it. */
  readonly years: number
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
  readonly unusual: readonly UnusualPoint[]
  readonly season: MarketSeason | Declined
  readonly sentences: readonly MarketSentence[]
  readonly track: TrackRecord | null
}
