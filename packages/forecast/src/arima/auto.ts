// SPDX-License-Identifier: Apache-2.0
import { estimate } from './estimate.ts'
import { type Material, materialFor } from './material.ts'
import { type Candidate, type Limits, searchOrders } from './search.ts'
import { type ArimaSolution, flatSolution, solutionOf } from './solution.ts'

/** What an automatic choice may look at. */
export type AutoArimaOptions = {
  /** 1 when left out. */
  readonly seasonLength?: number
  /** Regressor columns, [k][n]. */
  readonly x?: readonly Float64Array[]
  /** d + D at most; 3 when left out. */
  readonly mostDifferences?: number
  /** Lags at most; 5, 5, 2, 2 when left out. */
  readonly limits?: Limits
}

const HYNDMAN_KHANDAKAR: Limits = { p: 5, q: 5, P: 2, Q: 2 }

/** An order that was looked at, with its corrected AIC. */
export type Ranked = { readonly solution: ArimaSolution; readonly aicc: number }

/** A third of the values at most is spent on lags: the rule of R's forecast::auto.arima. */
function limitsFor(n: number, seasonLength: number, limits: Limits): Limits {
  const third = Math.floor(n / 3)
  const seasons = seasonLength > 1 ? Math.floor(n / 3 / seasonLength) : 0
  return {
    p: Math.min(limits.p, third),
    q: Math.min(limits.q, third),
    P: Math.min(limits.P, seasons),
    Q: Math.min(limits.Q, seasons),
  }
}

type Search = {
  readonly material: Material
  readonly found: readonly Candidate[]
  readonly flat: ArimaSolution | undefined
}

function search(y: Float64Array, options: AutoArimaOptions): Search {
  const { seasonLength: season = 1, x = [], mostDifferences = 3, limits = HYNDMAN_KHANDAKAR } = options
  const material = materialFor(y, season, x, mostDifferences, Math.max(limits.P, limits.Q))
  const { d, D, first, seasonLength } = material
  if (first.flat) {
    const order = { d, D, constant: material.withConstant !== undefined }
    return { material, found: [], flat: flatSolution(y, x, order, first.centre, seasonLength) }
  }
  return { material, found: searchOrders(material, limitsFor(y.length, seasonLength, limits)), flat: undefined }
}

/**
 * The ARIMA that explains a series best for its number of parameters, its numbers found to the last useful digit.
 *
 * @param y [n], finite, n at least 1.
 * @source  Hyndman and Khandakar, J. Statistical Software 27(3), 2008; differences by KPSS and by the strength of the
 *          season as in R's forecast::auto.arima. Long series by conditional squares: see material.ts.
 */
export function autoArima(y: Float64Array, options: AutoArimaOptions = {}): ArimaSolution {
  const { material, found, flat } = search(y, options)
  if (flat) return flat
  const { seasonLength, objective } = material
  const { order, free, prepared } = found[0] as Candidate
  const last = estimate(prepared.data, order, seasonLength, objective, free, 'final')
  return solutionOf(y, options.x ?? [], prepared, last, seasonLength)
}

/**
 * The best orders of the same search, the best first, each with its corrected AIC: for a mean over them.
 *
 * @param most How many at most.
 */
export function rankedArimas(y: Float64Array, most: number, options: AutoArimaOptions = {}): Ranked[] {
  const { material, found, flat } = search(y, options)
  if (flat) return [{ solution: flat, aicc: 0 }]
  return found.slice(0, most).map((one) => ({
    solution: solutionOf(y, options.x ?? [], one.prepared, one, material.seasonLength),
    aicc: one.aicc,
  }))
}
