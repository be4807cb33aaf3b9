// SPDX-License-Identifier: Apache-2.0
import { AppError, type Declined, isDeclined, type Random, seededRandom } from '@resham/base'
import { normalQuantile, quantileOfSorted, standardDeviation } from '@resham/stats'
import { checkOptions, LONGEST_HORIZON } from '../door.ts'
import { type Predictions, predictPast } from '../evaluate/rolling-origin.ts'
import { forecastAndSeries } from '../forecast.ts'
import { MODELS } from '../models/registry.ts'
import { type Prepared, prepareSeries } from '../prepare.ts'
import type { Forecast, ForecastOptions, ModelName } from '../types.ts'

/** What may be sold in all, from now until the goods that are ordered now have come: as a distribution. */
export type LeadTimeDemand = {
  readonly kind: 'lead-time-demand'
  readonly engine: 'forecast'
  readonly version: string
  readonly seed: number
  readonly model: ModelName
  /** Periods covered, as asked. */
  readonly periods: number
  /** Expected demand over them: the sum of the forecast's means. */
  readonly mean: number
  /** Values below which demand stays with the given probabilities; ascending, never negative. */
  readonly quantiles: { readonly probabilities: readonly number[]; readonly values: readonly number[] }
}

/** What is asked: as for a forecast, with a stretch of time in place of a horizon. */
export type LeadTimeOptions = Omit<ForecastOptions, 'h' | 'level' | 'nonNegative'> & {
  /** Periods to cover, above 0, at most 1000; may be part of one, such as 3.5 weeks. */
  readonly periods: number
  /** A forecast of the same series, with the same options, made before: saves choosing again. */
  readonly forecast?: Forecast
}

const PROBABILITIES = [
  0.01, 0.025, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.925,
  0.95, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995,
]
/** Futures drawn for an item that sells seldom. At 1,000 the 95 % point is steady to a few percent. */
const DRAWS = 1000
/**
 * How far the level of uneven demand may move by itself, as a standard deviation of its logarithm: so much a period, at
 * most so much. A season or a fashion that the item's own past has not shown yet. Set on weeks 35 to 82 of the real
 * ledger, where more of it held the tails over autumn better and cost more than it saved: docs/evidence/forecast-intervals.
 */
const DRIFT = 0.04
const MOST_DRIFT = 0.4
/** Normal scores that spread each past error into a little hill. */
const HILL = Array.from({ length: 9 }, (_, i) => normalQuantile((i + 0.5) / 9))

/**
 * Demand over a lead time as a distribution, from which to read how much must be on hand.
 *
 * Regular demand: the sum of the forecast, and around it the summed errors that the same model made over as long a
 * stretch of its own past, smoothed by a kernel because they are few. Demand that is seldom: a thousand seeded futures,
 * in which periods with and without demand follow each other as they did, with sizes drawn from those seen, brought to
 * the forecast's mean. Where demand is uneven its level may drift meanwhile, which widens the tails.
 *
 * @param y Values per period, [t], oldest first. Negative sums are taken as zero: stock is not sold back.
 * @returns Or the Declined of the forecast.
 * @throws  forecast.periods-invalid, and what forecast() throws.
 * @source  Willemain, Smart and Schwarz, "A new approach to forecasting intermittent demand for service parts
 *          inventories", IJF 20, 2004 (without its jitter, so that packs of twelve stay packs of twelve). Kernel width:
 *          Silverman, Density Estimation, 1986, equation (3.28).
 */
export function leadTimeDemand(y: readonly number[], options: LeadTimeOptions): LeadTimeDemand | Declined {
  const { periods, forecast: given, ...rest } = options
  const h = Math.max(1, periodsOf([periods]))
  const models = given ? [given.model] : (rest.models ?? 'auto')
  const asked = { ...trimmed(rest, y.length + h), models, h }
  if (given && given.mean.length >= h)
    return overStretches(prepareSeries(y, checkOptions(y, asked)), given, [periods])[0]
  const made = forecastAndSeries(y, asked)
  return isDeclined(made) ? made : overStretches(made.prepared, made.forecast, [periods])[0]
}

/**
 * A forecast and demand over several stretches of time within it: the series is made ready, and its past forecast, once
 * for all.
 *
 * @param options.periods Each above 0, at most h; at least one.
 * @returns One demand a stretch, in the order asked.
 * @throws  forecast.periods-invalid, and what forecast() throws.
 */
