// SPDX-License-Identifier: Apache-2.0
import { CompiledQuery } from 'kysely'
import { arrayLiteral, type Cell } from './array-literal.ts'
import { prepareOnce } from './prepared.ts'
import { columnTypes, type DB } from './schema.ts'
import type { TenantTx } from './tenancy.ts'

// A statement's rows lie in memory three times: as given, as text, and at the database.
const mostRows = 10_000

/** Columns by name, each with how it is read from a row. */
export type ColumnsOf<Table extends keyof DB, Row> = {
  readonly [Column in keyof DB[Table] & string]?: (row: Row) => Cell
}

/**
 * Adds many rows to a table of tenant data. Row-level security refuses `COPY`; the rows travel as one array a column,
 * which costs both sides less than a parameter a cell (`npm run bench:insert -w @resham/server`).
 *
 * @param columns     What is written; `tenant_id` is added by itself. None may itself be an array.
 * @param onConflict  What follows `on conflict`; absent: a conflict is an error.
 * @returns           Rows added or changed.
 */
export async function insertMany<Table extends keyof DB, Row>(
  tx: TenantTx,
  table: Table,
  rows: readonly Row[],
  columns: ColumnsOf<Table, Row>,
  options: { readonly onConflict?: string } = {},
): Promise<number> {
  const read = Object.entries(columns) as [string, (row: Row) => Cell][]
  const types = read.map(([column]) => columnTypes[table][column] ?? '')
  const names = read.map(([column]) => column)
  const text = statement(table, names, types, options.onConflict)
  let affected = 0
  for (let from = 0; from < rows.length; from += mostRows) {
    const chunk = rows.slice(from, from + mostRows)
    const arrays = read.map(([, cellOf], i) => arrayLiteral(chunk, cellOf, types[i] ?? ''))
    const result = await tx.executeQuery(CompiledQuery.raw(text, [tx.tenantId, ...arrays]))
    affected += Number(result.numAffectedRows ?? 0n)
  }
  return affected
}

const kept = new Map<string, string>()

function statement(
  table: string,
  columns: readonly string[],
  types: readonly string[],
  onConflict: string | undefined,
): string {
  const name = `${table} ${columns.join(' ')} ${onConflict ?? ''}`
  const known = kept.get(name)
  if (known !== undefined) return known
  const names = columns.map((column) => `"${column}"`).join(', ')
  const arrays = types.map((type, i) => `$${i + 2}::${type}[]`).join(', ')
  const conflict = onConflict === undefined ? '' : ` on conflict ${onConflict}`
  const text = `insert into "${table}" (tenant_id, ${names}) select $1::uuid, * from unnest(${arrays})${conflict}`
  kept.set(name, text)
  prepareOnce(text)
  return text
}
