// SPDX-License-Identifier: Apache-2.0

import { type DayNumber, plainDate, toDayNumber } from '@resham/base'

/** Tells the time. The real one is built once, in `main`; tests hand in their own. */
export type Clock = () => Date

/** The machine's own clock. */
export const machineClock: Clock = () => new Date()

/** The day that it is in a time zone. @param timeZone IANA name. */
export function dayIn(timeZone: string, now: Date): DayNumber {
  const text = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
  return toDayNumber(plainDate(text))
}
