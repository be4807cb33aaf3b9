// SPDX-License-Identifier: Apache-2.0
import { clearOfUnitRoots, type Estimate, estimate } from './estimate.ts'
import type { Objective } from './objective.ts'
import type { Order } from './order.ts'
import { type Prepared } from './prepare.ts'
import { longErrors, startFor } from './start.ts'

/** The most of each kind of lag that the search looks at. */
export type Limits = { readonly p: number; readonly q: number; readonly P: number; readonly Q: number }

/** The series prepared with and without a constant; `constant` is absent where none may stand. */
export type Material = { readonly plain: Prepared | undefined; readonly constant: Prepared | undefined }

type Lags = Pick<Order, 'p' | 'q' | 'P' | 'Q' | 'constant'>

/** One step from the best order so far, in the order in which they are tried. */
const MOVES: readonly (readonly [number, number, number, number])[] = [
  [0, 0, -1, 0], [0, 0, 0, -1], [0, 0, 1, 0], [0, 0, 0, 1],
  [0, 0, -1, -1], [0, 0, -1, 1], [0, 0, 1, -1], [0, 0, 1, 1],
  [-1, 0, 0, 0], [0, -1, 0, 0], [1, 0, 0, 0], [0, 1, 0, 0],
  [-1, -1, 0, 0], [-1, 1, 0, 0], [1, -1, 0, 0], [1, 1, 0, 0],
]

/** Orders looked at before the walk ends where it stands; the same bound as in the source. */
const MOST_ORDERS = 94

/**
 * Walks from four first orders to the neighbour of least corrected AIC until no neighbour is better.
 *
 * @param d,D Differences, already taken in the material.
 * @returns   The best, as precise as the search needs; undefined where every order is refused.
 * @source    Hyndman and Khandakar, "Automatic time series forecasting: the forecast package for R", J. Statistical
 *            Software 27(3), 2008, section 3.2; the moves in the order of R's forecast::auto.arima.
 */
export function searchOrders(
  material: Material,
  d: number,
  D: number,
  seasonLength: number,
  limits: Limits,
  objective: Objective,
): Estimate | undefined {
  const seen = new Map<string, Estimate | undefined>()
  const any = material.constant ?? (material.plain as Prepared)
  const long = longErrors(any.data.w, seasonLength > 1 ? Math.min(40, 2 * seasonLength + 4) : 10)
  let best: Estimate | undefined

  const attempt = (lags: Lags): boolean => {
    const { p, q, P, Q, constant } = lags
    const prepared = constant ? material.constant : material.plain
    if (prepared === undefined || p < 0 || q < 0 || P < 0 || Q < 0) return false
    if (p > limits.p || q > limits.q || P > limits.P || Q > limits.Q) return false
    const key = `${p},${q},${P},${Q},${constant}`
    if (seen.has(key)) return false
    const order = { p, d, q, P, D, Q, constant }
    const start = startFor(prepared.data.w, long, order, seasonLength)
    const found = estimate(prepared.data, order, seasonLength, objective, start, 'search')
    const refused = !clearOfUnitRoots(found, seasonLength)
    seen.set(key, refused ? undefined : found)
    if (refused || (best !== undefined && !(found.aicc < best.aicc))) return false
    best = found
    return true
  }

  const constant = material.constant !== undefined
  attempt({ p: Math.min(2, limits.p), q: Math.min(2, limits.q), P: Math.min(1, limits.P), Q: Math.min(1, limits.Q), constant })
  attempt({ p: 0, q: 0, P: 0, Q: 0, constant })
  attempt({ p: Math.min(1, limits.p), q: 0, P: Math.min(1, limits.P), Q: 0, constant })
  attempt({ p: 0, q: Math.min(1, limits.q), P: 0, Q: Math.min(1, limits.Q), constant })
  if (constant) attempt({ p: 0, q: 0, P: 0, Q: 0, constant: false })

  for (let moved = best !== undefined; moved && seen.size < MOST_ORDERS; ) {
    const { order } = best as unknown as Estimate
    moved = MOVES.some(([p, q, P, Q]) =>
      attempt({ p: order.p + p, q: order.q + q, P: order.P + P, Q: order.Q + Q, constant: order.constant }),
    )
    if (!moved) moved = attempt({ ...order, constant: !order.constant })
  }
  return best
}
