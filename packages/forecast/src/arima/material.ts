// SPDX-License-Identifier: Apache-2.0
import { difference } from './differencing.ts'
import { differencesNeeded } from './kpss.ts'
import type { Objective } from './objective.ts'
import { largest, type Prepared, prepare } from './prepare.ts'
import { regressOut } from './regress-out.ts'
import { seasonalStrength } from './seasonal-strength.ts'

/** A series made ready for a search: how often it is differenced, and the differences with and without a constant. */
export type Material = {
  readonly d: number
  readonly D: number
  /** 1 where the series is too short for a season. */
  readonly seasonLength: number
  readonly objective: Objective
  readonly withConstant: Prepared | undefined
  readonly without: Prepared | undefined
  /** The one of the two that the search begins with: with the constant where it may have one. */
  readonly first: Prepared
}

/** Above this strength of the season, differences are taken from the season before: the rule of R's forecast::nsdiffs. */
const STRONG = 0.64
/** Seasons without which that strength is not believed: with two, any two years look alike. */
const SEASONS_TO_BELIEVE = 3
/** Values times lags up to which a search affords the exact likelihood: a tenth of a second for a hundred passes. */
const EXACT_COST = 200_000

/**
 * Decides the differences and takes them.
 *
 * @param y [n], n at least 1. @param x Regressor columns, [k][at least n].
 * @param mostDifferences d + D at most, 0 to 3; D is at most 1 and d at most 2.
 * @param seasonalLags    Lags by whole seasons that the search may use at most.
 */
export function materialFor(
  y: Float64Array,
  season: number,
  x: readonly Float64Array[],
  mostDifferences: number,
  seasonalLags: number,
): Material {
  const n = y.length
  const seasonLength = n >= 2 * season + 1 ? season : 1
  const rest = withoutRegressors(y, x)
  const believed = seasonLength > 1 && n >= SEASONS_TO_BELIEVE * seasonLength + 1 && mostDifferences > 0
  const D = believed && seasonalStrength(rest, seasonLength) > STRONG ? 1 : 0
  const d = differencesNeeded(difference(rest, 0, D, seasonLength), Math.min(2, mostDifferences - D), largest(y))
  const make = (constant: boolean) => prepare(y, { d, D, constant }, seasonLength, x)
  // With two differences a constant is a bend, which no forecast should follow.
  const first = make(d + D <= 1)
  return {
    d,
    D,
    seasonLength,
    objective: n * (5 + (seasonLength > 1 ? seasonalLags * seasonLength : 0)) <= EXACT_COST ? 'ml' : 'css',
    first,
    withConstant: d + D <= 1 ? first : undefined,
    // A level that is not differenced has a mean: without one its forecast would sink to 0.
    without: d + D === 0 ? undefined : d + D === 1 ? make(false) : first,
  }
}

function withoutRegressors(y: Float64Array, x: readonly Float64Array[]): Float64Array {
  if (x.length === 0) return y
  const rest = Float64Array.from(y)
  const columns = [new Float64Array(y.length).fill(1), ...x.map((column) => column.subarray(0, y.length))]
  regressOut(rest, columns, new Float64Array(columns.length))
  return rest
}
