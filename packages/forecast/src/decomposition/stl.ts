// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { median } from '@resham/stats'
import { fitLocally, type Loess, loess } from './loess.ts'

/** How to take a series apart. What is left out has the defaults of R's `stl`, except the season's window. */
export type StlOptions = {
  /**
   * How many values of the same place in the season are looked at: odd, at least 7, the fewer the faster the season
   * may change; 11 when left out. `periodic`: the season never changes.
   */
  readonly seasonWindow?: number | 'periodic'
  /** Odd, at least 3; when left out, the least that keeps the trend from bending with the season. */
  readonly trendWindow?: number
  /** Give values far from the fit little or no say. Off when left out. */
  readonly robust?: boolean
  /** 0 (when left out) smooths each place in the season by a level, 1 by a line. */
  readonly seasonDegree?: 0 | 1
  /** 1 (when left out) smooths the trend by lines, 0 by levels. */
  readonly trendDegree?: 0 | 1
  /** Rounds of parting trend and season: 2 when left out, 1 when robust. */
  readonly inner?: number
  /** Rounds of weighing the values anew: 0 when left out, 15 when robust. */
  readonly outer?: number
}

/** A series taken apart: y = trend + season + remainder, each [n]. */
export type Decomposition = {
  readonly trend: Float64Array
  readonly season: Float64Array
  readonly remainder: Float64Array
  /** How much say each value had, 0 (an outlier) to 1, [n]. All 1 unless robust. */
  readonly weights: Float64Array
}

/** All that the rounds need to know. */
type Plan = { readonly period: number; readonly season: Loess; readonly trend: Loess; readonly lowPass: Loess }

/**
 * Takes a series apart into trend, season and remainder by repeated loess.
 *
 * @param y            [n], finite, oldest first; at least two seasons. Not changed.
 * @param seasonLength Whole, at least 1. With 1 there is no season: it is 0, and the trend is a loess curve.
 * @throws forecast.season-invalid, forecast.decomposition-too-short, forecast.value-not-finite, forecast.window-invalid
 * @source Cleveland, Cleveland, McRae and Terpenning, "STL: a seasonal-trend decomposition procedure based on loess",
 *         Journal of Official Statistics 6, 1990.
 */
export function stl(y: Float64Array, seasonLength: number, options: StlOptions = {}): Decomposition {
  checkSeries(y, seasonLength)
  const n = y.length
  const plan = planOf(n, seasonLength, options)
  const robust = options.robust ?? false
  const inner = options.inner ?? (robust ? 1 : 2)
  const outer = options.outer ?? (robust ? 15 : 0)
  const weights = new Float64Array(n).fill(1)
  let trend: Float64Array = new Float64Array(n)
  let season: Float64Array = new Float64Array(n)
  for (let round = 0; round <= outer; round++) {
    const used = round > 0 ? weights : undefined
    for (let i = 0; i < inner; i++) {
      season = seasonOf(y, trend, plan, used)
      trend = loess(difference(y, season), plan.trend, used)
    }
    if (round < outer && !weigh(y, trend, season, weights)) break
  }
  if (options.seasonWindow === 'periodic') season = sameEverySeason(season, seasonLength)
  const remainder = y.map((value, t) => value - (trend[t] as number) - (season[t] as number))
  return { trend, season, remainder, weights }
}

/** Shared by the decompositions: what none of them can work on. */
export function checkSeries(y: Float64Array, seasonLength: number): void {
  if (!(Number.isInteger(seasonLength) && seasonLength >= 1)) {
    throw new AppError('forecast.season-invalid', { seasonLength })
  }
  const needed = seasonLength === 1 ? 3 : 2 * seasonLength
  if (y.length < needed) throw new AppError('forecast.decomposition-too-short', { needed, got: y.length })
  const wrong = y.findIndex((value) => !Number.isFinite(value))
  if (wrong >= 0) throw new AppError('forecast.value-not-finite', { index: wrong })
}

