// SPDX-License-Identifier: Apache-2.0
import type { TestDatabase } from './test-database.ts'

/** All that a business has in the database, table by table, as text. The time a key was last used is not its data. */
export async function snapshotOf(at: TestDatabase, tenant: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const tables = await at.asOwner<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
  const found = new Map<string, readonly string[]>()
  for (const { name } of tables) {
    const rows = await at.asOwner<{ row: string }>(
      `select (to_jsonb(t) - 'last_used_at')::text as row from "${name}" t where tenant_id = $1 order by 1`,
      [tenant],
    )
    found.set(
      name,
      rows.map(({ row }) => row),
    )
  }
  const [business] = await at.asOwner<{ row: string }>(
    `select to_jsonb(b)::text as row from businesses b where id = $1`,
    [tenant],
  )
  found.set('businesses', business ? [business.row] : [])
  return found
}

/** Every id that a business's rows carry, but for its own and its people's. */
export async function idsOf(at: TestDatabase, tenant: string): Promise<string[]> {
  const rows = [...(await snapshotOf(at, tenant)).values()].flat().flatMap((row) => Object.entries(JSON.parse(row)))
  const ids = rows.flatMap(([name, value]) =>
    /^(id|.*_id)$/.test(name) && !/^(tenant_id|user_id|actor_id)$/.test(name) && isId(value) ? [value] : [],
  )
  return [...new Set(ids)].filter((id) => id !== tenant)
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(value)
}
