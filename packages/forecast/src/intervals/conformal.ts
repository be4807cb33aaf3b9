// SPDX-License-Identifier: Apache-2.0
import { quantileOfSorted } from '@resham/stats'

/** Errors of a backtest brought to one step, and how they grow with the steps. */
export type ErrorSpread = {
  /** Errors divided by step^growth, ascending. */
  readonly sorted: Float64Array
  readonly growth: number
  /** Periods that the errors come from: overlapping folds see a period more than once, so this counts, not their number. */
  readonly periods: number
}

const GROWTHS = [0, 0.125, 0.25, 0.375, 0.5, 0.75, 1]

/**
 * Learns how large errors are and how they grow with the steps ahead: as step^growth, the growth of greatest Laplace
 * likelihood out of a few from 0 (as hard next week as in ten) to 1.
 */
export function spreadOf(errors: Float64Array, steps: Int32Array, periods: number): ErrorSpread {
  let growth = 0
  let best = Number.POSITIVE_INFINITY
  let logs = 0
  const furthest = steps.reduce((a, b) => Math.max(a, b), 1)
  for (const step of steps) logs += Math.log(step)
  for (const power of GROWTHS) {
    const grown = Float64Array.from({ length: furthest + 1 }, (_, step) => step ** power)
    let size = 0
    for (let i = 0; i < errors.length; i++)
      size += Math.abs(errors[i] as number) / (grown[steps[i] as number] as number)
    const cost = errors.length * Math.log(size / errors.length + 1e-300) + power * logs
    if (cost < best) {
      best = cost
      growth = power
    }
  }
  const sorted = errors.map((e, i) => e / (steps[i] as number) ** growth).sort()
  return { sorted, growth, periods }
}

/**
 * How far below and above the forecast the truth may lie, per level, at one step ahead.
 *
 * Split conformal prediction on signed errors: the quantile is taken a little further out, by (1 + 1 / periods), for
 * the finite number of errors. Wider levels are never narrower.
 *
 * @param levels In percent, any order.
 * @returns Per level, as given: below at most 0, above at least 0.
 * @source Lei et al., "Distribution-free predictive inference for regression", JASA 113, 2018; signed form: Linusson,
 *         Johansson and Lofstrom, "Signed-error conformal regression", PAKDD 2014. Errors of a series are not
 *         exchangeable, so the coverage is measured (docs/evidence), not promised.
 */
export function conformalBand(spread: ErrorSpread, levels: readonly number[]): { below: number; above: number }[] {
  const order = levels.map((_, i) => i).sort((a, b) => (levels[a] as number) - (levels[b] as number))
  const bands: { below: number; above: number }[] = levels.map(() => ({ below: 0, above: 0 }))
  let below = 0
  let above = 0
  for (const i of order) {
    const tail = (1 - (levels[i] as number) / 100) / 2
    const p = Math.min(1, (1 - tail) * (1 + 1 / Math.max(1, spread.periods)))
    if (spread.sorted.length > 0) {
      below = Math.min(below, quantileOfSorted(spread.sorted, 1 - p))
      above = Math.max(above, quantileOfSorted(spread.sorted, p))
    }
    bands[i] = { below, above }
  }
  return bands
}
