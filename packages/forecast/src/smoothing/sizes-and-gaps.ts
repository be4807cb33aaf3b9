// SPDX-License-Identifier: Apache-2.0
import type { Model, ModelName } from '../types.ts'

/** Croston's own smoothing constant, for sizes and for gaps. */
export const CROSTON_ALPHA = 0.1

/**
 * Makes a model that smooths the sizes of demands and the gaps between them, each when a demand occurs, and forecasts
 * their ratio times a factor.
 */
export function sizesAndGaps(name: ModelName, factor: number): Model {
  type State = { size: number; gap: number; waited: number; demands: number }

  function run(state: State, y: Float64Array): State {
    let { size, gap, waited, demands } = state
    for (let t = 0; t < y.length; t++) {
      const value = y[t] as number
      waited += 1
      if (value === 0) continue
      size = demands === 0 ? value : size + CROSTON_ALPHA * (value - size)
      gap = demands === 0 ? waited : gap + CROSTON_ALPHA * (waited - gap)
      demands += 1
      waited = 0
    }
    return { size, gap, waited, demands }
  }

  return {
    name,

    minimumLength() {
      return 1
    },

    fit(y, seasonLength) {
      const state = run({ size: 0, gap: 1, waited: 0, demands: 0 }, y)
      const parameters = { alpha: CROSTON_ALPHA, factor }
      return { model: name, version: 1, seasonLength, n: y.length, parameters, state }
    },

    advance(fit, further) {
      return { ...fit, n: fit.n + further.length, state: run(fit.state as State, further) }
    },

    predict(fit, h) {
      const { size, gap } = fit.state as State
      return new Float64Array(h).fill((factor * size) / gap)
    },
  }
}
