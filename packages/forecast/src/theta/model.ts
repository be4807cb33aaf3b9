// SPDX-License-Identifier: Apache-2.0
import type { Fit, Model, ModelName } from '../types.ts'
import { advanceTheta, growthOfVariance, predictTheta, type ThetaState } from './recursion.ts'
import { searchTheta, type ThetaForm } from './search.ts'
import { type FixedSeason, findSeason, putBack, seasonOf, takeOut } from './season.ts'

/** A Theta model, and its fit to a series whose season is known and taken out already. */
export type ThetaModel = Required<Pick<Model, 'sigma'>> &
  Model & { readonly form: ThetaForm; fitAdjusted(adjusted: Float64Array, seasonLength: number, s: FixedSeason): Fit }

function stateOf(fit: Fit): ThetaState {
  const { level, mean, slope } = fit.state
  return { n: fit.n, level: level as number, mean: mean as number, slope: slope as number }
}

function parametersOf(fit: Fit): { alpha: number; theta: number } {
  return { alpha: fit.parameters.alpha as number, theta: fit.parameters.theta as number }
}

/**
 * Makes one of the four Theta models: the season taken out (when a test finds one), a level smoothed and a straight
 * line followed in part, the season put back.
 *
 * The fit holds alpha, theta, the level before the first value, and the variance of an error of one step, in units of
 * the series without its season.
 *
 * @source Fiorucci et al., IJF 32, 2016; recursion.ts, search.ts, season.ts.
 */
export function thetaModel(name: ModelName, form: ThetaForm): ThetaModel {
  function fitAdjusted(adjusted: Float64Array, seasonLength: number, season: FixedSeason): Fit {
    const n = adjusted.length
    const { alpha, theta, level0, sse } = searchTheta(adjusted, form)
    const state = { n: 0, level: level0, mean: 0, slope: 0 }
    advanceTheta(state, adjusted, alpha)
    const { level, mean, slope } = state
    const variance = sse / Math.max(1, n - 1 - (form.optimised ? 3 : 2))
    const multiplicative = season.multiplicative ? 1 : 0
    return {
      model: name,
      version: 1,
      seasonLength,
      n,
      parameters: { alpha, theta, level0, variance, multiplicative },
      state: { level, mean, slope, indices: season.indices },
    }
  }

  return {
    name,
    form,

    minimumLength() {
      return 4
    },

    fitAdjusted,

    fit(y, seasonLength) {
      const season = findSeason(y, seasonLength)
      return fitAdjusted(takeOut(y, 0, season), seasonLength, season)
    },

    advance(fit, further) {
      const state = stateOf(fit)
      advanceTheta(state, takeOut(further, fit.n, seasonOf(fit)), parametersOf(fit).alpha)
      const { n, ...rest } = state
      return { ...fit, n, state: { ...fit.state, ...rest } }
    },

    predict(fit, h) {
      return putBack(predictTheta(stateOf(fit), parametersOf(fit), form.dynamic, h), fit.n, seasonOf(fit))
    },

    sigma(fit, h) {
      const { indices, multiplicative } = seasonOf(fit)
      const variance = fit.parameters.variance as number
      return growthOfVariance(fit.n, parametersOf(fit), form.dynamic, h).map((growth, k) => {
        const size = multiplicative ? (indices[(fit.n + k) % indices.length] as number) : 1
        return size * Math.sqrt(variance * growth)
      })
    },
  }
}
