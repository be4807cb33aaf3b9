// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { setImmediate as turn } from 'node:timers/promises'
import { market } from '@resham/planning'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/pool.ts'
import { withPlatform } from '#platform/db/tenancy.ts'
import { toKeptOutlook } from './market.mapping.ts'
import type { Points, SeriesRecord } from './market.types.ts'
import { listPoints, listUnseenSeries, saveMarketOutlook } from './market-data.repository.ts'

/** The engine's seed: the same series gives the same result. */
const seed = 20_261_124
const atOnce = 100

/**
 * Has the engine look at every series whose points it has not seen; what a killed run leaves the next one finishes.
 *
 * @param report Called with the number of series that are ready.
 * @returns      How many were made.
 */
export async function makeMarketOutlooks(
  parts: { readonly db: Database; readonly clock: Clock },
  report: (done: number) => void = () => {},
): Promise<number> {
  let done = 0
  for (;;) {
    const { series, points } = await withPlatform(parts.db, async (tx) => {
      const unseen = await listUnseenSeries(tx, market.MARKET_VERSION, atOnce)
      return {
        series: unseen,
        points: await listPoints(
          tx,
          unseen.map(({ id }) => id),
        ),
      }
    })
    if (series.length === 0) return done
    for (const one of series) {
      const outlook = lookAt(one, points.get(one.id) ?? { days: [], values: [] }, parts.clock())
      await withPlatform(parts.db, (tx) => saveMarketOutlook(tx, outlook))
      done += 1
      report(done)
      // Others on this thread have their turn between two series.
      await turn()
    }
  }
}

function lookAt(series: SeriesRecord, points: Points, now: Date) {
  const { days, values } = points
  const outlook = market.marketOutlook({ days, values, frequency: series.frequency }, seed)
  const hash = createHash('sha256').update(series.frequency)
  hash.update(new Uint8Array(Float64Array.from(days).buffer)).update(new Uint8Array(Float64Array.from(values).buffer))
  return toKeptOutlook(series, outlook, hash.digest('hex').slice(0, 16), now)
}
