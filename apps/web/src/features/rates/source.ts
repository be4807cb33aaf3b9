// SPDX-License-Identifier: Apache-2.0
import { isKey, type Words } from '#lib/i18n/words.ts'

/** Where a rate is from: written by hand, a bank's table, the European Central Bank. */
export function sourceInWords(source: string, words: Words): string {
  const key = `rates.source.${source}`
  return isKey(key) ? words.t(key) : source
}
