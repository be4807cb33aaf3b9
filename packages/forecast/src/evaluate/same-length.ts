// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'

/**
 * Refuses to score arrays that do not match, or nothing at all.
 *
 * @throws forecast.lengths-differ
 */
export function sameLength(a: ArrayLike<unknown>, b: ArrayLike<unknown>): void {
  if (a.length === 0 || a.length !== b.length) {
    throw new AppError('forecast.lengths-differ', { left: a.length, right: b.length })
  }
}
