// SPDX-License-Identifier: Apache-2.0
// `npm run bench:insert -w @resham/server`: rows a second into the widest table of tenant data, under row security.
import { createHash } from 'node:crypto'
import { type ColumnsOf, insertMany } from '#platform/db/insert-many.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { onThrowAwayDatabase } from '../tools/throw-away-database.ts'

const rowsInAll = Number(process.argv[2] ?? 400_000)
const rowsPerTransaction = 20_000

function idOf(text: string): string {
  const hex = createHash('md5').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}

function rowOf(n: number) {
  return {
    id: idOf(`line ${n}`),
    importId: idOf('import'),
    recordNo: n,
    document: String(536_365 + Math.floor(n / 20)),
    day: `2011-${String(1 + (n % 12)).padStart(2, '0')}-15`,
    itemId: idOf(`item ${n % 4000}`),
    customerId: idOf(`customer ${n % 900}`),
    quantityMilli: (n % 40) * 1000,
    netMinor: (n % 900) * 17,
  }
}

const columns: ColumnsOf<'sale_lines', ReturnType<typeof rowOf>> = {
  id: (row) => row.id,
  import_id: (row) => row.importId,
  record_no: (row) => row.recordNo,
  document: (row) => row.document,
  day: (row) => row.day,
  item_id: (row) => row.itemId,
  customer_id: (row) => row.customerId,
  country: () => 'Zedland',
  kind: () => 'sale',
  quantity_milli: (row) => row.quantityMilli,
  net_minor: (row) => row.netMinor,
  currency: () => 'XTS',
}

const tenant = tenantId(idOf('tenant'))
await onThrowAwayDatabase(async (ownerUrl) => {
  const db = openDatabase(ownerUrl, { connections: 1 })
  let spent = 0
  for (let start = 0; start < rowsInAll; start += rowsPerTransaction) {
    const rows = Array.from({ length: rowsPerTransaction }, (_, at) => rowOf(start + at))
    const begun = performance.now()
    await withTenant(db, tenant, (tx) =>
      insertMany(tx, 'sale_lines', rows, columns, { onConflict: '(tenant_id, id) do nothing' }),
    )
    spent += performance.now() - begun
  }
  await db.destroy()
  const rate = Math.round(rowsInAll / (spent / 1000))
  console.log(
    `${rowsInAll} rows of ${Object.keys(columns).length} columns and the tenant: ${(spent / 1000).toFixed(1)} s, ${rate} rows/s`,
  )
})
