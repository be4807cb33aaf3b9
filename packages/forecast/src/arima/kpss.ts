// SPDX-License-Identifier: Apache-2.0
import { difference, isConstant } from './differencing.ts'

/** The 5 % point of the level-stationary test. */
const CRITICAL = 0.463

/**
 * The KPSS statistic against a level: large where the series wanders.
 *
 * @param x Not constant. @returns 0 or more.
 * @source  Kwiatkowski, Phillips, Schmidt and Shin, J. Econometrics 54, 1992; 3 root n / 13 lags as in R's
 *          forecast::ndiffs; critical values from the paper's table 1.
 */
export function kpss(x: Float64Array): number {
  const n = x.length
  let mean = 0
  for (const value of x) mean += value / n
  const e = x.map((value) => value - mean)
  let cumulative = 0
  let wandering = 0
  for (const value of e) {
    cumulative += value
    wandering += cumulative * cumulative
  }
  const lags = Math.floor((3 * Math.sqrt(n)) / 13)
  let variance = 0
  for (let k = 0; k <= lags; k++) {
    let product = 0
    for (let t = k; t < n; t++) product += (e[t] as number) * (e[t - k] as number)
    variance += (k === 0 ? 1 : 2 * (1 - k / (lags + 1))) * product
  }
  return wandering / (n * variance)
}

/**
 * How often to take differences until the test no longer says that the series wanders.
 *
 * @param most At most so often. @param size Size of the values, against which rounding is judged.
 */
export function differencesNeeded(x: Float64Array, most: number, size: number): number {
  let now = x
  for (let d = 0; d < most; d++) {
    if (now.length < 4 || isConstant(now, size) || !(kpss(now) > CRITICAL)) return d
    now = difference(now, 1, 0, 1)
  }
  return most
}
