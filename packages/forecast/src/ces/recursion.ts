// SPDX-License-Identifier: Apache-2.0

/** Where the season comes in: not at all, instead of the level, added to it, or added as a second complex number. */
export type CesSeason = 'none' | 'simple' | 'partial' | 'full'

/**
 * Smoothing of the level and its partner (alpha0 + i alpha1) and of the season (beta0 + i beta1; beta0 alone where the
 * season is partial; unused where there is none, or a simple one).
 */
export type CesParameters = {
  readonly alpha0: number
  readonly alpha1: number
  readonly beta0: number
  readonly beta1: number
}

/**
 * Where the recursion stands. Each number has a partner, the imaginary part, that gathers what the errors have in
 * common: it is what makes the level rise or fall without a trend of its own.
 *
 * `places` and `partners` hold the season, [m], index t mod m; empty where there is none, and without partners where
 * it is partial.
 */
export type CesState = {
  level: number
  partner: number
  readonly places: Float64Array
  readonly partners: Float64Array
}

/**
 * Moves a state on over values, in place; the first stands at time `from`, the next at `from + step`.
 *
 * @param step 1, or -1 to go back in time over the values from the last to the first.
 * @returns Sum of squared errors.
 * @source Svetunkov, Kourentzes and Ord, "Complex exponential smoothing", Naval Research Logistics 69, 2022: the state
 *         space forms, written out in real numbers.
 */
export function passCes(
  y: Float64Array,
  state: CesState,
  season: CesSeason,
  p: CesParameters,
  from: number,
  step: 1 | -1,
): number {
  if (season === 'none') return passNone(y, state, p, step)
  if (season === 'simple') return passSimple(y, state, p, from, step)
  return passBoth(y, state, season === 'full', p, from, step)
}

function passNone(y: Float64Array, state: CesState, { alpha0, alpha1 }: CesParameters, step: 1 | -1): number {
  const n = y.length
  const real = alpha0 - alpha1
  const imaginary = alpha0 + alpha1
  let { level, partner } = state
  let sse = 0
  for (let i = 0, t = step > 0 ? 0 : n - 1; i < n; i++, t += step) {
    const e = (y[t] as number) - level
    sse += e * e
    const next = level - (1 - alpha1) * partner + real * e
    partner = level + (1 - alpha0) * partner + imaginary * e
    level = next
  }
  state.level = level
  state.partner = partner
  return sse
}

function passSimple(y: Float64Array, state: CesState, p: CesParameters, from: number, step: 1 | -1): number {
  const n = y.length
  const { places, partners } = state
  const m = places.length
  const real = p.alpha0 - p.alpha1
  const imaginary = p.alpha0 + p.alpha1
  let sse = 0
  let place = from % m
  for (let i = 0, t = step > 0 ? 0 : n - 1; i < n; i++, t += step) {
    const level = places[place] as number
    const partner = partners[place] as number
    const e = (y[t] as number) - level
    sse += e * e
    places[place] = level - (1 - p.alpha1) * partner + real * e
    partners[place] = level + (1 - p.alpha0) * partner + imaginary * e
    place += step
    if (place === m) place = 0
    else if (place < 0) place = m - 1
  }
  return sse
}

function passBoth(
  y: Float64Array,
  state: CesState,
  full: boolean,
  p: CesParameters,
  from: number,
  step: 1 | -1,
): number {
  const n = y.length
  const { places, partners } = state
  const m = places.length
  const real = p.alpha0 - p.alpha1
  const imaginary = p.alpha0 + p.alpha1
  let { level, partner } = state
  let sse = 0
  let place = from % m
  for (let i = 0, t = step > 0 ? 0 : n - 1; i < n; i++, t += step) {
    const index = places[place] as number
    const e = (y[t] as number) - level - index
    sse += e * e
    const next = level - (1 - p.alpha1) * partner + real * e
    partner = level + (1 - p.alpha0) * partner + imaginary * e
    level = next
    if (full) {
      const indexPartner = partners[place] as number
      places[place] = index - (1 - p.beta1) * indexPartner + (p.beta0 - p.beta1) * e
      partners[place] = index + (1 - p.beta0) * indexPartner + (p.beta0 + p.beta1) * e
    } else {
      places[place] = index + p.beta0 * e
    }
    place += step
    if (place === m) place = 0
    else if (place < 0) place = m - 1
  }
  state.level = level
  state.partner = partner
  return sse
}

/**
 * One step of time in which nothing is seen, for all parts at once, in place: between going forth and going back over
 * a series the last state becomes the first.
 */
export function turnCes(state: CesState, season: CesSeason, p: CesParameters): void {
  const { level, places, partners } = state
  state.level = level - (1 - p.alpha1) * state.partner
  state.partner = level + (1 - p.alpha0) * state.partner
  const [of0, of1] = season === 'simple' ? [p.alpha0, p.alpha1] : [p.beta0, p.beta1]
  for (let i = 0; i < partners.length; i++) {
    const index = places[i] as number
    places[i] = index - (1 - of1) * (partners[i] as number)
    partners[i] = index + (1 - of0) * (partners[i] as number)
  }
}

/** Values ahead, [h]: the recursion without further errors, the first at time `from`. The state given is not changed. */
export function predictCes(
  given: CesState,
  season: CesSeason,
  p: CesParameters,
  from: number,
  h: number,
): Float64Array {
  const state = { ...given, places: given.places.slice(), partners: given.partners.slice() }
  const m = state.places.length
  const out = new Float64Array(h)
  const said = new Float64Array(1)
  for (let k = 0; k < h; k++) {
    const index = m > 0 ? (state.places[(from + k) % m] as number) : 0
    said[0] = season === 'simple' ? index : state.level + index
    out[k] = said[0]
    passCes(said, state, season, p, from + k, 1)
  }
  return out
}

/**
 * How the variance grows: variance of the error at each step ahead over that of one step, [h]; no step less than the
 * one before.
 *
 * @source Hyndman et al., Forecasting with Exponential Smoothing (2008), chapter 6, for any linear recursion.
 */
export function growthOfVariance(m: number, season: CesSeason, p: CesParameters, h: number): Float64Array {
  const out = new Float64Array(h).fill(1)
  // What an error of 1 leaves behind it: the recursion from nothing, having seen a 1.
  const mark = { level: 0, partner: 0, places: new Float64Array(m), partners: new Float64Array(partnersOf(season, m)) }
  passCes(Float64Array.of(1), mark, season, p, 0, 1)
  const effects = predictCes(mark, season, p, 1, Math.max(0, h - 1))
  for (let k = 1; k < h; k++) out[k] = (out[k - 1] as number) + (effects[k - 1] as number) ** 2
  return out
}

/** How many places of the season have a partner. */
export function partnersOf(season: CesSeason, m: number): number {
  return season === 'simple' || season === 'full' ? m : 0
}
