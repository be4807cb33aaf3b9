// SPDX-License-Identifier: Apache-2.0
import { CompiledQuery } from 'kysely'
import { prepareOnce } from './prepared.ts'
import type { DB } from './schema.ts'
import type { TenantTx } from './tenancy.ts'

/** A value of a column, as the driver takes it. */
export type Cell = string | number | boolean | Date | null

// PostgreSQL numbers parameters with 16 bits. Beyond 500 rows a statement nothing is gained, and each connection keeps
// a plan as large as the statement (`npm run bench:insert`).
const mostParameters = 65_535
const mostRows = 500

/**
 * Adds many rows to a table of tenant data, by multi-row `VALUES` (row-level security refuses `COPY`).
 *
 * @param columns     Columns of each row, in order; `tenant_id` is added by itself.
 * @param onConflict  What follows `on conflict`; absent: a conflict is an error.
 * @returns           Rows added or changed.
 */
export async function insertMany(
  tx: TenantTx,
  table: keyof DB & string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  options: { readonly onConflict?: string } = {},
): Promise<number> {
  const perStatement = Math.min(mostRows, Math.floor((mostParameters - 1) / columns.length))
  let affected = 0
  for (let from = 0; from < rows.length; from += perStatement) {
    const chunk = rows.slice(from, from + perStatement)
    const text = statement(table, columns, chunk.length, options.onConflict)
    const parameters: Cell[] = [tx.tenantId]
    for (const row of chunk) for (const cell of row) parameters.push(cell)
    const result = await tx.executeQuery(CompiledQuery.raw(text, parameters))
    affected += Number(result.numAffectedRows ?? 0n)
  }
  return affected
}

// Full chunks come again and again, so their text is kept and prepared; the last, shorter one is not.
const kept = new Map<string, string>()

function statement(table: string, columns: readonly string[], rows: number, onConflict: string | undefined): string {
  const name = `${table} ${columns.join(' ')} ${rows} ${onConflict ?? ''}`
  const known = kept.get(name)
  if (known !== undefined) return known
  let parameter = 2
  const values = Array.from({ length: rows }, () => `($1,${columns.map(() => `$${parameter++}`).join(',')})`)
  const conflict = onConflict === undefined ? '' : ` on conflict ${onConflict}`
  const text = `insert into "${table}" (tenant_id, ${columns.map((column) => `"${column}"`).join(', ')}) values ${values.join(',')}${conflict}`
  if (rows === mostRows) {
    kept.set(name, text)
    prepareOnce(text)
  }
  return text
}
