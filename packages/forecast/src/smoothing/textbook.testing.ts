// SPDX-License-Identifier: Apache-2.0
import { growsByFactor, type SmoothingForm } from './form.ts'
import type { States } from './start.ts'

/** Smoothing parameters as the book writes them: each a weight between the new value and the old. */
export type Weights = { alpha: number; betaStar: number; gammaStar: number; phi: number }

/**
 * The slow obvious twin: the component form of the recursions, as weighted means of new and old, one line each.
 *
 * @source Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd ed., table 8.6, with the season's
 *         weight on what the level before the value leaves of it (Hyndman et al., 2008, section 2.3).
 */
export function textbook(
  y: readonly number[],
  form: SmoothingForm,
  { alpha, betaStar, gammaStar, phi }: Weights,
  start: States,
): { means: number[]; states: States } {
  let { level, trend } = start
  const season = Float64Array.from(start.season)
  const m = season.length
  const gamma = (1 - alpha) * gammaStar
  const means = y.map((value, t) => {
    const growth = growsByFactor(form) ? trend ** phi : phi * trend
    const base = growsByFactor(form) ? level * growth : level + growth
    const index = season[t % m] ?? 0
    const before = level
    if (form.season === 'none') level = alpha * value + (1 - alpha) * base
    if (form.season === 'additive') level = alpha * (value - index) + (1 - alpha) * base
    if (form.season === 'multiplicative') level = alpha * (value / index) + (1 - alpha) * base
    if (form.trend !== 'none') {
      const seen = growsByFactor(form) ? level / before : level - before
      trend = betaStar * seen + (1 - betaStar) * growth
    }
    if (form.season === 'additive') season[t % m] = gamma * (value - base) + (1 - gamma) * index
    if (form.season === 'multiplicative') season[t % m] = gamma * (value / base) + (1 - gamma) * index
    return form.season === 'multiplicative' ? base * index : base + index
  })
  return { means, states: { level, trend, season } }
}

/** -2 log likelihood, from normal densities one by one, with the variance that makes them largest. */
export function slowDeviance(y: readonly number[], means: readonly number[], relative: boolean): number {
  const errors = y.map((value, t) => (relative ? value / (means[t] as number) - 1 : value - (means[t] as number)))
  const variance = errors.reduce((total, e) => total + e * e, 0) / y.length
  const logs = errors.map((e, t) => {
    const scale = relative ? Math.log(means[t] as number) : 0
    return -0.5 * Math.log(2 * Math.PI * variance) - (e * e) / (2 * variance) - scale
  })
  return -2 * logs.reduce((total, value) => total + value, 0)
}
