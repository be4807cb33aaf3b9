// SPDX-License-Identifier: Apache-2.0
import type { Words } from '#lib/i18n/words.ts'

/** A unit price to the nearest minor unit, in full. */
export function priceInWords(price: { readonly thousandths: string; readonly currency: string }, words: Words): string {
  const minor = (BigInt(price.thousandths) + 500n) / 1000n
  return words.moneyFull({ minor: minor.toString(), currency: price.currency })
}
