// SPDX-License-Identifier: Apache-2.0
import { marketEndpoints as at } from '@resham/contract'
import type { FindPack } from '#modules/calendar/index.ts'
import { implement, type Route } from '#platform/http/route.ts'
import { compareMarket, writeComparisonFile } from './compare.service.ts'
import {
  listMarket,
  listMarketGroups,
  readAccuracy,
  readMarketSeries,
  readRuns,
  setWatched,
  writeSeriesFile,
} from './market.service.ts'

/** Series from outside: the catalogue, each series, comparisons, and the business's watch-list. */
export function marketRoutes(findPack: FindPack): Route[] {
  return [
    implement(at.list, listMarket),
    implement(at.groups, listMarketGroups),
    implement(at.read, (ctx, input) => readMarketSeries(ctx, input, findPack)),
    implement(at.file, writeSeriesFile),
    implement(at.compare, compareMarket),
    implement(at.compareFile, writeComparisonFile),
    implement(at.accuracy, readAccuracy),
    implement(at.runs, readRuns),
    implement(at.watch, (ctx, input) => setWatched(ctx, input, true)),
    implement(at.unwatch, (ctx, input) => setWatched(ctx, input, false)),
  ]
}
