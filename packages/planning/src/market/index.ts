// SPDX-License-Identifier: Apache-2.0

export { marketAhead } from './ahead.ts'
export { currenciesFrom, fromHundred, inCurrency, inMoneyOf, type RateSeries } from './compare.ts'
export { MARKET_VERSION, marketOutlook } from './outlook.ts'
export { type MarketValueKind, marketSentenceCodes } from './sentences.ts'
export type {
  MarketAhead,
  MarketChanged,
  MarketOutlook,
  MarketSeason,
  MarketSentence,
  MarketSeries,
  MarketTrend,
  TrackRecord,
} from './types.ts'
