// SPDX-License-Identifier: Apache-2.0

/** A value of a column, as it is handed to the database. */
export type Cell = string | number | boolean | Date | null

/** Types whose text never holds a comma, a quote, a brace, a backslash or a space at its ends. */
const plainTypes: ReadonlySet<string> = new Set(['uuid', 'int2', 'int4', 'int8', 'float4', 'float8', 'bool', 'date'])
const special = /["\\]/g
const anySpecial = /["\\]/

/**
 * One column of some rows as the text of a PostgreSQL array.
 *
 * @param cellOf Reads the column from a row.
 * @param type   The column's type by the database's own name: `int8`, `text`, `jsonb`.
 * @source PostgreSQL 18 documentation, 8.15.2 "Array Value Input".
 */
export function arrayLiteral<Row>(rows: readonly Row[], cellOf: (row: Row) => Cell, type: string): string {
  const write = plainTypes.has(type) ? String : quoted
  let text = ''
  for (const row of rows) {
    const cell = cellOf(row)
    text += cell === null ? ',NULL' : `,${write(cell)}`
  }
  return `{${text.slice(1)}}`
}

function quoted(cell: Exclude<Cell, null>): string {
  const text = cell instanceof Date ? cell.toISOString() : String(cell)
  return anySpecial.test(text) ? `"${text.replace(special, '\\$&')}"` : `"${text}"`
}
