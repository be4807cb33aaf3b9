// SPDX-License-Identifier: Apache-2.0
import { addDays, fromDayNumber, toDayNumber } from '@resham/base'
import { holidaysBetween, type Pack } from '@resham/pack-kit'
import type { HolidayWindow } from '@resham/planning'

/** The last week of a lead, in which a rush shows most. */
const nearDays = 7
/** Leads, lags and forecasts reach this far beyond the books. */
const marginDays = 120

/** The holidays of a country around the days of the books: each with the days before and after it as windows of their own. */
export function holidayWindows(pack: Pack, firstDay: number, lastDay: number): readonly HolidayWindow[] {
  const from = addDays(fromDayNumber(firstDay), -marginDays)
  const to = addDays(fromDayNumber(lastDay), marginDays)
  return holidaysBetween(pack, from, to).flatMap((holiday) => {
    const first = toDayNumber(holiday.from)
    const last = toDayNumber(holiday.to)
    const near = Math.min(nearDays, holiday.leadDays)
    const windows: HolidayWindow[] = [
      { name: holiday.id, from: first, to: last },
      { name: `${holiday.id}:near`, from: first - near, to: first - 1 },
      { name: `${holiday.id}:early`, from: first - holiday.leadDays, to: first - near - 1 },
      { name: `${holiday.id}:after`, from: last + 1, to: last + holiday.lagDays },
    ]
    return windows.filter((window) => window.from <= window.to)
  })
}
