// SPDX-License-Identifier: Apache-2.0

const left = '0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011'.split(' ')
const right = left.map((code) => [...code].map((bit) => (bit === '1' ? '0' : '1')).join(''))
const reversed = right.map((code) => [...code].reverse().join(''))
/** Which of the first six digits after the first are reversed: by it the first digit is told. */
const parity = '000000 001011 001101 001110 010011 011001 011100 010101 010110 011010'.split(' ')
/** Of five bars (or spaces) of a digit, the wide ones. */
const wide = '00110 10001 01001 11000 00101 10100 01100 00011 10010 01010'.split(' ')

/**
 * The bars of a GTIN as modules, 1 dark and 0 light, without the quiet zones: EAN-8, EAN-13 (a UPC of 12 digits is one that
 * begins with 0), ITF-14 with wide bars of three modules.
 *
 * Source: GS1 General Specifications, sections 5.2.1 (EAN/UPC) and 5.3.1 (ITF-14).
 *
 * @param gtin 8, 12, 13 or 14 digits; its check digit is not looked at.
 * @returns undefined for any other text.
 */
export function barsOf(gtin: string): string | undefined {
  if (!/^\d+$/.test(gtin)) return undefined
  const digits = [...gtin].map(Number)
  if (digits.length === 8) return eanOf(digits.slice(0, 4), '0000', digits.slice(4))
  if (digits.length === 12) return barsOf(`0${gtin}`)
  if (digits.length === 13) return eanOf(digits.slice(1, 7), parity[digits[0] ?? 0] ?? '', digits.slice(7))
  return digits.length === 14 ? itfOf(digits) : undefined
}

function eanOf(first: readonly number[], turned: string, second: readonly number[]): string {
  const before = first.map((digit, at) => (turned[at] === '1' ? reversed : left)[digit])
  const after = second.map((digit) => right[digit])
  return `101${before.join('')}01010${after.join('')}101`
}

function itfOf(digits: readonly number[]): string {
  let bars = '1010'
  for (let at = 0; at < digits.length; at += 2) {
    const [dark, light] = [wide[digits[at] ?? 0] ?? '', wide[digits[at + 1] ?? 0] ?? '']
    for (let k = 0; k < 5; k += 1) bars += (dark[k] === '1' ? '111' : '1') + (light[k] === '1' ? '000' : '0')
  }
  return `${bars}11101`
}

/** Light modules that must stand on either side of the bars. */
export const quietModules = 11

/** The dark bars as one path: a module wide each, one unit high. */
export function pathOfBars(bars: string): string {
  return [...bars.matchAll(/1+/g)]
    .map(({ 0: run, index }) => `M${index + quietModules} 0h${run.length}v1h-${run.length}z`)
    .join('')
}

/**
 * A number for use within the shop: GS1 keeps those that begin with 20 for that, so it is no maker's.
 *
 * @param ten Ten digits by which the shop tells its goods apart.
 */
export function shopGtin(ten: string): string {
  const digits = `20${ten}`
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
