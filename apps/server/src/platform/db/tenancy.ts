// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { CompiledQuery, type Kysely, type Transaction } from 'kysely'
import type { DB } from './schema.ts'

/** A validated tenant: the id of one business. */
export type TenantId = string & { readonly __brand: 'TenantId' }

/**
 * An open transaction in which one business's data can be reached, and no other's. Only `withTenant`
 * makes one; every repository of tenant data asks for one.
 */
export type TenantTx = Transaction<DB> & { readonly tenantId: TenantId; readonly __brand: 'TenantTx' }

/** An open transaction on tables that belong to no business. */
export type PlatformTx = Transaction<DB> & { readonly __brand: 'PlatformTx' }

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Reads a tenant id. @throws platform.not-found when it is not a UUID. */
export function tenantId(text: string): TenantId {
  if (!uuid.test(text)) throw new AppError('platform.not-found', {})
  return text as TenantId
}

/**
 * Runs `work` in a transaction of one business.
 *
 * The tenant is set by the statement `SET LOCAL`, which takes no parameter, so its value is validated and
 * written into the text: a function call would not reach the shards of a distributed database.
 */
export async function withTenant<T>(db: Kysely<DB>, tenant: TenantId, work: (tx: TenantTx) => Promise<T>): Promise<T> {
  const checked = tenantId(tenant)
  return inTransaction(db, `begin; set local app.tenant_id = '${checked}'`, (tx) =>
    work(Object.assign(tx, { tenantId: checked }) as unknown as TenantTx),
  )
}

/** Runs `work` in a transaction on tables that belong to no business. */
export async function withPlatform<T>(db: Kysely<DB>, work: (tx: PlatformTx) => Promise<T>): Promise<T> {
  return inTransaction(db, 'begin', (tx) => work(tx as unknown as PlatformTx))
}

/** A transaction whose opening is one message: a page opens a dozen, and each message is a way to the server and back. */
async function inTransaction<T>(db: Kysely<DB>, opening: string, work: (tx: Kysely<DB>) => Promise<T>): Promise<T> {
  return db.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw(opening))
    try {
      const result = await work(connection)
      await connection.executeQuery(CompiledQuery.raw('commit'))
      return result
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {})
      throw error
    }
  })
}
