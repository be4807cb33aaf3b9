// SPDX-License-Identifier: Apache-2.0
import { goldenSection } from '@resham/stats'
import { growLine, interceptOf, type ThetaParameters } from './recursion.ts'

/** Which of the four models: does the line learn as it goes, and is theta searched or 2? */
export type ThetaForm = { readonly dynamic: boolean; readonly optimised: boolean }

/** What a search finds. */
export type ThetaFit = ThetaParameters & {
  /** Level before the first value. */
  readonly level0: number
  /** Sum of squared errors of one step, from the second value on. */
  readonly sse: number
}

/** Bounds of Fiorucci's R package forecTheta. A wider range was tried on hold-outs inside M3's training part: worse. */
const ALPHA = [0.1, 0.99] as const
/** The share of the line, 1 - 1 / theta, where theta is 2, and where it is 1e10. */
const STANDARD_SHARE = 0.5
const LARGEST_SHARE = 1 - 1e-10

/** The lines by which each value is foretold, [n]: intercept and slope. */
type Lines = { readonly intercepts: Float64Array; readonly slopes: Float64Array }

/** The line that stands before each value: the one of the values before it, or the one of all values throughout. */
function linesOf(y: Float64Array, dynamic: boolean): Lines {
  const n = y.length
  const intercepts = new Float64Array(n)
  const slopes = new Float64Array(n)
  const line = { n: 0, mean: 0, slope: 0 }
  for (let t = 0; t < n; t++) {
    if (t > 0) intercepts[t] = interceptOf(line)
    slopes[t] = line.slope
    growLine(line, y[t] as number)
  }
  if (dynamic) return { intercepts, slopes }
  return { intercepts: intercepts.fill(interceptOf(line)), slopes: slopes.fill(line.slope) }
}

type Solved = { level0: number; share: number; sse: number }

/**
 * For one alpha: the level before the first value, and the share of the line, with the least squared error.
 *
 * Errors are linear in both, so they follow from a 2 x 2 system and only alpha is left to search. The squared error
 * is convex, so where the share falls outside its range the best lies on the edge.
 *
 * @returns The squared error, from the second value on: before the first there is no line to share in.
 */
function solve(y: Float64Array, lines: Lines, alpha: number, optimised: boolean, out: Solved): number {
  const { intercepts, slopes } = lines
  let level = y[0] as number
  level *= alpha
  let decay = 1 - alpha
  let rr = 0
  let uu = 0
  let dd = 0
  let ru = 0
  let rd = 0
  let ud = 0
  for (let t = 1; t < y.length; t++) {
    const r = (y[t] as number) - level
    const d = decay * (intercepts[t] as number) + ((1 - decay * (1 - alpha)) / alpha) * (slopes[t] as number)
    rr += r * r
    uu += decay * decay
    dd += d * d
    ru += r * decay
    rd += r * d
    ud += decay * d
    level += alpha * r
    decay *= 1 - alpha
  }
  let share = STANDARD_SHARE
  const determinant = uu * dd - ud * ud
  if (optimised && determinant > 1e-12 * uu * dd) {
    share = Math.min(LARGEST_SHARE, Math.max(0, (rd * uu - ru * ud) / determinant))
  }
  const level0 = (ru - share * ud) / uu
  out.level0 = level0
  out.share = share
  out.sse = Math.max(0, rr - 2 * share * rd + share * share * dd - level0 * level0 * uu)
  return out.sse
}

/**
 * The parameters with the least squared error of one step.
 *
 * @param y At least 3 finite values, without season.
 * @source Fiorucci et al., IJF 32, 2016, whose R package searches all three numbers by a simplex.
 */
export function searchTheta(y: Float64Array, { dynamic, optimised }: ThetaForm): ThetaFit {
  // Counted from the first value, so that a small spread about a large level is not lost to rounding: level0 takes it up.
  const first = y[0] as number
  const centred = y.map((value) => value - first)
  const lines = linesOf(centred, dynamic)
  const found: Solved = { level0: 0, share: STANDARD_SHARE, sse: 0 }
  const cost = (alpha: number): number => solve(centred, lines, alpha, optimised, found)
  const alpha = goldenSection(cost, ALPHA[0], ALPHA[1], { grid: 8, steps: 12 }).x
  const sse = cost(alpha)
  const rest = 1 - found.share
  return { alpha, theta: 1 / rest, level0: found.level0 + first * rest, sse }
}
