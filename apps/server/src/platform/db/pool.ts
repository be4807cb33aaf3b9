// SPDX-License-Identifier: Apache-2.0
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { runPrepared } from './prepared.ts'
import type { DB } from './schema.ts'

// Dates of business stay text (`2026-11-24`): a Date would move them between zones.
const dateType = 1082
pg.types.setTypeParser(dateType, (text) => text)

/** The database as the platform uses it. */
export type Database = Kysely<DB>

/**
 * Opens the platform's pool. Every connection takes the role `resham_app`, for which row-level security
 * always holds, whoever logs in.
 */
export function openDatabase(
  url: string,
  options: {
    readonly connections: number
    /** Told every statement, with its parameters. */
    readonly onStatement?: (text: string, parameters: readonly unknown[]) => void
  },
): Database {
  const { onStatement } = options
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections,
    // No helpers for one statement: to start them costs more than a page's statement, and others wait for the cores.
    options:
      '-c role=resham_app -c statement_timeout=120000 -c idle_in_transaction_session_timeout=120000 ' +
      '-c max_parallel_workers_per_gather=0',
    connectionTimeoutMillis: 10_000,
  })
  // A server that stops ends connections, idle ones and those between two statements of a transaction; where nobody
  // listens, that would end the process. Who uses the connection next is told by their statement.
  pool.on('error', () => {})
  pool.on('connect', (client) => {
    client.on('error', () => {})
    runPrepared(client)
  })
  return new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(onStatement ? { log: ({ query }) => onStatement(query.sql, query.parameters) } : {}),
  })
}
