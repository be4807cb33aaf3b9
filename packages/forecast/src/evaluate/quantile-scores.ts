// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { naiveError, pinball } from './metrics.ts'
import { sameLength } from './same-length.ts'

/**
 * Weighted quantile loss: twice the pinball losses of one probability, over the sum of |y|. Unlike the pinball loss it
 * can be compared between items of different size.
 *
 * Fails for an item that never sells: the weight is 0.
 *
 * @param actual    Values that came, [n]; put the items of a panel end to end to score the panel.
 * @param quantiles Forecast quantiles at p, [n].
 * @returns null where all actual values are 0.
 * @source Salinas, Flunkert, Gasthaus and Januschowski, "DeepAR", IJF 36, 2020, section 4.2 (the rho-risk).
 */
export function weightedQuantileLoss(
  actual: ArrayLike<number>,
  quantiles: ArrayLike<number>,
  p: number,
): number | null {
  const loss = pinball(actual, quantiles, p)
  let size = 0
  for (let i = 0; i < actual.length; i++) size += Math.abs(actual[i] as number)
  return size > 0 ? (2 * loss * actual.length) / size : null
}

/**
 * Continuous ranked probability score from quantiles: twice the mean of their pinball losses.
 *
 * In the units of y. An approximation: exact only as the probabilities become dense and even in (0, 1); with few of
 * them it is a score of those quantiles and of nothing beyond the outermost, so compare only equal grids.
 *
 * @param actual        [n].
 * @param quantiles     One row a probability, each [n].
 * @param probabilities Ascending, strictly between 0 and 1, one a row.
 * @source Gneiting and Ranjan, "Comparing density forecasts using threshold- and quantile-weighted scoring rules",
 *         JBES 29, 2011, equation (10).
 */
export function crpsOfQuantiles(
  actual: ArrayLike<number>,
  quantiles: readonly ArrayLike<number>[],
  probabilities: readonly number[],
): number {
  sameLength(quantiles, probabilities)
  let total = 0
  quantiles.forEach((row, i) => {
    total += 2 * pinball(actual, row, probabilities[i] as number)
  })
  return total / quantiles.length
}

/**
 * Continuous ranked probability score of one value against drawn futures: mean |x - y| less half the mean |x - x'|.
 * For a single future it is the absolute error.
 *
 * @param samples Any order, at least one.
 * @source Gneiting and Raftery, "Strictly proper scoring rules, prediction, and estimation", JASA 102, 2007, eq. (21).
 */
export function crpsOfSamples(actual: number, samples: ArrayLike<number>): number {
  const m = samples.length
  if (m === 0) throw new AppError('forecast.lengths-differ', { left: 1, right: 0 })
  const sorted = Float64Array.from(samples).sort()
  let miss = 0
  let apart = 0
  // With values in order, the mean distance of all pairs is a weighted sum: no double loop.
  for (let i = 0; i < m; i++) {
    const x = sorted[i] as number
    miss += Math.abs(x - actual) / m
    apart += (x * (2 * (i + 1) - m - 1)) / (m * m)
  }
  return miss - apart
}

/**
 * Interval score (Winkler's): the mean width, plus 2 / alpha times how far a value lies outside. Least, in expectation,
 * for the true quantiles: it rewards narrow and punishes wrong, where coverage alone praises an endless interval.
 *
 * @param level In percent, above 0 and below 100; alpha = 1 - level / 100.
 * @returns In the units of y.
 * @source Winkler, "A decision-theoretic approach to interval estimation", JASA 67, 1972; Gneiting and Raftery, 2007,
 *         equation (43).
 */
export function intervalScore(
  actual: ArrayLike<number>,
  lo: ArrayLike<number>,
  hi: ArrayLike<number>,
  level: number,
): number {
  sameLength(actual, lo)
  sameLength(actual, hi)
  if (!(level > 0 && level < 100)) throw new AppError('forecast.level-invalid', { level })
  const price = 2 / (1 - level / 100)
  let total = 0
  for (let i = 0; i < actual.length; i++) {
    const y = actual[i] as number
    const low = lo[i] as number
    const high = hi[i] as number
    total += high - low + price * (Math.max(0, low - y) + Math.max(0, y - high))
  }
  return total / actual.length
}

/**
 * Mean scaled interval score: the interval score over the history's own naive error, so that series can be averaged.
 *
 * @returns null where the history repeats itself exactly.
 * @source Makridakis, Spiliotis and Assimakopoulos, "The M4 competition", IJF 36, 2020, section 2.3 (level 95).
 */
export function scaledIntervalScore(
  actual: ArrayLike<number>,
  lo: ArrayLike<number>,
  hi: ArrayLike<number>,
  level: number,
  history: ArrayLike<number>,
  seasonLength: number,
): number | null {
  const scale = naiveError(history, seasonLength)
  return scale > 0 ? intervalScore(actual, lo, hi, level) / scale : null
}
