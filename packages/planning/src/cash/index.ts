// SPDX-License-Identifier: Apache-2.0
export { cashOutlook } from './outlook.ts'
export type {
  CashGap,
  CashInput,
  CashOutlook,
  CashWeek,
  PaidLate,
  Payable,
  Receivable,
  Remedy,
  Takings,
} from './types.ts'
