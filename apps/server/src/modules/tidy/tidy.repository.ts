// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import type { TenantTx } from '#platform/db/tenancy.ts'
import type { Merge } from './tidy.types.ts'

/** Writes a merge down. */
export async function insertMerge(
  tx: TenantTx,
  made: Omit<Merge, 'undoneAt'> & { readonly madeBy: string | null },
): Promise<void> {
  await sql`
    insert into merges (tenant_id, id, kind, kept_id, gone_id, moved, made_at, made_by)
    values (${tx.tenantId}, ${made.id}, ${made.kind}, ${made.keptId}, ${made.goneId}, ${JSON.stringify(made.moved)},
      ${made.madeAt}, ${made.madeBy})`.execute(tx)
}

const columns = sql`id, kind, kept_id as "keptId", gone_id as "goneId", moved, made_at as "madeAt", undone_at as "undoneAt"`

/** One merge, locked until the transaction ends; or undefined. */
export async function findMerge(tx: TenantTx, id: string): Promise<Merge | undefined> {
  const { rows } = await sql<Merge>`
    select ${columns} from merges where tenant_id = ${tx.tenantId} and id = ${id} for update`.execute(tx)
  return rows[0]
}

/** The last merges that stand, newest first. */
export async function listMerges(tx: TenantTx, limit: number): Promise<Merge[]> {
  const { rows } = await sql<Merge>`
    select ${columns} from merges where tenant_id = ${tx.tenantId} and undone_at is null
    order by made_at desc, id limit ${limit}`.execute(tx)
  return rows
}

/** Says that a merge was taken back. */
export async function markUndone(tx: TenantTx, id: string, now: Date): Promise<void> {
  await sql`update merges set undone_at = ${now} where tenant_id = ${tx.tenantId} and id = ${id}`.execute(tx)
}

/** Two things that a person said are two. `a` stands before `b` in the order of ids. */
export type Apart = { readonly kind: 'party' | 'item'; readonly a: string; readonly b: string }

/** Writes down that two are two. */
export async function insertApart(
  tx: TenantTx,
  { kind, a, b }: Apart,
  made: { readonly at: Date; readonly by: string | null },
): Promise<void> {
  await sql`
    insert into kept_apart (tenant_id, kind, a_id, b_id, made_at, made_by)
    values (${tx.tenantId}, ${kind}, ${a}, ${b}, ${made.at}, ${made.by}) on conflict do nothing`.execute(tx)
}

/** All that is kept apart. */
export async function listApart(tx: TenantTx): Promise<Apart[]> {
  const { rows } = await sql<Apart>`
    select kind, a_id as a, b_id as b from kept_apart where tenant_id = ${tx.tenantId}`.execute(tx)
  return rows
}
