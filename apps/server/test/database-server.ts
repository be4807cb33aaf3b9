// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { prepareQueue } from '#platform/queue/worker.ts'
import { startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'
import { migrate } from '../src/main/migrate.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the one server that all database tests share, for its owner. */
    serverUrl: string
  }
}

/** A migrated database that each test file gets a copy of. */
export const templateName = 'resham_template'
export const migrations = resolve(import.meta.dirname, '../src/migrations')

/** Starts one PostgreSQL for the whole run, with a migrated template in it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const home = await mkdtemp(join(tmpdir(), 'resham-test-db-'))
  const server = await startEmbeddedPostgres(home)
  const client = new pg.Client({ connectionString: server.ownerUrl })
  await client.connect()
  await client.query(`create database ${templateName}`)
  await client.end()
  const template = urlOf(server.ownerUrl, templateName)
  await migrate(template, migrations)
  await prepareQueue(template)
  project.provide('serverUrl', server.ownerUrl)
  return async () => {
    await server.stop()
    await rm(home, { recursive: true, force: true })
  }
}

/** The same server, another database. */
export function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}
