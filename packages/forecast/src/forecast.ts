// SPDX-License-Identifier: Apache-2.0
import { type Declined, declined, isDeclined } from '@resham/base'
import { chooseModel } from './choice.ts'
import { checkOptions } from './door.ts'
import { FEWEST_JUDGED, planFolds } from './evaluate/folds.ts'
import { conformalBand } from './intervals/conformal.ts'
import { spreadOf } from './intervals/spread.ts'
import { MODELS } from './models/registry.ts'
import { type Prepared, prepareSeries } from './prepare.ts'
import type { ErrorSpread, Forecast, ForecastOptions, ForecastResult } from './types.ts'
import { VERSION } from './version.ts'

/** Known periods below which nothing is said: three to learn from and three to be judged by. */
export const MINIMUM_HISTORY = 6

/**
 * Forecasts one series, with intervals, by the model that forecast its own past best.
 *
 * @param y       Values per period, [t], oldest first, no gaps, finite. Leading zeros from before the item existed
 *                should be cut off first: they are taken for a time without demand.
 * @param options See ForecastOptions.
 * @returns       A Forecast of shape [h], or a Declined: `history-too-short` with how many known periods are needed.
 * @throws        forecast.horizon-invalid, forecast.season-invalid, forecast.level-invalid, forecast.seed-invalid,
 *                forecast.model-unknown, forecast.value-not-finite, forecast.value-too-large, forecast.event-invalid,
 *                forecast.unknown-invalid, forecast.stock-invalid, forecast.column-invalid
 * @source        Each model's file; the choice: choice.ts; intervals: intervals/conformal.ts.
 */
export function forecast(y: readonly number[], options: ForecastOptions): ForecastResult {
  const made = forecastAndSeries(y, options)
  return isDeclined(made) ? made : made.forecast
}

/** The same beside the series as it was made ready for the models, for who has more to say of it. */
export function forecastAndSeries(
  y: readonly number[],
  options: ForecastOptions,
): { readonly forecast: Forecast; readonly prepared: Prepared } | Declined {
  const checked = checkOptions(y, options)
  const { h, level, seed, nonNegative, stock } = checked
  const observed = checked.known.reduce((total, one) => total + one, 0)
  if (observed < MINIMUM_HISTORY) return declined('history-too-short', { needed: MINIMUM_HISTORY, got: observed })

  const prepared = prepareSeries(y, checked)
  const { series, known, seasonLength, context, demand, seldom, candidates, factorsAhead, amountsAhead } = prepared
  const needed = Math.min(...candidates.map((name) => MODELS[name].minimumLength(seasonLength)))
  const plan = planFolds(series.length, h, needed)
  const asked = { seasonLength, context, nonNegative, seldom, stock }
  const choice = plan && chooseModel(series, known, candidates, { ...asked, plan })
  if (plan === undefined || choice === undefined) {
    return declined('history-too-short', { needed: needed + FEWEST_JUDGED, got: observed })
  }
  const firstOrigin = plan.origins[0] as number

  const model = MODELS[choice.model]
  const fit = model.fit(series, seasonLength, context)
  const floor = nonNegative ? 0 : Number.NEGATIVE_INFINITY
  const ordinary = model.predict(fit, h).map((value) => Math.max(floor, value))
  const early = series.subarray(0, firstOrigin).filter((_, t) => known[t] === 1)
  const spread = spreadOf(
    { ...choice, periods: series.length - firstOrigin },
    early,
    { ordinary, factors: factorsAhead, claimed: model.sigma?.(fit, h) },
    { steady: demand === 'smooth', floored: nonNegative },
  )
  const mean = Array.from(ordinary, (value, k) =>
    Math.max(floor, value * (factorsAhead[k] as number) + (amountsAhead[k] as number)),
  )
  const made: Forecast = {
    kind: 'forecast',
    engine: 'forecast',
    version: VERSION,
    seed,
    model: choice.model,
    demand,
    fit,
    mean,
    ...intervals(mean, spread, level),
    spread,
    backtest: {
      folds: plan.origins.length,
      firstOrigin,
      horizon: plan.horizon,
      mase: choice.scores.find((score) => score.model === choice.model)?.mase ?? null,
      scores: choice.scores,
    },
    events: prepared.effects,
    regressors: prepared.regressors,
  }
  return { forecast: made, prepared }
}

/** Lower and upper ends per level: the band of one step, scaled to each period ahead. */
function intervals(
  mean: readonly number[],
  spread: ErrorSpread,
  level: readonly number[],
): Pick<Forecast, 'lo' | 'hi'> {
  const lo: Record<string, number[]> = {}
  const hi: Record<string, number[]> = {}
  const least = spread.floor ?? Number.NEGATIVE_INFINITY
  conformalBand(spread, level).forEach(({ below, above }, i) => {
    const edge = (by: number) => (value: number, k: number) => Math.max(least, value + by * (spread.scale[k] as number))
    lo[String(level[i])] = mean.map(edge(below))
    hi[String(level[i])] = mean.map(edge(above))
  })
  return { lo, hi }
}
