// SPDX-License-Identifier: Apache-2.0
import { growsByFactor, type SmoothingForm } from './form.ts'
import type { States } from './start.ts'
import { moveOne, type Smoothing } from './step.ts'

/** Steps ahead over which forms are judged: a season, within these. */
const FEWEST = 4
const MOST = 12

/**
 * How much a form's squared error grows with the steps ahead, within the series: the mean over the steps up to one
 * season, over that of one step. A trend that should have died away shows here, where one-step errors hide it.
 *
 * @param initial  States before the first value; left as they are.
 * @param seasonLength Of the series, so that all forms are judged over the same steps.
 * @param smallest Mean square below which a fit is perfect to working precision.
 * @returns 1 where one-step and longer forecasts err alike.
 */
export function errorGrowth(
  y: Float64Array,
  form: SmoothingForm,
  smoothing: Smoothing,
  initial: States,
  seasonLength: number,
  smallest: number,
): number {
  const n = y.length
  const season = Float64Array.from(initial.season)
  const m = season.length
  const states: States = { level: initial.level, trend: initial.trend, season }
  const leads = Math.max(1, Math.min(MOST, n - 2, Math.max(FEWEST, seasonLength)))
  const grows = growsByFactor(form)
  const reach = reachOf(smoothing.phi, leads)
  const squares = new Float64Array(leads)
  let place = 0
  for (let t = 0; t < n; t++) {
    const last = Math.min(leads, n - t)
    if (grows) addGrown(y, t, last, states, form, reach, place, squares)
    else if (form.season === 'none') addLine(y, t, last, states.level, states.trend, reach, squares)
    else if (form.season === 'additive') addAdded(y, t, last, states, reach, place, squares)
    else addMultiplied(y, t, last, states, reach, place, squares)
    moveOne(states, form, smoothing, y[t] as number, place)
    place = place + 1 >= m ? 0 : place + 1
  }
  let total = 0
  for (let k = 0; k < leads; k++) total += (squares[k] as number) / (n - k) / leads
  return Math.max(total, smallest) / Math.max((squares[0] as number) / n, smallest)
}

/** Trends that a step ahead is made of: phi + phi^2 + ..., [leads]. */
function reachOf(phi: number, leads: number): Float64Array {
  const out = new Float64Array(leads)
  let power = 1
  let steps = 0
  for (let k = 0; k < leads; k++) {
    power *= phi
    steps += power
    out[k] = steps
  }
  return out
}

// Squared errors of the forecasts from one origin, added to those of the same step: one loop for each kind of season,
// since this is done for each form and each origin.

function addLine(
  y: Float64Array,
  origin: number,
  last: number,
  level: number,
  trend: number,
  reach: Float64Array,
  squares: Float64Array,
): void {
  for (let k = 0; k < last; k++) {
    const error = (y[origin + k] as number) - level - (reach[k] as number) * trend
    squares[k] = (squares[k] as number) + error * error
  }
}

function addAdded(
  y: Float64Array,
  origin: number,
  last: number,
  { level, trend, season }: States,
  reach: Float64Array,
  place: number,
  squares: Float64Array,
): void {
  const m = season.length
  let at = place
  for (let k = 0; k < last; k++) {
    const error = (y[origin + k] as number) - level - (reach[k] as number) * trend - (season[at] as number)
    squares[k] = (squares[k] as number) + error * error
    at = at + 1 === m ? 0 : at + 1
  }
}

function addMultiplied(
  y: Float64Array,
  origin: number,
  last: number,
  { level, trend, season }: States,
  reach: Float64Array,
  place: number,
  squares: Float64Array,
): void {
  const m = season.length
  let at = place
  for (let k = 0; k < last; k++) {
    const error = (y[origin + k] as number) - (level + (reach[k] as number) * trend) * (season[at] as number)
    squares[k] = (squares[k] as number) + error * error
    at = at + 1 === m ? 0 : at + 1
  }
}

function addGrown(
  y: Float64Array,
  origin: number,
  last: number,
  { level, trend, season }: States,
  form: SmoothingForm,
  reach: Float64Array,
  place: number,
  squares: Float64Array,
): void {
  const m = season.length
  for (let k = 0; k < last; k++) {
    const base = level * trend ** (reach[k] as number)
    const index = m > 0 ? (season[(place + k) % m] as number) : 0
    const said = m > 0 && form.season === 'multiplicative' ? base * index : base + index
    const error = (y[origin + k] as number) - said
    squares[k] = (squares[k] as number) + error * error
  }
}
