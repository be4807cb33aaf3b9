// SPDX-License-Identifier: Apache-2.0

/** One name, freed of what differs from one writer to the next. For comparing, not for reading. */
export type FoldedName = {
  /**
   * The words that tell this name from others, as sounds: consonants with the vowels that writers agree on, in the
   * order in which they were written. Company words and titles are not among them, unless there is nothing else.
   */
  readonly words: readonly string[]
  /** The same words without vowels: what Urdu script and Latin letters share. Same shape as `words`. */
  readonly skeletons: readonly string[]
  /** Company words and titles, each in its English form: `brothers`, `trading`, `son`, `private`, `limited`. */
  readonly companyWords: readonly string[]
  /** Whole numbers in the name, as written with Western digits: `786`, `2`. */
  readonly numbers: readonly string[]
  /** `urdu`, `latin`, `mixed`, or `none` when nothing readable was left. */
  readonly script: 'urdu' | 'latin' | 'mixed' | 'none'
}

/** Why two names are, or are not, taken for the same. `share` is of the letters of the longer name, 0 to 1. */
export type NameReason =
  | { readonly code: 'same-words'; readonly share: number }
  | { readonly code: 'sounds-alike'; readonly share: number }
  | { readonly code: 'one-slip'; readonly share: number }
  | { readonly code: 'initials'; readonly share: number }
  | { readonly code: 'joined-words'; readonly share: number }
  | { readonly code: 'part-of-name'; readonly share: number }
  | { readonly code: 'other-order' }
  | { readonly code: 'other-script' }
  | { readonly code: 'other-number' }

/** How like two names are: 0 nothing in common, 1 the same name. */
export type NameLikeness = { readonly similarity: number; readonly reasons: readonly NameReason[] }
