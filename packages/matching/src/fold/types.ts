// SPDX-License-Identifier: Apache-2.0

/**
 * What a word of a name does: `name` tells it from others, `title` stands before many (Muhammad, Haji, M/s), `company`
 * says what sort of firm (traders, sons), `form` only how it is registered (private, limited).
 */
export type WordKind = 'name' | 'title' | 'company' | 'form'

/** One word of a name, freed of what differs from one writer to the next. */
export type FoldedWord = {
  /**
   * Its sound in the letters a-z. Vowels are kept as far as they were written; `w` and `y` stand for the Urdu letters
   * that are a consonant or a vowel.
   */
  readonly sound: string
  /** The firm consonants alone: what Urdu script and Latin letters share. May be empty (`Eva`). */
  readonly skeleton: string
  readonly kind: WordKind
}

/** A name in one comparable form. For comparing, not for reading. */
export type FoldedName = {
  /** In the order in which they were written, `form` words left out. */
  readonly words: readonly FoldedWord[]
  /** Whole numbers in the name, with Western digits: `786`, `2`. */
  readonly numbers: readonly string[]
  /** `none` when nothing readable was left. */
  readonly script: 'urdu' | 'latin' | 'mixed' | 'none'
}

/** Why two names are, or are not, taken for the same. */
export type NameReason =
  | 'same-name'
  | 'sounds-alike'
  | 'part-of-name'
  | 'cut-off'
  | 'initials'
  | 'joined-words'
  | 'other-order'
  | 'other-script'
  | 'other-company-word'
  | 'other-number'

/** How like two names are: 0 nothing in common, 1 the same name. */
export type NameLikeness = { readonly similarity: number; readonly reasons: readonly NameReason[] }
