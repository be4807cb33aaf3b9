// SPDX-License-Identifier: Apache-2.0
import { standardDeviation } from '@resham/stats'
import { fitRidge } from './ridge.ts'

/** One auto-regression of a series that was differenced and brought to mean 0 and deviation 1. */
export type Path = {
  /** Each value less the one so many before it is what is followed. */
  readonly difference: number
  readonly logged: boolean
  readonly lags: readonly number[]
  readonly centre: number
  readonly spread: number
  /** The constant, then one a lag. */
  readonly coefficients: readonly number[]
  /** Forecasts stay between these, on the scale that is followed. */
  readonly lowest: number
  readonly highest: number
}

/** Steps beyond so many deviations were never seen; a recursion that wants them has lost its way. */
const WILDEST_STEP = 8

/**
 * Fits one auto-regression.
 *
 * @param y    [n], on the scale that is followed: logarithms where `logged`.
 * @param lags Ascending, the last at most half of n - difference.
 */
export function fitPath(y: Float64Array, difference: number, lags: readonly number[], logged: boolean): Path {
  const steps = y.slice(difference).map((value, t) => value - (y[t] as number))
  let centre = 0
  for (const step of steps) centre += step / steps.length
  const deviation = standardDeviation(steps)
  // A deviation of rounding errors is none.
  const spread = deviation > 1e-12 * largest(y) ? deviation : 0
  const coefficients =
    spread > 0
      ? fitRidge(
          steps.map((step) => (step - centre) / spread),
          lags,
        )
      : new Float64Array(lags.length + 1)
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const value of y) {
    if (value < low) low = value
    if (value > high) high = value
  }
  const width = high - low
  return {
    difference,
    logged,
    lags,
    centre,
    spread,
    coefficients: Array.from(coefficients),
    lowest: low - width,
    highest: high + width,
  }
}

/**
 * Values ahead by feeding the forecasts back, on the original scale: [h].
 *
 * @param recent The last values on the original scale, oldest first; at least the difference and the furthest lag.
 */
export function followPath(path: Path, recent: readonly number[], h: number): Float64Array {
  const { difference, logged, lags, centre, spread, coefficients } = path
  const past = recent.length
  const y = new Float64Array(past + h)
  const z = new Float64Array(past + h)
  for (let t = 0; t < past; t++) {
    const value = recent[t] as number
    y[t] = logged ? Math.log(value > 0 ? value : Number.MIN_VALUE) : value
    if (t >= difference && spread > 0) z[t] = ((y[t] as number) - (y[t - difference] as number) - centre) / spread
  }
  const out = new Float64Array(h)
  for (let k = 0; k < h; k++) {
    const t = past + k
    let step = coefficients[0] as number
    for (let i = 0; i < lags.length; i++)
      step += (coefficients[i + 1] as number) * (z[t - (lags[i] as number)] as number)
    z[t] = within(step, -WILDEST_STEP, WILDEST_STEP)
    const said = (y[t - difference] as number) + centre + spread * (z[t] as number)
    y[t] = within(said, path.lowest, path.highest)
    out[k] = logged ? Math.exp(y[t] as number) : (y[t] as number)
  }
  return out
}

function within(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}

function largest(y: Float64Array): number {
  return y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
}
