// SPDX-License-Identifier: Apache-2.0

/**
 * Adds numbers with compensation, so that small terms survive beside huge ones.
 *
 * @param values Finite numbers, any order. The empty sum is 0.
 * @source Neumaier, "Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen", ZAMM 54, 1974.
 * @example sum([1, 1e100, 1, -1e100]) // 2
 */
export function sum(values: ArrayLike<number>): number {
  let total = 0
  let lost = 0
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return total + lost
}

/**
 * Arithmetic mean, by compensated summation.
 *
 * @param values Finite, at least one; the mean of none is 0, so ask for the length first where it matters.
 * @example mean([1, 2, 6]) // 3
 */
export function mean(values: ArrayLike<number>): number {
  return values.length === 0 ? 0 : sum(values) / values.length
}

/**
 * Sample variance with divisor n - 1, in two passes. Fewer than two values give 0.
 *
 * @source Chan, Golub and LeVeque, The American Statistician 37(3), 1983: the two-pass form keeps its digits
 *         when the mean is large.
 * @example variance([2, 4, 4, 4, 5, 5, 7, 9]) // 32 / 7
 */
export function variance(values: ArrayLike<number>): number {
  const n = values.length
  if (n < 2) return 0
  const centre = mean(values)
  let squares = 0
  let drift = 0
  for (let i = 0; i < n; i++) {
    const deviation = (values[i] as number) - centre
    squares += deviation * deviation
    drift += deviation
  }
  return Math.max(0, (squares - (drift * drift) / n) / (n - 1))
}

/** Square root of the sample variance (divisor n - 1). */
export function standardDeviation(values: ArrayLike<number>): number {
  return Math.sqrt(variance(values))
}
