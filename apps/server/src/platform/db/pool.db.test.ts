// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/test-database.ts'
import { withPlatform } from './tenancy.ts'

let at: TestDatabase
beforeAll(async () => {
  at = await openTestDatabase()
})
afterAll(() => at.close())

test('a connection lost between two statements fails the transaction, not the process', async () => {
  const said = withPlatform(at.db, async (tx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
    const pid = rows[0]?.pid
    await at.asOwner('select pg_terminate_backend($1)', [pid])
    await vi.waitFor(async () => {
      expect(await at.asOwner('select 1 from pg_stat_activity where pid = $1', [pid])).toEqual([])
    })
    await sql`select 1`.execute(tx)
  })
  await expect(said).rejects.toThrow(/terminat|not queryable|reset/i)
  const { rows } = await withPlatform(at.db, (tx) => sql`select 1 as one`.execute(tx))
  expect(rows).toEqual([{ one: 1 }])
})
