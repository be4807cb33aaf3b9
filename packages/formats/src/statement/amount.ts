// SPDX-License-Identifier: Apache-2.0

/**
 * An amount without sign as whole minor units; null when it is none, or has more decimals than its currency.
 *
 * Trailing zeros beyond the currency's decimals are allowed: some banks write five.
 *
 * @param sign The decimal sign of the format: `.` in camt.053, `,` in MT940.
 */
export function readAmount(text: string, sign: '.' | ',', decimals: number): bigint | null {
  const shape = sign === '.' ? /^(\d{1,18})(?:\.(\d{0,12}))?$/ : /^(\d{1,18})(?:,(\d{0,12}))?$/
  const match = shape.exec(text)
  if (!match) return null
  const [, whole = '', fraction = ''] = match
  if (/[^0]/.test(fraction.slice(decimals))) return null
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
}

/** The reverse. @param minor Not negative. */
export function writeAmount(minor: bigint, sign: '.' | ',', decimals: number): string {
  const digits = minor.toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals)
  if (sign === ',') return `${whole},${fraction}`
  return decimals === 0 ? whole : `${whole}.${fraction}`
}
