// SPDX-License-Identifier: Apache-2.0
import { countWords, currencyWords } from '../cell-words.ts'
import { westernDigits } from './digits.ts'

/** An exact decimal: `mantissa / 10 ** scale`, both safe integers, scale 0 to 12. */
export type Decimal = { readonly mantissa: number; readonly scale: number }

/** Why a cell is no number. */
export type NumberReason = 'number-unreadable' | 'number-grouping' | 'number-too-large' | 'error-value'

const maxScale = 12
const plain = /^\d*\.?\d*$/
const exponent = /^(\d+(?:\.\d*)?|\.\d+)[eE]([-+]?\d{1,2})$/
const spaces = /[\s\u00A0\u202F\u2009'\u2019]/g
const edgeWord = /^(\p{Sc}|[\p{L}.]+)\s*|\s*(\p{Sc}|[\p{L}.]+)$/gu
const spreadsheetError = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!)$/i

/**
 * Reads a number as people write it: any digits, currency signs, `Rs 500/-`, brackets or a
 * trailing minus for negative, thousands by three or in the South Asian way (1,23,456).
 *
 * @param decimal The decimal sign of the file. The other of `.` and `,` may only separate thousands.
 * @returns The exact decimal, or a reason. An empty cell is `number-unreadable`.
 */
export function parseNumber(text: string, decimal: '.' | ','): Decimal | NumberReason {
  return plainDecimal(text, decimal === '.' ? 46 : 44) ?? parseWritten(text, decimal)
}

/** The quick way for digits, one sign and one decimal sign; undefined when there is anything else. */
function plainDecimal(text: string, point: number): Decimal | undefined {
  const length = text.length
  let at = 0
  const negative = text.charCodeAt(0) === 45
  if (negative) at++
  // 15 digits always fit a safe integer.
  if (length - at > 15 || length === at) return undefined
  let mantissa = 0
  let scale = -1
  let trailingZeros = 0
  for (; at < length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48)
      trailingZeros = code === 48 ? trailingZeros + 1 : 0
      if (scale >= 0) scale++
    } else if (code === point && scale < 0) {
      scale = 0
      trailingZeros = 0
    } else return undefined
  }
  if (scale === 0 && length === (negative ? 2 : 1)) return undefined
  if (scale > 0 && trailingZeros > 0) {
    const dropped = Math.min(trailingZeros, scale)
    mantissa /= 10 ** dropped
    scale -= dropped
  }
  // A negative zero would differ from zero in keys and comparisons.
  return { mantissa: negative && mantissa !== 0 ? -mantissa : mantissa, scale: Math.max(scale, 0) }
}

