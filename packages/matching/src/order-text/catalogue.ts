// SPDX-License-Identifier: Apache-2.0
import { skeletonOf, soundOf } from '../fold/letters.ts'
import { likeSounds } from '../fold/like-sounds.ts'
import { conceptOf, tellsKind } from './lexicon.ts'
import { courtesies } from './order-words.ts'
import { type Token, tokensOf } from './tokens.ts'
import type { OrderableItem } from './types.ts'
import { unitWords } from './units.ts'

/** A size or measure in an item's name: `size:5`, `inch:36`, `kg:0.19`. */
export type Attribute = { readonly base: string; readonly value: number }

/** One name of an item, taken apart. */
export type NameForm = {
  readonly item: OrderableItem
  /** Each word once, as concepts, in the order of the name. */
  readonly words: readonly string[]
  readonly attributes: readonly Attribute[]
  /** The word that says what it is: the last that tells no kind. */
  readonly head: string
}

/** A word that some item is called by. */
type KnownWord = { readonly sound: string; readonly skeleton: string; readonly urdu: boolean; readonly forms: number[] }

/** A catalogue made ready: made once, used for many texts. */
export type Catalogue = {
  readonly forms: readonly NameForm[]
  readonly byCode: ReadonlyMap<string, OrderableItem>
  /** How telling a word is: the rarer, the more. */
  tellingOf(word: string): number
  /** The known words that a written word may be, best first, each with its likeness from 0.78 to 1. */
  likeWord(written: string): readonly LikeWord[]
  /** Two known words written as one: `bedsheet`. */
  splitWord(written: string): readonly string[] | undefined
  /** Of two words written apart, the known word they make: `foot ball`. */
  joinWords(first: string, second: string): string | undefined
  formsWith(word: string): readonly number[]
}
export type LikeWord = { readonly word: string; readonly like: number }

/** Below this two words are not taken for the same. */
const leastLike = 0.78
const leastLikeJoined = 0.9

/** Makes a catalogue ready for reading orders. @param items Any number; names of any script. */
export function prepareCatalogue(items: readonly OrderableItem[]): Catalogue {
  const forms = items.flatMap((item) => [item.name, ...(item.alsoCalled ?? [])].map((name) => formOf(item, name)))
  const known = new Map<string, KnownWord>()
  const pairs = new Map<string, readonly string[]>()
  forms.forEach((form, at) => {
    for (const word of form.words) wordEntry(known, word).forms.push(at)
    form.words.forEach((word, i) => {
      const after = form.words[i + 1]
      if (after !== undefined) pairs.set(soundOf(word) + soundOf(after), [word, after])
    })
  })
  const byCode = new Map<string, OrderableItem>()
  for (const item of items) for (const code of [item.code, item.barcode]) if (code) byCode.set(code.toUpperCase(), item)
  const seen = new Map<string, readonly LikeWord[]>()
  const bySound = new Map([...known].map(([word, entry]) => [entry.sound, word]))
  return {
    forms,
    byCode,
    tellingOf: (word) => Math.log(1 + forms.length / (known.get(word)?.forms.length ?? 1)),
    likeWord(written) {
      const before = seen.get(written)
      if (before) return before
      const found = findLike(known, written)
      // A long life with ever new words must not fill memory.
      if (seen.size > 20_000) seen.clear()
      seen.set(written, found)
      return found
    },
    splitWord(written) {
      const sound = soundOf(written)
      return sound.length < 6 ? undefined : bestOf(pairs, sound, isUrdu(written), leastLikeJoined)
    },
    joinWords(first, second) {
      const sound = soundOf(first + second)
      if (sound.length < 5 || first.length < 2 || second.length < 2) return undefined
      // Across scripts vowels are guessed; within one, `wali ball` must not become volleyball.
      return bySound.get(sound) ?? bestOf(bySound, sound, isUrdu(first), isUrdu(first) ? 0.86 : 0.93)
    },
    formsWith: (word) => known.get(word)?.forms ?? [],
  }
}

function bestOf<T>(bySound: ReadonlyMap<string, T>, sound: string, urdu: boolean, least: number): T | undefined {
  let best: T | undefined
  let bestLike = least
  for (const [other, value] of bySound) {
    if (Math.abs(other.length - sound.length) > 3 || other.charAt(0) !== sound.charAt(0)) continue
    const like = likeSounds(other, sound, urdu)
    if (like >= bestLike) [best, bestLike] = [value, like]
  }
  return best
}

const isUrdu = (word: string) => /[\u0600-\u06ff]/.test(word)

function wordEntry(known: Map<string, KnownWord>, word: string): KnownWord {
  const before = known.get(word)
  if (before) return before
  const sound = soundOf(word)
  const entry: KnownWord = { sound, skeleton: skeletonOf(sound), urdu: isUrdu(word), forms: [] }
  known.set(word, entry)
  return entry
}

function findLike(known: ReadonlyMap<string, KnownWord>, written: string): LikeWord[] {
  const concept = conceptOf(written)
  if (known.has(concept)) return [{ word: concept, like: 1 }]
  const [sound, urdu] = [soundOf(concept), isUrdu(concept)]
  const skeleton = skeletonOf(sound)
  const found: LikeWord[] = []
  for (const [word, entry] of known) {
    if (Math.abs(entry.sound.length - sound.length) > 4) continue
    // Two short words are alike by chance: then the consonants must be the same.
    const isShort = Math.min(entry.sound.length, sound.length) <= 3
    if (isShort && (entry.skeleton !== skeleton || skeleton === '')) continue
    if (isShort && entry.sound.charAt(0) !== sound.charAt(0)) continue
    const like = likeSounds(entry.sound, sound, entry.urdu !== urdu)
    if (like >= (isShort ? 0.85 : leastLike)) found.push({ word, like })
  }
  return found.sort((a, b) => b.like - a.like || (a.word < b.word ? -1 : 1)).slice(0, 4)
}

/** The name of an item, taken apart: words, sizes, measures. */
function formOf(item: OrderableItem, name: string): NameForm {
  const units = unitWords()
  const words: string[] = []
  const attributes: Attribute[] = []
  const tokens = tokensOf(name).filter((token) => token.kind !== 'sign' || token.plain === '"')
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.kind === 'number') {
      const unit = tokens[i + 1]?.plain === '"' ? units.get('inch') : units.get(tokens[i + 1]?.plain ?? '')
      if (unit?.kind === 'measure') attributes.push({ base: unit.base, value: (token.value * unit.milli) / 1000 })
      else attributes.push({ base: 'size', value: token.value })
      if (unit?.kind === 'measure' || unit?.kind === 'size') i += 1
      continue
    }
    const concept = conceptOf(token.plain)
    if (units.get(token.plain)?.kind === 'size' || courtesies.has(concept) || token.kind === 'sign') continue
    if (!words.includes(concept)) words.push(concept)
  }
  const telling = words.filter((word) => !tellsKind(word))
  return { item, words, attributes, head: telling[telling.length - 1] ?? words[words.length - 1] ?? '' }
}
