// SPDX-License-Identifier: Apache-2.0

const sameLetters: Readonly<Record<string, string>> = { ي: 'ی', ى: 'ی', ك: 'ک', ه: 'ہ', ة: 'ہ', أ: 'ا', إ: 'ا', آ: 'ا' }

/**
 * Text as it is compared when searching: small letters, no accents or vowel marks, one form of each
 * letter that Arabic and Urdu keyboards write differently, Western digits.
 */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[يىكهةأإآ]/g, (letter) => sameLetters[letter] ?? letter)
    .replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s+/g, ' ')
    .trim()
}

/** True when every word that was typed is somewhere in the text; both already folded. */
export function found(typed: string, text: string): boolean {
  return typed.split(' ').every((word) => text.includes(word))
}
