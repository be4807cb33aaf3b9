// SPDX-License-Identifier: Apache-2.0
export { sampleLedgerCsv, sampleStockCsv } from './csv.ts'
export { generateSampleFlows, type SampleFlow } from './flows.ts'
export { generateSampleShop, type SampleShopOptions } from './generate.ts'
export { generateSampleMarket, type SampleSeries } from './market.ts'
export type {
  SampleChannel,
  SampleCustomer,
  SampleItem,
  SampleLine,
  SampleShop,
  SampleStatus,
  SampleTruth,
  ShopHoliday,
} from './types.ts'
