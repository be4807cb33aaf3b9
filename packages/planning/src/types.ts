// SPDX-License-Identifier: Apache-2.0
import type { DayNumber, Declined } from '@resham/base'
import type { Sentence } from './sentences.ts'

/**
 * The words of this engine.
 *
 *   net      money in minor units of the books' currency, as a float: what was sold less what came back
 *   pieces   units of the item, may be fractions
 *   week     seven days that begin on the business's first day of the week, named by that first day
 *   today    the last day that counts as known; the caller decides it
 *
 * Everything that leaves is plain JSON. Nothing in it is a word to be read by people: sentences are codes with values.
 */

// ---------------------------------------------------------------------------------------------------------------------
// What comes in

/** Days on which something happened under one key. Days ascend, each once; days without anything are absent. */
export type DailySeries = {
  readonly key: string
  readonly name: string
  readonly days: ArrayLike<DayNumber>
  /** Pieces sold less pieces returned, per day. */
  readonly quantity: ArrayLike<number>
  /** Minor units, net of returns, per day. */
  readonly net: ArrayLike<number>
  /** Documents of sale, per day. A day of returns only has none. */
  readonly orders: ArrayLike<number>
  /** Items only. */
  readonly category?: string | null
}

/** All daily facts of one business. */
export type Books = {
  readonly currency: string
  /** The first and the last day on which the books hold anything. */
  readonly firstDay: DayNumber
  readonly lastDay: DayNumber
  readonly total: DailySeries
  readonly items: readonly DailySeries[]
  readonly customers: readonly DailySeries[]
  readonly countries: readonly DailySeries[]
  readonly channels: readonly DailySeries[]
  readonly categories: readonly DailySeries[]
}

/** One occurrence of a holiday or season. Occurrences of the same holiday in several years share the key. */
export type Holiday = {
  readonly key: string
  /** First and last day, both inside. */
  readonly from: DayNumber
  readonly to: DayNumber
  /** Days before and after in which trade already or still differs; 0 when left out. */
  readonly leadDays?: number
  readonly lagDays?: number
}

/** What the caller decides. */
export type Settings = {
  /** Last day that counts as known; where the books end in the past, their last day. */
  readonly today: DayNumber
  /** First day of the books: tells "nothing sold" from "not yet recorded". Left out: the series' own first day. */
  readonly booksFrom?: DayNumber
  /** 0 Sunday to 6 Saturday. */
  readonly weekStart: number
  /** Past and future, any order. */
  readonly holidays: readonly Holiday[]
  /** Whole, 0 to 2^32 - 1; travels with the results. */
  readonly seed: number
}

/**
 * How often the shelf must not be empty.
 *
 * `cycle`: share of order cycles without a stock-out. `fill`: share of pieces asked for that are there.
 */
export type ServiceLevel = { readonly kind: 'cycle' | 'fill' /** 0.5 to 0.999. */; readonly target: number }

/** How an item is bought, and what there is of it. */
export type Supply = {
  /** Days from order to shelf, whole, 0 to 400. */
  readonly leadTimeDays: number
  /** Days between two occasions to order, whole, 1 to 120. */
  readonly reviewDays: number
  readonly serviceLevel: ServiceLevel
  /** Pieces in a pack, above 0; orders are whole packs. */
  readonly packSize: number
  /** Fewest pieces the supplier accepts; 0 for any. */
  readonly minimumOrder: number
  /** Pieces on the shelf today; null when nobody has counted. */
  readonly onHand: number | null
  /** Pieces ordered and not yet there; taken to arrive within the lead time. */
  readonly onOrder: number
  /** Minor units a piece; null when not known. */
  readonly unitCost: number | null
}

// ---------------------------------------------------------------------------------------------------------------------
// Comparisons and charts

/** Sums over a stretch of days, both ends inside. */
export type Window = {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly net: number
  readonly quantity: number
  readonly orders: number
}

/** A stretch of days measured against an earlier one. */
export type Change = {
  readonly kind: 'change'
  /** The earlier stretch. */
  readonly then: Window
  /** Net now over net then, less one. */
  readonly ratio: number
  /** Orders now over orders then, less one; null when there were none. */
  readonly ordersRatio: number | null
  /** Difference of net over its standard error, were both chance around one level. */
  readonly z: number
  /** False where chance alone explains the difference (|z| below 1.645, nine times in ten). */
  readonly sure: boolean
}

/** A change, or `history-too-short` (in days), `nothing-before`, `too-few-orders`. */
export type Compared = Change | Declined

/** Weekly values. Week i begins on `from` + 7 i. */
export type WeeklyValues = {
  readonly unit: 'money' | 'pieces'
  /** First day of the first week. */
  readonly from: DayNumber
  readonly values: readonly number[]
}

/** What a holiday does to sales: a multiple of ordinary weeks, 1 for nothing. */
export type HolidayEffect = {
  /** Key of the holiday. */
  readonly key: string
  readonly part: 'before' | 'during' | 'after'
  readonly factor: number
  readonly lowFactor: number
  readonly highFactor: number
  readonly occurrences: number
}

