// SPDX-License-Identifier: Apache-2.0
export { outlookOfItem } from './outlook.ts'
export type * from './types.ts'
