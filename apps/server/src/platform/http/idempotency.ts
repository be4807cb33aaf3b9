// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { AppError } from '@resham/base'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import type { Database } from '../db/pool.ts'
import { withPlatform } from '../db/tenancy.ts'
import type { Context } from './route.ts'

const keyShape = /^[\x21-\x7e]{8,100}$/

/**
 * Answers a write with an `Idempotency-Key` once: the same key and request again gets the same answer
 * again, without doing the work twice.
 *
 * Without a key, for a read, or for a caller unknown, the work is simply done. Keys are kept for a day.
 *
 * @throws platform.idempotency-mismatch when a key comes back with another request.
 */
export async function once(
  request: FastifyRequest,
  reply: FastifyReply,
  parts: { readonly db: Database },
  ctx: Context,
  work: () => Promise<unknown>,
): Promise<unknown> {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || request.method === 'GET' || !ctx.caller) return work()
  if (!keyShape.test(key)) throw new AppError('platform.invalid-request', { field: 'Idempotency-Key' })
  const owner = ctx.caller.kind === 'person' ? ctx.caller.userId : ctx.caller.tokenId
  const name = createHash('sha256').update(`${owner}\n${key}`).digest('hex')
  const asked = createHash('sha256')
    .update(`${request.method} ${request.url}\n${bodyText(request.body)}`)
    .digest('hex')

  const kept = await claim(parts.db, name, asked)
  if (kept) {
    if (kept.request_hash !== asked) throw new AppError('platform.idempotency-mismatch')
    if (kept.status === null) throw new AppError('platform.idempotency-mismatch', { why: 'still-working' })
    reply.code(kept.status).header('idempotent-replay', 'true')
    return kept.answer
  }
  try {
    const answer = await work()
    await keep(parts.db, name, reply.statusCode, answer)
    return answer
  } catch (error) {
    await release(parts.db, name)
    throw error
  }
}

// A streamed file has no text to compare; its address stands for it.
function bodyText(body: unknown): string {
  return body === undefined || body === null || typeof (body as { pipe?: unknown }).pipe === 'function'
    ? ''
    : JSON.stringify(body)
}

type Kept = { request_hash: string; status: number | null; answer: unknown }

async function claim(db: Database, name: string, asked: string): Promise<Kept | undefined> {
  return withPlatform(db, async (tx) => {
    const claimed = await sql`
      insert into idempotency_keys (name, request_hash) values (${name}, ${asked}) on conflict (name) do nothing`.execute(
      tx,
    )
    if (claimed.numAffectedRows === 1n) return undefined
    const { rows } =
      await sql<Kept>`select request_hash, status, answer from idempotency_keys where name = ${name}`.execute(tx)
    return rows[0]
  })
}

async function keep(db: Database, name: string, status: number, answer: unknown): Promise<void> {
  await withPlatform(db, (tx) =>
    sql`update idempotency_keys set status = ${status}, answer = ${JSON.stringify(answer ?? null)}::jsonb where name = ${name}`.execute(
      tx,
    ),
  )
}

async function release(db: Database, name: string): Promise<void> {
  await withPlatform(db, (tx) => sql`delete from idempotency_keys where name = ${name} and status is null`.execute(tx))
}
