// SPDX-License-Identifier: Apache-2.0
import { foldWord, isOneOff, wordsOf } from './fold.ts'
import { goods } from './goods.ts'
import type { Named, Vocabulary } from './types.ts'
import { meanings, months, numbers } from './words.ts'

/** What a run of words stands for. */
export type Entry =
  | { readonly kind: 'good' | 'place'; readonly id: string }
  | { readonly kind: 'meaning'; readonly id: keyof typeof meanings }
  | { readonly kind: 'number' | 'month' | 'year'; readonly value: number }

/** One piece of a question. */
export type Heard = { readonly entry: Entry; readonly from: number; readonly words: number }

export type Lexicon = {
  readonly phrases: ReadonlyMap<string, Entry>
  readonly longest: number
  /** Single words long enough to be known with a letter wrong. */
  readonly longWords: readonly string[]
}

/** Words shorter than this must be right. */
const LEAST_LETTERS = 5

/** Puts the words of the languages and those of the data together. Names of the data go last: they do not take words. */
export function makeLexicon(vocabulary: Vocabulary): Lexicon {
  const phrases = new Map<string, Entry>()
  const put = (text: string, entry: Entry) => {
    const key = wordsOf(text).join(' ')
    if (key !== '' && !phrases.has(key)) phrases.set(key, entry)
  }
  const all = (table: Readonly<Record<string, string>>, make: (id: string) => Entry) => {
    for (const [id, list] of Object.entries(table)) for (const text of list.split(',')) put(text, make(id))
  }
  all(goods, (id) => ({ kind: 'good', id }))
  all(meanings, (id) => ({ kind: 'meaning', id: id as keyof typeof meanings }))
  all(months, (id) => ({ kind: 'month', value: Number(id) }))
  all(numbers, (id) => ({ kind: 'number', value: Number(id) }))
  const named = (list: readonly Named[], kind: 'place' | 'good') => {
    for (const { id, names } of list) for (const name of names) put(name, { kind, id })
  }
  named(vocabulary.places, 'place')
  named(vocabulary.goods, 'good')
  const keys = [...phrases.keys()]
  return {
    phrases,
    longest: Math.max(...keys.map((key) => key.split(' ').length)),
    longWords: keys.filter((key) => !key.includes(' ') && key.length >= LEAST_LETTERS),
  }
}

/** The pieces of a question that are known, the longest run of words first at each place. */
export function hear(text: string, lexicon: Lexicon): Heard[] {
  const words = wordsOf(text)
  const heard: Heard[] = []
  let at = 0
  while (at < words.length) {
    const found = longestAt(words, at, lexicon)
    if (found) heard.push(found)
    at += found?.words ?? 1
  }
  return heard
}

function longestAt(words: readonly string[], at: number, lexicon: Lexicon): Heard | undefined {
  for (let count = Math.min(lexicon.longest, words.length - at); count > 0; count--) {
    const entry = lexicon.phrases.get(words.slice(at, at + count).join(' '))
    if (entry) return { entry, from: at, words: count }
  }
  const word = words[at] as string
  if (/^\d+$/.test(word)) return { entry: numberEntry(Number(word)), from: at, words: 1 }
  if (word.length < LEAST_LETTERS) return undefined
  const near = lexicon.longWords.filter((known) => known[0] === word[0] && isOneOff(word, known))
  const entries = new Set(near.map((known) => lexicon.phrases.get(known) as Entry))
  const ids = new Set([...entries].map((entry) => JSON.stringify(entry)))
  const [only] = entries
  // Two things that a slip could stand for are none.
  return only && ids.size === 1 ? { entry: only, from: at, words: 1 } : undefined
}

function numberEntry(value: number): Entry {
  return value >= 1900 && value <= 2100 ? { kind: 'year', value } : { kind: 'number', value }
}

/** A name folded, for comparing names of the data with what was heard. */
export function foldName(name: string): string {
  return name.split(/\s+/).map(foldWord).join(' ')
}
