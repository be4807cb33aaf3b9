// SPDX-License-Identifier: Apache-2.0
export { compareNames, type TellingOf } from './fold/compare-names.ts'
export { foldName } from './fold/fold-name.ts'
export type { FoldedName, FoldedWord, NameLikeness, NameReason, WordKind } from './fold/types.ts'
export * from './order-text/index.ts'
