// SPDX-License-Identifier: Apache-2.0
export {
  countLinesByKind,
  deleteLinesOfImport,
  findBooksSpan,
  insertLines,
  listDaysOfImport,
  listGroupFacts,
  listItemFacts,
  listSoldSince,
  rebuildDays,
} from './sales.repository.ts'
export type { FactSeries, SaleLine } from './sales.types.ts'
