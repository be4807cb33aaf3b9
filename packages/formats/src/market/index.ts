// SPDX-License-Identifier: Apache-2.0
export type { DateValueOptions } from './date-value/read.ts'
export { createGatherer, type GatheredMarket, type GatheredSeries, type SeriesNote, type Skipped } from './gather.ts'
export { readTradeHeadings, type TradeHeading } from './headings/read.ts'
export { type DateOrder, type Period, periodAfter, periodStart, readPeriod } from './period.ts'
export { type MarketFormat, marketFormats, readMarket, sniffMarketFormat } from './read.ts'
export {
  type BadReading,
  type BadReadingReason,
  badReadingReasons,
  type MarketBatch,
  type MarketFrequency,
  type MarketKind,
  type MarketReading,
  noFacts,
  type SeriesFacts,
} from './reading.ts'
export type { MarketReadOptions } from './table.ts'
export { readWorldBank, type WorldBankPage } from './worldbank/read.ts'
