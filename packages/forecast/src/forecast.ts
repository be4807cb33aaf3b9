// SPDX-License-Identifier: Apache-2.0
import { declined } from '@resham/base'
import { candidatesFor, chooseModel } from './choice.ts'
import { classifyDemand } from './demand/classify.ts'
import { checkOptions } from './door.ts'
import { estimateEffects } from './effects/calendar.ts'
import { planFolds } from './evaluate/folds.ts'
import { conformalBand, spreadOf } from './intervals/conformal.ts'
import { MODELS } from './models/registry.ts'
import type { ForecastOptions, ForecastResult, ModelName } from './types.ts'
import { dropUnknown, fillUnknown } from './unknown-periods.ts'
import { VERSION } from './version.ts'

/** Known periods below which nothing is said: three to learn from and three to be judged by. */
export const MINIMUM_HISTORY = 6

/** Models that look only at the values and not at their place in the season. */
const WITHOUT_PLACE: readonly ModelName[] = ['tsb', 'sba', 'croston', 'window-average', 'simple-smoothing', 'naive']

/**
 * Forecasts one series, with intervals, by the model that forecast its own past best.
 *
 * @param y       Values per period, [t], oldest first, no gaps, finite. Leading zeros from before the item existed
 *                should be cut off first: they are taken for a time without demand.
 * @param options See ForecastOptions.
 * @returns       A Forecast of shape [h], or a Declined: `history-too-short` with how many known periods are needed.
 * @throws        What checkOptions throws: forecast.horizon-invalid, forecast.value-not-finite, ...
 * @source        Each model's file; the choice: choice.ts; intervals: intervals/conformal.ts.
 */
export function forecast(y: readonly number[], options: ForecastOptions): ForecastResult {
  const { h, seasonLength, level, seed, models, events, nonNegative, known } = checkOptions(y, options)
  const observed = known.reduce((total, one) => total + one, 0)
  if (observed < MINIMUM_HISTORY) return declined('history-too-short', { needed: MINIMUM_HISTORY, got: observed })

  const values = Float64Array.from(y, (value, t) => (known[t] === 1 ? value : 0))
  const demand = classifyDemand(dropUnknown(values, known))
  const effects = estimateEffects(values, known, events, seasonLength, h)
  const candidates = models === 'auto' ? candidatesFor(demand, seasonLength) : models

  const ordinary = effects.factors ? values.map((value, t) => value / (effects.factors?.[t] as number)) : values
  const seldom = demand === 'intermittent' || demand === 'lumpy'
  const drop = seldom && candidates.every((name) => WITHOUT_PLACE.includes(name))
  const series = drop ? dropUnknown(ordinary, known) : fillUnknown(ordinary, known, seasonLength)
  const seriesKnown = drop ? new Uint8Array(series.length).fill(1) : known

  const plan = planFolds(series.length, h)
  const choice = chooseModel(series, seriesKnown, candidates, { seasonLength, plan, nonNegative, seldom })
  if (choice === undefined) {
    const shortest = Math.min(...candidates.map((name) => MODELS[name].minimumLength(seasonLength)))
    return declined('history-too-short', { needed: Math.max(MINIMUM_HISTORY, 2 * shortest), got: observed })
  }

  const model = MODELS[choice.model]
  const fit = model.fit(series, seasonLength)
  const ahead = model.predict(fit, h)
  const spread = spreadOf(choice.errors, choice.steps, series.length - (plan.origins[0] as number))
  const bands = conformalBand(spread, level)
  const floor = nonNegative ? 0 : Number.NEGATIVE_INFINITY
  const factorAt = (k: number): number => effects.factors?.[y.length + k] ?? 1
  const lo: Record<string, number[]> = {}
  const hi: Record<string, number[]> = {}
  const mean = Array.from(ahead, (value, k) => Math.max(floor, value) * factorAt(k))
  level.forEach((percent, i) => {
    const { below, above } = bands[i] as { below: number; above: number }
    const edge = (by: number) => (value: number, k: number) =>
      Math.max(floor, Math.max(floor, value) + by * (k + 1) ** spread.growth) * factorAt(k)
    lo[String(percent)] = Array.from(ahead, edge(below))
    hi[String(percent)] = Array.from(ahead, edge(above))
  })

  return {
    kind: 'forecast',
    engine: 'forecast',
    version: VERSION,
    seed,
    model: choice.model,
    demand,
    fit,
    mean,
    lo,
    hi,
    backtest: {
      folds: plan.origins.length,
      firstOrigin: plan.origins[0] as number,
      horizon: plan.horizon,
      mase: choice.scores.find((score) => score.model === choice.model)?.mase ?? null,
      scores: choice.scores,
    },
    events: effects.effects,
  }
}
