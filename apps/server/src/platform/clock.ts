// SPDX-License-Identifier: Apache-2.0

import { type DayNumber, plainDate, toDayNumber } from '@resham/base'

/** Tells the time. The real one is built once, in `main`; tests hand in their own. */
export type Clock = () => Date

/** The machine's own clock. */
export const machineClock: Clock = () => new Date()

const formats = new Map<string, Intl.DateTimeFormat>()

/** The day that it is in a time zone. @param timeZone IANA name. */
export function dayIn(timeZone: string, now: Date): DayNumber {
  // Making a formatter costs a hundred times its use, and there are few time zones.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' })
  formats.set(timeZone, format)
  return toDayNumber(plainDate(format.format(now)))
}
