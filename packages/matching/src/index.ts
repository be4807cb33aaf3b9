// SPDX-License-Identifier: Apache-2.0
export type { FoldedName, NameLikeness, NameReason } from './fold/types.ts'
