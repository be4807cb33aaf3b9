// SPDX-License-Identifier: Apache-2.0
import type { Fit, Model, ModelName } from '../types.ts'
import { correctedAic, type SmoothingForm } from './form.ts'
import { advanceSeason, fitSeason } from './season.ts'
import { fitTrend } from './trend.ts'

/** A smoothing model, with the criterion by which `ets` chooses among its kind. */
export type SmoothingModel = Model & {
  readonly form: SmoothingForm
  /** Whether y may be fitted at all: long enough, and positive where the season multiplies. */
  suits(y: Float64Array, seasonLength: number): boolean
}

/** Makes the model of one form. */
export function smoothingModel(name: ModelName, form: SmoothingForm): SmoothingModel {
  const seasonal = form.season !== 'none'
  const multiplicative = form.season === 'multiplicative'
  const shortest = form.trend === 'none' ? 3 : form.trend === 'additive' ? 5 : 6

  function minimumLength(seasonLength: number): number {
    return seasonal ? Math.max(2 * seasonLength, seasonLength + 6) : shortest
  }

  return {
    name,
    form,
    minimumLength,

    suits(y, seasonLength) {
      if (y.length < minimumLength(seasonLength)) return false
      if (seasonal && seasonLength < 2) return false
      return !multiplicative || y.every((value) => value > 0)
    },

    fit(y, seasonLength) {
      // A season of one period is no season; a season that multiplies needs positive values.
      const season =
        seasonLength < 2 ? 'none' : multiplicative && !y.every((value) => value > 0) ? 'additive' : form.season
      const used: SmoothingForm = { trend: form.trend, season }
      const found = season === 'none' ? fitTrend(y, used) : fitSeason(y, seasonLength, used)
      return {
        model: name,
        version: 1,
        seasonLength,
        n: y.length,
        parameters: {
          ...found.parameters,
          multiplicative: season === 'multiplicative' ? 1 : 0,
          aicc: finiteOr(correctedAic(found.deviance, found.estimated, y.length), Number.MAX_VALUE),
        },
        state: found.state,
      }
    },

    advance(fit, further) {
      const { alpha = 0, beta = 0, gamma = 0, phi = 1 } = fit.parameters
      const { level, trend = 0, seasonal: indices } = fit.state
      const state = {
        level: level as number,
        trend: trend as number,
        seasonal: Float64Array.from((indices as readonly number[] | undefined) ?? [0]),
      }
      const many = fit.parameters.multiplicative === 1
      advanceSeason(further, state, fit.n % state.seasonal.length, { alpha, beta, gamma, phi }, many)
      return {
        ...fit,
        n: fit.n + further.length,
        state: {
          level: state.level,
          ...(form.trend !== 'none' || indices ? { trend: state.trend } : {}),
          ...(indices ? { seasonal: Array.from(state.seasonal) } : {}),
        },
      }
    },

    predict(fit, h) {
      const out = new Float64Array(h)
      const level = fit.state.level as number
      const trend = (fit.state.trend ?? 0) as number
      const indices = fit.state.seasonal as readonly number[] | undefined
      const phi = fit.parameters.phi ?? 1
      const many = fit.parameters.multiplicative === 1
      let steps = 0
      let power = 1
      for (let k = 0; k < h; k++) {
        power *= phi
        steps += power
        const base = level + steps * trend
        const season = indices?.[(fit.n + k) % indices.length]
        out[k] = season === undefined ? base : many ? base * season : base + season
      }
      return out
    },
  }
}

function finiteOr(value: number, otherwise: number): number {
  return Number.isFinite(value) ? value : otherwise
}

/** The criterion of a fit made here; smaller is better. */
export function aiccOf(fit: Fit): number {
  return fit.parameters.aicc ?? Number.MAX_VALUE
}
