// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { checkSeasons } from '../door.ts'
import { MODELS } from '../models/registry.ts'
import type { Fit, FitContext, Model, ModelName } from '../types.ts'
import type { FoldPlan } from './folds.ts'

/** What a model said at each origin, [origins * horizon], row by row. */
export type Predictions = Float64Array

/**
 * What a model would have said at each origin of a plan: fitted once, on what lies before the first origin, then
 * moved on. Nothing after an origin is seen at it.
 *
 * @returns undefined where the history before the first origin is too short for the model.
 */
export function predictPast(
  model: Model,
  y: Float64Array,
  seasonLength: number,
  plan: FoldPlan,
  context?: FitContext,
): Predictions | undefined {
  const first = plan.origins[0] as number
  if (first < model.minimumLength(seasonLength)) return undefined
  const out = new Float64Array(plan.origins.length * plan.horizon)
  let fit: Fit = model.fit(y.subarray(0, first), seasonLength, context)
  let at = first
  plan.origins.forEach((origin, fold) => {
    if (origin > at) fit = model.advance(fit, y.subarray(at, origin))
    at = origin
    out.set(model.predict(fit, plan.horizon), fold * plan.horizon)
  })
  return out
}

/** One origin of a backtest: what was said there, and what came. */
export type Fold = {
  /** Index of the first period forecast. */
  readonly origin: number
  readonly forecast: readonly number[]
  readonly actual: readonly number[]
}

/**
 * Forecasts the past from the further past, from one origin after another.
 *
 * @param y       Values per period, [t], finite, oldest first.
 * @param options.firstOrigin Index of the first period to be forecast; what lies before fits the model.
 * @param options.step  Periods between origins, 1 when left out.
 * @param options.refit Fit anew at each origin, rather than once; slower, and closer to daily use. Off when left out.
 * @returns One fold per origin, oldest first; the last ones have fewer than h periods, as the history ends.
 * @throws forecast.origin-invalid where the model cannot be fitted before the first origin.
 * @source Tashman, "Out-of-sample tests of forecasting accuracy", IJF 16, 2000.
 */
export function rollingOrigin(
  y: readonly number[],
  options: {
    readonly model: ModelName
    readonly h: number
    readonly firstOrigin: number
    readonly seasonLength?: number | readonly number[]
    readonly step?: number
    readonly refit?: boolean
  },
): Fold[] {
  const { h, firstOrigin, step = 1, refit = false } = options
  const seasons = checkSeasons(options.seasonLength ?? 1)
  const seasonLength = seasons[0] as number
  const context = seasons.length > 1 ? { seasons } : undefined
  const model = MODELS[options.model]
  const needed = model.minimumLength(seasonLength)
  if (!(firstOrigin >= needed && firstOrigin < y.length && step >= 1)) {
    throw new AppError('forecast.origin-invalid', { firstOrigin, needed, length: y.length })
  }
  const values = Float64Array.from(y)
  const folds: Fold[] = []
  let fit = model.fit(values.subarray(0, firstOrigin), seasonLength, context)
  let at = firstOrigin
  for (let origin = firstOrigin; origin < y.length; origin += step) {
    if (origin > at) {
      fit = refit
        ? model.fit(values.subarray(0, origin), seasonLength, context)
        : model.advance(fit, values.subarray(at, origin))
    }
    at = origin
    const actual = y.slice(origin, origin + h)
    folds.push({ origin, forecast: Array.from(model.predict(fit, actual.length)), actual })
  }
  return folds
}
