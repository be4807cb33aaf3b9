// SPDX-License-Identifier: Apache-2.0
import type { DayNumber, Declined } from '@resham/base'
import type { Sentence } from './sentences.ts'

/**
 * The words of this engine.
 *
 *   net       money of goods sold less goods returned, in minor units, floating: these numbers never go back to the books
 *   quantity  pieces sold less pieces returned
 *   today     the last full day that the analysis looks at
 *   week      seven days; the last one ends on `today`, so that no week is half empty
 *   ratio     new over old, less one: 0.2 is a fifth more
 */

/** What one thing sold on the days on which it sold. The four arrays have one length. */
export type DailySeries = {
  readonly key: string
  readonly name: string
  /** Ascending, distinct. */
  readonly days: ArrayLike<DayNumber>
  readonly quantity: ArrayLike<number>
  readonly net: ArrayLike<number>
  /** Orders of the day in which it occurs. */
  readonly orders: ArrayLike<number>
}

/** The days of one item. */
export type ItemSeries = DailySeries & { readonly code: string; readonly category: string | null }

/** Everything sold, seen from five sides. Categories are summed from the items. */
export type Books = {
  readonly firstDay: DayNumber
  readonly lastDay: DayNumber
  readonly total: DailySeries
  readonly items: readonly ItemSeries[]
  readonly customers: readonly DailySeries[]
  readonly countries: readonly DailySeries[]
  readonly channels: readonly DailySeries[]
}

/** Days that may move demand: a holiday, or the days before or after one under a name of their own. */
export type HolidayWindow = { readonly name: string; readonly from: DayNumber; readonly to: DayNumber }

/** How the shop buys where an item says nothing of its own. */
export type SupplyDefaults = {
  readonly leadTimeDays: number
  /** Days between one order and the next chance to order, at least 1. */
  readonly reviewDays: number
  /** Share of order cycles, in percent, that should pass without running out: 50 to 99.9. */
  readonly serviceLevelPercent: number
  /** Cost as a share of the selling price, used where a cost is not known. */
  readonly costShare: number
}

export type Settings = {
  readonly today: DayNumber
  /** Past and future; those that miss the weeks looked at do no harm. */
  readonly holidays: readonly HolidayWindow[]
  /** Whole, 0 to 2^32 - 1. Travels with the result. */
  readonly seed: number
  /** See DEFAULT_SUPPLY. */
  readonly supply?: SupplyDefaults
  /** What holidays do to the shop's goods, for items too young to know: see holidayPriors(). */
  readonly holidayPriors?: HolidayPriors
}

/** What a holiday does to a kind of goods: a multiple, and the standard deviation of its logarithm among items. */
export type HolidayPrior = { readonly factor: number; readonly spread: number }

/** By the name of the holiday's window: of all goods, and by category. Plain JSON. */
export type HolidayPriors = {
  readonly all: Readonly<Record<string, HolidayPrior>>
  readonly byCategory: Readonly<Record<string, Readonly<Record<string, HolidayPrior>>>>
}

/** What is known of an item's stock and of how it is bought. What is left out follows the defaults. */
export type Supply = {
  /** Key of the item. */
  readonly key: string
  /** Pieces on the shelf when they were counted; null when nobody has counted. */
  readonly onHand: number | null
  readonly countedOn?: DayNumber | null
  /** Pieces ordered and not yet here. */
  readonly onOrder?: number
  readonly leadTimeDays?: number
  readonly reviewDays?: number
  readonly serviceLevelPercent?: number
  /** Pieces in one pack; an order is a whole number of packs. */
  readonly packSize?: number
  readonly minimumOrder?: number
  /** Cost of a piece in minor units. */
  readonly unitCost?: number | null
  readonly supplier?: string | null
}

/**
 * Demand of one item as a distribution, small enough to store beside the item: from it a line of the plan is made anew
 * in microseconds when stock or lead time change.
 */
