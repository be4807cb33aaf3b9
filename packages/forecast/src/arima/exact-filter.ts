// SPDX-License-Identifier: Apache-2.0
import { type Lags, recurse } from './lags.ts'

/**
 * Where the filter stands between two values. `expected` is what is expected of the next r values from those seen;
 * `variance` is how uncertain the next is, in units of the error variance, falling to 1; the rest says how both move.
 */
export type FilterState = {
  /** Covariances of the coming values with the next error, before division by the variance: [r]. */
  readonly gain: Float64Array
  /** The direction in which uncertainty still shrinks, [r], and by how much (not above 0). */
  readonly direction: Float64Array
  shrink: number
  variance: number
  /** One for each series filtered alike: [r]. */
  readonly expected: readonly Float64Array[]
}

/** A state for `count` series, to be started. */
export function filterState(r: number, count: number): FilterState {
  return {
    gain: new Float64Array(r),
    direction: new Float64Array(r),
    shrink: 0,
    variance: 1,
    expected: Array.from({ length: count }, () => new Float64Array(r)),
  }
}

/** Sets a state before the first value; `gain` already holds the first gain, `variance` is that of the first value. */
export function startFilter(state: FilterState, variance: number): void {
  state.variance = variance
  state.shrink = -1 / variance
  state.direction.set(state.gain)
  for (const expected of state.expected) expected.fill(0)
}

/**
 * Moves a state over one more value of each series, in some 8 r operations: the covariance matrix itself is never formed,
 * since from a stationary start its changes are of rank one.
 *
 * @param phi    Coefficients at lags 1 to r, padded with 0.
 * @param errors The one-step error of each series, [count].
 * @source       Morf, Sidhu and Kailath, IEEE Trans. Automatic Control 19, 1974; for the likelihood of a mixed
 *               process: Pearlman, Biometrika 67, 1980; Melard, Applied Statistics 33, 1984 (AS 197).
 */
export function stepFilter(state: FilterState, phi: Float64Array, errors: ArrayLike<number>): void {
  const { gain, direction, expected, variance, shrink } = state
  const r = gain.length
  if (r === 0) return
  for (let c = 0; c < expected.length; c++) {
    const a = expected[c] as Float64Array
    const first = a[0] as number
    const by = (errors[c] as number) / variance
    for (let i = 0; i < r; i++) {
      const next = i + 1 < r ? (a[i + 1] as number) : 0
      a[i] = next + (phi[i] as number) * first + (gain[i] as number) * by
    }
  }
  if (shrink === 0) return
  const along = direction[0] as number
  const byGain = along / variance
  const change = shrink * along
  for (let i = 0; i < r; i++) {
    const moved = (i + 1 < r ? (direction[i + 1] as number) : 0) + (phi[i] as number) * along
    const old = gain[i] as number
    gain[i] = old + change * moved
    direction[i] = moved - old * byGain
  }
  state.variance = variance + change * along
  state.shrink = shrink - (change * change) / state.variance
}

/** Below this share the variance no longer changes. */
const SETTLED = 1e-13

/**
 * Runs the filter over whole series. Once it has settled, the plain recursion goes on alone.
 *
 * @param series    [count][n]. @param errors Overwritten with the errors over their standard deviations: [count][n].
 * @param deviation Work space, [n].
 * @returns         The sum of the logarithms of the variances.
 */
export function runFilter(
  state: FilterState,
  phi: Float64Array,
  ar: Lags,
  ma: Lags,
  series: readonly Float64Array[],
  errors: readonly Float64Array[],
  deviation: Float64Array,
): number {
  const n = deviation.length
  const settledAt =
    series.length === 2 ? runPair(state, phi, series, errors, deviation) : runAny(state, phi, series, errors, deviation)
  let product = 1
  let logs = 0
  for (let t = 0; t < settledAt; t++) {
    const variance = deviation[t] as number
    product *= variance
    if (product > 1e200) {
      logs += Math.log(product)
      product = 1
    }
    deviation[t] = Math.sqrt(variance)
  }
  logs += Math.log(product) + (n - settledAt) * Math.log(state.variance)
  const rest = Math.sqrt(state.variance)
  for (let c = 0; c < series.length; c++) {
    const e = errors[c] as Float64Array
    if (settledAt < n) recurse(series[c] as Float64Array, ar, ma, e, settledAt)
    for (let i = 0; i < settledAt; i++) e[i] = (e[i] as number) / (deviation[i] as number)
    if (rest !== 1) for (let i = settledAt; i < n; i++) e[i] = (e[i] as number) / rest
  }
  return logs
}

/** The exact part of a run: raw errors and variances until the filter has settled; returns where that was. */
function runAny(
  state: FilterState,
  phi: Float64Array,
  series: readonly Float64Array[],
  errors: readonly Float64Array[],
  variances: Float64Array,
): number {
  const n = variances.length
  const r = state.gain.length
  const now = new Float64Array(series.length)
  let quiet = 0
  let t = 0
  // The season leaves long rows of steps without change: settled only after r of them.
  for (; t < n && quiet <= r; t++) {
    const { variance } = state
    variances[t] = variance
    for (let c = 0; c < series.length; c++) {
      const said = r > 0 ? ((state.expected[c] as Float64Array)[0] as number) : 0
      const error = ((series[c] as Float64Array)[t] as number) - said
      now[c] = error
      ;(errors[c] as Float64Array)[t] = error
    }
    stepFilter(state, phi, now)
    quiet = variance - state.variance > SETTLED * variance ? 0 : quiet + 1
  }
  return t
}

/** runAny for a series and its constant, the case that a search meets most: one pass over the lags does all. */
function runPair(
  state: FilterState,
  phi: Float64Array,
  series: readonly Float64Array[],
  errors: readonly Float64Array[],
  variances: Float64Array,
): number {
  const [w, one] = series as [Float64Array, Float64Array]
  const [e, f] = errors as [Float64Array, Float64Array]
  const [a, b] = state.expected as [Float64Array, Float64Array]
  const { gain, direction } = state
  const n = variances.length
  const r = gain.length
  let { variance, shrink } = state
  let quiet = 0
  let t = 0
  for (; t < n && quiet <= r; t++) {
    variances[t] = variance
    let a0 = 0
    let b0 = 0
    let along = 0
    if (r > 0) {
      a0 = a[0] as number
      b0 = b[0] as number
      along = direction[0] as number
    }
    const error = (w[t] as number) - a0
    const other = (one[t] as number) - b0
    e[t] = error
    f[t] = other
    const byA = error / variance
    const byB = other / variance
    const byGain = along / variance
    const change = shrink * along
    for (let i = 0; i < r; i++) {
      const phi_i = phi[i] as number
      const old = gain[i] as number
      const last = i + 1 === r
      a[i] = (last ? 0 : (a[i + 1] as number)) + phi_i * a0 + old * byA
      b[i] = (last ? 0 : (b[i + 1] as number)) + phi_i * b0 + old * byB
      const moved = (last ? 0 : (direction[i + 1] as number)) + phi_i * along
      gain[i] = old + change * moved
      direction[i] = moved - old * byGain
    }
    const before = variance
    variance += change * along
    shrink -= (change * change) / variance
    quiet = before - variance > SETTLED * before ? 0 : quiet + 1
  }
  state.variance = variance
  state.shrink = shrink
  return t
}
