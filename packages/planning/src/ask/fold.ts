// SPDX-License-Identifier: Apache-2.0

/** Letters of the Arabic script that people type for one another, or that a phone writes differently. */
const sameLetters: Readonly<Record<string, string>> = {
  ...{ ي: 'ی', ى: 'ی', ئ: 'ی', ې: 'ی', ك: 'ک', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و' },
  ...{ ه: 'ہ', ھ: 'ہ', ة: 'ہ', ۃ: 'ہ', ۂ: 'ہ', ۀ: 'ہ', ے: 'ے' },
}

/** Spellings of one sound in Latin letters, in order. Aspirates lose their h: people write it or do not. */
const sameSounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/([bdgjklmnprt])h/g, '$1'],
  [/ck|q/g, 'k'],
  [/c(?!h)/g, 'k'],
  [/w/g, 'v'],
  [/iy/g, 'y'],
  [/ee|ii|ie/g, 'i'],
  [/oo|ou/g, 'u'],
  [/a[iy]|e[iy]/g, 'e'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeiou])h$/, ''],
  [/(?<=.)y$/, 'i'],
]

/**
 * A word without what differs from one writer to the next: case, marks, Arabic for Urdu letters, and, in Latin letters,
 * spellings of the same sound. It is for finding, not for reading.
 *
 * @example foldWord('Qeemat') === foldWord('kimat') // true
 */
export function foldWord(word: string): string {
  const plain = word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0654\u0655]/g, '')
    .replace(/\p{M}|[\u0640\u200c\u200d]/gu, '')
    .replace(/[\u0600-\u06ff]/g, (letter) => sameLetters[letter] ?? letter)
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
  if (!/[a-z]/.test(plain)) return plain.replace(/(\D)\1+/gu, '$1')
  // A month in English, and else the sound of "in".
  if (plain === 'may') return plain
  return sameSounds.reduce((text, [shape, sound]) => text.replace(shape, sound), plain)
}

/** The words of a text, folded, in order; punctuation falls away. @example wordsOf('چینی، Chawal?') // 2 words */
export function wordsOf(text: string): string[] {
  return (text.match(/[\p{L}\p{M}\u200c\u200d]+|\p{N}+/gu) ?? []).map(foldWord).filter((word) => word !== '')
}

/** True when one letter more, less or other makes one of the other, or two neighbours change places. */
export function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
  const [x, y] = [a.slice(start, a.length - end), b.slice(start, b.length - end)]
  return (x.length <= 1 && y.length <= 1) || (x.length === 2 && y.length === 2 && x[0] === y[1] && x[1] === y[0])
}
