// SPDX-License-Identifier: Apache-2.0
// `npm run bench:insert -w @resham/server`: rows a second into the widest table of tenant data, under row security.
import { createHash } from 'node:crypto'
import { insertMany } from '#platform/db/insert-many.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { onThrowAwayDatabase } from '../tools/throw-away-database.ts'

const rowsInAll = Number(process.argv[2] ?? 400_000)
const rowsPerTransaction = 20_000
const columns = [
  'id',
  'import_id',
  'record_no',
  'document',
  'day',
  'item_id',
  'customer_id',
  'country',
  'kind',
  'quantity_milli',
  'net_minor',
  'currency',
] as const

function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

function rowsFrom(start: number): (string | number)[][] {
  return Array.from({ length: rowsPerTransaction }, (_, at) => {
    const n = start + at
    return [
      idOf(`line ${n}`),
      idOf('import'),
      n,
      String(536_365 + Math.floor(n / 20)),
      `2011-${String(1 + (n % 12)).padStart(2, '0')}-15`,
      idOf(`item ${n % 4000}`),
      idOf(`customer ${n % 900}`),
      'Zedland',
      'sale',
      (n % 40) * 1000,
      (n % 900) * 17,
      'XTS',
    ]
  })
}

const tenant = tenantId(idOf('tenant'))
await onThrowAwayDatabase(async (ownerUrl) => {
  const db = openDatabase(ownerUrl, { connections: 1 })
  let spent = 0
  for (let start = 0; start < rowsInAll; start += rowsPerTransaction) {
    const rows = rowsFrom(start)
    const begun = performance.now()
    await withTenant(db, tenant, (tx) =>
      insertMany(tx, 'sale_lines', columns, rows, { onConflict: '(tenant_id, id) do nothing' }),
    )
    spent += performance.now() - begun
  }
  await db.destroy()
  const rate = Math.round(rowsInAll / (spent / 1000))
  console.log(
    `${rowsInAll} rows of ${columns.length} columns and the tenant: ${(spent / 1000).toFixed(1)} s, ${rate} rows/s`,
  )
})
