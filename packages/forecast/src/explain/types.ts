// SPDX-License-Identifier: Apache-2.0
import type { Declined } from '@resham/base'
import type { CalendarEvent, EventEffect } from '../types.ts'

/** What is asked of an explanation. */
export type ExplainOptions = {
  /** Periods in one season, whole, at least 1; 1 (no season) when left out. */
  readonly seasonLength?: number
  /** Calendar events; their exposures reach over the history at least. */
  readonly events?: readonly CalendarEvent[]
  /** Indexes of periods whose value is not known. */
  readonly unknown?: readonly number[]
}

/** Parts of a series, each [t]; they add up to the series. Where a period is not known they add up to the guess. */
export type Parts = {
  /** Where the series stood at first, and the sudden steps since. */
  readonly level: Float64Array
  /** What slow rising and falling has added since the start. */
  readonly trend: Float64Array
  readonly season: Float64Array
  readonly holiday: Float64Array
  /** Single values and short spells far from all else. */
  readonly oneOff: Float64Array
  /** What is left: chance, and what nobody told us. */
  readonly residual: Float64Array
}

/** How large a change is, by its share of what it is a change of; the web has a word for each. */
export type Strength = 'none' | 'slight' | 'moderate' | 'strong' | 'very-strong'

/** A time at which the course of the series changed. */
export type ChangePoint = {
  /** Index of the first period of the new course. */
  readonly at: number
  /** A sudden step, a new slope, or both. */
  readonly kind: 'level' | 'slope' | 'level-and-slope'
  /** Size of the step, in units; 0 where there is none beyond chance. */
  readonly step: number
  /** The step in percent of the level before; null where that is not above 0. */
  readonly percent: number | null
  /** Units per period before and after. */
  readonly slopeBefore: number
  readonly slopeAfter: number
  /** How sure, 0.5 to 1: the chance that noise alone would not have done it. */
  readonly sure: number
}

/** A value, or a short spell, far from all else. */
export type OneOff = {
  /** First and last index. */
  readonly from: number
  readonly to: number
  /** Units beyond what was to be expected, added up over the spell. */
  readonly size: number
  /** In percent of what was to be expected; null where that is not above 0. */
  readonly percent: number | null
  /** Robust standard deviations of its largest value. */
  readonly score: number
}

/** Which way a series has been going of late: since the last change point. */
export type TrendStory = {
  /** `unclear`: it may as well be chance. `flat`: surely hardly moving. */
  readonly direction: 'up' | 'down' | 'flat' | 'unclear'
  /** Units per period. */
  readonly slope: number
  /** Percent of the present level per season (per period without one); null where the level is not above 0. */
  readonly percent: number | null
  readonly strength: Strength
  /** Share of the movement without season that is trend rather than residual, 0 to 1. */
  readonly share: number
  /** How sure of the direction, 0.5 to 1. */
  readonly sure: number
  /** Index from which it has been so. */
  readonly since: number
}

/** The season that repeats. */
export type SeasonStory = {
  readonly length: number
  /** Whether a test of autocorrelation sees a season; where not, the season part is 0. */
  readonly shows: boolean
  /** Share of the movement without trend that is season rather than residual, 0 to 1. */
  readonly share: number
  /** Places in the season, 0 to length - 1, counted as index mod length. */
  readonly peak: Place
  readonly trough: Place
}

/** A place in the season and what it adds, over the last season. */
export type Place = { readonly position: number; readonly size: number; readonly percent: number | null }

/** What a series is made of, as data for sentences. */
export type Explanation = {
  readonly kind: 'explanation'
  readonly engine: 'forecast'
  readonly version: string
  /** The series that the parts add up to: as given, with guesses where not known. */
  readonly y: readonly number[]
  /** 1 where the value is known. */
  readonly known: Uint8Array
  readonly parts: Parts
  readonly trend: TrendStory
  /** Declined with how many periods are needed, where there are not two seasons. Undefined without a season. */
  readonly season: SeasonStory | Declined | undefined
  readonly changes: readonly ChangePoint[]
  readonly oneOffs: readonly OneOff[]
  readonly events: readonly EventEffect[]
  /** Standard deviation of the residuals, robust. */
  readonly noise: number
}
