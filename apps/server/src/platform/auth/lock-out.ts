// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { AppError } from '@resham/base'
import { sql } from 'kysely'
import type { Database } from '../db/pool.ts'
import { withPlatform } from '../db/tenancy.ts'

/** Wrong answers that cost nothing. */
const free = 5
const firstWaitSeconds = 30
const longestWaitSeconds = 3600

/**
 * Seconds to wait after so many wrong answers in a row: none for the first five, then 30 s, doubling to an hour.
 *
 * @source NIST SP 800-63B-4, section 3.2.2: fewer than 100 tries in a row; growing waits.
 */
export function waitAfter(failures: number): number {
  return failures < free ? 0 : Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - free))
}

/**
 * Tries a secret unless too many wrong answers were given before.
 *
 * @param about  What is guessed at and who guesses: each is counted by itself.
 * @param tryIt  Throws when the answer is wrong.
 * @throws account.locked with the seconds to wait; what `tryIt` throws.
 */
export async function guarded<T>(
  db: Database,
  about: readonly string[],
  now: Date,
  tryIt: () => Promise<T>,
): Promise<T> {
  const names = about.map((text) => createHash('sha256').update(text).digest('hex'))
  await refuseLocked(db, names, now)
  try {
    const answer = await tryIt()
    await withPlatform(db, (tx) => sql`delete from sign_in_failures where name = any(${names})`.execute(tx))
    return answer
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'account.wrong-credentials' || code === 'account.code-wrong' || code === 'account.passkey-refused') {
      await countFailure(db, names, now)
    }
    throw error
  }
}

async function refuseLocked(db: Database, names: readonly string[], now: Date): Promise<void> {
  const until = await withPlatform(db, async (tx) => {
    const { rows } = await sql<{ until: Date | null }>`
      select max(locked_until) as until from sign_in_failures where name = any(${names})`.execute(tx)
    return rows[0]?.until
  })
  if (until && until > now) {
    throw new AppError('account.locked', { retryAfterSeconds: Math.ceil((until.getTime() - now.getTime()) / 1000) })
  }
}

async function countFailure(db: Database, names: readonly string[], now: Date): Promise<void> {
  await withPlatform(db, async (tx) => {
    for (const name of [...names].sort()) {
      const { rows } = await sql<{ failures: number }>`
        insert into sign_in_failures (name, failures, updated_at) values (${name}, 1, ${now})
        on conflict (name) do update set failures = sign_in_failures.failures + 1, updated_at = ${now}
        returning failures`.execute(tx)
      const wait = waitAfter(rows[0]?.failures ?? 0)
      if (wait > 0) {
        const until = new Date(now.getTime() + wait * 1000)
        await sql`update sign_in_failures set locked_until = ${until} where name = ${name}`.execute(tx)
      }
    }
  })
}
