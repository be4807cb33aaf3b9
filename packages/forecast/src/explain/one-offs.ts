// SPDX-License-Identifier: Apache-2.0
import { medianAbsoluteDeviation } from '@resham/stats'
import type { OneOff } from './types.ts'

/** Robust standard deviations from which a value is far from all else, in a short series. */
const FAR = 3.5
/** Differences below this share of the values' size are rounding. */
const ROUNDING = 1e-9

/**
 * Single values and short spells far from what was expected. Spells of six periods and more are changes of course, found
 * before.
 *
 * The limit is 3.5 robust standard deviations, and in a long series what the largest of so many normal values reaches.
 *
 * @param left     What level, trend, season and holidays leave, [n].
 * @param expected What they say, [n].
 * @param known    1 where known; a guess is no one-off.
 * @source Chen and Liu, "Joint estimation of model parameters and outlier effects in time series", JASA 88, 1993, for
 *         parting steps from additive outliers; the limit: Iglewicz and Hoaglin, 1993.
 */
export function oneOffsIn(left: Float64Array, expected: Float64Array, known: Uint8Array): OneOff[] {
  const n = left.length
  const seen = left.filter((_, t) => known[t] === 1)
  const largest = expected.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  const usual = Math.max(medianAbsoluteDeviation(seen), ROUNDING * largest)
  if (!(usual > 0)) return []
  const limit = Math.max(FAR, Math.sqrt(2 * Math.log(n)) + 0.5)
  const found: OneOff[] = []
  for (let t = 0; t < n; t++) {
    const side = Math.sign(left[t] as number)
    const far = (i: number) => i < n && known[i] === 1 && side * (left[i] as number) > limit * usual
    if (side === 0 || !far(t)) continue
    let to = t
    while (far(to + 1)) to += 1
    found.push(oneOff(t, to, left, expected, usual))
    t = to
  }
  return found
}

function oneOff(from: number, to: number, left: Float64Array, expected: Float64Array, usual: number): OneOff {
  let size = 0
  let base = 0
  let most = 0
  for (let t = from; t <= to; t++) {
    size += left[t] as number
    base += expected[t] as number
    most = Math.max(most, Math.abs(left[t] as number))
  }
  return { from, to, size, percent: base > 0 ? (100 * size) / base : null, score: most / usual }
}
