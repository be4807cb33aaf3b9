// SPDX-License-Identifier: Apache-2.0
import type { Declined } from '@resham/base'
import { expectedAfter, foretell } from './foretold.ts'
import { AHEAD, daysAhead, regularOf } from './regular.ts'
import { trackRecord } from './track-record.ts'
import type { MarketAhead, MarketSeries, TrackRecord } from './types.ts'
import { learnWidening, type Widening, widened } from './widening.ts'

/**
 * What is expected after a series' end, and what such expectations were worth in its past. Begins at its end, however
 * long ago that is.
 */
export function marketAhead(
  series: MarketSeries,
  seed: number,
): { readonly next: MarketAhead | Declined; readonly track: TrackRecord | null } {
  const { frequency } = series
  const regular = regularOf(series)
  const { y, unknown } = regular
  const h = AHEAD[frequency]
  const said = expectedAfter(y, { frequency, h, seed, unknown })
  const foretold = foretell(regular, frequency, seed)
  const widenings = learnWidening(foretold)
  const track = trackRecord(foretold, widenings)
  if ('kind' in said) return { next: said, track }
  const days = daysAhead(series, h)
  const floored = series.values.every((value) => value >= 0)
  const points = said.steps.map((step, k) => {
    return { day: days[k] as number, ...widened(step, widenings.at(-1) as Widening, floored) }
  })
  return { next: { model: said.model, points }, track }
}
