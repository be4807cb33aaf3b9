// SPDX-License-Identifier: Apache-2.0
export { checkHead } from './check-head.ts'
export { checkLine } from './check-line.ts'
export type { Doubt, EntryHead, EntryLine, UsualOfItem, UsualOfKind } from './types.ts'
