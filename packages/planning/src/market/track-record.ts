// SPDX-License-Identifier: Apache-2.0
import { median } from '@resham/stats'
import type { Foretold } from './foretold.ts'
import type { TrackRecord } from './types.ts'
import { type Widening, widened } from './widening.ts'

/** Of many origins the newer half is judged: the older half is what the bands were learnt from. */
const FEWEST_JUDGED = 6

/**
 * Counts what came true of what was foretold, each with the bands as they would have been drawn then.
 *
 * @param widenings What was known at each origin, as `learnWidening` gives it.
 * @returns Null where there is too little past.
 */
export function trackRecord(foretold: readonly Foretold[], widenings: readonly Widening[]): TrackRecord | null {
  const from = Math.min(Math.floor(foretold.length / 2), Math.max(0, foretold.length - FEWEST_JUDGED))
  const said = { judged: 0, inside80: 0, inside95: 0, miss: 0, naiveMiss: 0, shares: [] as number[] }
  for (let i = from; i < foretold.length; i++) {
    const { steps, last } = foretold[i] as Foretold
    for (const step of steps) {
      const { actual, mean, lo80, hi80, lo95, hi95 } = widened(step, widenings[i] as Widening, false)
      const miss = Math.abs(actual - mean)
      said.judged += 1
      said.inside80 += actual >= lo80 && actual <= hi80 ? 1 : 0
      said.inside95 += actual >= lo95 && actual <= hi95 ? 1 : 0
      said.miss += miss
      said.naiveMiss += Math.abs(actual - last)
      if (Math.abs(actual) > 0) said.shares.push(miss / Math.abs(actual))
    }
  }
  if (said.judged === 0) return null
  return {
    judged: said.judged,
    inside80: said.inside80,
    inside95: said.inside95,
    againstNaive: said.naiveMiss > 0 ? said.miss / said.naiveMiss : null,
    typicalMiss: said.shares.length > 0 ? median(said.shares) : null,
  }
}
