// SPDX-License-Identifier: Apache-2.0
import type { Declined } from '@resham/base'
import { forecast } from '@resham/forecast'
import { AHEAD, daysAhead, regularOf, SEASON } from './regular.ts'
import type { MarketAhead, MarketSeries } from './types.ts'

/** What is expected after a series' end. Begins at its end, however long ago that is. */
export function marketAhead(series: MarketSeries, seed: number): MarketAhead | Declined {
  const { y, unknown } = regularOf(series)
  const h = AHEAD[series.frequency]
  const result = forecast(y, { h, seasonLength: seasonFor(series, y.length), level: [80, 95], seed, unknown })
  if (result.kind === 'declined') return result
  const days = daysAhead(series, h)
  const at = (edges: readonly number[] | undefined, k: number) => (edges?.[k] ?? result.mean[k]) as number
  return {
    model: result.model,
    points: days.map((day, k) => ({
      day,
      mean: result.mean[k] as number,
      lo80: at(result.lo['80'], k),
      hi80: at(result.hi['80'], k),
      lo95: at(result.lo['95'], k),
      hi95: at(result.hi['95'], k),
    })),
  }
}

/** A season that has been seen twice; else none. */
export function seasonFor({ frequency }: MarketSeries, length: number): number {
  return length >= 2 * SEASON[frequency] ? SEASON[frequency] : 1
}
