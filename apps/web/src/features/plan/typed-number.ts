// SPDX-License-Identifier: Apache-2.0
import { toWesternDigits } from '#lib/i18n/numbers.ts'

/**
 * Thousandths of a unit from what a person typed or pasted: commas, spaces, Urdu digits and a
 * decimal point are understood.
 *
 * @returns  undefined when it is no number.
 * @example milliOf('1,240.5') // 1240500
 */
export function milliOf(typed: string): number | undefined {
  const text = plainNumber(typed)
  if (text === undefined) return undefined
  return Math.round(Number(text) * 1000)
}

/**
 * Minor units of money from what a person typed: `Rs 50,000`, `50000.50`, `1.5 lakh`, `۵۰ ہزار`.
 *
 * @param decimals  Digits after the point in the currency.
 * @returns  Whole minor units as text; undefined when it is no amount.
 */
export function minorOf(typed: string, decimals: number): string | undefined {
  const words = toWesternDigits(typed).toLowerCase()
  const scale = scaleWords.find(([pattern]) => pattern.test(words))?.[1] ?? 1
  const text = plainNumber(words.replace(/[^\d.,٫٬\s-]/g, ' '))
  if (text === undefined) return undefined
  const minor = Math.round(Number(text) * scale * 10 ** decimals)
  return minor >= 0 && Number.isSafeInteger(minor) ? String(minor) : undefined
}

const scaleWords: readonly (readonly [RegExp, number])[] = [
  [/crore|کروڑ/, 1e7],
  [/lakh|lac\b|لاکھ/, 1e5],
  [/thousand|hazar|\d\s*k\b|ہزار/, 1e3],
]

/** A number as JavaScript writes it, from one with commas, spaces or digits of another script. */
function plainNumber(typed: string): string | undefined {
  const text = toWesternDigits(typed)
    .replace(/٫/g, '.')
    .replace(/[\s,٬\u00a0]/g, '')
    .replace('\u2212', '-')
    .replace(/^[.]+|[.-]+$/g, '')
  return /^-?\d{1,15}(\.\d+)?$/.test(text) ? text : undefined
}
