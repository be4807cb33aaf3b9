// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/**
 * Sample quantile of type 7: linear between order statistics, the default of R and NumPy.
 *
 * @param sorted Ascending, at least one value.
 * @param p      Probability, 0 to 1.
 * @throws stats.quantile-of-nothing, stats.probability-invalid
 * @source Hyndman and Fan, "Sample Quantiles in Statistical Packages", The American Statistician 50(4), 1996.
 * @example quantileOfSorted([1, 2, 3, 4], 0.25) // 1.75
 */
export function quantileOfSorted(sorted: ArrayLike<number>, p: number): number {
  if (sorted.length === 0) throw new AppError('stats.quantile-of-nothing')
  if (!(p >= 0 && p <= 1)) throw new AppError('stats.probability-invalid', { p })
  const position = p * (sorted.length - 1)
  const below = Math.floor(position)
  const low = sorted[below] as number
  const high = sorted[Math.min(below + 1, sorted.length - 1)] as number
  const share = position - below
  // Weighting both ends, rather than adding a share of their difference, cannot overflow.
  return low === high ? low : low * (1 - share) + high * share
}

/** Sample quantile of type 7 of values in any order; sorts a copy. See quantileOfSorted. */
export function quantile(values: ArrayLike<number>, p: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), p)
}

/** Median: the quantile of type 7 at one half. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5)
}

/**
 * Median absolute deviation from the median, times 1.4826, so that it estimates the standard deviation of a normal.
 *
 * @source Rousseeuw and Croux, "Alternatives to the Median Absolute Deviation", JASA 88(424), 1993.
 */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const centre = median(values)
  return 1.4826 * median(Float64Array.from(values, (value) => Math.abs(value - centre)))
}
