// SPDX-License-Identifier: Apache-2.0
import { clearOfUnitRoots, type Estimate, estimate } from './estimate.ts'
import type { Material } from './material.ts'
import { lagCount, type Order } from './order.ts'
import type { Prepared } from './prepare.ts'
import { longErrors, startFor } from './start.ts'

/** The most of each kind of lag that the search looks at. */
export type Limits = { readonly p: number; readonly q: number; readonly P: number; readonly Q: number }

/** An order with its numbers, and the series that they belong to. */
export type Candidate = Estimate & { readonly prepared: Prepared }

type Place = Pick<Order, 'p' | 'q' | 'P' | 'Q' | 'constant'>

/** One step in p, q, P, Q from the best order so far, in the order in which they are tried: seasons first. */
const MOVES: readonly string[] = [
  ...['00-0', '000-', '00+0', '000+', '00--', '00-+', '00+-', '00++'],
  ...['-000', '0-00', '+000', '0+00', '--00', '-+00', '+-00', '++00'],
]

/** Orders looked at before the walk ends where it stands; the same bound as in the source. */
const MOST_ORDERS = 94

/** The neighbours of a place, by one move each; the constant is tried last. */
function neighboursOf(place: Place): Place[] {
  const by = (move: string, i: number) => (move[i] === '+' ? 1 : move[i] === '-' ? -1 : 0)
  const moved = MOVES.map((move) => ({
    p: place.p + by(move, 0),
    q: place.q + by(move, 1),
    P: place.P + by(move, 2),
    Q: place.Q + by(move, 3),
    constant: place.constant,
  }))
  return [...moved, { ...place, constant: !place.constant }]
}

/** Where the walk begins: two rich orders, two poor ones, and the poorest without its constant. */
function firstPlaces(limits: Limits, constant: boolean): Place[] {
  const within = (p: number, q: number, P: number, Q: number, withConstant = constant): Place => ({
    p: Math.min(p, limits.p),
    q: Math.min(q, limits.q),
    P: Math.min(P, limits.P),
    Q: Math.min(Q, limits.Q),
    constant: withConstant,
  })
  return [within(2, 2, 1, 1), within(0, 0, 0, 0), within(1, 0, 1, 0), within(0, 1, 0, 1), within(0, 0, 0, 0, false)]
}

/**
 * Walks from a few first orders to the neighbour of less corrected AIC until no neighbour has less. Orders with a root
 * near the unit circle are refused.
 *
 * @returns All orders looked at and not refused, as precise as a comparison needs, the best first. At least one: an
 *          order without lags has no roots.
 * @source  Hyndman and Khandakar, "Automatic time series forecasting: the forecast package for R", J. Statistical
 *          Software 27(3), 2008, section 3.2; the moves in the order of R's forecast::auto.arima.
 */
export function searchOrders(material: Material, limits: Limits): Candidate[] {
  const { d, D, seasonLength, objective } = material
  const seen = new Set<string>()
  const found: Candidate[] = []
  const errors = longErrors(material.first.data.w, seasonLength > 1 ? Math.min(40, 2 * seasonLength + 4) : 10)
  let best: Candidate | undefined

  const attempt = (place: Place): boolean => {
    const prepared = place.constant ? material.withConstant : material.without
    const { p, q, P, Q } = place
    if (prepared === undefined || p < 0 || q < 0 || P < 0 || Q < 0) return false
    if (p > limits.p || q > limits.q || P > limits.P || Q > limits.Q) return false
    const key = `${p},${q},${P},${Q},${place.constant}`
    if (seen.has(key) || seen.size >= MOST_ORDERS) return false
    seen.add(key)
    const order: Order = { ...place, d, D }
    const start = startFor(prepared.data.w, errors, order, seasonLength)
    const one = { ...estimate(prepared.data, order, seasonLength, objective, start, 'search'), prepared }
    // Without its correction the criterion would let a few values carry as many lags.
    if (!clearOfUnitRoots(one, seasonLength) || (lagCount(order) > 0 && !Number.isFinite(one.aicc))) return false
    found.push(one)
    if (best !== undefined && !(one.aicc < best.aicc)) return false
    best = one
    return true
  }

  for (const place of firstPlaces(limits, material.withConstant !== undefined)) attempt(place)
  while (best !== undefined && neighboursOf((best as Candidate).order).some(attempt));
  return found.sort((a, b) => a.aicc - b.aicc)
}
