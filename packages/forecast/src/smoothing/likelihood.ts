// SPDX-License-Identifier: Apache-2.0
import type { Tape } from './kernels/tape.ts'

/**
 * -2 log likelihood of a tape after its forward pass, up to the constant that R's `ets` leaves out too:
 * n log(sum of squared errors), where multiplicative errors are relative and add 2 sum log |mean|.
 *
 * @param smallest Sum of squares below which a fit is perfect to working precision: for additive errors in the
 *                 series' unit, for multiplicative ones relative.
 * @returns +Infinity where a mean is so near zero that errors relative to it would decide everything.
 * @source Hyndman et al. (2008), equation (5.3).
 */
export function devianceOf(tape: Tape, relative: boolean, smallest: number): number {
  const { error, mean, leastMean } = tape
  const n = error.length
  let squares = 0
  if (!relative) {
    for (let t = 0; t < n; t++) squares += (error[t] as number) * (error[t] as number)
    return n * Math.log(Math.max(squares, smallest))
  }
  // Logarithms are slow: multiply, and take one before the product leaves the range of a double.
  let product = 1
  let logs = 0
  for (let t = 0; t < n; t++) {
    const mu = mean[t] as number
    if (!(mu > leastMean)) return Number.POSITIVE_INFINITY
    const share = (error[t] as number) / mu
    squares += share * share
    product *= mu
    if (product > 1e30 || product < 1e-30) {
      logs += Math.log(product)
      product = 1
    }
  }
  return n * Math.log(Math.max(squares, smallest)) + 2 * (logs + Math.log(product))
}

/** Writes the derivatives of the deviance with respect to each error and mean onto the tape. */
export function seedGradient(tape: Tape, relative: boolean, smallest: number): void {
  const { error, mean, ofError, ofMean } = tape
  const n = error.length
  let squares = 0
  if (!relative) {
    for (let t = 0; t < n; t++) squares += (error[t] as number) * (error[t] as number)
    const weight = squares > smallest ? (2 * n) / squares : 0
    for (let t = 0; t < n; t++) ofError[t] = weight * (error[t] as number)
    ofMean.fill(0)
    return
  }
  for (let t = 0; t < n; t++) {
    const per = 1 / (mean[t] as number)
    const share = (error[t] as number) * per
    ofMean[t] = per
    ofError[t] = share
    squares += share * share
  }
  const weight = squares > smallest ? (2 * n) / squares : 0
  for (let t = 0; t < n; t++) {
    const per = ofMean[t] as number
    const share = ofError[t] as number
    const ofShare = weight * share
    ofError[t] = ofShare * per
    ofMean[t] = (2 - ofShare * share) * per
  }
}
