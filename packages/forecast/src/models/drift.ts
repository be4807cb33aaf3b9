// SPDX-License-Identifier: Apache-2.0
import type { Model } from '../types.ts'

/**
 * A random walk with drift: goes on from the last value by the mean of all steps so far, the line from the first value
 * to the last.
 *
 * @source Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., sections 5.2 and 5.5.
 */
export const drift: Model = {
  name: 'drift',

  minimumLength() {
    return 2
  },

  fit(y, seasonLength) {
    const first = y[0] as number
    const state = { first, last: first, squares: 0 }
    return drift.advance({ model: 'drift', version: 1, seasonLength, n: 1, parameters: {}, state }, y.subarray(1))
  },

  advance(fit, further) {
    let { last, squares } = fit.state as { last: number; squares: number }
    for (let t = 0; t < further.length; t++) {
      const value = further[t] as number
      squares += (value - last) ** 2
      last = value
    }
    return { ...fit, n: fit.n + further.length, state: { ...fit.state, last, squares } }
  },

  predict(fit, h) {
    const step = stepOf(fit.state as State, fit.n)
    return Float64Array.from({ length: h }, (_, k) => (fit.state.last as number) + (k + 1) * step)
  },

  sigma(fit, h) {
    const steps = fit.n - 1
    const step = stepOf(fit.state as State, fit.n)
    const left = Math.max(0, (fit.state.squares as number) - steps * step * step)
    const variance = left / Math.max(1, steps - 1)
    // The walk, and that the drift itself is only estimated.
    return Float64Array.from({ length: h }, (_, k) =>
      Math.sqrt(variance * (k + 1) * (1 + (k + 1) / Math.max(1, steps))),
    )
  },
}

type State = { readonly first: number; readonly last: number; readonly squares: number }

function stepOf({ first, last }: State, n: number): number {
  return n > 1 ? (last - first) / (n - 1) : 0
}
