// SPDX-License-Identifier: Apache-2.0

export * from './categories/index.ts'
export * from './checks/index.ts'
export { findDuplicateItems } from './duplicates/find-items.ts'
export { findDuplicateParties } from './duplicates/find-parties.ts'
export type { DuplicatePair, DuplicateReason, ItemRecord, PartyRecord } from './duplicates/types.ts'
export { compareNames, type TellingOf } from './fold/compare-names.ts'
export { foldName } from './fold/fold-name.ts'
export type { FoldedName, FoldedWord, NameLikeness, NameReason, WordKind } from './fold/types.ts'
export * from './order-text/index.ts'
export { type MatchInput, matchPayments } from './payments/match-payments.ts'
export { type Habit, learn, type MatchMemory, noMemory } from './payments/memory.ts'
export type {
  BankLine,
  Confirmation,
  Deduction,
  Direction,
  LineMatch,
  MatchReason,
  MatchSettings,
  OpenDocument,
  Party,
  Suggestion,
} from './payments/types.ts'