/** Windows, degrees and jumps; a jump of a tenth of its window is what Cleveland's program and R take. */
function planOf(n: number, period: number, options: StlOptions): Plan {
  const { seasonWindow = 11, seasonDegree = 0, trendDegree = 1 } = options
  const periodic = seasonWindow === 'periodic'
  const forSeason = periodic ? 10 * n + 1 : seasonWindow
  const forTrend =
    options.trendWindow ?? (period === 1 ? oddFrom(n / 10) : oddFrom((1.5 * period) / (1 - 1.5 / forSeason)))
  checkWindow(forSeason, 7)
  checkWindow(forTrend, 3)
  const lowPass = oddFrom(period)
  return {
    period,
    season: { window: forSeason, degree: periodic ? 0 : seasonDegree, jump: Math.ceil(forSeason / 10) },
    trend: { window: forTrend, degree: trendDegree, jump: Math.ceil(forTrend / 10) },
    lowPass: { window: lowPass, degree: trendDegree, jump: Math.ceil(lowPass / 10) },
  }
}

function checkWindow(window: number, least: number): void {
  if (!(Number.isInteger(window) && window % 2 === 1 && window >= least)) {
    throw new AppError('forecast.window-invalid', { window, least })
  }
}

/** The least odd whole number that is not below x, and at least 3. */
function oddFrom(x: number): number {
  const whole = Math.max(3, Math.ceil(x))
  return whole % 2 === 1 ? whole : whole + 1
}

/** The season once the trend is out: each place smoothed over the seasons, less what of it is slow (steps 1 to 4). */
function seasonOf(y: Float64Array, trend: Float64Array, plan: Plan, weights?: Float64Array): Float64Array {
  const n = y.length
  const { period } = plan
  if (period === 1) return new Float64Array(n)
  const cycle = smoothPlaces(difference(y, trend), plan, weights)
  const slow = loess(averages(averages(averages(cycle, period), period), 3), plan.lowPass)
  return slow.map((value, t) => (cycle[t + period] as number) - value)
}

/** Each place in the season smoothed over the seasons, and carried on by one season at either end: [n + 2 period]. */
function smoothPlaces(detrended: Float64Array, { period, season }: Plan, weights?: Float64Array): Float64Array {
  const n = detrended.length
  const out = new Float64Array(n + 2 * period)
  for (let place = 0; place < period; place++) {
    const count = Math.floor((n - place - 1) / period) + 1
    const pick = (from: Float64Array) =>
      Float64Array.from({ length: count }, (_, i) => from[place + i * period] as number)
    const values = pick(detrended)
    const used = weights && pick(weights)
    const smooth = loess(values, season, used)
    const { window, degree } = season
    const least = Math.min(window, count)
    const before = fitLocally(values, -1, 0, least, window, degree, used) ?? (smooth[0] as number)
    const after = fitLocally(values, count, count - least, count, window, degree, used) ?? (smooth[count - 1] as number)
    out[place] = before
    for (let i = 0; i < count; i++) out[place + (i + 1) * period] = smooth[i] as number
    out[place + (count + 1) * period] = after
  }
  return out
}

/** Moving averages of some length: [n - length + 1]. */
function averages(y: Float64Array, length: number): Float64Array {
  const out = new Float64Array(y.length - length + 1)
  let total = 0
  for (let i = 0; i < y.length; i++) {
    total += y[i] as number
    if (i >= length) total -= y[i - length] as number
    if (i >= length - 1) out[i - length + 1] = total / length
  }
  return out
}

/**
 * Bisquare weights from the remainders, in place.
 *
 * @returns Whether there is anything to weigh: false where the fit is perfect.
 */
function weigh(y: Float64Array, trend: Float64Array, season: Float64Array, weights: Float64Array): boolean {
  const sizes = y.map((value, t) => Math.abs(value - (trend[t] as number) - (season[t] as number)))
  const reach = 6 * median(sizes)
  if (!(reach > 0)) return false
  for (let t = 0; t < sizes.length; t++) {
    const share = (sizes[t] as number) / reach
    weights[t] = share <= 0.001 ? 1 : share > 0.999 ? 0 : (1 - share * share) ** 2
  }
  return true
}

/** Each place's mean over the seasons. */
function sameEverySeason(season: Float64Array, period: number): Float64Array {
  const n = season.length
  const means = new Float64Array(period)
  for (let place = 0; place < period; place++) {
    let total = 0
    let count = 0
    for (let t = place; t < n; t += period) {
      total += season[t] as number
      count += 1
    }
    means[place] = total / count
  }
  return season.map((_, t) => means[t % period] as number)
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, t) => value - (b[t] as number))
}
