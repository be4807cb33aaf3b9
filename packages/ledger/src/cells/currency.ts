// SPDX-License-Identifier: Apache-2.0

/** The currency that is written beside a number: a code such as `USD`, or a sign such as `£`; null when there is none. */
export function currencyBeside(text: string): string | null {
  return /(?<!\p{L})[A-Z]{3}(?!\p{L})/u.exec(text)?.[0] ?? /\p{Sc}/u.exec(text)?.[0] ?? null
}

/** True when a cell may name a currency: it begins or ends with neither a figure nor a mark of a number. */
export function mayNameCurrency(text: string): boolean {
  return isOther(text.charCodeAt(0)) || isOther(text.charCodeAt(text.length - 1))
}

function isOther(code: number): boolean {
  // Space to `9` holds figures and the marks of numbers, and one currency sign.
  return code > 57 || code === 36
}
