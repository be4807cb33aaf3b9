// SPDX-License-Identifier: Apache-2.0
export { associate } from './associate.ts'
export { byMonth } from './by-month.ts'
export type { Association, MonthlySeries, MoveResult } from './types.ts'
