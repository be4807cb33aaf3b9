// SPDX-License-Identifier: Apache-2.0
import { normalQuantile, quantileOfSorted, studentQuantile } from '@resham/stats'
import type { ErrorSpread } from '../types.ts'

/** Independent periods from which on a quantile of the errors is believed more than their mean size. */
const SHAPE_WORTH = 16
/** Shape of the tail of uneven demand beyond what has been seen: Pareto's, its quantiles growing as this power. */
const TAIL = 0.4
/** Degrees of freedom that an independent period of errors brings. */
const FREEDOM = 1.1
/** Nearer the middle than this a quantile over that of a normal divides nearly nothing by nearly nothing. */
const NEAREST = 0.6
/** Mean absolute error of a normal, times this, is its standard deviation. */
const NORMAL_SIZE = 1.2533

/**
 * The error of one step ahead that is not exceeded with probability p.
 *
 * Conformal on signed errors: quantiles of the errors made on the past, without a formula for their distribution, as far
 * as so many errors can show a quantile (worth / (worth + 1)).
 *
 * Steady demand: Student's t with as many degrees of freedom as the errors are worth, times a standard deviation that is
 * read from the errors' own quantile, and for few errors rather from their mean size. Uneven demand: the quantile itself;
 * beyond what is shown it is stretched by a Pareto tail, and widened for few errors as Student's t is against the
 * normal, to first order.
 *
 * Rises with p. Scales with the errors.
 *
 * @param p Strictly between 0 and 1.
 * @source Lei et al., "Distribution-free predictive inference for regression", JASA 113, 2018; signed form: Linusson,
 *         Johansson and Lofstrom, "Signed-error conformal regression", PAKDD 2014; t: Abramowitz and Stegun 26.7.5;
 *         tail: Pickands, "Statistical inference using extreme order statistics", Annals of Statistics 3, 1975.
 *         Errors of a series are not exchangeable, so the coverage is measured (docs/evidence), not promised.
 */
export function errorQuantile(spread: ErrorSpread, p: number): number {
  const { errors, worth, steady, size } = spread
  if (errors.length === 0) return 0
  const up = p >= 0.5
  const side = up ? p : 1 - p
  const most = Math.max(NEAREST, worth / (worth + 1))
  const quantile = (q: number) => quantileOfSorted(errors, up ? q : 1 - q)
  if (steady) {
    const shown = Math.max(NEAREST, Math.min(side, most))
    const shape = worth / (worth + SHAPE_WORTH)
    const own = Math.abs(quantile(shown)) / normalQuantile(shown)
    const deviation = shape * own + (1 - shape) * NORMAL_SIZE * size
    return deviation * studentQuantile(p, FREEDOM * worth)
  }
  const shown = Math.min(side, most)
  const own = quantile(shown)
  // What lies on the other side of the forecast has no tail on this one.
  if (up ? own <= 0 : own >= 0) return own
  const tail = side > shown ? pareto(side) / pareto(shown) : 1
  const z = normalQuantile(side)
  return own * tail * (1 + (z * z + 1) / (4 * worth))
}

function pareto(side: number): number {
  return (2 - 2 * side) ** -TAIL - 1
}

/**
 * How far below and above the forecast the truth may lie, per level, at one step ahead.
 *
 * @param levels In percent, any order.
 * @returns Per level, as given: below at most 0, above at least 0. A wider level is never narrower.
 */
export function conformalBand(spread: ErrorSpread, levels: readonly number[]): { below: number; above: number }[] {
  return levels.map((level) => ({
    below: Math.min(0, errorQuantile(spread, 0.5 - level / 200)),
    above: Math.max(0, errorQuantile(spread, 0.5 + level / 200)),
  }))
}
