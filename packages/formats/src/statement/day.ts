// SPDX-License-Identifier: Apache-2.0
import { isRealDate } from '@resham/base'

/** True for `YYYY-MM-DD` that the calendar has. */
export function isRealDay(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && isRealDate(Number(match[1]), Number(match[2]), Number(match[3]))
}
