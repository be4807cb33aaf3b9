// SPDX-License-Identifier: Apache-2.0
import { growsByFactor, type SmoothingForm } from './form.ts'
import type { States } from './start.ts'

/** Smoothing parameters as the recursions use them; phi is 1 without damping. */
export type Smoothing = { readonly alpha: number; readonly beta: number; readonly gamma: number; readonly phi: number }

/** Parts that multiply are never let below this share of what they were: a bad value must not end a recursion. */
const LEAST_LEFT = 1e-3

/** Moves the states of a form over further values, in place. @param place Place in the season of the first value. */
export function moveStates(
  states: States,
  form: SmoothingForm,
  smoothing: Smoothing,
  values: Float64Array,
  place: number,
): void {
  const m = states.season.length
  for (let t = 0; t < values.length; t++) {
    moveOne(states, form, smoothing, values[t] as number, m > 0 ? (place + t) % m : 0)
  }
}

/**
 * Moves the states of a form over one value, in place: the recursions of the kernels, guarded, for values of any kind.
 *
 * @source Hyndman et al. (2008), tables 2.2 and 2.3, written in the error.
 */
export function moveOne(
  states: States,
  form: SmoothingForm,
  { alpha, beta, gamma, phi }: Smoothing,
  value: number,
  place: number,
): void {
  const { level, trend, season } = states
  const multiplies = form.season === 'multiplicative'
  const grows = growsByFactor(form)
  const growth = grows ? trend ** phi : phi * trend
  const base = grows ? level * growth : level + growth
  const index = season.length > 0 ? (season[place] as number) : multiplies ? 1 : 0
  const error = value - (multiplies ? base * index : base + index)
  const share = multiplies ? error / index : error
  const next = base + alpha * share
  states.level = grows ? Math.max(next, LEAST_LEFT * base) : next
  states.trend = grows ? Math.max(growth + (beta * share) / level, LEAST_LEFT * growth) : growth + beta * share
  if (season.length === 0) return
  // An index cannot be read off a base that is not above zero.
  if (!multiplies) season[place] = index + gamma * error
  else if (base > 0) season[place] = Math.max(index + (gamma * error) / base, LEAST_LEFT * index)
}

/**
 * The means that the states stand for, [h].
 *
 * @param place Place in the season of the first of them.
 */
export function meansAhead(states: States, form: SmoothingForm, phi: number, h: number, place: number): Float64Array {
  const { level, trend, season } = states
  const m = season.length
  const grows = growsByFactor(form)
  const out = new Float64Array(h)
  let steps = 0
  let power = 1
  for (let k = 0; k < h; k++) {
    power *= phi
    steps += power
    const base = grows ? level * trend ** steps : level + steps * trend
    const index = m > 0 ? (season[(place + k) % m] as number) : 0
    out[k] = m === 0 ? base : form.season === 'multiplicative' ? base * index : base + index
  }
  return out
}

/**
 * The same forecasts with a season that is centred: what its indices share goes to level and trend.
 *
 * @source Hyndman et al. (2008), section 8.1: the forms cannot tell one from the other.
 */
export function centred(states: States, form: SmoothingForm): States {
  const { level, trend, season } = states
  const m = season.length
  if (m === 0 || (growsByFactor(form) && form.season === 'additive')) return states
  let middle = 0
  for (const index of season) middle += index / m
  if (form.season === 'additive') return { level: level + middle, trend, season: season.map((index) => index - middle) }
  const moved = growsByFactor(form) ? trend : trend * middle
  return { level: level * middle, trend: moved, season: season.map((index) => index / middle) }
}
