// SPDX-License-Identifier: Apache-2.0
import type { Minimum } from './nelder-mead.ts'

/**
 * What bounds a search: `steps` at most; the share of the value that the next step must promise to be worth taking;
 * the box [-edge, edge] of each number.
 */
export type SquaresOptions = { readonly steps?: number; readonly tolerance?: number; readonly edge?: number }

// Forward differences: half of the digits is the best step for a function known to all of them; a little more here,
// since a recursion over a long series loses some.
const DIFFERENCE = 1e-6
/** The longest step in any one number: the model of the valley is not to be trusted further. */
const REACH = 1.5
/** The share of the promised descent that a step must keep (Armijo's rule). */
const KEPT = 1e-4

/**
 * Minimum of a sum of squares of a few numbers, by BFGS with differences for derivatives.
 *
 * The first guess of the curvature is Gauss and Newton's, which makes the first step good; the updates then learn what
 * that guess leaves out where the residuals are large. It ends in the valley it began in.
 *
 * @param residuals Writes m residuals into `out` and returns the sum of their squares; +Infinity where there are none.
 *                  It must not keep the arrays it is given.
 * @param start     Shape [k], with finite residuals.
 * @param m         Number of residuals, at least 1.
 * @returns         x, the sum of squares there, and the evaluations used.
 * @source          Nocedal and Wright, Numerical Optimization, 2nd ed., section 6.1 and procedure 18.2 (damped update);
 *                  chapter 10 for the first curvature.
 */
export function minimiseSquares(
  residuals: (x: Float64Array, out: Float64Array) => number,
  start: ArrayLike<number>,
  m: number,
  options: SquaresOptions = {},
): Minimum {
  const { steps = 30, tolerance = 1e-9, edge = Number.POSITIVE_INFINITY } = options
  const k = start.length
  let x = Float64Array.from(start)
  let r = new Float64Array(m)
  let nextX = new Float64Array(k)
  let nextR = new Float64Array(m)
  let value = residuals(x, r)
  if (k === 0) return { x, value, evaluations: 1 }
  let evaluations = 1 + k
  const slopes = Array.from({ length: k }, () => new Float64Array(m))
  const curvature = new Float64Array(k * k)
  const lower = new Float64Array(k * k)
  let gradient = new Float64Array(k)
  let nextGradient = new Float64Array(k)
  const move = new Float64Array(k)
  const change = new Float64Array(k)

  const look = (at: Float64Array, here: Float64Array, g: Float64Array): void => {
    for (let i = 0; i < k; i++) {
      const was = at[i] as number
      // Towards 0, so that the difference never leaves the box.
      const by = was > 0 ? -DIFFERENCE : DIFFERENCE
      at[i] = was + by
      const slope = slopes[i] as Float64Array
      residuals(at, slope)
      at[i] = was
      let along = 0
      for (let t = 0; t < m; t++) {
        const rise = ((slope[t] as number) - (here[t] as number)) / by
        slope[t] = rise
        along += rise * (here[t] as number)
      }
      g[i] = along
    }
  }

  look(x, r, gradient)
  gaussNewton(slopes, curvature)
  let fresh = true
  for (let step = 0; step < steps && value > 0; step++) {
    solve(curvature, gradient, lower, move)
    let longest = 1
    for (let i = 0; i < k; i++) longest = Math.max(longest, Math.abs(move[i] as number) / REACH)
    let slope = 0
    for (let i = 0; i < k; i++) {
      move[i] = Math.min(edge, Math.max(-edge, (x[i] as number) - (move[i] as number) / longest)) - (x[i] as number)
      slope += (move[i] as number) * (gradient[i] as number)
    }
    // The value is twice what the gradient belongs to: to second order a full step gains -slope.
    if (!(-slope > tolerance * value)) break
    let share = 1
    let next = Number.POSITIVE_INFINITY
    for (let turn = 0; turn < 8; turn++) {
      for (let i = 0; i < k; i++) nextX[i] = (x[i] as number) + share * (move[i] as number)
      next = residuals(nextX, nextR)
      evaluations += 1
      if (next <= value + 2 * KEPT * share * slope) break
      // The bottom of the parabola through both values and the slope here.
      const bottom = (-slope * share) / (next - value - 2 * slope * share)
      share *= Number.isFinite(bottom) ? Math.min(0.5, Math.max(0.1, bottom)) : 0.1
      next = Number.POSITIVE_INFINITY
    }
    if (!(next < value)) {
      if (fresh) break
      look(x, r, gradient)
      evaluations += k
      gaussNewton(slopes, curvature)
      fresh = true
      continue
    }
    ;[x, nextX] = [nextX, x]
    ;[r, nextR] = [nextR, r]
    value = next
    look(x, r, nextGradient)
    evaluations += k
    for (let i = 0; i < k; i++) {
      move[i] = (x[i] as number) - (nextX[i] as number)
      change[i] = (nextGradient[i] as number) - (gradient[i] as number)
    }
    ;[gradient, nextGradient] = [nextGradient, gradient]
    update(curvature, move, change)
    fresh = false
  }
  return { x, value, evaluations }
}

