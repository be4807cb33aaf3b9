// SPDX-License-Identifier: Apache-2.0
import type { Model } from '../types.ts'

/**
 * Repeats the last value. The bar for anything that wanders.
 *
 * @source Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2.
 */
export const naive: Model = {
  name: 'naive',

  minimumLength() {
    return 1
  },

  fit(y, seasonLength) {
    const state = { last: y[y.length - 1] as number }
    return { model: 'naive', version: 1, seasonLength, n: y.length, parameters: {}, state }
  },

  advance(fit, further) {
    const last = further.length > 0 ? (further[further.length - 1] as number) : (fit.state.last as number)
    return { ...fit, n: fit.n + further.length, state: { last } }
  },

  predict(fit, h) {
    return new Float64Array(h).fill(fit.state.last as number)
  },
}
