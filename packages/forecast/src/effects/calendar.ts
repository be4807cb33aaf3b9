// SPDX-License-Identifier: Apache-2.0
import { solvePositive } from '@resham/stats'
import type { CalendarEvent, EventEffect } from '../types.ts'

/** Effects, and the multiple of ordinary demand in each period of history and horizon; undefined when nothing moves. */
export type CalendarEffects = { readonly effects: readonly EventEffect[]; readonly factors: Float64Array | undefined }

/** Before any data, an event is thought to change demand by a factor within exp(+-0.5) two thirds of the time. */
const PRIOR_SPREAD = 0.5
const NO_PRIOR = { factor: 1, spread: PRIOR_SPREAD }
/** Two occurrences must lie this share of a season apart to be two seasons' evidence rather than one's. */
const APART = 0.75
const ROUNDS = 4

/**
 * Estimates what calendar events do to demand, as multiples.
 *
 * Ordinary demand is a moving level (and, from three seasons on, seasonal indices) made without the periods inside
 * events. The logarithms of the multiples are then fitted to what is left, by Poisson likelihood with the observed
 * dispersion, so that zeros are no obstacle; a normal prior draws them towards no effect, or towards what the event is
 * known to do elsewhere. Level and effects take turns.
 *
 * @param y     [t], with any value where not known.
 * @param known 1 where y is known, [t].
 * @returns     Factors of shape [t + h]. An event with fewer than two occurrences apart has `not-enough-history`, or
 *              where a prior is given `prior`: what is known elsewhere, as far as the one occurrence does not speak
 *              against it.
 * @source McCullagh and Nelder, Generalized Linear Models, 2nd ed., chapter 6 and section 9.2 (quasi-likelihood).
 */
export function estimateEffects(
  y: Float64Array,
  known: Uint8Array,
  events: readonly CalendarEvent[],
  seasonLength: number,
  h: number,
): CalendarEffects {
  if (events.length === 0) return { effects: [], factors: undefined }
  const multiplies = y.every((value) => value >= 0) && y.some((value) => value > 0)
  const occurrences = events.map((event) => occurrencesOf(event.exposure, known))
  const own = events.map((_, i) => farApart(occurrences[i] as number[], seasonLength))
  const usable = events.filter((event, i) => multiplies && (own[i] || event.prior !== undefined))
  const estimate = usable.length > 0 ? fitEffects(y, known, usable, seasonLength) : undefined
  const effects = events.map((event, i): EventEffect => {
    const found = (occurrences[i] as number[]).length
    const place = usable.indexOf(event)
    if (estimate === undefined || place < 0) {
      return {
        name: event.name,
        status: 'not-enough-history',
        occurrences: found,
        factor: 1,
        lowFactor: 1,
        highFactor: 1,
      }
    }
    const log = estimate.logs[place] as number
    const error = estimate.errors[place] as number
    return {
      name: event.name,
      status: own[i] ? 'estimated' : 'prior',
      occurrences: found,
      factor: Math.exp(log),
      lowFactor: Math.exp(log - error),
      highFactor: Math.exp(log + error),
    }
  })
  if (estimate === undefined) return { effects, factors: undefined }
  return { effects, factors: factorsOf(usable, touchedBy(usable, y.length + h), estimate.logs) }
}

/** First periods of the runs of exposure that the known history holds. */
function occurrencesOf(exposure: readonly number[], known: Uint8Array): number[] {
  const starts: number[] = []
  let inside = false
  for (let t = 0; t < known.length; t++) {
    const exposed = (exposure[t] as number) > 0
    if (!exposed) inside = false
    else if (!inside && known[t] === 1) {
      starts.push(t)
      inside = true
    }
  }
  return starts
}

function farApart(starts: readonly number[], seasonLength: number): boolean {
  if (starts.length < 2) return false
  return (starts[starts.length - 1] as number) - (starts[0] as number) >= APART * seasonLength
}

/** The multiple of ordinary demand in each period: 1 wherever no event touches. */
function factorsOf(events: readonly CalendarEvent[], touched: Touched, logs: readonly number[]): Float64Array {
  return Float64Array.from(touched, (here, t) => {
    let log = 0
    for (const i of here) log += (logs[i] as number) * (events[i]?.exposure[t] as number)
    return log === 0 ? 1 : Math.exp(log)
  })
}

/** For each period, the positions of the events that touch it: the many periods that none touches cost nothing. */
type Touched = readonly (readonly number[])[]

function touchedBy(events: readonly CalendarEvent[], length: number): Touched {
  return Array.from({ length }, (_, t) =>
    events.flatMap((event, i) => ((event.exposure[t] as number) === 0 ? [] : [i])),
  )
}

type Estimate = { readonly logs: readonly number[]; readonly errors: readonly number[] }

function fitEffects(
  y: Float64Array,
  known: Uint8Array,
  events: readonly CalendarEvent[],
  seasonLength: number,
): Estimate {
  const n = y.length
  const weights = Float64Array.from({ length: n }, (_, t) => {
    let exposed = 0
    for (const event of events) exposed = Math.max(exposed, event.exposure[t] as number)
    // Never quite zero: where events cover everything around, the adjusted value still carries the level.
    return known[t] === 1 ? 1 - 0.98 * exposed : 0
  })
  const touched = touchedBy(events, n)
  const priors = events.map(({ prior = NO_PRIOR }) => ({ log: Math.log(prior.factor), spread: prior.spread }))
  let estimate: Estimate = { logs: priors.map(({ log }) => log), errors: priors.map(({ spread }) => spread) }
  for (let round = 0; round < ROUNDS; round++) {
    const factors = factorsOf(events, touched, estimate.logs)
    const adjusted = y.map((value, t) => value / (factors[t] as number))
    const base = ordinaryDemand(adjusted, weights, seasonLength)
    estimate = quasiPoisson({ y, known, base, events, touched, priors }, estimate, round === ROUNDS - 1)
  }
  return estimate
}

