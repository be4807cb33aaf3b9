// SPDX-License-Identifier: Apache-2.0
export { currenciesFrom, fromHundred, inCurrency, inMoneyOf, type RateSeries } from './compare.ts'
export { MARKET_VERSION, marketOutlook } from './outlook.ts'
export { type MarketValueKind, marketSentenceCodes } from './sentences.ts'
export type {
  MarketAhead,
  MarketOutlook,
  MarketSeason,
  MarketSentence,
  MarketSeries,
  TrackRecord,
} from './types.ts'
