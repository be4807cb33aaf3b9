// SPDX-License-Identifier: Apache-2.0
import type { Declined } from '@resham/base'

/**
 * The words of this engine, as the field's analysts use them (statsforecast):
 *
 *   y             values per period, oldest first, one per period, no gaps: [t]
 *   h             periods ahead to forecast
 *   seasonLength  periods in one season: 12 for months in a year, 52 for weeks, 7 for days in a week, 1 for none
 *   level         how often, in percent, an interval should hold the truth: 80, 95
 */

/** Names of the models, one file each in `models/`. */
export const MODEL_NAMES = [
  'naive',
  'drift',
  'seasonal-naive',
  'window-average',
  'seasonal-window-average',
  'simple-smoothing',
  'holt',
  'damped-holt',
  'holt-winters-additive',
  'holt-winters-multiplicative',
  'ets',
  'ets-average',
  'theta',
  'optimised-theta',
  'dynamic-theta',
  'dynamic-optimised-theta',
  'auto-theta',
  'ces',
  'arima',
  'combination',
  'mean-of-five',
  'learned-combination',
  'backtest-combination',
  'median-of-four',
  'mstl',
  'ar',
  'seasonal-median',
  'demand-combination',
  'croston',
  'sba',
  'tsb',
  'adida',
  'imapa',
] as const

/** One model's name. */
export type ModelName = (typeof MODEL_NAMES)[number]

/**
 * How demand behaves, after Syntetos, Boylan and Croston (2005): regular or seldom, steady or uneven in size.
 * `none` is a history without any demand.
 */
export type DemandClass = 'smooth' | 'erratic' | 'intermittent' | 'lumpy' | 'none'

/** Something in the calendar that moves demand: a holiday, the weeks before it, a fair. */
export type CalendarEvent = {
  readonly name: string
  /**
   * Share of each period that lies within the event's window, 0 to 1. Shape [t + h]: the history first, then the
   * horizon. The weeks before and the weeks after a holiday are events of their own, with names of their own.
   */
  readonly exposure: readonly number[]
  /**
   * What the event is known to do elsewhere (in the category, say), towards which the estimate is drawn: the multiple of
   * ordinary demand in a period wholly inside, above 0, and the standard deviation of its logarithm from one series to
   * another, above 0. Without it the estimate is drawn towards no effect.
   */
  readonly prior?: { readonly factor: number; readonly spread: number }
}

/** A column known for the history and the horizon: price, promotion, temperature. */
export type Regressor = {
  readonly name: string
  /** Shape [t + h], finite: the history first, then the horizon. */
  readonly values: readonly number[]
}

/** What a column does to the series, or why that cannot be said. */
export type RegressorEffect = {
  readonly name: string
  /** `not-enough-history` where the column hardly varies in the known history, or there are fewer than 12 periods. */
  readonly status: 'estimated' | 'not-enough-history'
  /** `multiple`: per unit of the column the series is multiplied by exp(perUnit). `amount`: perUnit is added. */
  readonly kind: 'multiple' | 'amount'
  readonly perUnit: number
  /** Standard error of perUnit. */
  readonly error: number
}

