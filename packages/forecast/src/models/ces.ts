// SPDX-License-Identifier: Apache-2.0
import {
  type CesParameters,
  type CesSeason,
  type CesState,
  growthOfVariance,
  passCes,
  predictCes,
} from '../ces/recursion.ts'
import { type CesFit, searchCes } from '../ces/search.ts'
import type { Fit, Model } from '../types.ts'

/** The forms by their number in a fit's `parameters.season`. */
const SEASONS: readonly CesSeason[] = ['none', 'simple', 'partial', 'full']

type Stored = { season: CesSeason; parameters: CesParameters; state: CesState }

function toFit(found: Stored & { variance: number }, seasonLength: number, n: number): Fit {
  const { season, parameters, state, variance } = found
  const { level, partner, places, partners } = state
  return {
    model: 'ces',
    version: 1,
    seasonLength,
    n,
    parameters: { ...parameters, variance, season: SEASONS.indexOf(season) },
    state: { level, partner, places: Array.from(places), partners: Array.from(partners) },
  }
}

function fromFit({ parameters, state }: Fit): Stored {
  const { alpha0, alpha1, beta0, beta1, season } = parameters
  return {
    season: SEASONS[season as number] as CesSeason,
    parameters: { alpha0, alpha1, beta0, beta1 } as CesParameters,
    state: {
      level: state.level as number,
      partner: state.partner as number,
      places: Float64Array.from(state.places as readonly number[]),
      partners: Float64Array.from(state.partners as readonly number[]),
    },
  }
}

/**
 * Complex exponential smoothing: the level is a complex number, whose imaginary part gathers what the errors have in
 * common. It follows level and trend without saying which is which. Without a season, with a simple one, an added or
 * a full one, by corrected AIC.
 *
 * @source Svetunkov, Kourentzes and Ord, "Complex exponential smoothing", Naval Research Logistics 69, 2022.
 */
export const ces: Required<Pick<Model, 'sigma'>> & Model = {
  name: 'ces',

  minimumLength() {
    return 4
  },

  fit(y, seasonLength) {
    const n = y.length
    let best: CesFit = searchCes(y, 1, 'none')
    for (const season of SEASONS.slice(1)) {
      // Where even an added season leaves the criterion no room, no form with one can win.
      if (seasonLength < 2 || n < 2 * seasonLength || n <= seasonLength + 4) break
      const found = searchCes(y, seasonLength, season)
      if (found.aicc < best.aicc) best = found
    }
    return toFit(best, seasonLength, n)
  },

  advance(fit, further) {
    const { season, parameters, state } = fromFit(fit)
    passCes(further, state, season, parameters, fit.n, 1)
    const variance = fit.parameters.variance as number
    return toFit({ season, parameters, state, variance }, fit.seasonLength, fit.n + further.length)
  },

  predict(fit, h) {
    const { season, parameters, state } = fromFit(fit)
    return predictCes(state, season, parameters, fit.n, h)
  },

  sigma(fit, h) {
    const { season, parameters, state } = fromFit(fit)
    const variance = fit.parameters.variance as number
    return growthOfVariance(state.places.length, season, parameters, h).map((growth) => Math.sqrt(variance * growth))
  },
}
