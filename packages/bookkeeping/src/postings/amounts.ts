// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/** @throws bookkeeping.amount-invalid: what goes the other way is an event of its own, not a minus */
export function refuseNegative(...amounts: readonly bigint[]): void {
  for (const minor of amounts) {
    if (minor < 0n) throw new AppError('bookkeeping.amount-invalid', { value: minor.toString() })
  }
}