/** What is asked of the forecast. */
export type ForecastOptions = {
  /** Periods ahead, whole, 1 to 1000. */
  readonly h: number
  /**
   * Periods in one season, whole, at least 1; 1 (no season) when left out. Several where seasons lie within each other:
   * [24, 168] for the hours of a day and of a week, in any order.
   */
  readonly seasonLength?: number | readonly number[]
  /** Interval levels in percent, above 0 and below 100; [80, 95] when left out. */
  readonly level?: readonly number[]
  /** Whole, 0 to 2^32 - 1; 1 when left out. Travels with the result. */
  readonly seed?: number
  /** Which models may compete; `auto` (when left out) lets the kind of demand say. One name skips the choice. */
  readonly models?: readonly ModelName[] | 'auto'
  /** Calendar events whose effect to estimate, take out, and put back. */
  readonly events?: readonly CalendarEvent[]
  /**
   * Columns whose effect to estimate, take out before fitting, and put back: statsforecast's exogenous columns. At most
   * 20. A value ahead far outside those seen counts as at most half their range outside.
   */
  readonly X?: readonly Regressor[]
  /** Forbid forecasts below zero. When left out: forbidden where the history has none below zero. */
  readonly nonNegative?: boolean
  /**
   * Indexes of periods whose value is not known (out of stock, shop closed, records lost), 0 to t - 1.
   * What stands in y there is not looked at. They are not zeros.
   */
  readonly unknown?: readonly number[]
  /**
   * What the choice among models minimises: `error` (when left out), or `cost`, the cost of the stock decisions that
   * each would have led to in the past; then `stock` says what these cost.
   */
  readonly choose?: 'error' | 'cost'
  readonly stock?: StockCosts
}

/** What stock decisions cost, and how long goods take to come. */
export type StockCosts = {
  /** Whole periods from order to arrival, 0 to 1000. */
  readonly leadTime: number
  /** Lost per unit asked for and not there; above 0. */
  readonly short: number
  /** Paid per unit left at the end of a period; above 0. */
  readonly hold: number
}

/** What an event does to demand, or why that cannot be said. */
export type EventEffect = {
  readonly name: string
  /** `estimated` from its own history; `prior`: mostly what is known elsewhere; or neither can be said. */
  readonly status: 'estimated' | 'prior' | 'not-enough-history'
  /** How many separate times it occurred in the known history. */
  readonly occurrences: number
  /** Demand in a period wholly inside the event's window, as a multiple of ordinary demand; 1 when not estimated. */
  readonly factor: number
  /** About two thirds of the time the factor lies between these; both 1 when not estimated. */
  readonly lowFactor: number
  readonly highFactor: number
}

/** How one model did when the past was forecast from the further past. */
export type ModelScore = {
  readonly model: ModelName
  /** Mean absolute error over the scale; undefined where the scale is zero. See evaluate/metrics. */
  readonly mase: number | null
  /** Root mean squared error over the scale; undefined where the scale is zero. */
  readonly rmsse: number | null
  /** Simulated cost a period, where the choice was by cost; null where the past is too short to play it. */
  readonly cost?: number | null
  /** What the choice minimises: see choice.ts. */
  readonly score: number
}

/** The rolling-origin backtest behind a choice. */
export type BacktestSummary = {
  /** Origins from which the past was forecast. */
  readonly folds: number
  /** Index of the first origin: everything before it was used to fit, nothing after. */
  readonly firstOrigin: number
  /** Periods ahead, at most, that each origin was asked for. */
  readonly horizon: number
  /** MASE of the chosen model; null where the scale is zero. */
  readonly mase: number | null
  /** All models that competed, best first. */
  readonly scores: readonly ModelScore[]
}

/** The errors of a backtest brought to one step and one level, and how to scale them ahead. Plain JSON. */
export type ErrorSpread = {
  /** Smooth demand, whose errors are taken to be as likely above as below. */
  readonly steady: boolean
  /** How many independent periods the errors are worth, at least 1. */
  readonly worth: number
  /** Mean absolute error of one step. */
  readonly size: number
  /** Errors of one step, ascending; a long list is kept as evenly spread quantiles. */
  readonly errors: readonly number[]
  /** What an error of one step is multiplied by in each period ahead, [h]. */
  readonly scale: readonly number[]
  /** Values that the truth cannot lie below; null for none. */
  readonly floor: number | null
  /** Errors of one step that followed each other, a row a fold. */
  readonly rows: readonly (readonly number[])[]
}

