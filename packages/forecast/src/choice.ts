// SPDX-License-Identifier: Apache-2.0
import { joined } from './combination/of-models.ts'
import type { FoldPlan } from './evaluate/folds.ts'
import { naiveError, naiveSquaredError } from './evaluate/metrics.ts'
import { type Predictions, predictPast } from './evaluate/rolling-origin.ts'
import { pastStockCosts } from './evaluate/stock-cost.ts'
import { MODELS } from './models/registry.ts'
import type { DemandClass, FitContext, ModelName, ModelScore, StockCosts } from './types.ts'

/** Who competes for regular, steady demand, the favourite first. The smoothing forms compete within ets. */
const STEADY: readonly ModelName[] = ['combination', 'window-average', 'naive']
/** Who competes for regular, uneven demand. */
const UNEVEN: readonly ModelName[] = ['demand-combination', 'tsb', 'window-average']
/** Who competes for demand that is seldom: models that forecast a rate. */
const SELDOM: readonly ModelName[] = ['demand-combination', 'tsb', 'sba', 'window-average']
/** Who joins them where regular demand may have a season. */
const SEASONAL: readonly ModelName[] = ['seasonal-naive', 'seasonal-window-average']
/** Who competes first where seasons are long or several, the favourite first. */
const LONG: readonly ModelName[] = ['seasonal-median', 'ar', 'mstl']
/** From here on a season is long: its shape has too many places for a smoothing of each. */
const LONG_SEASON = 24

/**
 * The models that suit a kind of demand, the favourite first.
 *
 * @param n        Length of the series.
 * @param seasons  Season lengths, ascending, at least one.
 * @param shown    Whether the series shows a season or a course: then uneven sizes may be these', and a favourite
 *                 without would miss them.
 */
export function candidatesFor(
  demand: DemandClass,
  n: number,
  seasons: readonly number[],
  shown: { readonly season: boolean; readonly course: boolean },
): readonly ModelName[] {
  if (demand === 'none') return ['window-average']
  const [shortest = 1] = seasons
  // Four seasons, so that two are left before the first origin of a backtest.
  const long = n >= 4 * shortest
  // A shop that is closed at night sells seldom by the hour, and yet by the clock.
  if (long && seasons.length > 1 && (demand === 'smooth' || shown.season)) return [...LONG, ...SEASONAL, 'theta']
  if (demand === 'intermittent' || demand === 'lumpy') return SELDOM
  const regular = demand === 'smooth' || shown.season || shown.course ? STEADY : UNEVEN
  if (long && shortest >= LONG_SEASON) return [...LONG, ...regular, ...SEASONAL]
  return shortest > 1 ? [...regular, ...SEASONAL] : regular
}

/** A contest decided: the winner, the errors it made, and how all did. */
export type Choice = {
  readonly model: ModelName
  /** Errors (actual less forecast) of the winner, one a pair of origin and step, where the truth is known. */
  readonly errors: Float64Array
  /** What the winner had said, beside each error. */
  readonly said: Float64Array
  /** Steps ahead of those errors, 1 to h. */
  readonly steps: Int32Array
  /**
   * How much larger the errors probably are than they look, at least 1. A rival that beats the favourite was picked for
   * its small errors, so they flatter it: the truth is taken to lie half-way, in logarithms, to the favourite's.
   */
  readonly optimism: number
  readonly scores: readonly ModelScore[]
}

/**
 * How much better than the favourite a model must be to be preferred: a share of 1 / root(periods judged), where folds
 * overlap and so make the periods worth fewer: by the root of the horizon, as in intervals/conformal. A short backtest
 * is noisy, and the best of several noisy scores is mostly the luckiest.
 */
const CAUTION = 2
/** The handicap of a rival at most: the shortest backtests would let none win. */
const MOST_HANDICAP = 0.7
/** The same for repeating the last value: it has learnt nothing from the series, so less of its score is luck. */
const NAIVE_CAUTION = 0.8
/** A favourite that did worse than this many times the winner was not in the race. */
const MOST_OPTIMISM = 4

/**
 * Chooses by backtest.
 *
 * Regular demand is scored by mean absolute error, seldom demand by root mean squared error, whose best answer is the
 * expected value and not zero. With stock costs it is scored by those (evaluate/stock-cost.ts), where the past is long
 * enough to play them for all.
 *
 * @returns undefined when no candidate can be fitted before the first origin.
 */
export function chooseModel(
  y: Float64Array,
  known: Uint8Array,
  candidates: readonly ModelName[],
  options: {
    seasonLength: number
    context: FitContext
    plan: FoldPlan
    nonNegative: boolean
    seldom: boolean
    stock?: StockCosts | undefined
  },
): Choice | undefined {
  const { seasonLength, context, plan, nonNegative, seldom, stock } = options
  const said = new Map<ModelName, Predictions>()
  for (const name of withMembers(candidates)) {
    const { joins } = MODELS[name]
    const parts = joins?.members.map((member) => said.get(member)).filter((part) => part !== undefined) ?? []
    const predictions =
      joins && parts.length > 0 ? joined(joins.by, parts) : predictPast(MODELS[name], y, seasonLength, plan, context)
    if (predictions) said.set(name, predictions)
  }

  const first = plan.origins[0] as number
  const costs = stock && pastStockCosts(y, [...said.keys()], { seasonLength, context, first, stock })
  const history = y.subarray(0, first)
  const lag = first > seasonLength ? seasonLength : 1
  const scale = naiveError(history, lag)
  const squareScale = naiveSquaredError(history, lag)
  const pairs = knownPairs(y.length, known, plan)
  const judged = Math.sqrt((y.length - first) / Math.sqrt(plan.horizon))
  const handicap = Math.min(MOST_HANDICAP, CAUTION / judged)
  // Relative to the favourite, whose score is lowered by the full handicap.
  const ease = (1 - handicap) / (1 - Math.min(handicap, NAIVE_CAUTION / judged))
  let winner: { score: ModelScore; errors: Float64Array; missed: number } | undefined
  let favourite: number | undefined
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
    const cost = costs?.get(name)
    const size = seldom ? Math.sqrt(squares) : absolute
    if (name === candidates[0]) favourite = size
    const score: ModelScore = {
      model: name,
      mase: scale > 0 ? absolute / scale : null,
      rmsse: squareScale > 0 ? Math.sqrt(squares / squareScale) : null,
      ...(stock ? { cost: cost ?? null } : {}),
      score: (cost ?? size) * (name === candidates[0] ? 1 - handicap : name === 'naive' ? ease : 1),
    }
    scores.push(score)
    if (winner === undefined || score.score < winner.score.score) winner = { score, errors, missed: size }
  }
  if (winner === undefined) return undefined
  scores.sort((a, b) => a.score - b.score)
  const { errors, missed } = winner
  const forecasts = errors.map((error, i) => (y[pairs.targets[i] as number] as number) - error)
  const optimism = missed > 0 ? Math.sqrt(Math.min(MOST_OPTIMISM, Math.max(1, (favourite ?? missed) / missed))) : 1
  return { model: winner.score.model, errors, said: forecasts, steps: pairs.steps, optimism, scores }
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

/** The candidates with the members of those that join others, members first, so that no model is fitted twice. */
function withMembers(candidates: readonly ModelName[]): readonly ModelName[] {
  const members = candidates.flatMap((name) => MODELS[name].joins?.members ?? [])
  return [...new Set([...members, ...candidates])].sort((a, b) => Number(joinsOthers(a)) - Number(joinsOthers(b)))
}

function joinsOthers(name: ModelName): boolean {
  return MODELS[name].joins !== undefined
}
