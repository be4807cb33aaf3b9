// SPDX-License-Identifier: Apache-2.0
import type { Declined } from '@resham/base'
import type { BoostedTrees } from '@resham/stats'
import type { CalendarEvent } from '../types.ts'

/**
 * The words of a panel:
 *
 *   panel    series of one kind that end in the same period: the items of a shop, by week
 *   origin   the period from which one looks ahead; all before it is known, it and all after are not
 *   level    what a series sells in an ordinary period just before the origin; the trees predict multiples of it
 */

/** Something measured together with y and known only up to the origin: orders, customers, the largest order. */
export type PastColumn = {
  /** One value per period of y, [t]; NaN where not known. */
  readonly values: readonly number[]
  /** `y` where it is measured in the units of y and so grows with them; `own` where it is not (counts, prices). */
  readonly unit: 'y' | 'own'
}

/** One series of a panel. */
export type PanelSeries = {
  readonly id: string
  /** Values per period, [t], oldest first, finite, no gaps, the last one in the panel's last period. May be empty. */
  readonly y: readonly number[]
  /** What one unit is worth: a series counts in training by value times recent units. 1 when left out. */
  readonly value?: number
  /** The one group of each kind that it belongs to: { category: 'mugs', supplier: 'A' }. */
  readonly groups?: Readonly<Record<string, string>>
  /** Any number of marks, such as the words of its description. */
  readonly tags?: readonly string[]
  /** Columns known up to the origin. */
  readonly past?: Readonly<Record<string, PastColumn>>
  /** Columns known for the history and the horizon (price, promotion), [t + h]; NaN where not known. */
  readonly ahead?: Readonly<Record<string, readonly number[]>>
}

/** What is asked of a panel's forecast. */
export type PanelOptions = {
  /** Periods ahead, whole, 1 to 1000. */
  readonly h: number
  /** Periods in one season; 1 (no season) when left out. */
  readonly seasonLength?: number
  /** Interval levels in percent, above 0 and below 100; [80, 95] when left out. */
  readonly level?: readonly number[]
  /** Whole, 0 to 2^32 - 1; 1 when left out. */
  readonly seed?: number
  /** Calendar events; exposure over the whole panel and the horizon, [longest series + h]. */
  readonly events?: readonly CalendarEvent[]
  /**
   * Number of the first period ahead, counted from any period, but from the same one whenever a fit is used again:
   * it places the season. The length of the longest series when left out.
   */
  readonly origin?: number
  /**
   * What a forecast should be best at. `mean`: the expected value, as sums and budgets need it. `typical` (when left
   * out): the least root mean squared error series by series, which for demand in bursts lies below the mean.
   */
  readonly aim?: 'mean' | 'typical'
  /** Forbid forecasts below zero. When left out: forbidden where no series has a value below zero. */
  readonly nonNegative?: boolean
  /** Rows to learn from, at most; 250,000 when left out. Fewer is quicker. */
  readonly rows?: number
  /** Trees at most; 300 when left out. How many are kept is found on the last h periods of the history. */
  readonly trees?: number
}

/** A panel's fit as versioned JSON. */
export type PanelFit = {
  readonly kind: 'panel-fit'
  readonly version: 1
  readonly engine: string
  readonly seed: number
  readonly h: number
  readonly seasonLength: number
  readonly aim: 'mean' | 'typical'
  readonly nonNegative: boolean
  /** Features in the order of the trees' columns. */
  readonly features: readonly string[]
  readonly mean: BoostedTrees
  /** One per level asked for, ends as multiples of the level, and how much they had to be moved to hold. */
  readonly bands: readonly PanelBand[]
  readonly backtest: PanelBacktest
}

/** The trees of one interval. */
export type PanelBand = {
  readonly level: number
  readonly lower: BoostedTrees
  readonly upper: BoostedTrees
  /** Added to both ends (outwards), as a multiple of the level of a series, so that the interval held on the last h periods. */
  readonly widening: number
}

/** How the trees did on the last h periods, having learnt from what lay before. */
export type PanelBacktest = {
  /** Trees kept. */
  readonly trees: number
  /** Rows learnt from and judged by. */
  readonly learnt: number
  readonly judged: number
  /** Root mean squared error over the scale, weighted by value of recent units; null where nothing could be judged. */
  readonly wrmsse: number | null
  /** The same for the level alone: what the trees had to beat. */
  readonly wrmsseOfLevel: number | null
}

/** One series' values ahead. */
export type PanelForecast = {
  readonly kind: 'forecast'
  readonly id: string
  /** Value per period, [h]. */
  readonly mean: readonly number[]
  /** Lower ends per level, keyed '80', '95': [h] each. */
  readonly lo: Readonly<Record<string, readonly number[]>>
  readonly hi: Readonly<Record<string, readonly number[]>>
}

/** All series ahead, in the order given, and the fit behind them. */
export type PanelResult = {
  readonly kind: 'panel'
  readonly engine: 'forecast'
  readonly version: string
  readonly seed: number
  readonly model: 'panel-trees'
  readonly fit: PanelFit
  readonly series: readonly (PanelForecast | (Declined & { readonly id: string }))[]
}
