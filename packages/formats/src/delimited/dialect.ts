// SPDX-License-Identifier: Apache-2.0
import { type Row, tableLimits } from '../row.ts'
import { createTokenizer, type Dialect } from './tokenizer.ts'

const separators = [',', ';', '\t', '|'] as const

/**
 * Guesses separator and quote from the beginning of a text: the separator under which most
 * records have the same number of cells.
 *
 * @param head  Text from the start of the file; a cut last line is expected unless `whole`.
 * @returns     The dialect, and how sure: the share of records, 0 to 1, that agree on their number
 *              of cells. `columns` below 2 means that no separator makes a table of it.
 */
export function sniffDialect(
  head: string,
  whole: boolean,
): { readonly dialect: Dialect; readonly columns: number; readonly agreement: number } {
  let best = { dialect: { separator: ',', quote: '"' } as Dialect, columns: 1, agreement: 0 }
  // Spreadsheets in some regions say it on the first line.
  const said = /^sep=([,;\t|])\r?\n/.exec(head)?.[1]
  for (const separator of separators) {
    if (said !== undefined && said !== separator) continue
    // Without any quote comes last: it wins only where quotes are marks of inches and break most records.
    for (const quote of [sniffQuote(head, separator), null]) {
      const dialect: Dialect = { separator, quote }
      const shape = commonWidth(readHeadRows(head, whole, dialect))
      const better = shape.agreement * Math.min(shape.columns, 4) > best.agreement * Math.min(best.columns, 4) + 1e-9
      if (shape.columns > 1 && better) best = { dialect, ...shape }
    }
  }
  return best
}

/** The rows of a head, without the last one when it may be cut off. */
export function readHeadRows(head: string, whole: boolean, dialect: Dialect): Row[] {
  const rows: Row[] = []
  const tokenizer = createTokenizer(dialect, tableLimits)
  tokenizer.push(head, rows)
  if (whole) tokenizer.end(rows)
  return rows
}

function sniffQuote(head: string, separator: string): Dialect['quote'] {
  const double = countQuoted(head, separator, '"')
  return double === 0 && countQuoted(head, separator, "'") >= 4 ? "'" : '"'
}

/** How often a quote opens or closes a cell right beside a separator. */
function countQuoted(head: string, separator: string, quote: string): number {
  return head.split(separator + quote).length - 1 + head.split(quote + separator).length - 1
}

function commonWidth(rows: readonly Row[]): { columns: number; agreement: number } {
  const widths = new Map<number, number>()
  for (const row of rows) widths.set(row.cells.length, (widths.get(row.cells.length) ?? 0) + 1)
  let columns = 1
  let most = 0
  for (const [width, count] of widths) {
    if (count > most || (count === most && width > columns)) {
      columns = width
      most = count
    }
  }
  return { columns, agreement: rows.length === 0 ? 0 : most / rows.length }
}
