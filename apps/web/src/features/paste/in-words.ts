// SPDX-License-Identifier: Apache-2.0
import { isKey, type Values, type Words } from '#lib/i18n/words.ts'
import type { PastedLine } from './draft.ts'

/** What must be asked of a line, in a sentence. */
export function askInWords(ask: PastedLine['asks'][number], words: Words): string {
  const choices = ask.quantities.map((milli) => words.quantity(milli)).join(' / ')
  const key = ask.kind === 'quantity' && choices !== '' ? 'paste.ask.quantity.choices' : `paste.ask.${ask.kind}`
  return isKey(key) ? words.t(key, { choices, word: ask.word }) : ''
}

/** Why an item was taken, by the words that speak for it; empty where there is nothing to say. */
export function reasonInWords(line: PastedLine, words: Words): string {
  const [best] = line.candidates
  const because = [...new Set((best?.reasons ?? []).flatMap(({ words: said }) => said))].join(', ')
  if (!best) return ''
  const sure = words.t('paste.sure', { percent: words.percent(best.probability) })
  return because === '' ? sure : `${sure}, ${words.t('paste.because', { words: because })}`
}

/** What looks wrong, in a sentence. */
export function doubtInWords(
  doubt: { readonly code: string; readonly details: Readonly<Record<string, string | number>> },
  words: Words,
): string {
  const key = `paste.doubt.${doubt.code}`
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(doubt.details)) {
    values[name] = typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) ? words.day(value) : value
  }
  return isKey(key) ? words.t(key, values as Values) : doubt.code
}
