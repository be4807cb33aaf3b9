// SPDX-License-Identifier: Apache-2.0
import type { DayNumber, Declined } from '@resham/base'
import type { Sentence } from '@resham/planning'

/** Against an older stretch of days. */
export type ComparedView = { readonly kind: 'change'; readonly net: number; readonly ratio: number } | Declined

/** One line of what to order. */
export type OrderView = {
  readonly code: string
  readonly name: string
  readonly urgency: 'now' | 'soon' | 'later' | 'enough' | 'count-first'
  /** Pieces to order today. */
  readonly quantity: number
  /** Pieces to have once the order is placed. */
  readonly target: number
  readonly orderBy: DayNumber | null
  /** Of the order, in minor units. */
  readonly cost: number | null
  readonly why: readonly Sentence[]
}

export type MoverView = {
  readonly name: string
  readonly ratio: number
  readonly net: number
  readonly spark: readonly number[]
}

/** What every form of the report says: terminal, JSON and page. Money in minor units, days as day numbers. */
export type PlanView = {
  readonly file: {
    readonly name: string
    readonly lines: number
    readonly bad: number
    readonly firstDay: DayNumber
    readonly otherCurrencies: readonly { readonly currency: string; readonly lines: number }[]
  }
  readonly currency: string
  readonly engine: { readonly name: string; readonly version: string; readonly seed: number }
  readonly today: DayNumber
  readonly last30: {
    readonly from: DayNumber
    readonly to: DayNumber
    readonly net: number
    readonly orders: number
    readonly before: ComparedView
    readonly lastYear: ComparedView
  }
  readonly chart: {
    readonly firstWeek: DayNumber
    readonly past: readonly number[]
    readonly next:
      | { readonly mean: readonly number[]; readonly lo: readonly number[]; readonly hi: readonly number[] }
      | Declined
  }
  readonly tasks: readonly { readonly name: string; readonly reason: Sentence; readonly why: readonly Sentence[] }[]
  readonly unusual: readonly {
    readonly name: string
    readonly day: DayNumber
    readonly sentence: Sentence
    readonly why: readonly Sentence[]
    readonly bars: readonly number[]
  }[]
  readonly rising: readonly MoverView[]
  readonly falling: readonly MoverView[]
  /** Most urgent first. */
  readonly orders: readonly OrderView[]
}
