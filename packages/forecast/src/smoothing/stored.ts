// SPDX-License-Identifier: Apache-2.0
import type { Fit, ModelName } from '../types.ts'
import { boxCox } from './box-cox.ts'
import type { Candidate } from './choose.ts'
import { FORMS, growsByFactor, isDamped, type SmoothingForm } from './form.ts'
import type { States } from './start.ts'
import { meansAhead, moveStates, type Smoothing } from './step.ts'

/** Stands in for values that are not above zero where a transform needs them to be. */
const SMALLEST = 1e-9

const KINDS = ['none', 'additive', 'multiplicative'] as const
// Forms by the numbers of their kinds; a fit is asked for its form at each step of a backtest.
const BY_KIND = KINDS.flatMap((_, e) =>
  KINDS.flatMap((_, t) =>
    KINDS.flatMap((_, s) => ['', 'd'].map((d) => FORMS[`${'NAM'[e]},${'NAM'[t]}${t > 0 ? d : ''},${'NAM'[s]}`])),
  ),
)
const NO_SEASON = new Float64Array(0)

/** The form behind a fit. Its kinds are stored as numbers: 0 none, 1 additive, 2 multiplicative. */
export function formOf({ parameters }: Fit): SmoothingForm {
  const { errorKind = 1, trendKind = 0, seasonKind = 0, phi } = parameters
  return BY_KIND[((errorKind * 3 + trendKind) * 3 + seasonKind) * 2 + (phi === undefined ? 0 : 1)] as SmoothingForm
}

/** A candidate as versioned JSON; indices of the season are kept by place, t modulo the season's length. */
export function storedFit(model: ModelName, candidate: Candidate, seasonLength: number, n: number, from: number): Fit {
  const { form, smoothing, initial, last, variance, aicc, aic, bic } = candidate
  const hasTrend = form.trend !== 'none'
  const seasonal = form.season !== 'none'
  return {
    model,
    version: 1,
    seasonLength,
    n,
    parameters: {
      errorKind: form.error === 'multiplicative' ? 2 : 1,
      trendKind: growsByFactor(form) ? 2 : hasTrend ? 1 : 0,
      seasonKind: KINDS.indexOf(form.season),
      alpha: smoothing.alpha,
      ...(hasTrend ? { beta: smoothing.beta } : {}),
      ...(isDamped(form) ? { phi: smoothing.phi } : {}),
      ...(seasonal ? { gamma: smoothing.gamma } : {}),
      level0: initial.level,
      ...(hasTrend ? { trend0: initial.trend } : {}),
      variance,
      aicc: Math.min(aicc, Number.MAX_VALUE),
      aic,
      bic,
      ...(from > 0 ? { from } : {}),
    },
    state: {
      level: last.level,
      ...(hasTrend ? { trend: last.trend } : {}),
      ...(seasonal ? { seasonal: Array.from(last.season), seasonal0: Array.from(initial.season) } : {}),
    },
  }
}

/** The smoothing parameters of a fit. */
export function smoothingOf({ parameters }: Fit): Smoothing {
  const { alpha = 0, beta = 0, gamma = 0, phi = 1 } = parameters
  return { alpha, beta, gamma, phi }
}

/** Where a fit's recursion stands. */
export function statesOf({ state }: Fit): States {
  const indices = state.seasonal as readonly number[] | undefined
  const season = indices === undefined ? NO_SEASON : Float64Array.from(indices)
  return { level: state.level as number, trend: (state.trend as number | undefined) ?? 0, season }
}

/** Place in the season of the next value. */
export function placeOf(fit: Fit, states: States): number {
  return states.season.length > 0 ? fit.n % states.season.length : 0
}

/** The fit after further values; see Model.advance. */
export function advanceStored(fit: Fit, further: Float64Array): Fit {
  const states = statesOf(fit)
  const { lambda } = fit.parameters
  // A value that has no transform says no more than a very small one.
  const values = lambda === undefined ? further : further.map((value) => boxCox(Math.max(value, SMALLEST), lambda))
  moveStates(states, formOf(fit), smoothingOf(fit), values, placeOf(fit, states))
  const { level, trend, season } = states
  return {
    ...fit,
    n: fit.n + further.length,
    state: {
      ...fit.state,
      level,
      ...(fit.state.trend === undefined ? {} : { trend }),
      ...(fit.state.seasonal === undefined ? {} : { seasonal: Array.from(season) }),
    },
  }
}

/** Means ahead of a fit, [h]; see Model.predict. */
export function predictStored(fit: Fit, h: number): Float64Array {
  const states = statesOf(fit)
  return meansAhead(states, formOf(fit), smoothingOf(fit).phi, h, placeOf(fit, states))
}
