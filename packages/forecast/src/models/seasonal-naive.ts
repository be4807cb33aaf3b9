// SPDX-License-Identifier: Apache-2.0
import { seasonsShown } from '../seasons.ts'
import type { Model } from '../types.ts'

/**
 * Repeats the last full season. The bar for anything with a season; needs no search.
 *
 * @source Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 5.2.
 */
export const seasonalNaive: Model = {
  name: 'seasonal-naive',

  minimumLength(seasonLength) {
    return seasonLength
  },

  fit(y, seasonLength, context) {
    // Of several seasons the longest holds the shorter ones too.
    const longest = seasonsShown(seasonLength, context, y.length).at(-1) ?? seasonLength
    const last = Array.from(y.subarray(y.length - longest))
    return { model: 'seasonal-naive', version: 1, seasonLength: longest, n: y.length, parameters: {}, state: { last } }
  },

  advance(fit, further) {
    const last = [...(fit.state.last as readonly number[]), ...further].slice(-fit.seasonLength)
    return { ...fit, n: fit.n + further.length, state: { last } }
  },

  predict(fit, h) {
    const last = fit.state.last as readonly number[]
    return Float64Array.from({ length: h }, (_, k) => last[k % last.length] as number)
  },
}
