// SPDX-License-Identifier: Apache-2.0
import type { Pack } from './pack.ts'

type IdRules = Pack['nationalId']

/**
 * Reads an identity number as people write it; undefined when its form or check digit is wrong.
 *
 * It says nothing about whether such a person exists.
 *
 * @returns The characters without separators, upper case.
 */
export function normaliseNationalId(rules: IdRules, text: string): string | undefined {
  if (text.length > 60) return undefined
  const typed = text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\s\-./\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .toUpperCase()
  if (!new RegExp(`^(?:${rules.pattern})$`).test(typed)) return undefined
  if (typed.length !== rules.groups.reduce((sum, size) => sum + size, 0)) return undefined
  return rules.check === 'mod-11' && !hasGoodCheckDigit(typed) ? undefined : typed
}

function hasGoodCheckDigit(characters: string): boolean {
  const digits = [...characters].filter((character) => character >= '0' && character <= '9').map(Number)
  const check = digits.pop()
  const sum = digits.reduce((total, digit, i) => total + digit * (i + 1), 0)
  return check === (sum % 11) % 10
}

/** Writes a normalised identity number in its groups. */
export function displayNationalId(rules: IdRules, id: string): string {
  let at = 0
  return rules.groups
    .map((size) => {
      const part = id.slice(at, at + size)
      at += size
      return part
    })
    .join(rules.separator)
}
