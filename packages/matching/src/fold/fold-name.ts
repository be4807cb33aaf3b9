// SPDX-License-Identifier: Apache-2.0
import { oneScript, skeletonOf, soundOf } from './letters.ts'
import { readSharedWords } from './lexicon.ts'
import type { FoldedName, FoldedWord } from './types.ts'

const sharedWords = readSharedWords(oneScript)

/**
 * Brings a name to one comparable form: Urdu script, Roman Urdu and English alike.
 *
 * @param text A name as somebody wrote it; any length. Nothing in it is refused.
 * @example foldName('Chaudhry Sports (Pvt.) Ltd').words.map((word) => word.skeleton) // ['cdr', 'sprts']
 */
export function foldName(text: string): FoldedName {
  // "M/s" says nothing; an Urdu letter next to a Latin one begins a new word.
  const plain = oneScript(text)
    .replace(/\bm\s*\/\s*s\b\.?/g, ' ')
    // Al belongs to the word that it stands before, as in Urdu script.
    .replace(/\bal[\s.-]+(?=[a-z])/g, 'al')
  const tokens = plain.match(/[a-z]+|[\u0600-\u06ff]+|\d+|[^\P{L}a-z\u0600-\u06ff]+/gu) ?? []
  const numbers = tokens.filter((token) => /^\d/.test(token)).map((digits) => digits.replace(/^0+(?=.)/, ''))
  const words: FoldedWord[] = []
  for (const token of tokens) {
    if (/^\d/.test(token)) continue
    const word = foldWordOfName(token)
    if (word.kind !== 'form') words.push(word)
  }
  return { words, numbers, script: scriptOf(tokens) }
}

function foldWordOfName(token: string): FoldedWord {
  const shared = sharedWords.get(token)
  const sound = soundOf(shared?.plain ?? token)
  return { sound, skeleton: skeletonOf(sound), kind: shared?.kind ?? 'name' }
}

function scriptOf(tokens: readonly string[]): FoldedName['script'] {
  const urdu = tokens.some((token) => /[\u0600-\u06ff]/.test(token))
  const latin = tokens.some((token) => /[a-z]/.test(token))
  if (urdu) return latin ? 'mixed' : 'urdu'
  return latin ? 'latin' : 'none'
}
