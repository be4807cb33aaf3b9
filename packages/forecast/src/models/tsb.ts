// SPDX-License-Identifier: Apache-2.0
import type { Model } from '../types.ts'

const CHANCE_ALPHAS = [0.02, 0.05, 0.1, 0.2]
const SIZE_ALPHAS = [0.05, 0.1, 0.2]

type State = { chance: number; size: number }

/** Smooths the chance in every period and the size when there is one; adds up squared one-step errors. */
function run(y: Float64Array, state: State, chanceAlpha: number, sizeAlpha: number): State & { sse: number } {
  let { chance, size } = state
  let sse = 0
  for (let t = 0; t < y.length; t++) {
    const value = y[t] as number
    sse += (value - chance * size) ** 2
    if (value === 0) {
      chance -= chanceAlpha * chance
    } else {
      chance += chanceAlpha * (1 - chance)
      size += sizeAlpha * (value - size)
    }
  }
  return { chance, size, sse }
}

/**
 * Chance of a demand in a period times its size, the chance smoothed in every period: so the forecast of an item that
 * no longer sells sinks, where Croston's stays up.
 *
 * Starts from the share and mean size of the demands in the first third; the two constants are those of a small grid
 * with the least squared one-step error.
 *
 * @source Teunter, Syntetos and Babai, "Intermittent demand: linking forecasting to inventory obsolescence", EJOR 214,
 *         2011.
 */
export const tsb: Model = {
  name: 'tsb',

  minimumLength() {
    return 3
  },

  fit(y, seasonLength) {
    const first = Math.max(3, Math.ceil(y.length / 3))
    let demands = 0
    let total = 0
    for (let t = 0; t < y.length; t++) {
      // Past the first third only the first demand is looked for, so that the size is never without a start.
      if (t >= first && demands > 0) break
      if (y[t] !== 0) {
        demands += 1
        total += y[t] as number
      }
    }
    const start: State = { chance: Math.min(1, demands / first), size: demands === 0 ? 0 : total / demands }
    let parameters = { chanceAlpha: 0.1, sizeAlpha: 0.1 }
    let best: State & { sse: number } = { ...start, sse: Number.POSITIVE_INFINITY }
    for (const chanceAlpha of CHANCE_ALPHAS) {
      for (const sizeAlpha of SIZE_ALPHAS) {
        const end = run(y, start, chanceAlpha, sizeAlpha)
        if (end.sse < best.sse) {
          best = end
          parameters = { chanceAlpha, sizeAlpha }
        }
      }
    }
    const state = { chance: best.chance, size: best.size }
    return { model: 'tsb', version: 1, seasonLength, n: y.length, parameters, state }
  },

  advance(fit, further) {
    const { chanceAlpha, sizeAlpha } = fit.parameters as { chanceAlpha: number; sizeAlpha: number }
    const { chance, size } = run(further, fit.state as State, chanceAlpha, sizeAlpha)
    return { ...fit, n: fit.n + further.length, state: { chance, size } }
  },

  predict(fit, h) {
    const { chance, size } = fit.state as State
    return new Float64Array(h).fill(chance * size)
  },
}
