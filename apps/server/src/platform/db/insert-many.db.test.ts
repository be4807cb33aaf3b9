// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database.ts'
import { newId } from '../ids.ts'
import { type ColumnsOf, insertMany } from './insert-many.ts'
import { tenantId, withTenant } from './tenancy.ts'

let at: TestDatabase
beforeAll(async () => {
  at = await openTestDatabase()
})
afterAll(() => at.close())

const freshTenant = () => tenantId(newId(new Date(0)))
const idOf = (n: number) => `0198f0a2-0000-8000-8000-${n.toString(16).padStart(12, '0')}`
type Customer = { readonly id: string; readonly code: string; readonly name: string }
const customers = (count: number): Customer[] =>
  Array.from({ length: count }, (_, n) => ({ id: idOf(n), code: `c${n}`, name: `Zed ${n}` }))
const columns: ColumnsOf<'parties', Customer> = {
  id: ({ id }) => id,
  code: ({ code }) => code,
  name: ({ name }) => name,
}

test.each([0, 1, 9999, 10_000, 10_001])('%i rows go in and are all there', async (count) => {
  const tenant = freshTenant()
  const { added, rows } = await withTenant(at.db, tenant, async (tx) => ({
    added: await insertMany(tx, 'parties', customers(count), columns),
    rows: (await sql`select id, code, name from parties where tenant_id = ${tx.tenantId} order by id`.execute(tx)).rows,
  }))
  expect(added).toBe(count)
  expect(rows).toEqual(customers(count))
})

test('rows that are there already are counted out when conflicts are let be', async () => {
  const tenant = freshTenant()
  const onConflict = '(tenant_id, id) do nothing'
  const add = (count: number) =>
    withTenant(at.db, tenant, (tx) => insertMany(tx, 'parties', customers(count), columns, { onConflict }))
  expect([await add(2500), await add(3000), await add(3000)]).toEqual([2500, 500, 0])
})

test('a conflict that nothing was said about undoes the whole transaction', async () => {
  const tenant = freshTenant()
  await withTenant(at.db, tenant, (tx) => insertMany(tx, 'parties', customers(1), columns))
  const again = withTenant(at.db, tenant, (tx) => insertMany(tx, 'parties', customers(2100), columns))
  await expect(again).rejects.toMatchObject({ code: '23505' })
  const { rows } = await withTenant(at.db, tenant, (tx) => sql`select 1 from parties`.execute(tx))
  expect(rows).toHaveLength(1)
})

test('values arrive as they were given', async () => {
  const tenant = freshTenant()
  const odd = [
    { id: idOf(1), code: 'quote \' " \\ ; {}', name: 'ریشم' },
    { id: idOf(2), code: 'newline\nand\ttab', name: '$1, $2' },
    { id: idOf(3), code: ' ends in spaces  ', name: 'NULL' },
    { id: idOf(4), code: '\\"\\', name: '' },
  ]
  const { rows } = await withTenant(at.db, tenant, async (tx) => {
    await insertMany(tx, 'parties', odd, columns)
    return sql`select id, code, name from parties order by id`.execute(tx)
  })
  expect(rows).toEqual(odd)
})