export function forecastWithDemands(
  y: readonly number[],
  options: ForecastOptions & { readonly periods: Stretches },
): { readonly forecast: Forecast; readonly demands: readonly LeadTimeDemand[] } | Declined {
  const { periods, ...asked } = options
  if (periodsOf(periods) > asked.h) throw new AppError('forecast.periods-invalid', { periods: Math.max(...periods) })
  const made = forecastAndSeries(y, asked)
  if (isDeclined(made)) return made
  return { forecast: made.forecast, demands: overStretches(made.prepared, made.forecast, periods) }
}

/** Lengths of stretches of time, in periods. */
type Stretches = readonly [number, ...number[]]

/** Whole periods that the longest covers. */
function periodsOf(stretches: Stretches): number {
  for (const periods of stretches) {
    if (!(periods > 0 && periods <= LONGEST_HORIZON)) throw new AppError('forecast.periods-invalid', { periods })
  }
  return Math.max(...stretches.map(Math.ceil))
}

function overStretches(
  prepared: Prepared,
  result: Forecast,
  stretches: Stretches,
): readonly [LeadTimeDemand, ...LeadTimeDemand[]] {
  const past = prepared.seldom ? undefined : pastOf(prepared, result, periodsOf(stretches))
  const over = (periods: number) => overStretch(prepared, result, periods, past)
  const [first, ...others] = stretches
  return [over(first), ...others.map(over)]
}

function overStretch(prepared: Prepared, result: Forecast, periods: number, past: Past | undefined): LeadTimeDemand {
  const shares = Array.from({ length: Math.ceil(periods) }, (_, k) => Math.min(1, periods - k))
  const mean = shares.reduce((total, share, k) => total + share * Math.max(0, result.mean[k] as number), 0)
  const futures = prepared.seldom
    ? drawFutures(prepared.series, shares, mean, seededRandom(result.seed))
    : spreadFutures(prepared, past, shares, mean)
  return {
    kind: 'lead-time-demand',
    engine: 'forecast',
    version: result.version,
    seed: result.seed,
    model: result.model,
    periods,
    mean,
    quantiles: { probabilities: PROBABILITIES, values: PROBABILITIES.map((p) => quantileOfSorted(futures, p)) },
  }
}

/**
 * Demand that is not exceeded with probability p; straight between the stored quantiles, and the outermost beyond them.
 *
 * @param p Strictly between 0 and 1.
 * @throws forecast.probability-invalid
 */
export function quantileOf(distribution: Pick<LeadTimeDemand, 'quantiles'>, p: number): number {
  if (!(p > 0 && p < 1)) throw new AppError('forecast.probability-invalid', { p })
  const { probabilities, values } = distribution.quantiles
  const above = probabilities.findIndex((probability) => probability >= p)
  if (above === 0) return values[0] as number
  if (above < 0) return values[values.length - 1] as number
  const [left, right] = [probabilities[above - 1] as number, probabilities[above] as number]
  const share = (p - left) / (right - left)
  return (values[above - 1] as number) * (1 - share) + (values[above] as number) * share
}

/** Events and columns reach as far as the longest horizon a caller has in mind; a lead time looks at the start of it. */
function trimmed<T extends Pick<ForecastOptions, 'events' | 'X'>>(options: T, length: number): T {
  const { events, X } = options
  return {
    ...options,
    ...(events ? { events: events.map((event) => ({ ...event, exposure: event.exposure.slice(0, length) })) } : {}),
    ...(X ? { X: X.map((column) => ({ ...column, values: column.values.slice(0, length) })) } : {}),
  }
}

/** The mean plus each past summed error spread into a hill, ascending, none below zero. */
function spreadFutures(
  prepared: Prepared,
  past: Past | undefined,
  shares: readonly number[],
  mean: number,
): Float64Array {
  const { factorsAhead, demand } = prepared
  // Past errors are of ordinary demand; where events multiply demand they multiply its uncertainty.
  const stretch = shares.reduce((a, b) => a + b, 0)
  const scale = shares.reduce((total, share, k) => total + share * (factorsAhead[k] as number), 0) / stretch
  const errors = past ? summedErrors(prepared.series, past, shares).map((error) => error * scale) : []
  if (errors.length === 0) return Float64Array.of(mean)
  let centre = 0
  for (const error of errors) centre += error / errors.length
  // Sums that overlap say little new: count the stretches that fit side by side.
  const apart = Math.max(2, errors.length / shares.length)
  const width = 1.06 * standardDeviation(errors) * apart ** -0.2
  const out = new Float64Array(errors.length * HILL.length)
  errors.forEach((error, i) => {
    for (let j = 0; j < HILL.length; j++) {
      // The drift takes the hill's scores in another order, so that the two do not move together.
      const drift = demand === 'smooth' ? 1 : driftOf(HILL[(4 * j + i) % HILL.length] as number, stretch)
      out[i * HILL.length + j] = Math.max(0, mean + error - centre + width * (HILL[j] as number)) * drift
    }
  })
  return out.sort()
}

