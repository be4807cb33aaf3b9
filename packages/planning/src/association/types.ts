// SPDX-License-Identifier: Apache-2.0
import type { DayNumber, Declined } from '@resham/base'

/** Values by calendar month: first days, ascending; months may be missing. */
export type MonthlySeries = { readonly days: readonly DayNumber[]; readonly values: readonly number[] }

/** How two monthly series move with each other. */
export type Association = {
  readonly kind: 'association'
  /** Months by which the market goes before the sales, 0 to 6. */
  readonly lag: number
  /** Correlation of what is unforeseen in both at that lag, −1 to 1. */
  readonly correlation: number
  /** Months that it was seen in, and for how many independent ones they count. */
  readonly months: number
  readonly effectiveMonths: number
  /** Chance of one as strong by luck, at this lag alone; and after all lags and pairs that were tried. */
  readonly chance: number
  readonly chanceOfAny: number
  /** `likely` below 5 % after all that was tried, `maybe` below 30 %, else `chance`. */
  readonly verdict: 'likely' | 'maybe' | 'chance'
  /** What is unforeseen in each, in units of its own spread, month by month: for a small picture. */
  readonly pairs: readonly { readonly day: DayNumber; readonly sales: number; readonly market: number }[]
}

export type MoveResult = Association | Declined
