// SPDX-License-Identifier: Apache-2.0
import { minimiseSquares } from '@resham/stats'
import { type ArmaProblem, armaProblem, type Objective, type Stationary } from './objective.ts'
import { type Coefficients, lagCount, type Order } from './order.ts'
import { rootsBeyond } from './partial.ts'

/** An order with its numbers found. */
export type Estimate = {
  readonly order: Order
  readonly objective: Objective
  readonly free: Float64Array
  readonly coefficients: Coefficients
  /** Expanded lag coefficients, [r] each. */
  readonly phi: Float64Array
  readonly theta: Float64Array
  readonly beta: Float64Array
  /** Sum of squared errors, each over its variance factor. */
  readonly squares: number
  /** Of the Gaussian likelihood; with `css`, of the conditional one. */
  readonly logLikelihood: number
  /** Numbers estimated, the error variance among them. */
  readonly parameters: number
  /** Values whose errors count: all, less those that `css` takes as given. */
  readonly used: number
  readonly aicc: number
}

// A candidate need only be told from the next: three steps from a good start come within some 0.3 of its criterion.
const SEARCH = { steps: 3, tolerance: 3e-3 }
const FINAL = { steps: 60, tolerance: 1e-12 }
// tanh 5 is 0.9999: further out a search only runs after a unit root.
const EDGE = 5

/**
 * Finds the numbers of one order.
 *
 * @param start  Free numbers to begin at, [p + q + P + Q].
 * @param effort How precisely: `search` to compare orders, `final` to the last useful digit.
 */
export function estimate(
  data: Stationary,
  order: Order,
  seasonLength: number,
  objective: Objective,
  start: Float64Array,
  effort: 'search' | 'final',
): Estimate {
  const problem = armaProblem(data, order, seasonLength, objective)
  const n = data.w.length
  const bounds = effort === 'final' ? FINAL : SEARCH
  const found = minimiseSquares(problem.residuals, start, n, { ...bounds, edge: EDGE })
  // The problem remembers its last evaluation, which need not be the best.
  problem.residuals(found.x, new Float64Array(n))
  return summarise(problem, order, objective, found.x, data)
}

function summarise(
  problem: ArmaProblem,
  order: Order,
  objective: Objective,
  free: Float64Array,
  data: Stationary,
): Estimate {
  const n = data.w.length
  const { logs } = problem.last
  // The series is of size 1: errors below this are rounding, and no order is better for having less of it.
  const squares = Math.max(problem.last.squares, n * 1e-24)
  const used = n - problem.given
  const parameters = lagCount(order) + data.columns.length + 1
  const logLikelihood = -0.5 * (n * (Math.log((2 * Math.PI * squares) / used) + 1) + logs)
  const left = n - parameters - 1
  const aicc =
    left > 0
      ? -2 * logLikelihood + 2 * parameters + (2 * parameters * (parameters + 1)) / left
      : Number.POSITIVE_INFINITY
  return {
    order,
    objective,
    free,
    coefficients: problem.coefficients,
    phi: problem.phi,
    theta: problem.theta,
    beta: problem.beta,
    squares,
    logLikelihood,
    parameters,
    used,
    aicc,
  }
}

/** Roots nearer to the unit circle than this are taken for a sign of a wrong order. Hyndman and Khandakar use 1.01. */
const MARGIN = 1.01

/** Whether no root of the four polynomials, taken per period, is nearly on the unit circle. */
export function clearOfUnitRoots({ coefficients }: Estimate, seasonLength: number): boolean {
  const season = MARGIN ** seasonLength
  const { ar, ma, seasonalAr, seasonalMa } = coefficients
  const opposite = (values: Float64Array) => values.map((value) => -value)
  return (
    rootsBeyond(ar, MARGIN) &&
    rootsBeyond(opposite(ma), MARGIN) &&
    rootsBeyond(seasonalAr, season) &&
    rootsBeyond(opposite(seasonalMa), season)
  )
}
