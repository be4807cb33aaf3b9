// SPDX-License-Identifier: Apache-2.0
import type { Values, Words } from '#lib/i18n/words.ts'
import { isKey } from '#lib/i18n/words.ts'
import { priceInWords } from './price-in-words.ts'

type Note = { readonly code: string; readonly details: Readonly<Record<string, unknown>> }

/** What differs between a sale and what the phone knew, in a sentence. */
export function noteInWords({ code, details }: Note, words: Words): string {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(details)) {
    if (typeof value === 'number') values[name] = value
    else if (typeof value === 'string') values[name] = /^\d{4}-\d\d-\d\dT/.test(value) ? words.instant(value) : value
    else if (isPrice(value)) values[name] = priceInWords(value, words)
    else if (isMoney(value)) values[name] = words.moneyFull(value)
  }
  const key = `counter.note.${code}`
  return isKey(key) ? words.t(key, values as Values) : code
}

function isPrice(value: unknown): value is { thousandths: string; currency: string } {
  return typeof value === 'object' && value !== null && 'thousandths' in value
}

function isMoney(value: unknown): value is { minor: string; currency: string } {
  return typeof value === 'object' && value !== null && 'minor' in value
}