export type ItemDemand = {
  readonly kind: 'demand'
  readonly version: 1
  /** `forecast`: the forecast and its past errors. `average`: too few sales for that, so a plain average. */
  readonly basis: 'forecast' | 'average'
  readonly model: string
  /** Weeks of history behind it. */
  readonly weeks: number
  /** Expected pieces a day over the longest horizon. */
  readonly daily: number
  /** Days ahead that each row of `quantiles` covers, ascending. */
  readonly horizons: readonly number[]
  /** Expected pieces over each horizon. */
  readonly means: readonly number[]
  readonly probabilities: readonly number[]
  /** Pieces not exceeded with each probability: one row a horizon, [horizons][probabilities]. */
  readonly quantiles: readonly (readonly number[])[]
  /** What a piece sold for in the last year, in minor units; null where none sold. */
  readonly price: number | null
}

/** Weeks ahead with the 80 % band. */
export type WeeksAhead = {
  /** First day of the first week. */
  readonly from: DayNumber
  readonly mean: readonly number[]
  readonly lo: readonly number[]
  readonly hi: readonly number[]
  readonly model: string
}

/** All that is expected of one item. Plain data: it can cross to another thread and be stored. */
export type ItemOutlook = {
  readonly key: string
  readonly next: WeeksAhead | Declined
  readonly demand: ItemDemand | Declined
}

/** Money of one stretch of days, and how much more the newer one brought. */
export type Change = {
  readonly kind: 'change'
  readonly from: DayNumber
  readonly to: DayNumber
  readonly net: number
  readonly ratio: number
}
export type Compared = Change | Declined

/** History and what is expected, by week. */
export type Chart = {
  readonly unit: 'money' | 'pieces'
  /** Consecutive weeks; `from` is the first day of the first. */
  readonly past: { readonly from: DayNumber; readonly values: readonly number[] }
  /** What is expected, or why that cannot be said. */
  readonly next: WeeksAhead | Declined
  /** Unusual weeks, as positions in `past.values`. */
  readonly marks: readonly number[]
}

export type SubjectKind = 'business' | 'item' | 'customer' | 'category' | 'country' | 'channel'
/** What something is about; of the business itself, key and name are empty. */
export type Subject = { readonly kind: SubjectKind; readonly key: string; readonly name: string }

export type TaskKind = 'order-stock' | 'count-stock' | 'ask-customer' | 'look-at-price' | 'slow-stock' | 'look-at-drop'

export type Task = {
  readonly kind: TaskKind
  readonly subject: Subject
  readonly reason: Sentence
  readonly why: readonly Sentence[]
  /** Money at stake, an estimate in minor units; null where none can be named. */
  readonly worth: number | null
  /** Pieces to order, for `order-stock`. */
  readonly quantity: number | null
}

export type Unusual = {
  readonly kind: 'spike' | 'collapse' | 'lost-customer'
  readonly subject: Subject
  readonly day: DayNumber
  readonly sentence: Sentence
  readonly why: readonly Sentence[]
  /** Comparable values, oldest first; the last is the unusual one. */
  readonly bars: readonly number[]
}

/** An item that sells clearly more, or clearly less, than a month ago. */
export type Mover = {
  readonly subject: Subject
  readonly ratio: number
  /** Of the last 30 days. */
  readonly net: number
  readonly spark: readonly number[]
}

export type Today = {
  readonly today: DayNumber
  readonly last30: {
    readonly from: DayNumber
    readonly to: DayNumber
    readonly net: number
    readonly orders: number
    readonly before: Compared
    readonly lastYear: Compared
  }
  readonly chart: Chart
  readonly tasks: readonly Task[]
  readonly unusual: readonly Unusual[]
  readonly rising: readonly Mover[]
  readonly falling: readonly Mover[]
  readonly items: number
}

export type TrendSubject = 'item' | 'category' | 'country' | 'customer' | 'channel'
export type AbcClass = 'A' | 'B' | 'C'
export type XyzClass = 'X' | 'Y' | 'Z'
export type TrendStatus = 'new' | 'steady' | 'returning' | 'lost'

