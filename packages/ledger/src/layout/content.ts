// SPDX-License-Identifier: Apache-2.0
import { parseDate } from '../cells/date.ts'
import { parseNumber } from '../cells/number.ts'

/** What stands in a column, as shares (0 to 1) of its filled cells unless said otherwise. */
export type ColumnContent = {
  /** Share of all cells that hold something. */
  readonly filled: number
  readonly dates: number
  /** Dates written year first, which no number can be. */
  readonly isoDates: number
  /** Bare numbers that may be dates: a spreadsheet's day numbers, and 20261124. */
  readonly dateNumbers: number
  readonly numbers: number
  readonly integers: number
  /** Cells with at least two words of letters. */
  readonly words: number
  readonly currencyCodes: number
  /** Different texts per filled cell. */
  readonly distinct: number
  /** Cells equal to the one below. */
  readonly repeatsBelow: number
  /** Mean number of characters. */
  readonly length: number
  /** Median of the absolute values of its numbers; 0 without any. */
  readonly medianSize: number
}

/** Describes one column. @param cells Of consecutive records, oldest first. */
export function describeColumn(cells: readonly string[]): ColumnContent {
  const texts = cells.map((cell) => cell.trim())
  const filled = texts.filter((text) => text !== '')
  const share = (fits: (text: string) => boolean) =>
    filled.length === 0 ? 0 : filled.filter(fits).length / filled.length
  const sizes: number[] = []
  for (const text of filled) {
    const number = anyNumber(text)
    if (number !== null) sizes.push(Math.abs(number))
  }
  sizes.sort((a, b) => a - b)
  let repeats = 0
  for (let i = 1; i < texts.length; i++) if (texts[i] !== '' && texts[i] === texts[i - 1]) repeats++
  return {
    filled: texts.length === 0 ? 0 : filled.length / texts.length,
    dates: share(isDate),
    isoDates: share((text) => /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}/.test(text)),
    dateNumbers: share((text) => /^([2-7]\d{4}(\.\d+)?|(19|20)\d{6})$/.test(text)),
    numbers: share((text) => anyNumber(text) !== null),
    integers: share((text) => Number.isInteger(anyNumber(text) ?? 0.5)),
    words: share((text) => /\p{L}{2,}[^\p{L}]+\p{L}{2,}/u.test(text)),
    currencyCodes: share((text) => /^[A-Z]{3}$/.test(text)),
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    repeatsBelow: texts.length < 2 ? 0 : repeats / (texts.length - 1),
    length: filled.length === 0 ? 0 : filled.reduce((sum, text) => sum + text.length, 0) / filled.length,
    medianSize: sizes[sizes.length >> 1] ?? 0,
  }
}

/** True for a date in any order; a bare number is a date only to those who know that it is one. */
export function isDate(text: string): boolean {
  if (/^\d+(\.\d+)?$/.test(text)) return false
  return typeof parseDate(text, 'dmy') === 'object' || typeof parseDate(text, 'mdy') === 'object'
}

function anyNumber(text: string): number | null {
  const point = parseNumber(text, '.')
  const read = typeof point === 'object' ? point : parseNumber(text, ',')
  return typeof read === 'object' ? read.mantissa / 10 ** read.scale : null
}
