// SPDX-License-Identifier: Apache-2.0
import { goldenSection, mean, standardDeviation } from '@resham/stats'

const LEAST_LAMBDA = -1
const MOST_LAMBDA = 2

/** The Box-Cox transform: logarithm at 0, power elsewhere. @param value Above zero. */
export function boxCox(value: number, lambda: number): number {
  return lambda === 0 ? Math.log(value) : (value ** lambda - 1) / lambda
}

/** Back from the transform; where no value has this transform, the nearest that does: 0, or a very large one. */
export function unBoxCox(value: number, lambda: number): number {
  if (lambda === 0) return Math.min(Math.exp(value), 1e300)
  const power = 1 + lambda * value
  return power > 0 ? Math.min(power ** (1 / lambda), 1e300) : lambda > 0 ? 0 : 1e300
}

/**
 * The mean where `unBoxCox` gives the median.
 *
 * @param spread Standard deviation on the transformed scale.
 * @source Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.6.
 */
export function unBoxCoxMean(value: number, lambda: number, spread: number): number {
  const median = unBoxCox(value, lambda)
  const size = 1 + lambda * value
  const factor = 1 + (spread * spread * (1 - lambda)) / (2 * size * size)
  return size > 0 && median < 1e300 ? Math.min(median * Math.max(factor, 0), 1e300) : median
}

/**
 * The lambda that makes the variation of a series least dependent on its size, by Guerrero's method.
 *
 * @param y All above zero.
 * @returns From -1 to 2; 1 (no transform) with fewer than two whole seasons, or pairs of values without one.
 * @source Guerrero, "Time-series analysis supported by power transformations", Journal of Forecasting 12, 1993; with
 *         the lengths and bounds of R's `BoxCox.lambda`.
 */
export function guerreroLambda(y: Float64Array, seasonLength: number): number {
  const length = Math.max(2, seasonLength)
  const groups = Math.floor(y.length / length)
  if (groups < 2) return 1
  const first = y.length - groups * length
  const parts = Array.from({ length: groups }, (_, i) => {
    const part = y.subarray(first + i * length, first + (i + 1) * length)
    return { centre: mean(part), spread: standardDeviation(part) }
  })
  const variation = (lambda: number): number => {
    const ratios = parts.map(({ centre, spread }) => spread / centre ** (1 - lambda))
    const middle = mean(ratios)
    return middle > 0 ? standardDeviation(ratios) / middle : 0
  }
  return goldenSection(variation, LEAST_LAMBDA, MOST_LAMBDA, { grid: 13, steps: 30 }).x
}
