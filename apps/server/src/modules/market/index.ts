// SPDX-License-Identifier: Apache-2.0

export { findSeriesByWords, listAskable, listSeriesWords } from './find-series.repository.ts'
export { makeInventedMarket } from './invented.service.ts'
export { makeInventedTrade } from './invented-trade.service.ts'
export { loadMarket } from './load.service.ts'
export { marketRoutes } from './market.routes.ts'
export type { Points, SeriesRecord } from './market.types.ts'
export { findMarketOutlook, listPoints } from './market-data.repository.ts'
export { makeMarketOutlooks } from './outlooks.service.ts'
export { refreshMarket } from './refresh.service.ts'
export { readDefinitions, SourceDefinition } from './sources.ts'
export {
  findHeadings,
  type HeadingRecord,
  listFlows,
  listTradedHeadings,
  searchHeadings,
  type TradeFlow,
} from './trade.repository.ts'
export { loadHeadings } from './trade-headings.service.ts'
export { listWatchedSeries, watchByKeys } from './watched.repository.ts'
