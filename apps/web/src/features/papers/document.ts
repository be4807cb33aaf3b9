// SPDX-License-Identifier: Apache-2.0

/** A word of the paper, in the reader's language and, on a paper in two languages, in the other. */
export type Label = { readonly main: string; readonly other: string | null }

/** A mark of the tax office: its number, and the squares of its code. */
export type PaperMark = {
  readonly number: string
  readonly words: string
  /** Row by row, dark or light; null where the office gives none. */
  readonly matrix: readonly (readonly boolean[])[] | null
  readonly sizeInches: number
}

/** What stands on a paper for a customer, all of it in words. */
export type PaperDocument = {
  readonly language: 'en' | 'ur'
  readonly direction: 'ltr' | 'rtl'
  readonly shop: { readonly name: string; readonly lines: readonly string[] }
  readonly title: Label
  readonly number: string
  /** Number, day, due day … */
  readonly facts: readonly { readonly label: Label; readonly value: string }[]
  readonly to: { readonly label: Label; readonly lines: readonly string[] } | null
  /** The first column is words, the others figures. */
  readonly columns: readonly Label[]
  readonly rows: readonly (readonly string[])[]
  readonly sums: readonly { readonly label: Label; readonly value: string; readonly strong: boolean }[]
  readonly notes: readonly string[]
  /** A line to sign on. */
  readonly sign: Label | null
  readonly mark: PaperMark | null
}
