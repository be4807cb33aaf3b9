// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'

/** Urdu for a word of trade or a place, where a country's pack knows it. */
export type TradeWords = (word: string) => string | undefined

/** A series' names: English as the source has it; Urdu only when the words of what it is are known. */
export function namesOf(
  words: readonly string[],
  inUrdu: TradeWords,
): { readonly en: string; readonly ur: string | null } {
  const [what = '', ...rest] = words
  const known = inUrdu(what)
  const en = words.join(', ')
  return { en, ur: known === undefined ? null : [known, ...rest.map((word) => inUrdu(word) ?? word)].join('، ') }
}

const longestSlug = 90

/** A word for addresses, made from a name; another one of the same name gets some letters of its key. */
export function slugOf(
  source: string,
  words: readonly string[],
  key: string,
  isTaken: (slug: string) => boolean,
): string {
  const plain = `${source} ${words.join(' ')}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, longestSlug)
    .replace(/-+$/, '')
  if (!isTaken(plain)) return plain
  return `${plain}-${createHash('sha256').update(key).digest('hex').slice(0, 8)}`
}

/** The id of a series, made from its source and key, so that every load finds the same one. */
export function seriesIdOf(source: string, key: string): string {
  const hex = createHash('sha256').update(`market\n${source}\n${key}`).digest('hex')
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 0x3) | 0x8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
