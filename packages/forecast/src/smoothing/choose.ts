// SPDX-License-Identifier: Apache-2.0
import {
  type Criterion,
  countEstimated,
  criterionOf,
  growsByFactor,
  needsPositive,
  type SmoothingForm,
} from './form.ts'
import { kernelOf } from './kernels/kernel-of.ts'
import { Tape } from './kernels/tape.ts'
import { errorGrowth } from './leads.ts'
import { type Effort, type Found, searchForm } from './search.ts'
import type { Indices, States } from './start.ts'
import { centred, moveStates, type Smoothing } from './step.ts'
import { setTape } from './variables.ts'

/** A form fitted to a series, with what is needed to choose it and to go on from it. */
export type Candidate = {
  readonly form: SmoothingForm
  readonly smoothing: Smoothing
  readonly initial: States
  readonly last: States
  /** Variance of the one-step errors; of the relative ones where errors multiply. */
  readonly variance: number
  readonly aicc: number
  readonly aic: number
  readonly bic: number
  /** What the choice minimises. */
  readonly score: number
}

/** How forms are judged. */
export type Judgement = {
  readonly effort: Effort
  readonly criterion: Criterion
  /**
   * Weight of the errors further ahead: 0 for the criterion alone, as R's `ets`; at 1 the mean squared error over the
   * steps of a season takes the place of that of one step; at 1/2 their geometric mean does. On the hold-outs named in
   * search.ts a half forecasts better than none: MASE 1.577 against 1.632.
   */
  readonly ahead: number
}

/** Longest stretch of a series that is searched; further back it says little about the next periods. */
const LONGEST_SEARCHED = 2000

/** Whether a form can be fitted: two seasons, values above zero where parts multiply, room for the correction. */
function suits(y: Float64Array, m: number, form: SmoothingForm, positive: boolean): boolean {
  if (needsPositive(form) && !positive) return false
  if (form.season !== 'none' && (m < 2 || y.length < Math.max(2 * m, m + 6))) return false
  return form.trend === 'none' || y.length >= 5
}

/**
 * Fits each form that suits a series, best first.
 *
 * @param y Finite, at least one value.
 * @returns Index of the first value that was searched (a long series' far past is not), and the forms, at least one
 *          where A,N,N is among those asked for.
 */
export function candidatesOf(
  y: Float64Array,
  m: number,
  forms: readonly SmoothingForm[],
  judgement: Judgement,
): { from: number; candidates: Candidate[] } {
  const { from, series, scale } = prepare(y, m)
  const positive = series.every((value) => value > 0)
  const plain = new Tape(series, 0)
  let seasonal: Tape | undefined
  const squares = Math.max(1e-290, 1e-20 * series.reduce((total, value) => total + value * value, 0))
  const seen: Indices = {}
  const out: Candidate[] = []
  for (const form of forms) {
    if (!suits(series, m, form, positive)) continue
    const estimated = countEstimated(form, m)
    const room = criterionOf(judgement.criterion, 0, estimated, series.length) < Number.POSITIVE_INFINITY
    if (!room && out.length > 0) continue
    if (form.season !== 'none') seasonal ??= new Tape(series, m)
    const tape = form.season === 'none' ? plain : (seasonal as Tape)
    const smallest = form.error === 'multiplicative' ? 1e-20 * series.length : squares
    const found = searchForm(tape, form, judgement.effort, smallest, seen)
    const candidate = found && judge(tape, found, m, judgement, smallest, scale)
    if (candidate) out.push(candidate)
  }
  // A place shared stays with the form named first.
  return { from, candidates: out.sort((a, b) => (a.score < b.score ? -1 : a.score > b.score ? 1 : 0)) }
}

/** The stretch to search, in a unit that is a power of two: twice a series is then searched in the same steps. */
function prepare(y: Float64Array, m: number): { from: number; series: Float64Array; scale: number } {
  const length = Math.max(LONGEST_SEARCHED, 10 * m)
  const from = y.length <= length ? 0 : m * Math.ceil((y.length - length) / m)
  let size = 0
  for (let t = from; t < y.length; t++) size += Math.abs(y[t] as number) / (y.length - from)
  const scale = size > 0 ? 2 ** Math.floor(Math.log2(size)) : 1
  const series = new Float64Array(y.length - from)
  for (let t = 0; t < series.length; t++) series[t] = (y[from + t] as number) / scale
  return { from, series, scale }
}

/** What a search found, with its criteria and its last states; undefined where these have run away. */
function judge(
  tape: Tape,
  { form, shares, initial, deviance }: Found,
  m: number,
  { criterion, ahead }: Judgement,
  smallest: number,
  scale: number,
): Candidate | undefined {
  const { y } = tape
  const n = y.length
  const estimated = countEstimated(form, m)
  setTape(tape, shares, initial)
  kernelOf(form).forward(tape)
  const { alpha, beta, gamma, phi } = tape
  const smoothing = { alpha, beta, gamma, phi }
  const squares = squaredErrors(tape, form.error === 'multiplicative')
  const last: States = { ...initial, season: Float64Array.from(initial.season) }
  moveStates(last, form, smoothing, y, 0)
  if (hasRunAway(last, form, y)) return undefined
  const ownUnit = deviance + 2 * n * Math.log(scale)
  const growth = ahead > 0 ? errorGrowth(y, form, smoothing, initial, m, Math.max(smallest / n, 1e-290)) : 1
  return {
    form,
    smoothing,
    initial: inUnit(centred(initial, form), form, scale),
    last: inUnit(centred(last, form), form, scale),
    variance: (squares / Math.max(1, n - estimated + 1)) * (form.error === 'additive' ? scale * scale : 1),
    aicc: criterionOf('aicc', ownUnit, estimated, n),
    aic: criterionOf('aic', ownUnit, estimated, n),
    bic: criterionOf('bic', ownUnit, estimated, n),
    score: criterionOf(criterion, ownUnit, estimated, n) + ahead * n * Math.log(growth),
  }
}

function squaredErrors({ error, mean }: Tape, relative: boolean): number {
  let squares = 0
  for (let t = 0; t < error.length; t++) {
    squares += ((error[t] as number) / (relative ? (mean[t] as number) : 1)) ** 2
  }
  return squares
}

/** Indices near zero can feed on themselves; a level far outside the series says that they have. */
function hasRunAway({ level, trend, season }: States, form: SmoothingForm, y: Float64Array): boolean {
  let largest = 0
  for (const value of y) largest = Math.max(largest, Math.abs(value))
  if (!(Math.abs(level) <= 100 * largest && Math.abs(trend) <= 100 * largest + 100)) return true
  return form.season === 'multiplicative' && season.some((index) => !(index > 1e-4 && index < 1e4))
}

/** States in the unit of the series: parts that multiply have none. */
function inUnit({ level, trend, season }: States, form: SmoothingForm, scale: number): States {
  return {
    level: level * scale,
    trend: growsByFactor(form) ? trend : trend * scale,
    season: form.season === 'additive' ? season.map((index) => index * scale) : season,
  }
}