/** One thing in a list of trends. */
export type TrendBrief = {
  readonly key: string
  readonly name: string
  readonly code: string | null
  readonly category: string | null
  /** 1 is what brought in most in the last 30 days. */
  readonly rank: number
  /** Places gained (positive) or lost against the 30 days before; null where there was nothing then. */
  readonly rankChange: number | null
  readonly abc: AbcClass | null
  readonly xyz: XyzClass | null
  readonly status: TrendStatus
  readonly net30: number
  readonly quantity30: number
  /** Net of the last 30 days against the 30 before; null when there is too little to say. */
  readonly growth: number | null
  /** Net of the last 26 weeks. */
  readonly spark: readonly number[]
}

export type Season = {
  readonly kind: 'season'
  /** 0 none, 1 all of the movement. */
  readonly strength: number
  /** 1 to 12, strongest first; at most three. */
  readonly peakMonths: readonly number[]
  /** True when fewer than two years stand behind it. */
  readonly weak: boolean
}

export type TrendStory = {
  readonly subject: TrendSubject
  readonly brief: TrendBrief
  readonly sentence: Sentence
  readonly more: readonly Sentence[]
  readonly last30: number
  readonly before: Compared
  readonly lastYear: Compared
  readonly net12Months: number
  readonly firstDay: DayNumber
  readonly lastDay: DayNumber
  readonly season: Season | Declined
  readonly chart: Chart
}

export type Urgency = 'now' | 'soon' | 'later' | 'enough' | 'count-first'

/** What to buy of one item, and why. */
export type PlanLine = {
  readonly key: string
  readonly code: string
  readonly name: string
  readonly category: string | null
  readonly urgency: Urgency
  /** 0 when nothing is to be ordered today: above zero only where urgency is `now`. */
  readonly orderQuantity: number
  /** Day on which stock is expected to reach the reorder point; null while it is not known, or beyond two years. */
  readonly orderBy: DayNumber | null
  /** When stock on hand runs out: expected, and in the busiest tenth of cases. */
  readonly runsOut: { readonly expected: DayNumber; readonly early: DayNumber } | null
  readonly daysOfCover: number | null
  readonly leadTimeDays: number
  readonly reviewDays: number
  readonly serviceLevelPercent: number
  readonly packSize: number
  readonly minimumOrder: number
  readonly onHand: number | null
  readonly onOrder: number
  readonly countedOn: DayNumber | null
  /** Stock on hand and on order at or below which it is time to order. */
  readonly reorderPoint: number
  /** Stock to have, on hand and on order, once an order is placed. */
  readonly target: number
  /** Pieces wanted until the order after this one arrives. */
  readonly demand: {
    readonly days: number
    readonly mean: number
    readonly p10: number
    readonly p50: number
    readonly p90: number
  }
  /** Chance that stock runs out before an order placed today arrives. */
  readonly stockOutChance: number | null
  readonly price: number | null
  readonly unitCost: number | null
  /** Of the order. */
  readonly cost: number | null
  /** True when the cost was taken from the selling price. */
  readonly costEstimated: boolean
  /** Expected sales lost, at selling price, if nothing is ordered today; null while stock is not known. */
  readonly atStake: number | null
  readonly why: readonly Sentence[]
  readonly supplier: string | null
}

/** What to buy with a given sum. */
export type BudgetPlan = {
  readonly budget: number
  readonly spent: number
  readonly chosen: readonly {
    readonly key: string
    readonly name: string
    readonly quantity: number
    readonly cost: number
    readonly reason: Sentence
  }[]
  /** Lines that wanted an order and got none, or less than they wanted. */
  readonly leftOut: number
  readonly leftOutCost: number
}

/** Everything that the shopkeeper's three pages say. */
export type Analysis = {
  readonly engine: 'planning'
  readonly version: string
  readonly seed: number
  readonly today: Today
  readonly trends: Readonly<Record<TrendSubject, readonly TrendStory[]>>
  readonly plan: readonly PlanLine[]
}
