// SPDX-License-Identifier: Apache-2.0
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
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
 * Without a key, for a read, or for a caller unknown, the work is simply done. Keys are kept for a day, and answers
 * under a seal that only the key itself opens: some of them hold a secret that is shown once.
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
  const name = hashOf(`${owner}\n${key}`).toString('hex')
  const seal = hashOf(`seal\n${owner}\n${key}`)
  // Hashed with the key, which nobody keeps: a body may hold a password, and a plain hash of one could be guessed at.
  const asked = hashOf(`asked\n${owner}\n${key}\n${request.method} ${request.url}\n${bodyText(request.body)}`).toString(
    'hex',
  )

  const kept = await claim(parts.db, name, asked)
  if (kept) {
    if (kept.request_hash !== asked) throw new AppError('platform.idempotency-mismatch')
    if (kept.status === null) throw new AppError('platform.idempotency-mismatch', { why: 'still-working' })
    reply.code(kept.status).header('idempotent-replay', 'true')
    return unsealed(kept.answer, seal)
  }
  try {
    const answer = await work()
    if (answer === reply) await release(parts.db, name)
    else await keep(parts.db, name, reply.statusCode, sealed(answer ?? null, seal))
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

function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function sealed(answer: unknown, seal: Buffer): string {
  const start = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', seal, start)
  const text = Buffer.concat([cipher.update(JSON.stringify(answer), 'utf8'), cipher.final()])
  return Buffer.concat([start, cipher.getAuthTag(), text]).toString('base64')
}

function unsealed(kept: string, seal: Buffer): unknown {
  const bytes = Buffer.from(kept, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', seal, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28))
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'))
}

/** Work that has not answered by then was cut short by a kill: who asks again is not kept waiting for it. */
const deadAfter = '15 minutes'

type Kept = { request_hash: string; status: number | null; answer: string }

async function claim(db: Database, name: string, asked: string): Promise<Kept | undefined> {
  return withPlatform(db, async (tx) => {
    const claimed = await sql`
      insert into idempotency_keys as known (name, request_hash) values (${name}, ${asked})
      on conflict (name) do update set request_hash = excluded.request_hash, created_at = now()
        where known.status is null and known.created_at < now() - ${deadAfter}::interval`.execute(tx)
    if (claimed.numAffectedRows === 1n) return undefined
    const { rows } =
      await sql<Kept>`select request_hash, status, answer from idempotency_keys where name = ${name}`.execute(tx)
    return rows[0]
  })
}

async function keep(db: Database, name: string, status: number, answer: string): Promise<void> {
  await withPlatform(db, (tx) =>
    sql`update idempotency_keys set status = ${status}, answer = ${JSON.stringify(answer)}::jsonb where name = ${name}`.execute(
      tx,
    ),
  )
}

async function release(db: Database, name: string): Promise<void> {
  await withPlatform(db, (tx) => sql`delete from idempotency_keys where name = ${name} and status is null`.execute(tx))
}

const keptForMs = 86_400_000

/** Forgets keys older than a day. */
export async function forgetOldKeys(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - keptForMs)
  await withPlatform(db, (tx) => sql`delete from idempotency_keys where created_at < ${before}`.execute(tx))
}
