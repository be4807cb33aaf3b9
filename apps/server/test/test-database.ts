// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { type Database, openDatabase } from '#platform/db/pool.ts'
import { templateName, urlOf } from './database-server.ts'

/** A database that one test file has for itself. */
export type TestDatabase = {
  readonly db: Database
  readonly ownerUrl: string
  /** One statement as the owner of the schema. */
  asOwner<Row extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>
  /** Lets nobody in, as a stopped server would; or everybody in again. */
  setOpen(open: boolean): Promise<void>
  close(): Promise<void>
}

/** Opens a fresh copy of the migrated template. */
export async function openTestDatabase(options: { readonly empty?: boolean } = {}): Promise<TestDatabase> {
  const serverUrl = inject('serverUrl')
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await onServer(serverUrl, `create database ${name} template ${options.empty ? 'template0' : templateName}`)
  const ownerUrl = urlOf(serverUrl, name)
  const db = openDatabase(ownerUrl, { connections: 6 })
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  owner.on('error', () => {})
  return {
    db,
    ownerUrl,
    asOwner: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await owner.query<Row>(text, values)).rows,
    setOpen: async (open) => {
      await onServer(serverUrl, `alter database ${name} allow_connections ${open}`)
      if (!open) {
        await onServer(serverUrl, `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`)
      }
    },
    close: async () => {
      await db.destroy()
      await owner.end()
      await onServer(serverUrl, `drop database ${name} with (force)`)
    },
  }
}

async function onServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
