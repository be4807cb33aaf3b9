// SPDX-License-Identifier: Apache-2.0
import { normalQuantile, quantileOfSorted } from '@resham/stats'

/** Errors of a backtest brought to one step, and how they grow with the steps. */
export type ErrorSpread = {
  /** Errors divided by step^growth, ascending. */
  readonly sorted: Float64Array
  readonly growth: number
  /** How many independent periods the errors are worth. */
  readonly worth: number
  readonly steady: boolean
}

const GROWTHS = [0, 0.125, 0.25, 0.375, 0.5, 0.75, 1]
/** Errors of something that wanders grow as the root of the steps; those of a rate that stays put hardly grow. */
const USUAL_GROWTH = { steady: 0.5, uneven: 0.1 }
/** How strongly the usual growth is believed, in log-likelihood per squared unit of the exponent. */
const BELIEF = 8
/** Widening for few errors, chosen so that 80 % intervals on M3 hold about 80 %; see docs/evidence/forecast-m3. */
const FEW_ERRORS = 1.5

/**
 * Learns how large errors are and how they grow with the steps ahead: as step^growth, the growth of greatest Laplace
 * likelihood out of a few from 0 (as hard next week as in ten) to 1, drawn towards what is usual.
 *
 * @param errors  Actual less forecast, from a backtest.
 * @param steps   Steps ahead of each, at least 1.
 * @param periods Distinct periods that the errors fall on. Folds overlap, so the errors count as this many over the
 *                root of the furthest step.
 * @param steady  Smooth demand, whose errors are taken to be as likely above as below.
 */
export function spreadOf(errors: Float64Array, steps: Int32Array, periods: number, steady: boolean): ErrorSpread {
  const usual = steady ? USUAL_GROWTH.steady : USUAL_GROWTH.uneven
  const furthest = steps.reduce((a, b) => Math.max(a, b), 1)
  let logs = 0
  for (const step of steps) logs += Math.log(step)
  let growth = usual
  let best = Number.POSITIVE_INFINITY
  for (const power of GROWTHS) {
    const grown = growthTable(furthest, power)
    let size = 0
    for (let i = 0; i < errors.length; i++)
      size += Math.abs(errors[i] as number) / (grown[steps[i] as number] as number)
    const fit = errors.length * Math.log(size / errors.length + 1e-300) + power * logs
    const cost = fit / furthest + BELIEF * (power - usual) ** 2
    if (cost < best) {
      best = cost
      growth = power
    }
  }
  const grown = growthTable(furthest, growth)
  const n = errors.length
  const sorted = new Float64Array(steady ? 2 * n : n)
  for (let i = 0; i < n; i++) {
    const error = (errors[i] as number) / (grown[steps[i] as number] as number)
    sorted[i] = error
    if (steady) sorted[n + i] = -error
  }
  return { sorted: sorted.sort(), growth, worth: Math.max(1, periods / Math.sqrt(furthest)), steady }
}

function growthTable(furthest: number, power: number): Float64Array {
  return Float64Array.from({ length: furthest + 1 }, (_, step) => step ** power)
}

/**
 * How far below and above the forecast the truth may lie, per level, at one step ahead.
 *
 * Conformal on signed errors: the interval's ends are quantiles of the errors made on the past, without a formula for
 * their distribution. Two things are added for short histories. Beyond worth / (worth + 1) the errors cannot show a
 * quantile, so the last that they show is stretched by the tail of a normal (steady demand) or of a Laplace (uneven
 * demand, whose tails are heavier). And all is widened by the ratio of Student's t to the normal, to first order.
 *
 * @param levels In percent, any order.
 * @returns Per level, as given: below at most 0, above at least 0. A wider level is never narrower.
 * @source Lei et al., "Distribution-free predictive inference for regression", JASA 113, 2018; signed form: Linusson,
 *         Johansson and Lofstrom, "Signed-error conformal regression", PAKDD 2014; t: Abramowitz and Stegun 26.7.5.
 *         Errors of a series are not exchangeable, so the coverage is measured (docs/evidence), not promised.
 */
export function conformalBand(spread: ErrorSpread, levels: readonly number[]): { below: number; above: number }[] {
  const order = levels.map((_, i) => i).sort((a, b) => (levels[a] as number) - (levels[b] as number))
  const bands: { below: number; above: number }[] = levels.map(() => ({ below: 0, above: 0 }))
  if (spread.sorted.length === 0) return bands
  const most = spread.worth / (spread.worth + 1)
  let below = 0
  let above = 0
  for (const i of order) {
    const p = 0.5 + (levels[i] as number) / 200
    // Never so near the middle that the stretch divides by nearly nothing.
    const shown = Math.min(p, Math.max(0.6, most))
    const z = normalQuantile(p)
    const tail = spread.steady ? z / normalQuantile(shown) : Math.log(2 - 2 * p) / Math.log(2 - 2 * shown)
    const stretch = tail * (1 + (FEW_ERRORS * (z * z + 1)) / (4 * spread.worth))
    below = Math.min(below, quantileOfSorted(spread.sorted, 1 - shown) * stretch)
    above = Math.max(above, quantileOfSorted(spread.sorted, shown) * stretch)
    bands[i] = { below, above }
  }
  return bands
}
