// SPDX-License-Identifier: Apache-2.0

/** What stands on a one-page brief, all of it in the reader's words. */
export type BriefDocument = {
  readonly language: 'en' | 'ur'
  readonly direction: 'ltr' | 'rtl'
  readonly shop: string
  readonly title: string
  readonly under: string
  /** The headline figure with its label; empty where there is none. */
  readonly figure: { readonly label: string; readonly value: string } | null
  /** A picture as SVG. */
  readonly chart: string | null
  readonly sentences: readonly string[]
  readonly table: {
    readonly title: string
    readonly columns: readonly string[]
    /** The first cell names the row. `bar`, 0 to 100, is drawn before the last cell. */
    readonly rows: readonly { readonly cells: readonly string[]; readonly bar: number | null }[]
  }
  /** Small print: what is an estimate, where it comes from. */
  readonly notes: readonly string[]
  readonly made: string
}
