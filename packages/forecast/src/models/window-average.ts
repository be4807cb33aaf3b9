// SPDX-License-Identifier: Apache-2.0
import type { Model } from '../types.ts'

/** Periods averaged. Twelve weeks, or a year of months: the rule of thumb most shops already use. */
const WINDOW = 12

/**
 * The average of the last twelve periods (of all, when there are fewer), for every period ahead.
 *
 * @source The moving average of any textbook; Hyndman and Athanasopoulos, 3rd ed., section 5.2 call the long one the
 *         mean method.
 */
export const windowAverage: Model = {
  name: 'window-average',

  minimumLength() {
    return 1
  },

  fit(y, seasonLength) {
    const window = Array.from(y.subarray(Math.max(0, y.length - WINDOW)))
    return { model: 'window-average', version: 1, seasonLength, n: y.length, parameters: {}, state: { window } }
  },

  advance(fit, further) {
    const window = [...(fit.state.window as readonly number[]), ...further].slice(-WINDOW)
    return { ...fit, n: fit.n + further.length, state: { window } }
  },

  predict(fit, h) {
    const window = fit.state.window as readonly number[]
    let total = 0
    for (const value of window) total += value / window.length
    return new Float64Array(h).fill(total)
  },
}
