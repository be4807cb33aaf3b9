// SPDX-License-Identifier: Apache-2.0
// Writes the types of the database's tables, read from a database made by the migrations.
import { execFileSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const { startEmbeddedPostgres } = await import('../apps/server/src/main/embedded-postgres.ts')
const { migrate } = await import('../apps/server/src/main/migrate.ts')

const home = await mkdtemp(join(tmpdir(), 'resham-types-'))
const database = await startEmbeddedPostgres(home)
try {
  await migrate(database.ownerUrl, join(root, 'apps/server/src/migrations'))
  const out = join(root, 'apps/server/src/platform/db/schema.ts')
  const run = (command: string, args: string[]) => execFileSync(join(root, 'node_modules/.bin', command), args, { cwd: root })
  run('kysely-codegen', ['--dialect', 'postgres', '--url', database.ownerUrl, '--out-file', out, '--date-parser', 'string'])
  run('biome', ['check', '--write', '--unsafe', out])
} finally {
  await database.stop()
  await rm(home, { recursive: true, force: true })
}
