// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { AppError } from '@resham/base'
import { sql } from 'kysely'
import type { Database } from '../db/pool.ts'
import { withPlatform } from '../db/tenancy.ts'

/** Wrong answers in a row that cost nothing, about one secret. */
const freeTries = 5
/** The same from one place: a whole market may share one address. */
const freeTriesOfPlace = 20
const firstWaitSeconds = 30
const longestWaitSeconds = 3600
/** Mistakes are forgotten after a day without another. */
const forgottenAfterMs = 86_400_000

/**
 * Seconds to wait after so many wrong answers in a row: none for the first `free`, then 30 s, doubling to an hour.
 *
 * @source NIST SP 800-63B-4, section 3.2.2: fewer than 100 tries in a row; growing waits.
 */
export function waitAfter(failures: number, free = freeTries): number {
  return failures < free ? 0 : Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** (failures - free))
}

/**
 * Tries a secret unless too many wrong answers were given before.
 *
 * @param about  What is guessed at, and the place that guesses; each is counted by itself. The right answer wipes out
 *               the mistakes about the secret, not those of the place: a thief may own one account.
 * @param tryIt  Throws when the answer is wrong.
 * @throws account.locked with the seconds to wait; what `tryIt` throws.
 */
export async function guarded<T>(
  db: Database,
  about: { readonly secret: string; readonly place?: string },
  now: Date,
  tryIt: () => Promise<T>,
): Promise<T> {
  const counters = [
    { name: hashOf(`secret ${about.secret}`), free: freeTries },
    ...(about.place === undefined ? [] : [{ name: hashOf(`place ${about.place}`), free: freeTriesOfPlace }]),
  ].sort((a, b) => (a.name < b.name ? -1 : 1))
  const names = counters.map((counter) => counter.name)
  await refuseLocked(db, names, now)
  try {
    const answer = await tryIt()
    const secret = hashOf(`secret ${about.secret}`)
    await withPlatform(db, (tx) => sql`delete from sign_in_failures where name = ${secret}`.execute(tx))
    return answer
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (code === 'account.wrong-credentials' || code === 'account.code-wrong' || code === 'account.passkey-refused') {
      await countFailure(db, counters, now)
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

async function countFailure(db: Database, counters: readonly Counter[], now: Date): Promise<void> {
  const forgotten = new Date(now.getTime() - forgottenAfterMs)
  await withPlatform(db, async (tx) => {
    for (const { name, free } of counters) {
      const { rows } = await sql<{ failures: number }>`
        insert into sign_in_failures as known (name, failures, updated_at) values (${name}, 1, ${now})
        on conflict (name) do update set updated_at = ${now},
          failures = case when known.updated_at < ${forgotten} then 1 else known.failures + 1 end
        returning failures`.execute(tx)
      const wait = waitAfter(rows[0]?.failures ?? 0, free)
      if (wait > 0) {
        const until = new Date(now.getTime() + wait * 1000)
        await sql`update sign_in_failures set locked_until = ${until} where name = ${name}`.execute(tx)
      }
    }
  })
}

type Counter = { readonly name: string; readonly free: number }

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
