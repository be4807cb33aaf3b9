// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'

/** How a number format shows a number. */
export type NumberShape = 'number' | 'date' | 'time'

/** Shape of a built-in format by its number. @source ECMA-376, 5th edition, part 1, section 18.8.30. */
export function builtInShape(id: number): NumberShape {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'date'
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : 'number'
}

/** Shape of a custom format by its code, such as `dd/mm/yyyy` or `[$Rs] #,##0`. */
export function customShape(code: string): NumberShape {
  const first = code.split(';')[0] ?? ''
  const marks = first
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general/gi, '')
    .toLowerCase()
  if (/[yd]/.test(marks)) return 'date'
  if (/[hs]/.test(marks)) return 'time'
  return /m/.test(marks) ? 'date' : 'number'
}

const epoch1900 = -25_569
const epoch1904 = -24_107

/**
 * A spreadsheet's day number as text: `2026-11-24`, or `2026-11-24 08:26` when it has a time.
 *
 * Days before 1 March 1900 are off by one in the 1900 system (it believes in a 29 February 1900);
 * no ledger reaches there.
 */
export function serialText(serial: number, shape: NumberShape, is1904: boolean): string {
  // Rounded to seconds first: 08:26 is stored a hair below itself.
  const seconds = Math.round(serial * 86_400)
  const day = Math.floor(seconds / 86_400)
  const minute = Math.floor((seconds - day * 86_400) / 60)
  const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
  if (shape === 'time' && day === 0) return clock
  const dayNumber = day + (is1904 ? epoch1904 : epoch1900)
  if (dayNumber < -25_569 || dayNumber > 2_932_896) return String(serial)
  return minute === 0 ? fromDayNumber(dayNumber) : `${fromDayNumber(dayNumber)} ${clock}`
}