/**
 * What becomes of the level of uneven demand meanwhile, as a multiple of mean 1.
 *
 * @param score Standard normal.
 */
function driftOf(score: number, stretch: number): number {
  const size = Math.min(MOST_DRIFT, DRIFT * stretch)
  return Math.exp(size * score - (size * size) / 2)
}

/** What the chosen model said at every origin of its backtest: `steps` ahead of each, row by row, from `first` on. */
type Past = { readonly first: number; readonly steps: number; readonly said: Predictions }

function pastOf(prepared: Prepared, result: Forecast, longest: number): Past | undefined {
  const { series, seasonLength, context } = prepared
  const first = result.backtest.firstOrigin
  const span = series.length - first
  const steps = stepsWithin(span, longest)
  const origins = Array.from({ length: span }, (_, i) => first + i)
  const said = predictPast(MODELS[result.model], series, seasonLength, { origins, horizon: steps }, context)
  return said && { first, steps, said }
}

/** A stretch must fit into the past several times. */
function stepsWithin(span: number, periods: number): number {
  return Math.max(1, Math.min(periods, Math.floor(span / 2)))
}

/** Errors of the chosen model over stretches as long as the lead time, from every origin of its backtest. */
function summedErrors(y: Float64Array, past: Past, shares: readonly number[]): number[] {
  const span = y.length - past.first
  // A longer stretch is judged by a shorter and grows as a random walk.
  const steps = stepsWithin(span, shares.length)
  const used = steps === shares.length ? shares : new Array<number>(steps).fill(1)
  const grown =
    (shares.reduce((a, b) => a + b, 0) / used.reduce((a, b) => a + b, 0)) ** (steps === shares.length ? 0 : 1)
  return Array.from({ length: span - steps + 1 }, (_, fold) => {
    let total = 0
    for (let k = 0; k < steps; k++) {
      const ahead = Math.max(0, past.said[fold * past.steps + k] as number)
      total += (used[k] as number) * ((y[past.first + fold + k] as number) - ahead)
    }
    return total * grown
  })
}

/** Sums over the lead time in drawn futures, ascending, brought to the given mean. */
function drawFutures(y: Float64Array, shares: readonly number[], mean: number, random: Random): Float64Array {
  const sizes = y.filter((value) => value > 0)
  if (sizes.length === 0 || !(mean > 0)) return Float64Array.of(mean)
  // Chance of a demand after a period without and with one, each with half a period's worth of the overall share.
  const overall = sizes.length / y.length
  const seen = [overall / 2, overall / 2]
  const times = [0.5, 0.5]
  for (let t = 1; t < y.length; t++) {
    const before = (y[t - 1] as number) > 0 ? 1 : 0
    times[before] = (times[before] as number) + 1
    if ((y[t] as number) > 0) seen[before] = (seen[before] as number) + 1
  }
  // The forecast may see more or less demand than the history holds: the chances follow it as far as they can.
  let typical = 0
  for (const size of sizes) typical += size / sizes.length
  const stretch = shares.reduce((a, b) => a + b, 0)
  const change = mean / (stretch * overall * typical)
  const chance = seen.map((count, i) => Math.min(0.98, (change * count) / (times[i] as number)))
  const out = new Float64Array(DRAWS)
  const startsWith = (y[y.length - 1] as number) > 0 ? 1 : 0
  let drawn = 0
  for (let i = 0; i < DRAWS; i++) {
    let before = startsWith
    let total = 0
    for (const share of shares) {
      const sells = random.next() < (chance[before] as number)
      before = sells ? 1 : 0
      // Of a part of a period: a demand falls inside with that chance, and then whole.
      if (sells && (share === 1 || random.next() < share)) total += sizes[random.integer(sizes.length)] as number
    }
    out[i] = total * driftOf(random.normal(), stretch)
    drawn += (out[i] as number) / DRAWS
  }
  // What the chances could not follow (none drawn, or already nearly certain) the sizes do.
  if (drawn > 0) for (let i = 0; i < DRAWS; i++) out[i] = ((out[i] as number) * mean) / drawn
  return out.sort()
}
