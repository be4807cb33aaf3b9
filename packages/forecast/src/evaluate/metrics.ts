// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { sameLength } from './same-length.ts'

/**
 * Symmetric mean absolute percentage error: mean of 200 |y - f| / (|y| + |f|), in percent, 0 to 200.
 *
 * Fails where it is used most: for values near zero it says 200 for any miss, so never rank lumpy items by it. A term
 * with y = f = 0 counts as 0.
 *
 * @source Makridakis and Hibon, "The M3-Competition", IJF 16, 2000.
 */
export function smape(actual: ArrayLike<number>, forecast: ArrayLike<number>): number {
  sameLength(actual, forecast)
  let total = 0
  for (let i = 0; i < actual.length; i++) {
    const y = actual[i] as number
    const f = forecast[i] as number
    const size = Math.abs(y) + Math.abs(f)
    if (size > 0) total += (200 * Math.abs(y - f)) / size
  }
  return total / actual.length
}

/**
 * Mean absolute error of repeating the value of one season before, within the history: the scale of MASE.
 *
 * @returns 0 for a history that repeats itself exactly, or is no longer than the season; then MASE does not exist.
 */
export function naiveError(history: ArrayLike<number>, seasonLength: number): number {
  let total = 0
  for (let t = seasonLength; t < history.length; t++) {
    total += Math.abs((history[t] as number) - (history[t - seasonLength] as number))
  }
  return history.length > seasonLength ? total / (history.length - seasonLength) : 0
}

/** Mean squared error of repeating the value of one season before, within the history: the scale of RMSSE. */
export function naiveSquaredError(history: ArrayLike<number>, seasonLength: number): number {
  let total = 0
  for (let t = seasonLength; t < history.length; t++) {
    total += ((history[t] as number) - (history[t - seasonLength] as number)) ** 2
  }
  return history.length > seasonLength ? total / (history.length - seasonLength) : 0
}

/**
 * Mean absolute scaled error: mean |y - f| over the history's own naive error. Below 1 is better than repeating.
 *
 * @returns null where the scale is 0: the history repeats itself exactly.
 * @source Hyndman and Koehler, "Another look at measures of forecast accuracy", IJF 22, 2006.
 */
export function mase(
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  history: ArrayLike<number>,
  seasonLength: number,
): number | null {
  sameLength(actual, forecast)
  const scale = naiveError(history, seasonLength)
  if (!(scale > 0)) return null
  let total = 0
  for (let i = 0; i < actual.length; i++) total += Math.abs((actual[i] as number) - (forecast[i] as number))
  return total / actual.length / scale
}

/**
 * Root mean squared scaled error: root of mean (y - f)^2 over the history's mean squared naive error. Unlike absolute
 * errors it is least for the expected value, so it does not praise a forecast of zero for an item that sells seldom.
 *
 * @returns null where the scale is 0.
 * @source Makridakis, Spiliotis and Assimakopoulos, "The M5 competition", IJF 38, 2022 (seasonLength 1 there).
 */
export function rmsse(
  actual: ArrayLike<number>,
  forecast: ArrayLike<number>,
  history: ArrayLike<number>,
  seasonLength: number,
): number | null {
  sameLength(actual, forecast)
  const scale = naiveSquaredError(history, seasonLength)
  if (!(scale > 0)) return null
  let total = 0
  for (let i = 0; i < actual.length; i++) total += ((actual[i] as number) - (forecast[i] as number)) ** 2
  return Math.sqrt(total / actual.length / scale)
}

/**
 * Pinball loss of a quantile forecast: mean of p (y - q) where y is above, (1 - p)(q - y) where it is below.
 *
 * In the units of y, so it cannot be averaged over items of different size without a scale.
 *
 * @param p Probability of the quantile, strictly between 0 and 1.
 * @source Koenker and Bassett, "Regression quantiles", Econometrica 46, 1978.
 */
export function pinball(actual: ArrayLike<number>, quantiles: ArrayLike<number>, p: number): number {
  sameLength(actual, quantiles)
  if (!(p > 0 && p < 1)) throw new AppError('forecast.probability-invalid', { p })
  let total = 0
  for (let i = 0; i < actual.length; i++) {
    const gap = (actual[i] as number) - (quantiles[i] as number)
    total += gap >= 0 ? p * gap : (p - 1) * gap
  }
  return total / actual.length
}

/**
 * Share of values inside their interval, ends included, 0 to 1. Says nothing of width: an endless interval scores 1.
 */
export function coverage(actual: ArrayLike<number>, lo: ArrayLike<number>, hi: ArrayLike<number>): number {
  sameLength(actual, lo)
  sameLength(actual, hi)
  let inside = 0
  for (let i = 0; i < actual.length; i++) {
    const y = actual[i] as number
    if (y >= (lo[i] as number) && y <= (hi[i] as number)) inside += 1
  }
  return inside / actual.length
}
