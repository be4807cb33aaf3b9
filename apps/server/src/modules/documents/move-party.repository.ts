// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'

/** Ids of what stands on a party. */
export type OfParty = { readonly documents: readonly string[]; readonly payments: readonly string[] }

/**
 * Lets one party's papers and payments stand on another. The ledger's lines stay as they were posted.
 *
 * @param only Left out: all of them; else those of the given that still stand on `from`.
 */
export async function moveToParty(tx: TenantTx, from: string, to: string, only?: OfParty): Promise<OfParty> {
  const documents = await sql<{ id: string }>`
    update documents set party_id = ${to} where tenant_id = ${tx.tenantId} and party_id = ${from}
      and (${only === undefined} or id = any(${[...(only?.documents ?? [])]}::uuid[])) returning id`.execute(tx)
  const payments = await sql<{ id: string }>`
    update payments set party_id = ${to} where tenant_id = ${tx.tenantId} and party_id = ${from}
      and (${only === undefined} or id = any(${[...(only?.payments ?? [])]}::uuid[])) returning id`.execute(tx)
  return { documents: documents.rows.map(({ id }) => id), payments: payments.rows.map(({ id }) => id) }
}
