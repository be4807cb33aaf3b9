// SPDX-License-Identifier: Apache-2.0
import type { Words } from '#lib/i18n/words.ts'

/** `2026-11` as people say it: November 2026. */
export function monthInWords(month: string, words: Words): string {
  return words.day(`${month}-01`, 'month')
}

/** So many months stand beside one another; older ones are reached through the last of them. */
const shown = 6

/** Chips for the months around the one that is shown, newest first. */
export function monthChips(months: readonly string[], month: string, words: Words) {
  const at = Math.max(0, months.indexOf(month))
  const first = Math.max(0, Math.min(at - 2, months.length - shown))
  return months.slice(first, first + shown).map((one) => ({
    label: words.day(`${one}-01`, 'shortMonth'),
    href: `?month=${one}`,
    on: one === month,
  }))
}
