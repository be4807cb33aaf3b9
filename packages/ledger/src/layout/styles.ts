// SPDX-License-Identifier: Apache-2.0
import { parseDate } from '../cells/date.ts'
import { westernDigits } from '../cells/digits.ts'
import type { DateOrder } from '../types.ts'

/**
 * In which order a column writes its dates.
 *
 * @param preferred What to assume when every date fits both orders and neither reads more smoothly.
 * @returns The order, and whether it had to be assumed.
 */
export function sniffDateOrder(
  cells: readonly string[],
  preferred: DateOrder,
): { readonly order: DateOrder; readonly ambiguous: boolean } {
  let dayFirst = 0
  let monthFirst = 0
  let yearFirst = 0
  const either: string[] = []
  for (const cell of cells) {
    const text = westernDigits(cell).trim()
    if (/^\d{4}[-/.]?\d/.test(text)) yearFirst++
    const parts = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2,4})\b/.exec(text)
    if (!parts) continue
    either.push(text)
    const [first, second, third] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
    if (first > 31 || (parts[3]?.length === 2 && third <= 31 && first > 12 && second <= 12 && third > 12)) continue
    if (first > 12 && second <= 12) dayFirst++
    if (second > 12 && first <= 12) monthFirst++
  }
  if (either.length === 0) return { order: yearFirst > 0 ? 'ymd' : preferred, ambiguous: false }
  if (dayFirst !== monthFirst) return { order: dayFirst > monthFirst ? 'dmy' : 'mdy', ambiguous: false }
  // A ledger runs through the days: under the wrong order it leaps from month to month.
  const [asDays, asMonths] = [leaps(either, 'dmy'), leaps(either, 'mdy')]
  if (asDays * 2 < asMonths) return { order: 'dmy', ambiguous: false }
  if (asMonths * 2 < asDays) return { order: 'mdy', ambiguous: false }
  return { order: preferred === 'ymd' ? 'dmy' : preferred, ambiguous: true }
}

/** Sum of the distances, in days, between neighbouring dates. */
function leaps(cells: readonly string[], order: DateOrder): number {
  let sum = 0
  let last: number | undefined
  for (const cell of cells) {
    const read = parseDate(cell, order)
    if (typeof read !== 'object') continue
    if (last !== undefined) sum += Math.abs(read.day - last)
    last = read.day
  }
  return sum
}

/** The decimal sign of a file by its columns of numbers: the last sign before one, two or many figures. */
export function sniffDecimal(cells: readonly string[]): '.' | ',' {
  let points = 0
  let commas = 0
  for (const cell of cells) {
    const text = westernDigits(cell)
      // The point of `Rs. 1,500` belongs to the word.
      .replace(/\p{L}\./gu, '')
      .replace(/[^\d.,\u066B]/g, '')
      .replace(/\u066B/g, ',')
    const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
    if (last < 0) continue
    const sign = text[last]
    const other = sign === '.' ? ',' : '.'
    const after = text.length - last - 1
    const decides = text.includes(other) ? text.indexOf(other) < last : after !== 3 && text.indexOf(sign ?? '') === last
    if (!decides) {
      // The same sign twice separates thousands, so the other one is the decimal sign.
      if (text.indexOf(sign ?? '') !== last) {
        if (sign === '.') commas++
        else points++
      }
      continue
    }
    if (sign === '.') points++
    else commas++
  }
  return commas > points ? ',' : '.'
}
