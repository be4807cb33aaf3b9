// SPDX-License-Identifier: Apache-2.0
import { difference } from './differencing.ts'
import { estimate } from './estimate.ts'
import { differencesNeeded } from './kpss.ts'
import type { Objective } from './objective.ts'
import { largest, prepare } from './prepare.ts'
import { regressOut } from './regress-out.ts'
import { type Limits, searchOrders } from './search.ts'
import { seasonalStrength } from './seasonal-strength.ts'
import { type ArimaSolution, flatSolution, solutionOf } from './solution.ts'

/** Above this strength of the season, differences are taken from the season before: the rule of R's forecast::nsdiffs. */
const STRONG = 0.64

export const TUNE = { strong: STRONG, most: 2, searchCost: 60_000, finalCost: 4e6, seasonsForD: 2 }

/**
 * The ARIMA that explains a series best for its number of parameters.
 *
 * @param y [n], finite, n at least 1. @param x Regressor columns, [k][at least n].
 * @source Hyndman and Khandakar, J. Statistical Software 27(3), 2008; differences by KPSS and by the strength of the
 *         season as in R's forecast::auto.arima.
 */
export function autoArima(y: Float64Array, seasonLength: number, x: readonly Float64Array[] = []): ArimaSolution {
  const n = y.length
  const m = n >= 2 * seasonLength + 1 ? seasonLength : 1
  const { d, D } = differencesFor(y, m, x)
  const constant = d + D <= 1
  const prepared = { plain: prepare(y, { d, D, constant: false }, m, x), constant: constant ? prepare(y, { d, D, constant }, m, x) : undefined }
  const first = prepared.constant ?? prepared.plain
  if (first.flat) return flatSolution(y, x, { d, D, constant }, first.centre, m)

  const third = Math.floor(n / 3)
  const seasons = m > 1 ? Math.min(2, Math.floor(n / 3 / m)) : 0
  const limits: Limits = { p: Math.min(5, third), q: Math.min(5, third), P: seasons, Q: seasons }
  // What one pass of the exact filter costs: values times lags, until it settles.
  const cost = n * (5 + seasons * m)
  const objective: Objective = cost <= TUNE.searchCost ? 'ml' : 'css'
  // A level that is not differenced always has a mean: without one the forecast would sink to 0.
  const material = { plain: d + D > 0 ? prepared.plain : undefined, constant: prepared.constant }
  const best = searchOrders(material, d, D, m, limits, objective)
  const order = best?.order ?? { p: 0, d, q: 0, P: 0, D, Q: 0, constant }
  const chosen = order.constant ? (prepared.constant ?? prepared.plain) : prepared.plain
  const last: Objective = cost <= TUNE.finalCost ? 'ml' : 'css'
  const found = estimate(chosen.data, order, m, last, best?.free ?? new Float64Array(0), 'final')
  return solutionOf(y, x, chosen, found, m)
}

function differencesFor(y: Float64Array, m: number, x: readonly Float64Array[]): { d: number; D: number } {
  const n = y.length
  const size = largest(y)
  const rest = Float64Array.from(y)
  if (x.length > 0) {
    const columns = [new Float64Array(n).fill(1), ...x.map((column) => column.subarray(0, n))]
    regressOut(rest, columns, new Float64Array(columns.length))
  }
  const D = m > 1 && n >= TUNE.seasonsForD * m + 1 && seasonalStrength(rest, m) > TUNE.strong ? 1 : 0
  const d = differencesNeeded(difference(rest, 0, D, m), TUNE.most, size)
  return { d, D }
}
