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
 * @param type The column's type by the database's own name: `int8`, `text`, `jsonb`.
 * @source PostgreSQL 18 documentation, 8.15.2 "Array Value Input".
 */
export function arrayLiteral(rows: readonly (readonly Cell[])[], column: number, type: string): string {
  const write = plainTypes.has(type) ? String : quoted
  let text = '{'
  for (let i = 0; i < rows.length; i++) {
    const cell = rows[i]?.[column] ?? null
    if (i > 0) text += ','
    text += cell === null ? 'NULL' : write(cell)
  }
  return `${text}}`
}

function quoted(cell: Exclude<Cell, null>): string {
  const text = cell instanceof Date ? cell.toISOString() : String(cell)
  return anySpecial.test(text) ? `"${text.replace(special, '\\$&')}"` : `"${text}"`
}
