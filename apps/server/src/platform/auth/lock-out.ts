// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto'
import { AppError } from '@resham/base'
import { sql } from 'kysely'
import type { Database } from '../db/pool.ts'
import { type PlatformTx, withPlatform } from '../db/tenancy.ts'

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
 * A try is counted before it is made, and given back when it was no mistake: counted after, a hundred guesses sent at the
 * same moment would all be let in.
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
  const secret = { name: hashOf(`secret ${about.secret}`), free: freeTries }
  const place = about.place === undefined ? [] : [{ name: hashOf(`place ${about.place}`), free: freeTriesOfPlace }]
  // Always in the same order, so that no two wait for each other.
  const counters = [secret, ...place].sort((a, b) => (a.name < b.name ? -1 : 1))
  const counted = await countTry(db, counters, now)
  try {
    const answer = await tryIt()
    await giveBack(db, counted, secret.name)
    return answer
  } catch (error) {
    const { code } = error as { code?: unknown }
    if (!isMistake(code)) await giveBack(db, counted).catch(() => {}) // What went wrong says more than this would.
    throw error
  }
}

/** Forgets mistakes that no longer count. */
export async function forgetOldFailures(db: Database, now: Date): Promise<void> {
  const before = new Date(now.getTime() - forgottenAfterMs)
  await withPlatform(db, (tx) => sql`delete from sign_in_failures where updated_at < ${before}`.execute(tx))
}

function isMistake(code: unknown): boolean {
  return code === 'account.wrong-credentials' || code === 'account.code-wrong' || code === 'account.passkey-refused'
}

type Counter = { readonly name: string; readonly free: number }
/** A try as it was counted, with the lock that it would leave. */
type Counted = { readonly name: string; readonly until: Date | null }

async function countTry(db: Database, counters: readonly Counter[], now: Date): Promise<Counted[]> {
  const forgotten = new Date(now.getTime() - forgottenAfterMs)
  return withPlatform(db, async (tx) => {
    const counted: Counted[] = []
    for (const { name, free } of counters) {
      const { rows } = await sql<{ failures: number }>`
        insert into sign_in_failures as known (name, failures, updated_at) values (${name}, 1, ${now})
        on conflict (name) do update set updated_at = ${now},
          failures = case when known.updated_at < ${forgotten} then 1 else known.failures + 1 end
        where known.locked_until is null or known.locked_until <= ${now}
        returning failures`.execute(tx)
      if (!rows[0]) throw await lockedError(tx, name, now)
      const wait = waitAfter(rows[0].failures, free)
      const until = wait > 0 ? new Date(now.getTime() + wait * 1000) : null
      await sql`update sign_in_failures set locked_until = ${until} where name = ${name}`.execute(tx)
      counted.push({ name, until })
    }
    return counted
  })
}

async function lockedError(tx: PlatformTx, name: string, now: Date): Promise<AppError> {
  const { rows } = await sql<{ until: Date }>`
    select locked_until as until from sign_in_failures where name = ${name}`.execute(tx)
  const waitMs = (rows[0]?.until.getTime() ?? 0) - now.getTime()
  return new AppError('account.locked', { retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) })
}

/** Takes a try back that was no mistake. @param right The secret that was answered rightly, if one was. */
async function giveBack(db: Database, counted: readonly Counted[], right?: string): Promise<void> {
  await withPlatform(db, async (tx) => {
    for (const { name, until } of counted) {
      if (name === right) await sql`delete from sign_in_failures where name = ${name}`.execute(tx)
      else
        await sql`
          update sign_in_failures set failures = greatest(failures - 1, 0),
            locked_until = nullif(locked_until, ${until}::timestamptz)
          where name = ${name}`.execute(tx)
    }
  })
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
