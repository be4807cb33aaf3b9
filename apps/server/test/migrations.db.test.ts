// SPDX-License-Identifier: Apache-2.0
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate } from '../src/main/migrate.ts'
import { describeSchema } from '../tools/describe-schema.ts'
import { migrations } from './database-server.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'

let empty: TestDatabase
let folder: string
beforeAll(async () => {
  empty = await openTestDatabase({ empty: true })
  folder = await mkdtemp(join(tmpdir(), 'resham-migrations-'))
})
afterAll(async () => {
  await empty.close()
  await rm(folder, { recursive: true, force: true })
})

const files = (await readdir(migrations)).filter((name) => name.endsWith('.sql')).sort()

test('an empty database takes every migration once, also when two processes migrate at once', async () => {
  const both = await Promise.all([migrate(empty.ownerUrl, migrations), migrate(empty.ownerUrl, migrations)])
  expect(both.flat().sort()).toEqual(files)
  expect(await migrate(empty.ownerUrl, migrations)).toEqual([])
})

test('a migration that was changed after it was applied is refused', async () => {
  for (const name of files) await copyFile(join(migrations, name), join(folder, name))
  const [first = ''] = files
  await writeFile(join(folder, first), `${await readFile(join(migrations, first), 'utf8')}\nselect 1;`)
  await expect(migrate(empty.ownerUrl, folder)).rejects.toMatchObject({ details: { changedMigration: first } })
})

test('a migration that fails leaves nothing behind', async () => {
  const [first = ''] = files
  await copyFile(join(migrations, first), join(folder, first))
  await writeFile(
    join(folder, '9999-broken.sql'),
    '-- Broken on purpose.\ncreate table half (id int);\nselect nothing;',
  )
  await expect(migrate(empty.ownerUrl, folder)).rejects.toMatchObject({ details: { migration: '9999-broken.sql' } })
  expect(await empty.asOwner(`select 1 from pg_tables where tablename = 'half'`)).toEqual([])
})

test('every migration has a number of its own and says its reason on its first line', async () => {
  expect(new Set(files.map((name) => name.slice(0, 4))).size).toBe(files.length)
  for (const name of files) {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.sql$/)
    expect(await readFile(join(migrations, name), 'utf8')).toMatch(/^-- .{20,}\n/)
  }
})

test('the committed types are those of the migrated database', async () => {
  const committed = await readFile(resolve(import.meta.dirname, '../src/platform/db/schema.ts'), 'utf8')
  expect(committed).toBe(await describeSchema(empty.ownerUrl))
})
