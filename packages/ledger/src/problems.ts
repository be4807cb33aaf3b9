// SPDX-License-Identifier: Apache-2.0
import { writeDelimited } from '@resham/formats'
import { problemHeaders } from './header-words.ts'
import type { BadRow, Layout } from './types.ts'

/** How problems are written out. */
export type ProblemsOptions = {
  /** Headings of the two columns in front; one of the pairs that `sniffLedger` knows again. English when not given. */
  readonly headings?: readonly [string, string]
  /** The reason in words; its code when not given. */
  readonly reasonText?: (row: BadRow) => string
}

/**
 * Bad rows as CSV that a person mends and imports again: line and reason in front, then the row
 * as it was. Put pieces of a long list behind one another by asking for the header once.
 *
 * @param layout Of the file that the rows came from.
 */
export function writeProblemsCsv(
  rows: readonly BadRow[],
  layout: Layout,
  options: ProblemsOptions & { readonly withHeader?: boolean } = {},
): string {
  const [line, reason] = options.headings ?? problemHeaders[0] ?? ['line', 'reason']
  const width = layout.header.length
  const body = rows.map((row) => [
    String(row.lineNo),
    options.reasonText?.(row) ?? row.reason,
    ...row.cells,
    ...Array.from({ length: Math.max(0, width - row.cells.length) }, () => ''),
  ])
  const withHeader = options.withHeader ?? true
  // The mark makes spreadsheets read Urdu; it belongs to the very beginning only.
  return writeDelimited(withHeader ? [[line, reason, ...layout.header], ...body] : body, { bom: withHeader })
}
