// SPDX-License-Identifier: Apache-2.0
import { addDays, plainDate } from '@resham/base'
import type { HijriMonthRow } from './pack.ts'

/**
 * The row of a month from a day that was announced in it, such as "Eid (day 10 of month 12) is on 7 June".
 *
 * @param dayOfMonth 1 to 30.
 * @throws base.date-invalid
 */
export function announcedMonth(
  year: number,
  month: number,
  dayOfMonth: number,
  announcedDay: string,
  source: string,
): HijriMonthRow {
  return { year, month, firstDay: addDays(plainDate(announcedDay), 1 - dayOfMonth), source }
}
