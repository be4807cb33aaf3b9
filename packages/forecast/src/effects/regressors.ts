// SPDX-License-Identifier: Apache-2.0
import { solvePositive } from '@resham/stats'
import type { Regressor, RegressorEffect } from '../types.ts'
import { movingLevel, ordinaryDemand } from './calendar.ts'

/** Effects, and what the columns do in each period of history and horizon: multiples or amounts, or neither. */
export type RegressorEffects = {
  readonly effects: readonly RegressorEffect[]
  /** [t + h], 1 for the column at its mean. */
  readonly factors?: Float64Array
  /** [t + h], 0 for the column at its mean. */
  readonly amounts?: Float64Array
}

/** Known periods below which nothing is estimated. */
const FEWEST = 12
/**
 * Before any data, one standard deviation of a column is thought to change the logarithm of demand by no more than this
 * two thirds of the time (or, of a series with negative values, the series by this share of its own deviation).
 */
const PRIOR = 0.5
/** A column that moves less than this share of its size stands still. */
const STILL = 1e-9
/** How far outside the values seen a value ahead may count, as a share of their range. */
const OUTSIDE = 0.5
const STEPS = 8

/**
 * Estimates what columns do to a series.
 *
 * Both the series and each column are first freed of their level and season by the same smoothing, so that a column
 * that drifts is not paid for the drift of the series: what is left of one is regressed on what is left of the other.
 * Series without negative values by Poisson likelihood with the observed dispersion (multiples, zeros allowed), others by
 * least squares (amounts); a normal prior draws each effect towards none (ridge).
 *
 * What a column does slowly, over more than about half a season, stays in the level: it cannot be told from other slow
 * causes.
 *
 * @param y     [t], without calendar events, any value where not known.
 * @param known 1 where y is known.
 * @source Robinson, "Root-N-consistent semiparametric regression", Econometrica 56, 1988; ridge: Hoerl and Kennard,
 *         Technometrics 12, 1970; McCullagh and Nelder, Generalized Linear Models, 2nd ed., section 9.2.
 */
export function estimateRegressors(
  y: Float64Array,
  known: Uint8Array,
  X: readonly Regressor[],
  seasonLength: number,
  h: number,
): RegressorEffects {
  if (X.length === 0) return { effects: [] }
  const n = y.length
  const seen = y.filter((_, t) => known[t] === 1)
  const multiple = seen.every((value) => value >= 0) && seen.some((value) => value > 0)
  const kind = multiple ? 'multiple' : 'amount'
  const weights = Float64Array.from(known)
  const columns = X.map(({ values }) => prepared(Float64Array.from(values), weights, n, seasonLength))
  const usable = columns.filter(({ deviation }) => deviation > 0 && seen.length >= FEWEST)
  const base = multiple ? ordinaryDemand(y, weights, seasonLength) : courseOnly(y, weights, seasonLength)
  const found = effectsOf(y, known, base, usable, multiple)
  const effects = X.map(({ name }, i): RegressorEffect => {
    const place = usable.indexOf(columns[i] as Column)
    const { deviation } = columns[i] as Column
    if (found === undefined || place < 0) {
      return { name, status: 'not-enough-history', kind, perUnit: 0, error: 0 }
    }
    const [effect, error] = [found.effects[place] as number, found.errors[place] as number]
    return { name, status: 'estimated', kind, perUnit: effect / deviation, error: error / deviation }
  })
  if (found === undefined) return { effects }
  const sums = new Float64Array(n + h)
  usable.forEach(({ standard }, j) => {
    for (let t = 0; t < n + h; t++) {
      sums[t] = (sums[t] as number) + (found.effects[j] as number) * (standard[t] as number)
    }
  })
  return multiple ? { effects, factors: sums.map(Math.exp) } : { effects, amounts: sums }
}

/** A column in its own standard deviations, and what is left of it without level and season. */
type Column = { readonly standard: Float64Array; readonly left: Float64Array; readonly deviation: number }

function prepared(values: Float64Array, weights: Float64Array, n: number, seasonLength: number): Column {
  let mass = 0
  let centre = 0
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let t = 0; t < n; t++) {
    if (weights[t] === 0) continue
    mass += 1
    centre += values[t] as number
    low = Math.min(low, values[t] as number)
    high = Math.max(high, values[t] as number)
  }
  centre /= Math.max(1, mass)
  let squares = 0
  for (let t = 0; t < n; t++) squares += (weights[t] as number) * ((values[t] as number) - centre) ** 2
  const deviation = Math.sqrt(squares / Math.max(1, mass))
  const still = !(deviation > STILL * Math.max(Math.abs(low), Math.abs(high)))
  if (still) return { standard: new Float64Array(values.length), left: new Float64Array(n), deviation: 0 }
  const room = OUTSIDE * (high - low)
  const standard = values.map((value) => (Math.max(low - room, Math.min(high + room, value)) - centre) / deviation)
  return { standard, left: withoutCourse(standard.subarray(0, n), weights, seasonLength), deviation }
}