/**
 * Level by moving average, times seasonal indices where three seasons are known.
 *
 * @param weights How much say each value has, [t], 0 to 1.
 */
export function ordinaryDemand(y: Float64Array, weights: Float64Array, seasonLength: number): Float64Array {
  const n = y.length
  const withSeason = seasonLength > 1 && n >= 3 * seasonLength
  const indices = new Float64Array(withSeason ? seasonLength : 1).fill(1)
  let out = movingLevel(y, weights, Math.max(4, Math.round(seasonLength / 4)))
  if (!withSeason) return out
  // Indices against a level that spans the season, then the level again on what is left.
  const wide = movingLevel(y, weights, Math.ceil(seasonLength / 2))
  for (let place = 0; place < seasonLength; place++) {
    let sold = 0
    let expected = 0
    let prior = 0
    for (let t = place; t < n; t += seasonLength) {
      const weight = weights[t] as number
      sold += weight * (y[t] as number)
      expected += weight * (wide[t] as number)
      prior = Math.max(prior, wide[t] as number)
    }
    // Half a season's worth of "nothing special" keeps one odd year from becoming the season.
    indices[place] = expected + prior > 0 ? (sold + prior / 2) / (expected + prior / 2) : 1
  }
  const flat = y.map((value, t) => value / (indices[t % seasonLength] as number))
  out = movingLevel(flat, weights, Math.max(4, Math.round(seasonLength / 4)))
  return out.map((level, t) => level * (indices[t % seasonLength] as number))
}

/** Weighted mean of the values within `reach` periods of each. */
export function movingLevel(y: Float64Array, weights: Float64Array, reach: number): Float64Array {
  const n = y.length
  const out = new Float64Array(n)
  for (let t = 0; t < n; t++) {
    let total = 0
    let mass = 1e-12
    for (let i = Math.max(0, t - reach); i <= Math.min(n - 1, t + reach); i++) {
      total += (weights[i] as number) * (y[i] as number)
      mass += weights[i] as number
    }
    out[t] = total / mass
  }
  return out
}

const STEPS = 6
/** A step that moves every logarithm by less has arrived. */
const ARRIVED = 1e-4

/** All that the likelihood looks at. */
type Setting = {
  readonly y: Float64Array
  readonly known: Uint8Array
  readonly base: Float64Array
  readonly events: readonly CalendarEvent[]
  readonly touched: Touched
  readonly priors: readonly { readonly log: number; readonly spread: number }[]
}

/** Newton's method on the penalised quasi-likelihood; the logarithm of the expected value is that of the base plus effects. */
function quasiPoisson(setting: Setting, start: Estimate, wantErrors: boolean): Estimate {
  const { base } = setting
  let typical = 0
  for (const level of base) typical += level / base.length
  let logs = [...start.logs]
  let errors = [...start.errors]
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature, dispersion } = slopes(setting, logs, typical)
    const move = solvePositive(curvature, gradient)
    if (move === undefined) break
    // A step of more than a factor e is a sign of a far start: take it in parts.
    logs = logs.map((log, i) => log + Math.max(-1, Math.min(1, move[i] as number)))
    const arrived = move.every((part) => Math.abs(part) < ARRIVED)
    if (wantErrors && (arrived || step === STEPS - 1)) errors = errorsOf(curvature, dispersion)
    if (arrived) break
  }
  return { logs, errors }
}

function slopes(
  { y, known, base, events, touched, priors }: Setting,
  logs: readonly number[],
  typical: number,
): { gradient: number[]; curvature: number[][]; dispersion: number } {
  const k = events.length
  const least = 1e-6 * typical
  const factors = factorsOf(events, touched, logs)
  const gradient = new Array<number>(k).fill(0)
  const curvature = events.map(() => new Array<number>(k).fill(0))
  let pearson = 0
  let periods = 0
  for (let t = 0; t < y.length; t++) {
    if (known[t] !== 1) continue
    const expected = Math.max(least, base[t] as number) * (factors[t] as number)
    const gap = (y[t] as number) - expected
    pearson += (gap * gap) / expected
    periods += 1
    const here = touched[t] ?? []
    for (const i of here) {
      const xi = events[i]?.exposure[t] as number
      gradient[i] = (gradient[i] as number) + xi * gap
      const row = curvature[i] as number[]
      for (const j of here) row[j] = (row[j] as number) + xi * (events[j]?.exposure[t] as number) * expected
    }
  }
  const dispersion = Math.max(pearson / Math.max(1, periods - k), 1e-9 * typical)
  priors.forEach(({ log, spread }, i) => {
    const penalty = dispersion / spread ** 2
    gradient[i] = (gradient[i] as number) - penalty * ((logs[i] as number) - log)
    const row = curvature[i] as number[]
    row[i] = (row[i] as number) + penalty
  })
  return { gradient, curvature, dispersion }
}

/** Standard errors, from the inverse of the curvature: one solution a row, so it is asked for once. */
function errorsOf(curvature: readonly (readonly number[])[], dispersion: number): number[] {
  return curvature.map((_, i) => {
    const unit = curvature.map((__, j) => (i === j ? 1 : 0))
    return Math.sqrt(dispersion * (solvePositive(curvature as number[][], unit)?.[i] ?? 0))
  })
}
