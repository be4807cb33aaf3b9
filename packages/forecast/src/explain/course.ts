// SPDX-License-Identifier: Apache-2.0
import { normalCdf } from '@resham/stats'
import { drawnIn, noiseOf } from './noise.ts'
import { type Penalty, type Segment, straightStretches, withFinerCuts } from './partition.ts'
import type { ChangePoint } from './types.ts'

/** Fewest periods of a course: a shorter spell is a one-off. */
const SHORTEST_COURSE = 6
/** What a change of course must save, and what a slope must, in logarithms of n times the variance of the noise. */
const CHANGE_PENALTY = 4
const SLOPE_PENALTY = 2.5
/** A longer series is cut into so many blocks first: the search grows with the square. */
const MOST_PLACES = 600
/** How many standard errors a step or a change of slope must have to be named. */
const NAMED = 2.5
/** A cut that noise alone may have made is no change to be told of. */
const SURE = 0.975

/** The course of a series: straight stretches, and what changed between them. */
export type Course = {
  readonly segments: readonly Segment[]
  readonly changes: readonly ChangePoint[]
  readonly noise: number
}

/**
 * Finds the times at which the course of a series changed, in level or slope.
 *
 * @param y [n], without season and holidays; n at least 3. Outliers are drawn in before the search.
 * @returns Stretches of at least six periods; one where nothing changed beyond what noise does.
 * @source partition.ts; penalty of the order of log n: Yao, "Estimating the number of change-points via Schwarz'
 *         criterion", Statistics & Probability Letters 6, 1988. Its size is set so that noise, also noise that hangs
 *         together (autoregression 0.3), is cut in about one series in twenty; see explain.test.ts.
 */
export function courseOf(y: Float64Array): Course {
  const n = y.length
  const clean = drawnIn(y, SHORTEST_COURSE)
  const centre = clean[n - 1] as number
  const scale = clean.reduce((most, value) => Math.max(most, Math.abs(value - centre)), 0)
  const noise = noiseOf(clean)
  if (!(scale > 0)) return { segments: [{ from: 0, to: n, start: centre, slope: 0 }], changes: [], noise: 0 }
  // In units of the largest distance, so that squares neither overflow nor vanish.
  const unit = clean.map((value) => (value - centre) / scale)
  const segments = cutCourse(unit).map(({ from, to, start, slope }) => {
    return { from, to, start: centre + scale * start, slope: scale * slope }
  })
  return { segments, changes: changesBetween(segments, noise), noise }
}

function cutCourse(unit: Float64Array): Segment[] {
  const block = Math.ceil(unit.length / MOST_PLACES)
  const places = blocksOf(unit, block)
  const found = straightStretches(places, SHORTEST_COURSE, penaltyOf(places))
  if (block === 1) return found
  const cuts = found.slice(1).map(({ from }) => from * block)
  return withFinerCuts(unit, cuts, { reach: 2 * block, least: SHORTEST_COURSE, penalty: penaltyOf(unit) })
}

function penaltyOf(y: Float64Array): Penalty {
  // Without any noise every bend would be a change: rounding is not one.
  const heavy = Math.max(noiseOf(y) ** 2, 1e-12) * Math.log(Math.max(3, y.length))
  return { change: CHANGE_PENALTY * heavy, slope: SLOPE_PENALTY * heavy }
}

/** Means of so many neighbours; the last block may be shorter. */
function blocksOf(y: Float64Array, block: number): Float64Array {
  if (block === 1) return y
  return Float64Array.from({ length: Math.ceil(y.length / block) }, (_, i) => {
    const part = y.subarray(i * block, (i + 1) * block)
    return part.reduce((total, value) => total + value / part.length, 0)
  })
}

function changesBetween(segments: readonly Segment[], noise: number): ChangePoint[] {
  const all = segments.slice(1).map((after, i): ChangePoint => {
    const before = segments[i] as Segment
    const reached = before.start + before.slope * (before.to - before.from)
    const step = after.start - reached
    const turn = after.slope - before.slope
    const stepScore = Math.abs(step) / Math.max(noise * Math.hypot(edgeError(before), edgeError(after)), 1e-300)
    const turnScore = Math.abs(turn) / Math.max(noise * Math.hypot(slopeError(before), slopeError(after)), 1e-300)
    const stepped = stepScore >= NAMED || turn === 0
    const turned = turn !== 0 && (turnScore >= NAMED || !stepped)
    return {
      at: after.from,
      kind: stepped ? (turned ? 'level-and-slope' : 'level') : 'slope',
      step: stepped ? step : 0,
      percent: stepped && reached > 0 ? (100 * step) / reached : null,
      slopeBefore: before.slope,
      slopeAfter: after.slope,
      sure: normalCdf(Math.max(stepScore, turn === 0 ? 0 : turnScore)),
    }
  })
  return all.filter(({ sure }) => sure >= SURE)
}

/** Standard error of a stretch's value at its edge, in units of the noise: of a mean, or of the end of a line. */
function edgeError({ from, to, slope }: Segment): number {
  return (slope === 0 ? 1 : 2) / Math.sqrt(to - from)
}

/** Standard error of a slope, in units of the noise; of a level stretch, of the slope that it might have had. */
function slopeError({ from, to }: Segment): number {
  return slopeErrorOf(to - from)
}

/** Standard error of the slope through n values, in units of their noise. */
export function slopeErrorOf(n: number): number {
  return Math.sqrt(12 / Math.max(1, n * (n * n - 1)))
}
