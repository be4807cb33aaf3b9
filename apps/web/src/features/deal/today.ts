// SPDX-License-Identifier: Apache-2.0

/** The day that it is in a time zone, as days travel: `2026-11-25`. */
export function dayAt(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)
}
