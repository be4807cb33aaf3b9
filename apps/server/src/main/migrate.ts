// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '@resham/base'
import pg from 'pg'

/** Any number, the same for all: two processes that migrate at once wait for each other. */
const lock = 7_314_201

/**
 * Brings the database to the newest migration. Files are `NNNN-name.sql`, applied in order, once, each
 * in a transaction; they are never changed afterwards.
 *
 * @returns Names of the files applied now.
 * @throws  platform.unexpected when an applied file was changed.
 */
export async function migrate(ownerUrl: string, folder: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    await client.query(`create table if not exists migrations (
      name text primary key, hash text not null, applied_at timestamptz not null default now())`)
    const known = await client.query<{ name: string; hash: string }>('select name, hash from migrations')
    const hashes = new Map(known.rows.map((row) => [row.name, row.hash]))
    const applied: string[] = []
    for (const name of (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()) {
      const text = await readFile(join(folder, name), 'utf8')
      const hash = createHash('sha256').update(text).digest('hex')
      if (hashes.get(name) === hash) continue
      if (hashes.has(name)) throw new AppError('platform.unexpected', { changedMigration: name })
      await applyOne(client, name, text, hash)
      applied.push(name)
    }
    return applied
  } finally {
    await client.end()
  }
}

async function applyOne(client: pg.Client, name: string, text: string, hash: string): Promise<void> {
  try {
    await client.query('begin')
    await client.query(text)
    await client.query('insert into migrations (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new AppError('platform.unexpected', { migration: name }, { cause })
  }
}