/** Expected weeks after the last complete one, with the band that should hold eight weeks in ten. */
export type WeeksAhead = {
  readonly kind: 'weeks-ahead'
  readonly unit: 'money' | 'pieces'
  /** First day of the first expected week; the running week, unless it ends today. */
  readonly from: DayNumber
  readonly mean: readonly number[]
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  readonly model: string
  readonly engineVersion: string
  readonly seed: number
  /** Holidays whose effect could be estimated. */
  readonly effects: readonly HolidayEffect[]
}

/** A holiday on a chart. */
export type HolidaySpan = { readonly key: string; readonly from: DayNumber; readonly to: DayNumber }

/** The picture of a series: complete weeks, then expected ones. */
export type Chart = {
  readonly past: WeeklyValues
  readonly next: WeeksAhead | Declined
  readonly holidays: readonly HolidaySpan[]
  /** Unusual weeks, as positions in `past`. */
  readonly marks: readonly number[]
}

// ---------------------------------------------------------------------------------------------------------------------
// Trends

export type TrendSubject = 'item' | 'category' | 'country' | 'customer' | 'channel'
export type AbcClass = 'A' | 'B' | 'C'
export type XyzClass = 'X' | 'Y' | 'Z'
export type Standing = 'new' | 'steady' | 'returning' | 'lost'

/** How much of the movement is the month of the year. */
export type Season = {
  readonly kind: 'season'
  /** Share of the variance between weeks that the month explains, 0 to 1. */
  readonly strength: number
  /** Months 1 to 12 at least 15 % above the year's mean, strongest first, at most three; none when the season is weak. */
  readonly peakMonths: readonly number[]
  /** Each month over the year's mean, January first. */
  readonly indices: readonly number[]
  /** True under two years: one year cannot tell a season from a chance. */
  readonly weak: boolean
}

/** The whole story of one key. */
export type Trend = {
  readonly subject: TrendSubject
  readonly key: string
  readonly name: string
  readonly category: string | null
  readonly last30: Window
  readonly before: Compared
  readonly lastYear: Compared
  /** Net of the last 12 months (365 days), and its share of all keys' together, 0 to 1. */
  readonly net12Months: number
  readonly share: number
  /** By net of the last 30 days, then of 12 months; 1 is the most. */
  readonly rank: number
  /** Places gained (positive) or lost against the 30 days before; null when nothing was sold then. */
  readonly rankChange: number | null
  /** By value over 12 months; null when nothing was sold in them. */
  readonly abc: AbcClass | null
  /** By variability of weekly pieces (items) or net; null under eight weeks. */
  readonly xyz: XyzClass | null
  /** Coefficient of variation behind xyz. */
  readonly cv: number | null
  readonly standing: Standing
  readonly firstDay: DayNumber
  readonly lastDay: DayNumber
  /** Usual days between two days with orders; null under three such days. */
  readonly usualGapDays: number | null
  /** A usual week: mean of the last 13 complete weeks (fewer where there are fewer), in the chart's unit. */
  readonly perWeek: number
  readonly season: Season | Declined
  /** Net of the last 26 complete weeks (fewer where the books are younger), oldest first. */
  readonly spark: readonly number[]
  readonly weekly: WeeklyValues
  /** Customers have none: declined `not-forecast`. */
  readonly next: WeeksAhead | Declined
  readonly sentence: Sentence
  readonly more: readonly Sentence[]
}

// ---------------------------------------------------------------------------------------------------------------------
// Plan

/** Demand from tomorrow on: where it lies on average, and how it spreads. */
export type ItemDemand = {
  readonly kind: 'demand'
  readonly key: string
  readonly name: string
  readonly category: string | null
  /** The day before the first day of demand. */
  readonly today: DayNumber
  /** Expected pieces per day on the first days from tomorrow; the last value holds for ever after. */
  readonly perDay: readonly number[]
  /** Days over which the distribution below was measured, from tomorrow. */
  readonly days: number
  /** Expected pieces over those days. */
  readonly mean: number
  /** Pieces below which demand over those days stays with the given probabilities; both ascend. */
  readonly probabilities: readonly number[]
  readonly values: readonly number[]
  /** `forecast`: from the forecast engine. `windows`: from the item's own past, where it sells too seldom for one. */
  readonly source: 'forecast' | 'windows'
  readonly model: string
  /** Selling price a piece, minor units: the latest 90 days with sales; null when never sold for money. */
  readonly price: number | null
}

export type Urgency = 'now' | 'soon' | 'later' | 'enough' | 'count-first'

/** Some pieces of an order, and the lost sales they prevent. Steps of a line are bought in order. */
export type OrderStep = { readonly quantity: number; readonly cost: number; readonly worth: number }