function parseWritten(text: string, decimal: '.' | ','): Decimal | NumberReason {
  let rest = westernDigits(text)
    .trim()
    .replace(/[\u2212\u2012\u2013\uFE63]/g, '-')
  if (rest.length > 60) return 'number-unreadable'
  if (spreadsheetError.test(rest)) return 'error-value'
  // A leading apostrophe is how spreadsheets force text.
  rest = rest.replace(/^'/, '')
  let negative = false
  const brackets = /^\p{Sc}?\s*\((.*)\)$/u.exec(rest)
  if (brackets) {
    negative = true
    rest = brackets[1] ?? ''
  }
  rest = stripWords(rest.replace(/\/[-=]$/, ''))
  const sign = /^([-+])|([-+])$/.exec(rest)
  if (sign) {
    if (sign[0] === '-') {
      if (negative) return 'number-unreadable'
      negative = true
    }
    rest = stripWords(sign[1] ? rest.slice(1) : rest.slice(0, -1))
  }
  rest = rest
    .replace(spaces, '')
    .replaceAll('\u066B', decimal)
    .replaceAll('\u066C', decimal === '.' ? ',' : '.')
  const unsigned = ungroup(rest, decimal)
  if (typeof unsigned !== 'string' || unsigned === 'number-grouping') return 'number-grouping'
  const read = exactDecimal(unsigned)
  if (typeof read === 'string') return read
  return { mantissa: negative && read.mantissa !== 0 ? -read.mantissa : read.mantissa, scale: read.scale }
}

/** Drops currency signs and words, and words that only count, from both ends. */
function stripWords(text: string): string {
  return text
    .trim()
    .replace(edgeWord, (word) => {
      const bare = word.trim().replace(/\.$/, '').toLowerCase()
      const known = /^\p{Sc}$/u.test(bare) || /^[A-Z]{3}$/.test(word.trim())
      return known || currencyWords.has(bare) || countWords.has(bare) ? '' : word
    })
    .trim()
}

/** Digits with `.` as the decimal sign and no thousands signs. */
function ungroup(text: string, decimal: '.' | ','): string | 'number-grouping' {
  const thousands = decimal === '.' ? ',' : '.'
  const parts = text.split(decimal)
  if (parts.length > 2) return 'number-grouping'
  const whole = parts[0] ?? ''
  if ((parts[1] ?? '').includes(thousands)) return 'number-grouping'
  if (whole.includes(thousands) && !/^\d{1,3}([.,]\d{2,3})*[.,]\d{3}$/.test(whole)) return 'number-grouping'
  const digits = whole.replaceAll(thousands, '')
  return parts.length === 2 ? `${digits}.${parts[1]}` : digits
}

function exactDecimal(text: string): Decimal | NumberReason {
  const scientific = exponent.exec(text)
  let digits = scientific?.[1] ?? text
  if (!plain.test(digits) || !/\d/.test(digits)) return 'number-unreadable'
  let shift = Number(scientific?.[2] ?? 0)
  const point = digits.indexOf('.')
  if (point >= 0) {
    shift -= digits.length - point - 1
    digits = digits.replace('.', '')
  }
  digits = digits.replace(/^0+(?=\d)/, '')
  if (/^0+$/.test(digits)) return { mantissa: 0, scale: 0 }
  const zeros = /0*$/.exec(digits)?.[0].length ?? 0
  digits = digits.slice(0, digits.length - zeros)
  shift += zeros
  if (shift > 0) {
    if (digits.length + shift > 15) return 'number-too-large'
    digits += '0'.repeat(shift)
    shift = 0
  }
  // More places than money or weights need are the dust of floating point: rounded, halves away from zero.
  if (-shift > maxScale || digits.length > 15) {
    const drop = Math.max(-shift - maxScale, digits.length - 15)
    if (drop > -shift) return 'number-too-large'
    const kept = digits.slice(0, Math.max(0, digits.length - drop)) || '0'
    const up = (digits[digits.length - drop] ?? '0') >= '5' ? 1 : 0
    return { mantissa: Number(kept) + up, scale: 0 - shift - drop }
  }
  // Subtracted, not negated: there is no scale of minus zero.
  return { mantissa: Number(digits), scale: 0 - shift }
}

/**
 * A decimal in whole parts of `10 ** -places`, halves away from zero; null when it is no safe integer.
 *
 * @param places 0 to 12.
 */
export function toWhole(value: Decimal, places: number): number | null {
  return shiftRounded(value.mantissa, places - value.scale)
}

/** Product of two decimals in whole parts of `10 ** -places`, exact but for one rounding, halves away from zero. */
export function productToWhole(a: Decimal, b: Decimal, places: number): number | null {
  const product = a.mantissa * b.mantissa
  const shift = places - a.scale - b.scale
  return Number.isSafeInteger(product)
    ? shiftRounded(product, shift)
    : shiftRoundedBig(BigInt(a.mantissa) * BigInt(b.mantissa), shift)
}

function shiftRounded(whole: number, shift: number): number | null {
  if (shift >= 0) {
    const shifted = whole * 10 ** shift
    return Number.isSafeInteger(shifted) ? shifted : null
  }
  if (shift < -15) return shiftRoundedBig(BigInt(whole), shift)
  const divisor = 10 ** -shift
  const size = Math.abs(whole)
  const remainder = size % divisor
  const rounded = (size - remainder) / divisor + (remainder * 2 >= divisor ? 1 : 0)
  return whole < 0 && rounded !== 0 ? -rounded : rounded
}

function shiftRoundedBig(whole: bigint, shift: number): number | null {
  const divisor = 10n ** BigInt(Math.max(0, -shift))
  const size = (whole < 0n ? -whole : whole) * 10n ** BigInt(Math.max(0, shift))
  const rounded = (size + divisor / 2n) / divisor
  if (rounded > BigInt(Number.MAX_SAFE_INTEGER)) return null
  return Number(whole < 0n ? -rounded : rounded)
}
