// SPDX-License-Identifier: Apache-2.0

export * from './categories/index.ts'
export * from './checks/index.ts'
export { compareNames, type TellingOf } from './fold/compare-names.ts'
export { foldName } from './fold/fold-name.ts'
export type { FoldedName, FoldedWord, NameLikeness, NameReason, WordKind } from './fold/types.ts'
export * from './order-text/index.ts'
