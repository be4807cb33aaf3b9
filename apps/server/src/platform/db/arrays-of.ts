// SPDX-License-Identifier: Apache-2.0
import { type RawBuilder, sql } from 'kysely'
import { arrayLiteral, type Cell } from './array-literal.ts'

/** Columns of rows that travel as arrays: the database's own name of the type, and how it is read. */
export type ArrayColumns<Row> = readonly (readonly [type: string, cellOf: (row: Row) => Cell])[]

/** Rows as one array a column: what stands inside `unnest(...)`. */
export function arraysOf<Row>(rows: readonly Row[], columns: ArrayColumns<Row>): RawBuilder<unknown> {
  const arrays = columns.map(([type, cellOf]) => sql`${arrayLiteral(rows, cellOf, type)}::${sql.raw(type)}[]`)
  return sql.join(arrays)
}