/** What to buy of one item, when, and why. */
export type PlanLine = {
  readonly kind: 'line'
  readonly key: string
  readonly name: string
  readonly category: string | null
  readonly urgency: Urgency
  /** Pieces to order today; whole packs, at least the minimum, or 0. */
  readonly quantity: number
  /** Last day on which an order still keeps the promise; null when stock is unknown or lasts beyond a year. */
  readonly orderBy: DayNumber | null
  /**
   * Day on which stock on hand and on order runs out: expected, and the ends of the 80 % range. Null: stock unknown,
   * or beyond a year.
   */
  readonly runsOut: {
    readonly expected: DayNumber | null
    readonly early: DayNumber | null
    readonly late: DayNumber | null
  } | null
  /** Whole days that stock on hand covers at expected demand; null when unknown or beyond a year. */
  readonly daysOfCover: number | null
  readonly supply: Supply
  /** Order-up-to level: stock on hand and on order to have once the order is placed. */
  readonly target: number
  /** What of the target is there against bad luck: target less expected demand. */
  readonly safety: number
  /** Pieces wanted over lead time and review period together. */
  readonly demand: {
    readonly days: number
    readonly mean: number
    readonly p10: number
    readonly p50: number
    readonly p90: number
    readonly perWeek: number
    readonly source: ItemDemand['source']
    readonly model: string
  }
  /** Chance that stock on hand and on order runs out before an order placed today arrives; null when unknown. */
  readonly stockOutChance: number | null
  /** Minor units a piece, and whether it was estimated from the selling price. */
  readonly unitCost: number | null
  readonly costEstimated: boolean
  /** Minor units, whole, for the quantity. */
  readonly cost: number | null
  /** Expected margin saved by ordering now instead of at the next review, minor units. What lines are ranked by. */
  readonly worth: number
  /** Money that lies in stock beyond half a year's demand, minor units; 0 when unknown. */
  readonly idleStock: number
  /** The quantity in at most twelve parts, for a budget. Empty when nothing is to be ordered or no cost is known. */
  readonly steps: readonly OrderStep[]
  readonly why: readonly Sentence[]
}

/** What a budget buys. */
export type BudgetPlan = {
  readonly budget: number
  readonly spent: number
  /** Expected margin saved by what was chosen, and by everything that was asked for. */
  readonly worth: number
  readonly worthOfAll: number
  readonly chosen: readonly BudgetLine[]
  readonly leftOut: readonly BudgetLine[]
}

/** Part of a line. A line bought in part stands in both lists. */
export type BudgetLine = {
  readonly key: string
  readonly name: string
  readonly quantity: number
  readonly cost: number
  readonly worth: number
  readonly reason: Sentence
}

/** Everything slow about one item, made on its own so that items can be spread over threads. */
export type ItemOutlook = {
  readonly key: string
  readonly next: WeeksAhead | Declined
  readonly demand: ItemDemand | Declined
  readonly plan: PlanLine | Declined
}

// ---------------------------------------------------------------------------------------------------------------------
// Today

export type Subject = {
  readonly kind: 'business' | TrendSubject
  readonly key: string
  readonly name: string
}

export type TaskKind = 'order-stock' | 'count-stock' | 'ask-customer' | 'look-at-price' | 'slow-stock' | 'look-at-drop'

/** One thing to do. */
export type Task = {
  readonly kind: TaskKind
  readonly subject: Subject
  readonly reason: Sentence
  readonly why: readonly Sentence[]
  /** Money at stake, minor units, an estimate; what the list is ordered by. */
  readonly worth: number
  /** Pieces to order, for `order-stock`. */
  readonly quantity: number | null
}

/** Something out of the ordinary, with the figure behind it. */
export type Unusual = {
  readonly kind: 'spike' | 'collapse' | 'lost-customer'
  readonly subject: Subject
  /** The day; of a lost customer, the last order. */
  readonly day: DayNumber
  /** Net on the day and its usual value; of a lost customer, net of the last 30 days and of usual 30 days. */
  readonly value: number
  readonly usual: number
  readonly sentence: Sentence
  readonly why: readonly Sentence[]
  /** Seven comparable values (fewer where the books are young), oldest first; the last is the unusual one. */
  readonly bars: readonly number[]
}

/** An item that sells more or less than before. */
export type Mover = {
  readonly subject: Subject
  /** Net of the last 30 days over the 30 before, less one. */
  readonly ratio: number
  readonly net: number
  readonly spark: readonly number[]
}

/** The first page. */
export type Today = {
  readonly today: DayNumber
  readonly last30: Window
  readonly before: Compared
  readonly lastYear: Compared
  readonly sentence: Sentence
  readonly chart: Chart
  readonly tasks: readonly Task[]
  readonly unusual: readonly Unusual[]
  readonly rising: readonly Mover[]
  readonly falling: readonly Mover[]
}

/** Everything. */
export type Analysis = {
  readonly engine: 'planning'
  readonly version: string
  readonly seed: number
  readonly currency: string
  readonly today: Today
  /** In the order of rank. */
  readonly trends: Readonly<Record<TrendSubject, readonly Trend[]>>
  /** Lines that could be planned, most urgent and most valuable first; those to be counted first by what they sell. */
  readonly plan: readonly PlanLine[]
  /** Items that could not be planned, and why. */
  readonly unplanned: readonly { readonly key: string; readonly name: string; readonly why: Declined }[]
}
