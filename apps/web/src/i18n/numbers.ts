// SPDX-License-Identifier: Apache-2.0

export type Language = 'en' | 'ur'
export type Digits = 'western' | 'urdu'
/** Where the commas stand: `lakh` 12,34,567 or `thousand` 1,234,567. */
export type Grouping = 'lakh' | 'thousand'

const eastern = '۰۱۲۳۴۵۶۷۸۹'

/** The same text with its digits written the way the reader chose. */
export function withDigits(text: string, digits: Digits): string {
  return digits === 'western' ? text : text.replace(/\d/g, (digit) => eastern.charAt(Number(digit)))
}

/** Digits of any script a person may type (Urdu, Arabic, Western) as Western digits. */
export function toWesternDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/**
 * A number with its commas.
 *
 * @param fraction  Most digits after the point; trailing zeros are dropped.
 * @example grouped(1234567, 0, 'lakh') // '12,34,567'
 */
export function grouped(value: number, fraction: number, grouping: Grouping): string {
  const [whole = '0', rest] = trimmed(Math.abs(value).toFixed(fraction)).split('.')
  const sign = isNegativeText(value, whole, rest) ? '\u2212' : ''
  return `${sign}${withCommas(whole, grouping)}${rest ? `.${rest}` : ''}`
}

/** Whole digits with their commas. */
export function withCommas(whole: string, grouping: Grouping): string {
  if (whole.length <= 3) return whole
  const head = whole.slice(0, -3)
  const size = grouping === 'lakh' ? 2 : 3
  const parts: string[] = []
  for (let end = head.length; end > 0; end -= size) parts.unshift(head.slice(Math.max(0, end - size), end))
  return `${parts.join(',')},${whole.slice(-3)}`
}

export type Scale = 'one' | 'thousand' | 'lakh' | 'crore' | 'arab'

const scales = [
  ['arab', 1e9],
  ['crore', 1e7],
  ['lakh', 1e5],
  ['thousand', 1e3],
] as const

/**
 * An amount as people say it: three figures and the word of its size.
 *
 * @example spoken(1_240_000) // { figure: 12.4, scale: 'lakh' }
 */
export function spoken(value: number): { readonly figure: number; readonly scale: Scale } {
  const size = Math.abs(value)
  for (const [scale, unit] of scales) {
    // 99,999 rounds up to "1 lakh", not to "100 thousand".
    if (Math.abs(threeFigures(value / unit)) >= 1) {
      if (scale === 'thousand' && size < 10_000) break
      return { figure: threeFigures(value / unit), scale }
    }
  }
  return { figure: value, scale: 'one' }
}

function threeFigures(value: number): number {
  const decimals = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return Number(value.toFixed(decimals))
}

function trimmed(text: string): string {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text
}

function isNegativeText(value: number, whole: string, rest: string | undefined): boolean {
  return value < 0 && /[1-9]/.test(whole + (rest ?? ''))
}
