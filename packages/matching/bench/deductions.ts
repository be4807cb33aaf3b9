// SPDX-License-Identifier: Apache-2.0
import type { Deduction } from '../src/index.ts'

/** Rates that the invented payers keep back. */
export const deductions: readonly Deduction[] = [
  { code: 'goods-5.5', of: 'total', millionths: 55_000 },
  { code: 'goods-4', of: 'total', millionths: 40_000 },
  { code: 'service-11', of: 'net', millionths: 110_000 },
]
