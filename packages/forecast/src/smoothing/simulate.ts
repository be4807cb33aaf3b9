// SPDX-License-Identifier: Apache-2.0
import { seededRandom } from '@resham/base'
import type { SmoothingForm } from './form.ts'
import type { States } from './start.ts'
import { meansAhead, moveOne, type Smoothing } from './step.ts'

/** Paths drawn, and the seed: the same fit claims the same spread on every machine. */
const PATHS = 2000
const SEED = 1
/** Paths of forms that multiply may run away; further than this from the start they count as here. */
const FURTHEST = 1e6

/** Standard deviation around the mean of paths drawn with normal errors, [h]; see spreadAhead. */
export function simulatedSpread(
  start: States,
  form: SmoothingForm,
  smoothing: Smoothing,
  variance: number,
  h: number,
  place: number,
): Float64Array {
  const random = seededRandom(SEED)
  const deviation = Math.sqrt(variance)
  const relative = form.error === 'multiplicative'
  const m = start.season.length
  const said = meansAhead(start, form, smoothing.phi, h, place)
  const most = FURTHEST * (Math.abs(start.level) + deviation)
  const squares = new Float64Array(h)
  const totals = new Float64Array(h)
  for (let path = 0; path < PATHS; path++) {
    const states: States = { ...start, season: Float64Array.from(start.season) }
    for (let k = 0; k < h; k++) {
      const at = m > 0 ? (place + k) % m : 0
      const mean = meansAhead(states, form, smoothing.phi, 1, at)[0] as number
      const drawn = mean + random.normal() * deviation * (relative ? mean : 1)
      const value = Math.min(most, Math.max(-most, Number.isNaN(drawn) ? most : drawn))
      const off = value - (said[k] as number)
      totals[k] = (totals[k] as number) + off / PATHS
      squares[k] = (squares[k] as number) + (off * off) / PATHS
      moveOne(states, form, smoothing, value, at)
      states.level = Math.min(most, Math.max(-most, states.level))
      states.trend = Math.min(most, Math.max(-most, states.trend))
    }
  }
  return squares.map((square, k) => Math.sqrt(Math.max(0, square - (totals[k] as number) ** 2)))
}
