// SPDX-License-Identifier: Apache-2.0
import { solvePositive } from '@resham/stats'
import { lagCount, type Order } from './order.ts'
import { freeOf } from './partial.ts'

/**
 * Errors of a long autoregression, which stand in for the unknown errors of a mixed process.
 *
 * @param w Mean 0, [n]. @param longest The most lags.
 * @returns Shape [n]; the first values by the shorter autoregressions.
 * @source  Hannan and Rissanen, Biometrika 69, 1982, step 1; the autoregression by Levinson's recursion.
 */
export function longErrors(w: Float64Array, longest: number): Float64Array {
  const n = w.length
  const lags = Math.min(longest, Math.floor(n / 3))
  const covariance = new Float64Array(lags + 1)
  for (let k = 0; k <= lags; k++) {
    let total = 0
    for (let t = k; t < n; t++) total += (w[t] as number) * (w[t - k] as number)
    covariance[k] = total
  }
  const errors = Float64Array.from(w)
  if (!((covariance[0] as number) > 0)) return errors
  // The lattice: forward and backward errors of all lengths at once.
  const back = Float64Array.from(w)
  const phi = new Float64Array(lags)
  let variance = covariance[0] as number
  for (let j = 0; j < lags && variance > 1e-9 * (covariance[0] as number); j++) {
    let partial = covariance[j + 1] as number
    for (let i = 0; i < j; i++) partial -= (phi[i] as number) * (covariance[j - i] as number)
    partial /= variance
    for (let i = 0, far = j - 1; i <= far; i++, far--) {
      const low = phi[i] as number
      const high = phi[far] as number
      phi[i] = low - partial * high
      if (i !== far) phi[far] = high - partial * low
    }
    phi[j] = partial
    variance *= 1 - partial * partial
    for (let t = n - 1; t > j; t--) {
      const forward = errors[t] as number
      const backward = back[t - 1] as number
      errors[t] = forward - partial * backward
      back[t] = backward - partial * forward
    }
  }
  return errors
}

/**
 * Free numbers to begin a search at: the series regressed on its own lags and on lags of the long autoregression's
 * errors, drawn into the admissible region.
 *
 * @source Hannan and Rissanen, Biometrika 69, 1982, step 2; products of the two seasons' factors are left out.
 */
export function startFor(w: Float64Array, errors: Float64Array, order: Order, seasonLength: number): Float64Array {
  const k = lagCount(order)
  const free = new Float64Array(k)
  const { p, q, P, Q } = order
  const lagsOf: { of: Float64Array; lag: number }[] = []
  for (let i = 1; i <= p; i++) lagsOf.push({ of: w, lag: i })
  for (let i = 1; i <= q; i++) lagsOf.push({ of: errors, lag: i })
  for (let i = 1; i <= P; i++) lagsOf.push({ of: w, lag: i * seasonLength })
  for (let i = 1; i <= Q; i++) lagsOf.push({ of: errors, lag: i * seasonLength })
  const from = lagsOf.reduce((most, { lag }) => Math.max(most, lag), 0)
  if (w.length - from < 2 * k + 2) return free
  const lagged = lagsOf.map(({ of, lag }) => of.subarray(from - lag, w.length - lag))
  const target = w.subarray(from)
  const gram = lagged.map((a, i) => lagged.map((b, j) => dot(a, b) * (i === j ? 1 + 1e-6 : 1)))
  const found = solvePositive(
    gram,
    lagged.map((a) => dot(a, target)),
  )
  if (found === undefined) return free
  free.set(freeOf(found.slice(0, p), 1), 0)
  free.set(freeOf(found.slice(p, p + q), -1), p)
  free.set(freeOf(found.slice(p + q, p + q + P), 1), p + q)
  free.set(freeOf(found.slice(p + q + P), -1), p + q + P)
  return free
}

function dot(a: Float64Array, b: Float64Array): number {
  let total = 0
  for (let t = 0; t < a.length; t++) total += (a[t] as number) * (b[t] as number)
  return total
}
