// SPDX-License-Identifier: Apache-2.0

/** Digits that a trade item's number may have. */
export const gtinLengths = [8, 12, 13, 14] as const

/** Why a text is no GTIN. `expected` is the digit that would be right. */
export type GtinCheck =
  | { readonly kind: 'gtin'; readonly gtin: string; readonly length: (typeof gtinLengths)[number] }
  | { readonly kind: 'wrong'; readonly reason: 'digits' | 'length' }
  | { readonly kind: 'wrong'; readonly reason: 'check-digit'; readonly expected: number }

/** Checks a GTIN-8, -12, -13 or -14 as typed or scanned; spaces and hyphens are passed over. */
export function checkGtin(text: string): GtinCheck {
  const gtin = text.replace(/[\s-]/g, '')
  if (!/^\d+$/.test(gtin)) return { kind: 'wrong', reason: 'digits' }
  const length = gtinLengths.find((one) => one === gtin.length)
  if (length === undefined) return { kind: 'wrong', reason: 'length' }
  const expected = gtinCheckDigit(gtin.slice(0, -1))
  if (expected !== Number(gtin.at(-1))) return { kind: 'wrong', reason: 'check-digit', expected }
  return { kind: 'gtin', gtin, length }
}

/**
 * The last digit of a number, from all before it: from the right weights 3, 1, 3, …, what lacks to the next ten.
 *
 * @param digits Digits without the check digit.
 * @source GS1 General Specifications, section 7.9.
 */
export function gtinCheckDigit(digits: string): number {
  let sum = 0
  for (let back = 0; back < digits.length; back++) {
    sum += Number(digits[digits.length - 1 - back]) * (back % 2 === 0 ? 3 : 1)
  }
  return (10 - (sum % 10)) % 10
}

/** The same number with 14 digits, as databases compare them. @param gtin One that was checked. */
export function asGtin14(gtin: string): string {
  return gtin.padStart(14, '0')
}
