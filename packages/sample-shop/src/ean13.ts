// SPDX-License-Identifier: Apache-2.0

/**
 * The check digit that makes twelve digits an EAN-13.
 *
 * @source GS1 General Specifications, section 7.9: weights 1 and 3 in turn from the left.
 */
export function ean13CheckDigit(twelve: string): number {
  let sum = 0
  for (let i = 0; i < 12; i += 1) sum += Number(twelve[i]) * (i % 2 === 0 ? 1 : 3)
  return (10 - (sum % 10)) % 10
}

/** An EAN-13 for use inside one shop: prefix 299, then the number. @param number 0 to 999,999,999. */
export function internalBarcode(number: number): string {
  const twelve = `299${String(number).padStart(9, '0')}`
  return twelve + ean13CheckDigit(twelve)
}