function courseOnly(y: Float64Array, weights: Float64Array, seasonLength: number): Float64Array {
  const left = withoutCourse(y, weights, seasonLength)
  return y.map((value, t) => value - (left[t] as number))
}

/** Less the moving level, and from three seasons on less the mean of each place in the season. */
function withoutCourse(y: Float64Array, weights: Float64Array, seasonLength: number): Float64Array {
  const n = y.length
  const level = movingLevel(y, weights, Math.max(4, Math.round(seasonLength / 4)))
  const left = y.map((value, t) => value - (level[t] as number))
  if (seasonLength < 2 || n < 3 * seasonLength) return left
  const means = new Float64Array(seasonLength)
  const masses = new Float64Array(seasonLength).fill(0.5)
  for (let t = 0; t < n; t++) {
    const place = t % seasonLength
    means[place] = (means[place] as number) + (weights[t] as number) * (left[t] as number)
    masses[place] = (masses[place] as number) + (weights[t] as number)
  }
  return left.map((value, t) => value - (means[t % seasonLength] as number) / (masses[t % seasonLength] as number))
}

/** Penalised likelihood in standard deviations of the columns: Newton's method, exact in one step for amounts. */
function effectsOf(
  y: Float64Array,
  known: Uint8Array,
  base: Float64Array,
  columns: readonly Column[],
  multiple: boolean,
): { effects: number[]; errors: number[] } | undefined {
  const k = columns.length
  if (k === 0) return undefined
  let effects = new Array<number>(k).fill(0)
  let errors: number[] = []
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature, dispersion } = slopes(y, known, base, columns, effects, multiple)
    const move = solvePositive(curvature, gradient)
    if (move === undefined) return errors.length > 0 ? { effects, errors } : undefined
    // In logarithms a step of more than a factor e is a sign of a far start: take it in parts.
    const most = multiple ? 1 : Number.POSITIVE_INFINITY
    effects = effects.map((effect, j) => effect + Math.max(-most, Math.min(most, move[j] as number)))
    errors = curvature.map((_, j) => {
      const unit = curvature.map((__, other) => (other === j ? 1 : 0))
      return Math.sqrt(dispersion * Math.max(0, solvePositive(curvature, unit)?.[j] ?? 0))
    })
    if (move.every((part) => Math.abs(part) < 1e-6)) break
  }
  return { effects, errors }
}

function slopes(
  y: Float64Array,
  known: Uint8Array,
  base: Float64Array,
  columns: readonly Column[],
  effects: readonly number[],
  multiple: boolean,
): { gradient: number[]; curvature: number[][]; dispersion: number } {
  const k = columns.length
  const typical = base.reduce((total, value) => total + Math.abs(value) / base.length, 0)
  const gradient = new Array<number>(k).fill(0)
  const curvature = columns.map(() => new Array<number>(k).fill(0))
  let misfit = 0
  let power = 0
  let periods = 0
  for (let t = 0; t < y.length; t++) {
    if (known[t] !== 1) continue
    let sum = 0
    for (let j = 0; j < k; j++) sum += (effects[j] as number) * (columns[j]?.left[t] as number)
    const expected = multiple
      ? Math.max(1e-6 * typical, base[t] as number) * Math.exp(Math.max(-20, Math.min(20, sum)))
      : (base[t] as number) + sum
    const gap = (y[t] as number) - expected
    const weight = multiple ? expected : 1
    misfit += (gap * gap) / weight
    power += ((y[t] as number) - (base[t] as number)) ** 2
    periods += 1
    for (let i = 0; i < k; i++) {
      const xi = columns[i]?.left[t] as number
      gradient[i] = (gradient[i] as number) + xi * gap
      const row = curvature[i] as number[]
      for (let j = 0; j < k; j++) row[j] = (row[j] as number) + xi * (columns[j]?.left[t] as number) * weight
    }
  }
  const prior = multiple ? PRIOR : PRIOR * Math.sqrt(power / Math.max(1, periods))
  const dispersion = Math.max(misfit / Math.max(1, periods - k), 1e-12 * Math.max(typical, power))
  const penalty = prior > 0 ? dispersion / prior ** 2 : 1
  for (let i = 0; i < k; i++) {
    gradient[i] = (gradient[i] as number) - penalty * (effects[i] as number)
    const row = curvature[i] as number[]
    row[i] = (row[i] as number) + penalty
  }
  return { gradient, curvature, dispersion }
}
