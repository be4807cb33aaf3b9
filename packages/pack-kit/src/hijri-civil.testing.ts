// SPDX-License-Identifier: Apache-2.0

/**
 * The tabular ("civil") Hijri calendar as a slow, obvious twin: years are counted one by one, months
 * have 30 and 29 days in turn, and 11 of 30 years end with one day more.
 *
 * @source Reingold and Dershowitz, Calendrical Calculations, chapter on the Islamic calendar.
 */
export function civilHijriDayNumber(year: number, month: number, day: number): number {
  let dayNumber = -492_148 // 16 July 622 Julian, 1 Muharram 1
  for (let y = 1; y < year; y += 1) dayNumber += isLongYear(y) ? 355 : 354
  for (let m = 1; m < month; m += 1) dayNumber += m % 2 === 1 ? 30 : 29
  return dayNumber + day - 1
}

function isLongYear(year: number): boolean {
  return [2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29].includes(year % 30)
}
