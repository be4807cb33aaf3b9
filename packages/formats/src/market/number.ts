// SPDX-License-Identifier: Apache-2.0
import type { BadReading, BadReadingReason } from './reading.ts'

const plain = /^[-+]?(?:\d+|\d{1,3}(?:,\d{2,3})+)?(?:\.\d*)?(?:[eE][-+]?\d+)?$/

/**
 * A number as statistics offices write it: point for the decimals, commas or nothing between thousands.
 *
 * @returns undefined for anything else, and beyond 1e15 either way.
 */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim()
  if (trimmed === '' || !plain.test(trimmed) || !/\d/.test(trimmed)) return undefined
  const value = Number(trimmed.replaceAll(',', ''))
  return Number.isFinite(value) && Math.abs(value) <= 1e15 ? value : undefined
}

/** Words that mean "no value here": they are counted as missing, not as faults of writing. */
export function isNoValue(text: string): boolean {
  return /^(?:|n\/?a|nan|null|\.\.|\.|-|:)$/i.test(text.trim())
}

/** A row that gives no value. */
export function badReading(lineNo: number, column: string | null, reason: BadReadingReason, cell: string): BadReading {
  return { lineNo, column, reason, cell: cell.slice(0, 100) }
}
