// SPDX-License-Identifier: Apache-2.0
import { type FilterState, filterState, startFilter, stepFilter } from './exact-filter.ts'
import { firstGain, gainSpace } from './first-gain.ts'
import { lagsFor, noteLags, recurse } from './lags.ts'
import type { Objective } from './objective.ts'

/** Coefficients at all lags, [r] each, padded with 0. */
export type Expanded = { readonly phi: Float64Array; readonly theta: Float64Array }

function degreeOf(coefficients: Float64Array): number {
  let degree = coefficients.length
  while (degree > 0 && coefficients[degree - 1] === 0) degree -= 1
  return degree
}

/**
 * Where the filter stands after a whole series without a mean, as the objective sees it: for `ml` from the stationary
 * start; for `css` with the variance settled from the start and the first errors 0.
 */
export function standingAfter(w: Float64Array, { phi, theta }: Expanded, objective: Objective): FilterState {
  const r = phi.length
  const phiPart = phi.subarray(0, degreeOf(phi))
  const thetaPart = theta.subarray(0, degreeOf(theta))
  const ar = lagsFor(phiPart.length)
  const ma = lagsFor(thetaPart.length)
  noteLags(phiPart, ar)
  noteLags(thetaPart, ma)
  const state = filterState(r, 1)
  if (objective === 'ml') {
    const variance = firstGain(phiPart, thetaPart, ar, ma, gainSpace(phiPart.length, thetaPart.length), state.gain)
    startFilter(state, variance ?? 1)
    const error = [0]
    for (const value of w) {
      error[0] = value - (r > 0 ? ((state.expected[0] as Float64Array)[0] as number) : 0)
      stepFilter(state, phi, error)
    }
    return state
  }
  for (let i = 0; i < r; i++) state.gain[i] = (phi[i] as number) + (theta[i] as number)
  const e = new Float64Array(w.length)
  recurse(w, ar, ma, e, Math.min(phiPart.length, w.length - 1))
  const expected = state.expected[0] as Float64Array
  for (const [lags, past] of [
    [ar, w],
    [ma, e],
  ] as const) {
    for (let c = 0; c < lags.count; c++) {
      const lag = lags.lag[c] as number
      const weight = lags.weight[c] as number
      for (let i = Math.max(0, lag - w.length); i < lag; i++) {
        expected[i] = (expected[i] as number) + weight * (past[w.length + i - lag] as number)
      }
    }
  }
  return state
}