/** Curvature as if the residuals were straight. */
function gaussNewton(slopes: readonly Float64Array[], curvature: Float64Array): void {
  const k = slopes.length
  for (let i = 0; i < k; i++) {
    const a = slopes[i] as Float64Array
    for (let j = 0; j <= i; j++) {
      const b = slopes[j] as Float64Array
      let dot = 0
      for (let t = 0; t < a.length; t++) dot += (a[t] as number) * (b[t] as number)
      curvature[i * k + j] = dot
      curvature[j * k + i] = dot
    }
  }
}

/** Powell's damped BFGS update, which keeps the curvature positive. */
function update(curvature: Float64Array, move: Float64Array, change: Float64Array): void {
  const k = move.length
  let along = 0
  let bent = 0
  const bend = new Float64Array(k)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) bend[i] = (bend[i] as number) + (curvature[i * k + j] as number) * (move[j] as number)
    along += (move[i] as number) * (change[i] as number)
    bent += (move[i] as number) * (bend[i] as number)
  }
  if (!(bent > 0)) return
  const mix = along >= 0.2 * bent ? 1 : (0.8 * bent) / (bent - along)
  const size = mix * along + (1 - mix) * bent
  for (let i = 0; i < k; i++) change[i] = mix * (change[i] as number) + (1 - mix) * (bend[i] as number)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j < k; j++) {
      const add = ((change[i] as number) * (change[j] as number)) / size
      const take = ((bend[i] as number) * (bend[j] as number)) / bent
      curvature[i * k + j] = (curvature[i * k + j] as number) + add - take
    }
  }
}

/** Solves (A + a little of its diagonal) move = g by Cholesky, with more of the diagonal until it is positive definite. */
function solve(a: Float64Array, g: Float64Array, lower: Float64Array, move: Float64Array): void {
  const k = g.length
  let ridge = 1e-7
  while (!factor(a, ridge, lower, k)) ridge *= 100
  for (let i = 0; i < k; i++) {
    let rest = g[i] as number
    for (let c = 0; c < i; c++) rest -= (lower[i * k + c] as number) * (move[c] as number)
    move[i] = rest / (lower[i * k + i] as number)
  }
  for (let i = k - 1; i >= 0; i--) {
    let rest = move[i] as number
    for (let c = i + 1; c < k; c++) rest -= (lower[c * k + i] as number) * (move[c] as number)
    move[i] = rest / (lower[i * k + i] as number)
  }
}

function factor(a: Float64Array, ridge: number, lower: Float64Array, k: number): boolean {
  let most = 0
  for (let i = 0; i < k; i++) most = Math.max(most, a[i * k + i] as number)
  for (let i = 0; i < k; i++) {
    for (let j = 0; j <= i; j++) {
      let rest = a[i * k + j] as number
      if (i === j) rest += ridge * (rest + 1e-3 * most) + 1e-300
      for (let c = 0; c < j; c++) rest -= (lower[i * k + c] as number) * (lower[j * k + c] as number)
      if (j < i) lower[i * k + j] = rest / (lower[j * k + j] as number)
      else if (rest > 0) lower[i * k + i] = Math.sqrt(rest)
      else return ridge > 1e6
    }
  }
  return true
}
