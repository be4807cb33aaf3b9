// SPDX-License-Identifier: Apache-2.0
import { addDays, type DayNumber, type PlainDate, toDayNumber } from '@resham/base'
import { type Holiday, holidaysBetween } from './holidays.ts'
import type { Pack } from './pack.ts'

/** Days that may move demand, under a name of their own: first and last day, inclusive. */
export type HolidayWindow = { readonly name: string; readonly from: DayNumber; readonly to: DayNumber }

/** The part of a lead in which a rush shows most. */
const nearDays = 7
/** Holidays this far outside are looked at too: their leads and lags may reach in. */
const reachDays = 60

/** A holiday and the days around it: `eid`, `eid:near` (its last week of lead), `eid:early` (the lead before that), `eid:after`. */
export function windowsOf(
  holiday: Pick<Holiday, 'id' | 'from' | 'to' | 'leadDays' | 'lagDays'>,
): readonly HolidayWindow[] {
  const first = toDayNumber(holiday.from)
  const last = toDayNumber(holiday.to)
  const near = Math.min(nearDays, holiday.leadDays)
  return [
    { name: holiday.id, from: first, to: last },
    { name: `${holiday.id}:near`, from: first - near, to: first - 1 },
    { name: `${holiday.id}:early`, from: first - holiday.leadDays, to: first - near - 1 },
    { name: `${holiday.id}:after`, from: last + 1, to: last + holiday.lagDays },
  ].filter((window) => window.from <= window.to)
}

/**
 * The windows of every holiday that falls between two days or close enough to be felt there.
 *
 * @param pack A checked pack.
 * @param from First day. @param to Last day, inclusive.
 * @returns    In order of their holidays; some may lie outside the days asked for.
 * @throws pack.span-invalid, pack.hijri-out-of-range
 */
export function holidayWindows(
  pack: Pick<Pack, 'holidays' | 'hijri'>,
  from: PlainDate,
  to: PlainDate,
): readonly HolidayWindow[] {
  return holidaysBetween(pack, addDays(from, -reachDays), addDays(to, reachDays)).flatMap(windowsOf)
}
