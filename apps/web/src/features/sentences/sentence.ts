// SPDX-License-Identifier: Apache-2.0
import type { Sentence } from '@resham/contract'
import type { Static } from 'typebox'
import { isKey, type Words } from '#lib/i18n/words.ts'
import { kindOfValue, sayValue } from './values.ts'

/**
 * A sentence of the engine in the reader's language. Its words stand in the catalogues under
 * `sentences.<code>`; money, days, percentages and pieces are said as everywhere else.
 *
 * @returns  Empty for a code that has no words: better silent than wrong.
 */
export function sentenceInWords({ code, values }: Static<typeof Sentence>, currency: string, words: Words): string {
  const key = `sentences.${code}`
  if (!isKey(key)) return ''
  const said = Object.entries(values).map(([name, value]) => [
    name,
    sayValue(kindOfValue(code, name), value, currency, words),
  ])
  return words.t(key, Object.fromEntries(said))
}
