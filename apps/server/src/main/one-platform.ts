// SPDX-License-Identifier: Apache-2.0
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

// Any number, the same for all: held by the platform that runs on a database of its own.
const platformAlive = 7_314_203

/**
 * Claims the database for this process, until it ends in whatever way.
 *
 * @returns False when another platform has it: two would each stop it under the other.
 */
export async function claimDatabase(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [platformAlive])
  const isMine = rows[0]?.mine === true
  // A claim is its open connection; it is not closed.
  if (!isMine) await client.end()
  // It ends with the server; when that comes back the claim is made anew.
  else client.once('end', () => void claimAgain(ownerUrl))
  return isMine
}

async function claimAgain(ownerUrl: string): Promise<void> {
  await pause(claimAgainAfterMs, undefined, { ref: false })
  await claimDatabase(ownerUrl).catch(() => claimAgain(ownerUrl))
}

const claimAgainAfterMs = 2000
