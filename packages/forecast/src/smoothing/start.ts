// SPDX-License-Identifier: Apache-2.0
import { lineThrough } from '@resham/stats'
import { seasonalIndices } from './decompose.ts'
import { growsByFactor, type SmoothingForm } from './form.ts'

/** Where a recursion begins: level and trend before the first value, index by place in the season, [m] or empty. */
export type States = { level: number; trend: number; season: Float64Array }

const NO_SEASON = new Float64Array(0)

/** Seasonal indices of one series by kind, worked out once for all forms: [m] each. */
export type Indices = { additive?: Float64Array; multiplicative?: Float64Array }

/**
 * Initial states before any search: the season by classical decomposition, level and trend by the straight line
 * through the first ten values or two seasons, adjusted for it.
 *
 * @param y    At least two seasons where the form has one; above zero where a part multiplies.
 * @param seen Indices already worked out for y; those found now are added.
 * @source Hyndman et al. (2008), section 2.6.1.
 */
export function startStates(y: Float64Array, m: number, form: SmoothingForm, seen: Indices): States {
  const season = indicesOf(y, m, form.season, seen)
  const multiplies = form.season === 'multiplicative'
  const first = Math.min(y.length, Math.max(10, 2 * season.length))
  const adjusted = new Float64Array(first)
  for (let t = 0; t < first; t++) {
    const value = y[t] as number
    const index = season.length > 0 ? (season[t % m] as number) : multiplies ? 1 : 0
    adjusted[t] = multiplies ? value / index : value - index
  }
  const line = lineThrough(adjusted)
  const centre = line.intercept + (line.slope * (first - 1)) / 2
  if (form.trend === 'none') return { level: centre, trend: 0, season }
  const level = line.intercept - line.slope
  if (growsByFactor(form)) {
    const start = level > 0 && line.intercept > 0 ? level : centre
    return { level: start, trend: start === level ? line.intercept / level : 1, season }
  }
  // A line below zero at the start cannot begin a recursion with parts that multiply.
  if ((multiplies || form.error === 'multiplicative') && !(level > 0 && line.intercept > 0)) {
    return { level: adjusted[0] as number, trend: 0, season }
  }
  return { level, trend: line.slope, season }
}

function indicesOf(y: Float64Array, m: number, kind: SmoothingForm['season'], seen: Indices): Float64Array {
  if (kind === 'none') return NO_SEASON
  seen[kind] ??= seasonalIndices(y, m, kind === 'multiplicative')
  return seen[kind]
}
