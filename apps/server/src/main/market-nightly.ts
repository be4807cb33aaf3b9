// SPDX-License-Identifier: Apache-2.0
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { isAppError } from '@resham/base'
import type { Logger } from 'pino'
import { readDefinitions, refreshMarket } from '#modules/market/index.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/pool.ts'
import { makeReceive } from '#platform/fetch/received.ts'
import { inUrdu } from './packs.ts'

/** How often it is looked whether a source's turn has come; what was loaded is in the database, so a restart costs nothing. */
const lookEveryMs = 15 * 60_000

/**
 * Loads the operator's market sources when their turn comes, for as long as the process lives. The file is read anew
 * each time: a source that is added needs no restart.
 */
export async function keepMarketFresh(parts: {
  readonly file: string
  readonly db: Database
  readonly clock: Clock
  readonly log: Logger
}): Promise<void> {
  const { db, clock, log } = parts
  const receive = makeReceive({ clock, pause: (ms) => pause(ms) })
  for (;;) {
    try {
      const runs = await refreshMarket(
        { db, clock, receive, inUrdu },
        readDefinitions(await readFile(parts.file, 'utf8')),
      )
      for (const { origin, outcome, errorCode } of runs)
        log.info({ origin, outcome, errorCode }, 'market source loaded')
    } catch (error) {
      log.error({ code: isAppError(error) ? error.code : 'platform.unexpected' }, 'market sources could not be loaded')
    }
    await pause(lookEveryMs, undefined, { ref: false })
  }
}
