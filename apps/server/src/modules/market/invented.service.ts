// SPDX-License-Identifier: Apache-2.0
import { addDays, type PlainDate, plainDate } from '@resham/base'
import { market } from '@resham/formats'
import { holidaysBetween, type Pack } from '@resham/pack-kit'
import { generateSampleMarket, type SampleSeries } from '@resham/sample-shop'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/pool.ts'
import { withPlatform } from '#platform/db/tenancy.ts'
import { recordLoad } from './load.service.ts'
import { findLastRun } from './market-runs.repository.ts'
import { makeMarketOutlooks } from './outlooks.service.ts'

/** The same invented market for everybody, as the shop is. */
const seed = 7
const origin = 'sample-shop'
/** Its last weeks and months are added once a day. */
const freshMs = 20 * 3_600_000
const firstHoliday = plainDate('2019-01-01')

/** Makes the market around the sample shop, up to yesterday, unless that was done today. */
export async function makeInventedMarket(
  parts: { readonly db: Database; readonly clock: Clock },
  pack: Pack,
  lastDay: PlainDate,
): Promise<void> {
  const now = parts.clock()
  const last = await withPlatform(parts.db, (tx) => findLastRun(tx, origin))
  const isFresh = last !== undefined && last.outcome !== 'failed' && now.getTime() - last.startedAt.getTime() < freshMs
  if (!isFresh) {
    const holidays = holidaysBetween(pack, firstHoliday, addDays(lastDay, 1))
    const made = generateSampleMarket({ seed, lastDay, holidays })
    await recordLoad({ ...parts, inUrdu: () => undefined }, { source: 'invented', origin }, async () => ({
      source: 'invented',
      sourceName: 'Resham',
      licence: 'CC0',
      sourceUrl: null,
      invented: true,
      sha256: null,
      bytes: null,
      gathered: gatheredOf(made.series, made.region),
      urdu: new Map(made.series.map((one) => [one.key, one.name.ur])),
    }))
  }
  await makeMarketOutlooks(parts)
}

function gatheredOf(series: readonly SampleSeries[], region: string): market.GatheredMarket {
  const rows = series.reduce((sum, { days }) => sum + days.length, 0)
  return {
    rowsRead: rows,
    rowsKept: rows,
    rowsPassedOver: 0,
    skipped: [],
    series: series.map(
      ({ key, name, days, values, kind, frequency, unit, currency, perCurrency, place, commodity }) => ({
        facts: {
          ...market.noFacts,
          ...{
            key,
            family: key,
            words: [name.en],
            kind,
            frequency,
            unit,
            currency,
            perCurrency,
            region,
            place,
            commodity,
          },
        },
        days,
        values,
        notes: [],
      }),
    ),
  }
}
