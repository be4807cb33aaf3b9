// SPDX-License-Identifier: Apache-2.0
import { sigmaAhead } from '../smoothing/ahead.ts'
import { fitLevel } from '../smoothing/level.ts'
import { advanceStored, predictStored } from '../smoothing/stored.ts'
import type { Model } from '../types.ts'

/**
 * A level that follows the series at the speed it deserves: each forecast is flat. ETS(A,N,N).
 *
 * @source Brown (1959); Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., section 8.1.
 */
export const simpleSmoothing: Model = {
  name: 'simple-smoothing',

  minimumLength() {
    return 3
  },

  fit(y, seasonLength) {
    const n = y.length
    const { alpha, level0, level, sse } = fitLevel(y)
    const parameters = { alpha, level0, variance: sse / Math.max(1, n - 2) }
    return { model: 'simple-smoothing', version: 1, seasonLength, n, parameters, state: { level } }
  },

  advance: advanceStored,
  predict: predictStored,
  sigma: sigmaAhead,
}
