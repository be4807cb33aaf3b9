// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { fromDayNumber } from '@resham/base'
import { isCurrency } from '@resham/pack-kit'
import type { FastifyInstance } from 'fastify'
import { askRoutes } from '#modules/ask/index.ts'
import { booksRoutes } from '#modules/books/index.ts'
import { calendarRoutes } from '#modules/calendar/index.ts'
import { counterRoutes } from '#modules/counter/index.ts'
import { destinationRoutes } from '#modules/destinations/index.ts'
import { documentRoutes } from '#modules/documents/index.ts'
import { importRoutes, importWorkers, uploadLimit } from '#modules/imports/index.ts'
import { itemRoutes } from '#modules/items/index.ts'
import { marketRoutes } from '#modules/market/index.ts'
import { moveRoutes } from '#modules/moves/index.ts'
import { outlookRoutes, outlookWorkers, requestOutlook } from '#modules/outlook/index.ts'
import { partyRoutes } from '#modules/parties/index.ts'
import { planRoutes, replan } from '#modules/plan/index.ts'
import { findBooksSpan } from '#modules/sales/index.ts'
import { openSampleShop, sampleWorkers } from '#modules/sample/index.ts'
import { accountRoutes } from '#platform/auth/account.routes.ts'
import { makeAuth } from '#platform/auth/auth.ts'
import { businessRoutes } from '#platform/auth/businesses.routes.ts'
import { makeDirectory } from '#platform/auth/directory.ts'
import { peopleRoutes } from '#platform/auth/people.routes.ts'
import { remembered } from '#platform/auth/remembered.ts'
import type { Clock } from '#platform/clock.ts'
import type { Database } from '#platform/db/pool.ts'
import type { FileStore } from '#platform/files/files.ts'
import { localFiles } from '#platform/files/local-files.ts'
import { buildApp } from '#platform/http/app.ts'
import type { Route } from '#platform/http/route.ts'
import type { JobWorker } from '#platform/queue/job.ts'
import { jobRoutes } from '#platform/queue/jobs.routes.ts'
import { findPack, packRoutes, packs, readPhone } from './packs.ts'

/** What every part of the platform is built from. */
export type Parts = {
  readonly db: Database
  readonly clock: Clock
  /** Folder for uploaded files. */
  readonly home: string
  readonly origin: string
  readonly secret: string
  readonly logLevel: string
  readonly rateLimits: boolean
  /** Milliseconds for which a session is believed without asking again; 0 asks each time. */
  readonly rememberMs: number
}

/** Requests a minute and caller: a person on a phone makes a tenth of that. */
const requestsPerMinute = 600

/** Builds the API with every route of every module. */
export async function composeApp(parts: Parts): Promise<{ app: FastifyInstance; routes: readonly Route[] }> {
  const { db, clock } = parts
  const auth = makeAuth(db, parts)
  const routes: Route[] = [
    ...packRoutes,
    ...accountRoutes({
      auth,
      readPhone,
      openSampleShop: (owner) => openSampleShop({ db, clock, findPack, packId: packs[0]?.id ?? '' }, owner),
    }),
    ...businessRoutes({ findCountry, describeBooks }),
    ...peopleRoutes,
    ...jobRoutes(composeWorkers(parts).map((worker) => worker.kind)),
    ...importRoutes(filesOf(parts)),
    ...itemRoutes(async (tx, itemIds, currency) => {
      await replan(tx, itemIds, currency)
      await requestOutlook(tx, clock())
    }),
    ...calendarRoutes(findPack),
    ...booksRoutes(findPack),
    ...marketRoutes(findPack),
    ...destinationRoutes(findPack),
    ...moveRoutes,
    ...askRoutes(findPack),
    ...outlookRoutes(findPack),
    ...planRoutes(requestOutlook),
    ...partyRoutes(findPack),
    ...documentRoutes({ findPack, salesChanged: (tx) => requestOutlook(tx, clock()) }),
    ...counterRoutes({ findPack, salesChanged: (tx) => requestOutlook(tx, clock()) }),
  ]
  const directory = makeDirectory({ db, auth, clock })
  const app = await buildApp({
    db,
    clock,
    routes,
    directory: parts.rememberMs > 0 ? remembered(directory, clock, parts.rememberMs) : directory,
    logLevel: parts.logLevel,
    requestsPerMinute: parts.rateLimits ? requestsPerMinute : null,
    uploadLimit,
  })
  return { app, routes }
}

/** Every kind of long work with the function that does it. */
export function composeWorkers(parts: Pick<Parts, 'home'>): JobWorker[] {
  const files = filesOf(parts)
  return [...importWorkers(files), ...outlookWorkers(findPack), ...sampleWorkers(files, findPack)]
}

/** The store of the files that people hand in. */
export function filesOf(parts: Pick<Parts, 'home'>): FileStore {
  return localFiles(join(parts.home, 'files'))
}

function findCountry(id: string) {
  const pack = findPack(id)
  if (!pack) return undefined
  const language = pack.defaultLanguage === 'ur' ? ('ur' as const) : ('en' as const)
  return { currency: pack.currency, timeZone: pack.timeZone, language, isCurrency }
}

async function describeBooks(
  tx: Parameters<typeof findBooksSpan>[0],
): Promise<{ firstDay: string; lastDay: string } | null> {
  const span = await findBooksSpan(tx)
  return span ? { firstDay: fromDayNumber(span.firstDay), lastDay: fromDayNumber(span.lastDay) } : null
}
