// SPDX-License-Identifier: Apache-2.0
import type { Model } from '../types.ts'

/** Seasons averaged, at most. */
const SEASONS = 3

/**
 * For each place in the season the average of its last values, of at most three whole seasons. Calmer than repeating
 * one season; needs two.
 *
 * @source The seasonal window average of statsforecast, as a definition.
 */
export const seasonalWindowAverage: Model = {
  name: 'seasonal-window-average',

  minimumLength(seasonLength) {
    return 2 * seasonLength
  },

  fit(y, seasonLength) {
    const recent = Array.from(y.subarray(Math.max(0, y.length - SEASONS * seasonLength)))
    return {
      model: 'seasonal-window-average',
      version: 1,
      seasonLength,
      n: y.length,
      parameters: {},
      state: { recent },
    }
  },

  advance(fit, further) {
    const recent = [...(fit.state.recent as readonly number[]), ...further].slice(-SEASONS * fit.seasonLength)
    return { ...fit, n: fit.n + further.length, state: { recent } }
  },

  predict(fit, h) {
    const recent = fit.state.recent as readonly number[]
    const m = fit.seasonLength
    const seasons = Math.floor(recent.length / m)
    const from = recent.length - seasons * m
    const out = new Float64Array(h)
    for (let k = 0; k < h; k++) {
      let total = 0
      for (let i = from + (k % m); i < recent.length; i += m) total += (recent[i] as number) / seasons
      out[k] = total
    }
    return out
  },
}
