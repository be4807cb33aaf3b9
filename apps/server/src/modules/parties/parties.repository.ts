// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { CustomerSeen } from './parties.types.ts'

/** Writes down the customers that an import met. */
export async function upsertCustomers(tx: TenantTx, customers: readonly CustomerSeen[]): Promise<void> {
  await insertMany(
    tx,
    'parties',
    customers,
    { id: (customer) => customer.id, code: (customer) => customer.code, name: (customer) => customer.name },
    {
      onConflict:
        '(tenant_id, id) do update set name = excluded.name where excluded.name not in (parties.name, parties.code)',
    },
  )
}

/** Names of customers and suppliers by id. */
export async function listPartyNames(tx: TenantTx): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from parties where tenant_id = ${tx.tenantId}`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.name]))
}
