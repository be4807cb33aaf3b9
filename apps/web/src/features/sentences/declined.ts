// SPDX-License-Identifier: Apache-2.0
import { isKey, type Words } from '#lib/i18n/words.ts'

export type Declined = { readonly reason: string; readonly needed?: number; readonly got?: number }

/** "We need 5 more weeks of sales to say this": a normal answer, in words. What is missing is counted in weeks. */
export function declinedInWords({ reason, needed = 0, got = 0 }: Declined, words: Words): string {
  const key = `declined.${reason}`
  return words.t(isKey(key) ? key : 'declined.other', { count: Math.max(1, Math.ceil(needed - got)), needed, got })
}

/** The same of a comparison, whose missing history is counted in days: said in weeks once it is long. */
export function uncomparedInWords(
  { reason, needed = 0, got = 0 }: Declined,
  against: 'before' | 'lastYear',
  words: Words,
): string {
  if (reason === 'nothing-to-compare') return words.t(`compare.${against}.nothing`)
  const days = Math.max(1, Math.ceil(needed - got))
  const missing = days > 20 ? words.t('weeks', { count: Math.ceil(days / 7) }) : words.t('days', { count: days })
  return words.t(`compare.${against}.unsure`, { missing })
}
