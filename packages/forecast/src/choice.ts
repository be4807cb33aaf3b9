// SPDX-License-Identifier: Apache-2.0
import type { FoldPlan } from './evaluate/folds.ts'
import { naiveError, naiveSquaredError } from './evaluate/metrics.ts'
import { type Predictions, predictPast } from './evaluate/rolling-origin.ts'
import { MODELS } from './models/registry.ts'
import type { DemandClass, ModelName, ModelScore } from './types.ts'

/** Who competes for regular demand. The smoothing forms compete within ets. */
const REGULAR: readonly ModelName[] = ['combination', 'ets', 'theta', 'window-average', 'naive']
const SEASONAL: readonly ModelName[] = ['seasonal-naive', 'seasonal-window-average']
/** Who competes for demand that is seldom: only models that forecast a rate. */
const SELDOM: readonly ModelName[] = ['tsb', 'sba', 'window-average', 'simple-smoothing']

/** The models that suit a kind of demand; the first is taken where nothing can be compared. */
export function candidatesFor(demand: DemandClass, seasonLength: number): readonly ModelName[] {
  if (demand === 'none') return ['window-average']
  if (demand === 'intermittent' || demand === 'lumpy') return SELDOM
  return seasonLength > 1 ? [...REGULAR, ...SEASONAL] : REGULAR
}

/** A contest decided: the winner, the errors it made, and how all did. */
export type Choice = {
  readonly model: ModelName
  /** Errors (actual less forecast) of the winner, one a pair of origin and step, where the truth is known. */
  readonly errors: Float64Array
  /** Steps ahead of those errors, 1 to h. */
  readonly steps: Int32Array
  readonly scores: readonly ModelScore[]
}

/** A model must beat the first of the list by this share to be preferred to it: short backtests are noisy. */
const MARGIN = 0.05

/**
 * Chooses by backtest.
 *
 * Regular demand is scored by mean absolute error, seldom demand by root mean squared error, whose best answer is the
 * expected value and not zero.
 *
 * @returns undefined when no candidate can be fitted before the first origin.
 */
export function chooseModel(
  y: Float64Array,
  known: Uint8Array,
  candidates: readonly ModelName[],
  options: { seasonLength: number; plan: FoldPlan; nonNegative: boolean; seldom: boolean },
): Choice | undefined {
  const { seasonLength, plan, nonNegative, seldom } = options
  const said = new Map<ModelName, Predictions>()
  for (const name of candidates) {
    if (name === 'combination') continue
    const predictions = predictPast(MODELS[name], y, seasonLength, plan)
    if (predictions) said.set(name, predictions)
  }
  if (candidates.includes('combination')) {
    const predictions =
      meanOf(said, ['ets', 'theta', 'window-average']) ?? predictPast(MODELS.combination, y, seasonLength, plan)
    if (predictions) said.set('combination', predictions)
  }

  const first = plan.origins[0] as number
  const history = y.subarray(0, first)
  const lag = first > seasonLength ? seasonLength : 1
  const scale = naiveError(history, lag)
  const squareScale = naiveSquaredError(history, lag)
  const pairs = knownPairs(y.length, known, plan)
  let winner: { score: ModelScore; errors: Float64Array } | undefined
  const scores: ModelScore[] = []
  for (const name of candidates) {
    const predictions = said.get(name)
    if (!predictions) continue
    const errors = errorsOf(y, predictions, pairs, nonNegative)
    let absolute = 0
    let squares = 0
    for (const e of errors) {
      absolute += Math.abs(e) / errors.length
      squares += (e * e) / errors.length
    }
    const score: ModelScore = {
      model: name,
      mase: scale > 0 ? absolute / scale : null,
      rmsse: squareScale > 0 ? Math.sqrt(squares / squareScale) : null,
      score: (seldom ? Math.sqrt(squares) : absolute) * (scores.length === 0 ? 1 - MARGIN : 1),
    }
    scores.push(score)
    if (winner === undefined || score.score < winner.score.score) winner = { score, errors }
  }
  if (winner === undefined) return undefined
  scores.sort((a, b) => a.score - b.score)
  return { model: winner.score.model, errors: winner.errors, steps: pairs.steps, scores }
}

type Pairs = { readonly places: Int32Array; readonly targets: Int32Array; readonly steps: Int32Array }

/** Pairs of origin and step whose truth is known: place in the predictions, index of the truth, step ahead. */
function knownPairs(n: number, known: Uint8Array, plan: FoldPlan): Pairs {
  const places: number[] = []
  const targets: number[] = []
  const steps: number[] = []
  plan.origins.forEach((origin, fold) => {
    for (let k = 0; k < plan.horizon && origin + k < n; k++) {
      if (known[origin + k] !== 1) continue
      places.push(fold * plan.horizon + k)
      targets.push(origin + k)
      steps.push(k + 1)
    }
  })
  return { places: Int32Array.from(places), targets: Int32Array.from(targets), steps: Int32Array.from(steps) }
}

function errorsOf(y: Float64Array, predictions: Predictions, pairs: Pairs, nonNegative: boolean): Float64Array {
  const errors = new Float64Array(pairs.places.length)
  for (let i = 0; i < errors.length; i++) {
    const said = predictions[pairs.places[i] as number] as number
    errors[i] = (y[pairs.targets[i] as number] as number) - (nonNegative && said < 0 ? 0 : said)
  }
  return errors
}

/** Mean of what several models said, when all of them did. */
function meanOf(said: ReadonlyMap<ModelName, Predictions>, names: readonly ModelName[]): Predictions | undefined {
  const parts = names.map((name) => said.get(name))
  if (parts.some((part) => part === undefined)) return undefined
  const out = new Float64Array((parts[0] as Predictions).length)
  for (const part of parts as Predictions[]) {
    for (let i = 0; i < out.length; i++) out[i] = (out[i] as number) + (part[i] as number) / parts.length
  }
  return out
}
