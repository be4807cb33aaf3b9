// SPDX-License-Identifier: Apache-2.0
import type { Kysely, QueryResult, RawBuilder } from 'kysely'
import type { ClientBase } from 'pg'
import type { DB } from './schema.ts'

/** Statements worth reading once a connection: those whose reading costs more than their running. By text. */
const names = new Map<string, string>()

/** Has a statement prepared on each connection that runs it. Give it the same text object each time. */
export function prepareOnce(text: string): void {
  if (!names.has(text)) names.set(text, `resham_${names.size}`)
}

/**
 * Runs a statement prepared. For what is asked often and is always written the same: each writing of it stays prepared on
 * each connection.
 */
export function executePrepared<T>(tx: Kysely<DB>, statement: RawBuilder<T>): Promise<QueryResult<T>> {
  const compiled = statement.compile(tx)
  prepareOnce(compiled.sql)
  return tx.executeQuery(compiled)
}

/**
 * Lets a connection run prepared statements by their names: the query builder sends text only, and PostgreSQL would plan
 * a bulk insert anew each time.
 */
export function runPrepared(client: ClientBase): void {
  const plain = client.query.bind(client) as (...given: unknown[]) => unknown
  const query = (text: unknown, values?: unknown, ...rest: unknown[]) => {
    const name = typeof text === 'string' ? names.get(text) : undefined
    return name === undefined ? plain(text, values, ...rest) : plain({ name, text, values }, ...rest)
  }
  client.query = query as typeof client.query
}