/** Values ahead, with intervals, and everything needed to explain or repeat them. */
export type Forecast = {
  readonly kind: 'forecast'
  readonly engine: 'forecast'
  readonly version: string
  readonly seed: number
  /** The model that was chosen. */
  readonly model: ModelName
  readonly demand: DemandClass
  /** The fit: plain JSON, from which the model can predict again. */
  readonly fit: Fit
  /** Expected value per period, [h]. */
  readonly mean: readonly number[]
  /** Lower ends per level, keyed '80', '95': [h] each. */
  readonly lo: Readonly<Record<string, readonly number[]>>
  /** Upper ends per level, keyed '80', '95': [h] each. */
  readonly hi: Readonly<Record<string, readonly number[]>>
  /** How far the truth may lie from the mean: what intervals, quantiles and sample paths are made of. */
  readonly spread: ErrorSpread
  readonly backtest: BacktestSummary
  /** One per event given, in the same order; empty without events. */
  readonly events: readonly EventEffect[]
  /** One per column given, in the same order; empty without columns. */
  readonly regressors: readonly RegressorEffect[]
}

/** A forecast, or a plain "cannot say" with what would be needed. */
export type ForecastResult = Forecast | Declined

/**
 * A fitted model as versioned JSON: it can be stored, compared, and used to predict later.
 *
 * Parameters were chosen from the data; state is where the recursion stood after the last value.
 */
export type Fit = {
  readonly model: ModelName
  readonly version: 1
  readonly seasonLength: number
  /** Values seen so far. */
  readonly n: number
  readonly parameters: Readonly<Record<string, number>>
  readonly state: Readonly<Record<string, number | readonly number[]>>
  /** Fits that this one is made of: the form chosen by ets, the members of a combination. */
  readonly parts?: readonly Fit[]
}

/** What a model may be told besides the values; a model that has no use for it looks past it. */
export type FitContext = {
  /** All season lengths, ascending, where there are several: [24, 168]. */
  readonly seasons?: readonly number[]
  /** Columns known for the history and the horizon (price, promotion): [k][t]. */
  readonly x?: readonly Float64Array[]
  /** Weights for `learned-combination` in place of those that come with the engine. */
  readonly weights?: LearnedWeights
}

/** Which models suit which series, as learnt from many: a line in the series' features for each member. Plain JSON. */
export type LearnedWeights = {
  readonly kind: 'forecast-weights'
  readonly version: 1
  /** From what they were learnt, by which command, when. */
  readonly provenance: {
    readonly data: string
    readonly holdOuts: number
    readonly engine: string
    readonly command: string
    readonly date: string
  }
  readonly members: readonly ModelName[]
  /** Score of each member before its line: [members]. */
  readonly prior: readonly number[]
  /** Names of the features, in the order of the lines. */
  readonly features: readonly string[]
  /** Mean and standard deviation of each feature where it was learnt: [features]. */
  readonly centre: readonly number[]
  readonly spread: readonly number[]
  /** [1 + features][members], the constants first. */
  readonly coefficients: readonly (readonly number[])[]
}

/** Models whose answers are joined place by place; one that a series is too short for stays out. */
export type Joint = { readonly by: 'mean' | 'median'; readonly members: readonly ModelName[] }

/**
 * One way to forecast. A plain object without state: all that it learns is in the fit it returns.
 */
export type Model = {
  readonly name: ModelName
  /** The models that this one joins, where it does. */
  readonly joins?: Joint
  /** Fewest values that it can be fitted to. */
  minimumLength(seasonLength: number): number
  /** Learns from y, [t], finite, t at least minimumLength(seasonLength). */
  fit(y: Float64Array, seasonLength: number, context?: FitContext): Fit
  /** The same parameters after further values have been seen; needs no new search. */
  advance(fit: Fit, further: Float64Array): Fit
  /**
   * Values ahead, [h].
   *
   * @param xAhead The columns that the fit was given, over the horizon: [k][h].
   */
  predict(fit: Fit, h: number, xAhead?: readonly Float64Array[]): Float64Array
  /** Standard deviation of the error at each step ahead that the model itself claims, [h]; absent where it claims none. */
  sigma?(fit: Fit, h: number): Float64Array
}
