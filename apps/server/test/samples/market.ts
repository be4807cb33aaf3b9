// SPDX-License-Identifier: Apache-2.0

import { createHash } from 'node:crypto'
import { plainDate, toDayNumber } from '@resham/base'
import type * as market from '../../src/modules/market/market.repository.ts'
import type { SeriesRecord } from '../../src/modules/market/market.types.ts'
import type * as data from '../../src/modules/market/market-data.repository.ts'
import type * as runs from '../../src/modules/market/market-runs.repository.ts'
import type { Samples, World } from './world.ts'

// Market series belong to nobody: the same rows stand in every world.
const idOf = (name: string) => {
  const hex = createHash('sha256').update(`market ${name}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
const sampleSeriesId = idOf('series')
const day = plainDate('2026-10-01')

const series = (revision: number): SeriesRecord => ({
  id: sampleSeriesId,
  slug: 'invented-rice-town',
  source: 'invented',
  sourceKey: 'rice|town',
  sourceName: 'Samples',
  licence: 'none',
  sourceUrl: null,
  nameEn: 'Rice, Town',
  nameUr: 'چاول، شہر',
  kind: 'price',
  unit: 'KG',
  currency: 'XTS',
  perCurrency: null,
  frequency: 'month',
  region: 'Zedland',
  place: 'Town',
  commodity: 'Rice',
  reporter: null,
  partner: null,
  flow: null,
  productCode: null,
  measure: null,
  invented: true,
  revision,
  points: 1,
  firstDay: day,
  lastDay: day,
  lastValue: 120,
  notes: [],
  runId: idOf('run'),
})
const points = (revision: number) => ({ id: sampleSeriesId, revision, days: [toDayNumber(day)], values: [120] })
/** Each world makes revisions of its own, as loads that follow each other do. */
const revisionOf = (w: World) => (w.tenantId.charCodeAt(0) % 7) + 1

export const marketDataSamples: Samples<typeof data> = {
  lockSource: () => [['invented']],
  saveSeries: (w) => [[[series(revisionOf(w))], w.now]],
  savePoints: (w) => [[[points(revisionOf(w))]]],
  saveMarketOutlook: (w) => [
    [
      {
        seriesId: sampleSeriesId,
        revision: revisionOf(w),
        madeAt: w.now,
        engine: 'planning',
        engineVersion: '1',
        seed: 7,
        inputHash: 'abc',
        brief: { change: null, yearChange: null, spark: [120] },
        story: {
          sentences: [],
          trend: null,
          changed: null,
          season: { kind: 'declined', reason: 'history-too-short' },
          accuracy: { judged: 10, inside80: 8, inside95: 9, againstNaive: 0.9, typicalMiss: 0.1 },
          chart: { next: [], declined: null, model: null, shifts: [], turns: [], unusual: [] },
        },
      },
    ],
  ],
  listSeriesByKey: () => [['invented', ['rice|town']]],
  listTakenSlugs: () => [[['invented-rice-town']]],
  listPoints: () => [[[sampleSeriesId]]],
  listUnseenSeries: () => [['1', 10]],
  findMarketOutlook: () => [[sampleSeriesId]],
  listSeriesOfKind: () => [['price', true]],
  countSeries: () => [[true]],
  sumAccuracy: () => [[true]],
  deleteOldPoints: () => [[[sampleSeriesId]]],
}

export const marketRunSamples: Samples<typeof runs> = {
  createRun: (w) => [[{ id: w.id('market run'), source: 'invented', origin: 'samples', startedAt: w.now }]],
  finishRun: (w) => [
    [
      {
        id: w.id('market run'),
        source: 'invented',
        sha256: null,
        bytes: 10,
        rowsRead: 1,
        rowsKept: 1,
        rowsSkipped: 0,
        skipped: [],
        seriesCount: 1,
        pointsAdded: 1,
        pointsRevised: 0,
        endedAt: w.now,
        outcome: 'done',
        errorCode: null,
        errorDetails: null,
      },
    ],
  ],
  findRun: (w) => [[w.id('market run')]],
  findLastRun: () => [['samples']],
  listRuns: () => [[{ invented: true, limit: 10 }]],
}

export const marketSamples: Samples<typeof market> = {
  watchSeries: (w) => [[sampleSeriesId, w.userId, w.now]],
  listSeries: () => [
    [{ invented: true, sort: 'name', offset: 0, limit: 10 }],
    [
      {
        search: 'rice town',
        kind: 'price',
        source: 'invented',
        place: 'Town',
        watched: true,
        invented: true,
        sort: 'rising',
        offset: 0,
        limit: 10,
      },
    ],
  ],
  listSeriesByGroup: () => [
    [{ invented: true, sort: 'name', offset: 0, limit: 10 }],
    [
      {
        search: 'rice town',
        kind: 'price',
        source: 'invented',
        place: 'Town',
        watched: true,
        invented: true,
        sort: 'rising',
        offset: 0,
        limit: 10,
      },
    ],
  ],
  findSeries: () => [['invented-rice-town', true]],
  removeWatch: () => [[sampleSeriesId]],
}
