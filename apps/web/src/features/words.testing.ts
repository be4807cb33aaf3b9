// SPDX-License-Identifier: Apache-2.0
import { makeWords, type Preference } from '#lib/i18n/words.ts'

const english: Preference = { language: 'en', digits: 'western', theme: 'system', grouping: 'lakh', timeZone: 'UTC' }

/** Words of an English and of an Urdu reader. */
export const readers = { en: makeWords(english), ur: makeWords({ ...english, language: 'ur' }) }

/** A text without the marks that isolate runs of another direction. */
export function bare(text: string): string {
  return text.replace(/[\u2066-\u2069\u200e]/g, '')
}
