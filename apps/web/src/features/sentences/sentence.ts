// SPDX-License-Identifier: Apache-2.0
import type { Sentence } from '@resham/contract'
import type { Static } from 'typebox'
import { isKey, type Words } from '#lib/i18n/words.ts'
import { kindOfValue, sayValue } from './values.ts'

/** From threefold on nobody thinks in percent: it is "6.1 times", in a sentence as in a list and under a figure. */
const timesFrom = 2

/** How many times as much, from the change; undefined for a change that is better said in percent. */
export function timesInWords(ratio: number, words: Words): string | undefined {
  return ratio < timesFrom ? undefined : words.number(ratio + 1, ratio < 9 ? 1 : 0)
}

/**
 * A sentence of the engine in the reader's language. Its words stand in the catalogues under
 * `sentences.<code>`; money, days, percentages and pieces are said as everywhere else.
 *
 * @returns  Empty for a code that has no words: better silent than wrong.
 */
export function sentenceInWords({ code, values }: Static<typeof Sentence>, currency: string, words: Words): string {
  const key = `sentences.${code}`
  if (!isKey(key)) return ''
  const times = typeof values.ratio === 'number' ? timesInWords(values.ratio, words) : undefined
  const timesKey = `${key}.times`
  const said = Object.entries(values).map(([name, value]) => [
    name,
    sayValue(kindOfValue(code, name), value, currency, words),
  ])
  if (times !== undefined && isKey(timesKey)) return words.t(timesKey, { ...Object.fromEntries(said), times })
  return words.t(key, Object.fromEntries(said))
}
