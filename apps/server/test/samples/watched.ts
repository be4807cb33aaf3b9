// SPDX-License-Identifier: Apache-2.0
import type * as findSeries from '../../src/modules/market/find-series.repository.ts'
import type * as watched from '../../src/modules/market/watched.repository.ts'
import type { Samples } from './world.ts'

export const watchedSamples: Samples<typeof watched> = {
  watchByKeys: (w) => [['invented', ['rice|town'], w.now]],
  listWatchedSeries: () => [[true]],
}

export const findSeriesSamples: Samples<typeof findSeries> = {
  listSeriesWords: () => [[true]],
  listAskable: () => [[{ invented: true, limit: 5 }]],
  findSeriesByWords: () => [
    [{ words: ['rice'], kinds: ['price', 'index'], invented: true, limit: 5 }],
    [{ words: [], kinds: ['trade'], invented: true, limit: 5 }],
  ],
}
