// SPDX-License-Identifier: Apache-2.0
import { seasonalIndices } from '../smoothing/decompose.ts'
import { fitLevel } from '../smoothing/level.ts'
import { isSeasonal } from '../smoothing/seasonality.ts'
import type { Fit, Model } from '../types.ts'

/** Slope of the least-squares line from running sums; times run 0 to n - 1. */
function slopeOf(n: number, total: number, timesTotal: number): number {
  return n < 2 ? 0 : (timesTotal - ((n - 1) / 2) * total) / ((n * (n * n - 1)) / 12)
}

/** Takes the season out of the value at time t. */
function adjust(value: number, t: number, indices: readonly number[], multiplicative: boolean): number {
  if (indices.length === 0) return value
  const season = indices[t % indices.length] as number
  return multiplicative ? value / season : value - season
}

/**
 * The Theta method: the season taken out (when a test finds one), simple smoothing with half the slope of the
 * straight line as drift, and the season put back.
 *
 * @source Assimakopoulos and Nikolopoulos, "The theta model", IJF 16, 2000; in the closed form of Hyndman and Billah,
 *         "Unmasking the Theta method", IJF 19, 2003. It won the M3 competition.
 */
export const theta: Model = {
  name: 'theta',

  minimumLength() {
    return 4
  },

  fit(y, seasonLength) {
    const n = y.length
    const seasonal = isSeasonal(y, seasonLength)
    const multiplicative = seasonal && y.every((value) => value > 0)
    const indices = seasonal ? Array.from(seasonalIndices(y, seasonLength, multiplicative)) : []
    const adjusted = y.map((value, t) => adjust(value, t, indices, multiplicative))
    const smooth = fitLevel(adjusted)
    let total = 0
    let timesTotal = 0
    for (let t = 0; t < n; t++) {
      total += adjusted[t] as number
      timesTotal += t * (adjusted[t] as number)
    }
    return {
      model: 'theta',
      version: 1,
      seasonLength,
      n,
      parameters: { alpha: smooth.alpha, multiplicative: multiplicative ? 1 : 0 },
      state: { level: smooth.level, total, timesTotal, indices },
    }
  },

  advance(fit, further) {
    const indices = fit.state.indices as readonly number[]
    const multiplicative = fit.parameters.multiplicative === 1
    const alpha = fit.parameters.alpha as number
    let level = fit.state.level as number
    let total = fit.state.total as number
    let timesTotal = fit.state.timesTotal as number
    for (let i = 0; i < further.length; i++) {
      const t = fit.n + i
      const value = adjust(further[i] as number, t, indices, multiplicative)
      level += alpha * (value - level)
      total += value
      timesTotal += t * value
    }
    const state: Fit['state'] = { level, total, timesTotal, indices }
    return { ...fit, n: fit.n + further.length, state }
  },

  predict(fit, h) {
    const indices = fit.state.indices as readonly number[]
    const multiplicative = fit.parameters.multiplicative === 1
    const alpha = fit.parameters.alpha as number
    const drift = slopeOf(fit.n, fit.state.total as number, fit.state.timesTotal as number) / 2
    const start = (1 - (1 - alpha) ** fit.n) / alpha
    const out = new Float64Array(h)
    for (let k = 0; k < h; k++) {
      const base = (fit.state.level as number) + drift * (k + start)
      const season = indices.length > 0 ? (indices[(fit.n + k) % indices.length] as number) : undefined
      out[k] = season === undefined ? base : multiplicative ? base * season : base + season
    }
    return out
  },
}
