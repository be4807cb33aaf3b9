// SPDX-License-Identifier: Apache-2.0

/** Letters of the Arabic script that people type for one another, or that a phone writes differently. */
const sameLetters: Readonly<Record<string, string>> = {
  ...{ ي: 'ی', ى: 'ی', ئ: 'ی', ې: 'ی', ے: 'ی', ك: 'ک', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ؤ: 'و', ء: '' },
  ...{ ه: 'ہ', ھ: 'ہ', ة: 'ہ', ۃ: 'ہ', ۂ: 'ہ', ۀ: 'ہ', ں: 'ن', ٹ: 'ت', ڈ: 'د', ڑ: 'ر' },
}

/** What each Urdu letter sounds like, in the alphabet of `FoldedWord.sound`. */
const urduSounds: Readonly<Record<string, string>> = {
  ...{ ا: 'a', ب: 'b', پ: 'p', ت: 't', ث: 's', ج: 'j', چ: 'c', ح: 'h', خ: 'k', د: 'd', ذ: 'z', ر: 'r', ز: 'z' },
  ...{ ژ: 'j', س: 's', ش: 'x', ص: 's', ض: 'z', ط: 't', ظ: 'z', ع: 'a', غ: 'g', ف: 'f', ق: 'k', ک: 'k', گ: 'g' },
  ...{ ل: 'l', م: 'm', ن: 'n', و: 'w', ہ: 'h', ی: 'y' },
}

/** Spellings of one sound in Latin letters, in order. `c` is the sound of church, `x` the sound of shop. */
const latinSounds: readonly (readonly [RegExp, string])[] = [
  [/x/g, 'ks'],
  [/sh/g, 'x'],
  [/tch|ch/g, '7'],
  [/ph/g, 'f'],
  [/ck|q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/7/g, 'c'],
  // Aspirates lose their h: people write it or do not.
  [/([bdgjklmnprtz])h(?=[aeiouy]|$)/g, '$1'],
  [/v/g, 'w'],
  [/ee|ii|ie|ea|iy/g, 'i'],
  [/oo|ou/g, 'u'],
  [/a[iy]|e[iy]/g, 'e'],
  [/a[uw]/g, 'o'],
  [/(.)\1+/g, '$1'],
  [/(?<=[aeiou])h$/, ''],
  [/(?<=[^aeiou])y(?![aeiou])/g, 'i'],
]

/** Text in one case and one set of letters: marks, joiners and the Arabic forms of Urdu letters fall away. */
export function oneScript(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}|[\u0640\u200b-\u200f'’`]/gu, '')
    .replace(/[\u0600-\u06ff]/g, (letter) => sameLetters[letter] ?? letter)
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/** The sound of one word that `oneScript` has made plain. Letters of other scripts stay as they are. */
export function soundOf(word: string): string {
  if (/[a-z]/.test(word)) return latinSounds.reduce((sound, [shape, to]) => sound.replace(shape, to), word)
  const aspirates = word.replace(/([بپتجچدرکگ])ہ(?=.)/g, '$1')
  return aspirates.replace(/./gu, (letter) => urduSounds[letter] ?? letter).replace(/(.)\1+/gu, '$1')
}

/** The firm consonants of a sound: without vowels, without `w` and `y`, and without an `h` at the end. */
export const skeletonOf = (sound: string) => sound.replace(/[aeiouwy]|h$/g, '').replace(/(.)\1+/g, '$1')
