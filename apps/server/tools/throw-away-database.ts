// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'
import { migrate } from '../src/main/migrate.ts'

export const migrations = resolve(import.meta.dirname, '../src/migrations')

/** Runs `work` on a migrated database of its own, which is gone afterwards. */
export async function onThrowAwayDatabase<T>(work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const home = await mkdtemp(join(tmpdir(), 'resham-tools-'))
  const server = await startEmbeddedPostgres(home)
  try {
    await migrate(server.ownerUrl, migrations)
    return await work(server.ownerUrl)
  } finally {
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
}
