// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tenantId, withPlatform, withTenant } from '#platform/db/tenancy.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

/** What tells businesses apart, so that it is read before one is known (docs/decisions/0003). */
const directory = ['api_tokens', 'invitations', 'memberships']

let at: TestDatabase
beforeAll(async () => {
  at = await openTestDatabase()
})
afterAll(() => at.close())

const one = tenantId('0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10')
const other = tenantId('0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a11')

const addCustomer = (tenant: string) => sql`
  insert into parties (tenant_id, id, code, name) values (${tenant}, gen_random_uuid(), ${crypto.randomUUID()}, 'Zed')`

test('every table of tenant data is closed by forced row security under the one policy', async () => {
  const tables = await at.asOwner<{ name: string; forced: boolean; policies: string[] }>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      array(select qual || ' / ' || with_check from pg_policies p where p.tablename = c.relname)::text[] as policies
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
  const open = tables.filter((table) => !table.forced)
  expect(open.map((table) => table.name)).toEqual(directory)
  const closed = tables.filter((table) => table.forced)
  expect(closed.length).toBeGreaterThan(10)
  const policy = `(tenant_id = ( SELECT (NULLIF(current_setting('app.tenant_id'::text, true), ''::text))::uuid AS "nullif"))`
  for (const table of closed) expect(table, table.name).toMatchObject({ policies: [`${policy} / ${policy}`] })
})

test('the tenant leads every primary, unique and foreign key of tenant data', async () => {
  const keys = await at.asOwner<{ name: string; first: string }>(`
    select k.conname as name,
      (select attname from pg_attribute where attrelid = k.conrelid and attnum = k.conkey[1]) as first
    from pg_constraint k join pg_class c on c.oid = k.conrelid
    where c.relrowsecurity and c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f')`)
  expect(keys.length).toBeGreaterThan(10)
  expect(keys.filter((key) => key.first !== 'tenant_id')).toEqual([])
})

test('no table of tenant data has a trigger of its own', async () => {
  expect(await at.asOwner(`select tgname from pg_trigger where not tgisinternal`)).toEqual([])
})

test('the role of the platform owns nothing, is no superuser and cannot pass by row security', async () => {
  const [role] = await at.asOwner(`select rolsuper, rolbypassrls, rolcreaterole, rolcanlogin,
    (select count(*)::int from pg_class where relowner = r.oid) as owns from pg_roles r where rolname = 'resham_app'`)
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcanlogin: false, owns: 0 })
})

test('a transaction sees the rows of its business and of no other', async () => {
  await withTenant(at.db, one, (tx) => addCustomer(one).execute(tx))
  await withTenant(at.db, other, (tx) => addCustomer(other).execute(tx))
  const seen = await withTenant(at.db, one, async (tx) => (await sql`select tenant_id from parties`.execute(tx)).rows)
  expect(seen).toEqual([{ tenant_id: one }])
})

test('without a business nothing is seen, also on a connection that served one before', async () => {
  await withTenant(at.db, one, (tx) => sql`select 1`.execute(tx))
  const seen = await withPlatform(at.db, async (tx) => (await sql`select 1 from parties`.execute(tx)).rows)
  expect(seen).toEqual([])
})

test("another business's rows can neither be written, changed nor moved", async () => {
  await expect(withTenant(at.db, one, (tx) => addCustomer(other).execute(tx))).rejects.toThrow(/row-level security/)
  const changed = await withTenant(at.db, one, (tx) =>
    sql`update parties set name = 'Taken' where tenant_id = ${other}`.execute(tx),
  )
  expect(changed.numAffectedRows).toBe(0n)
  await expect(
    withTenant(at.db, one, (tx) => sql`update parties set tenant_id = ${other}`.execute(tx)),
  ).rejects.toThrow(/row-level security/)
})

test('the audit trail can be added to and read, not changed', async () => {
  const grants = await at.asOwner<{ privilege: string }>(`
    select privilege_type as privilege from information_schema.role_table_grants
    where grantee = 'resham_app' and table_name = 'audit_events' order by 1`)
  expect(grants.map((grant) => grant.privilege)).toEqual(['INSERT', 'SELECT'])
})

test('what is no tenant id never reaches a statement', async () => {
  for (const text of ['', 'x', "0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10'; drop table parties; --", `${one}\n`]) {
    expect(() => tenantId(text)).toThrow(/platform\.not-found/)
  }
})
