// SPDX-License-Identifier: Apache-2.0
export {
  addToDays,
  countLinesByKind,
  deleteLinesOfImport,
  findBooksSpan,
  insertLines,
  listDaysOfImport,
  listFactsOfItems,
  listGroupFacts,
  listItemFacts,
  listLastPrices,
  listSoldSince,
  rebuildDays,
} from './sales.repository.ts'
export type { FactSeries, SaleLine } from './sales.types.ts'
