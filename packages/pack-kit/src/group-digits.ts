// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { NumberStyle } from './pack.ts'

type Grouping = { readonly groupMark: string; readonly groups: readonly number[] }

/**
 * Writes whole digits in groups: `1234567` as `12,34,567` with sizes [3, 2], `1,234,567` with [3].
 *
 * @param digits Digits only, with an optional leading minus.
 * @param style  Sizes count from the right; the last repeats.
 * @throws pack.digits-invalid
 */
export function groupDigits(digits: string, style: Pick<NumberStyle, 'groupMark'> & Grouping): string {
  const match = /^(-?)(\d+)$/.exec(digits)
  if (!match) throw new AppError('pack.digits-invalid', { digits: digits.slice(0, 40) })
  const [, sign = '', body = ''] = match
  const parts: string[] = []
  let end = body.length
  for (let i = 0; end > 0; i += 1) {
    const size = style.groups[Math.min(i, style.groups.length - 1)] ?? 3
    parts.unshift(body.slice(Math.max(0, end - size), end))
    end -= size
  }
  return sign + parts.join(style.groupMark)
}
