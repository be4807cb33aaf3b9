// SPDX-License-Identifier: Apache-2.0
export { type Catalogue, prepareCatalogue } from './catalogue.ts'
export { mostCharacters, mostLines, readOrderText } from './read-order-text.ts'
export type {
  DayTold,
  ItemCandidate,
  ItemReason,
  LocalUnit,
  OrderAsk,
  OrderableItem,
  OrderReading,
  OrderTextOptions,
  OrderTextResult,
  ReadLine,
} from './types.ts'
