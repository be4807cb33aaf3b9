// SPDX-License-Identifier: Apache-2.0
import type * as watched from '../../src/modules/market/watched.repository.ts'
import type { Samples } from './world.ts'

export const watchedSamples: Samples<typeof watched> = {
  watchByKeys: (w) => [['invented', ['rice|town'], w.now]],
  listWatchedSeries: () => [[true]],
}
