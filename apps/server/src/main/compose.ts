// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path'
import { fromDayNumber } from '@resham/base'
import { isCurrency } from '@resham/pack-kit'
import type { FastifyInstance } from 'fastify'
import { askRoutes } from '#modules/ask/index.ts'
import { bankingRoutes } from '#modules/banking/index.ts'
import { booksRoutes } from '#modules/books/index.ts'
import { buyingRoutes } from '#modules/buying/index.ts'
import { calendarRoutes } from '#modules/calendar/index.ts'
import { cashRoutes } from '#modules/cash/index.ts'
import { counterRoutes } from '#modules/counter/index.ts'
import { destinationRoutes } from '#modules/destinations/index.ts'
import { documentRoutes } from '#modules/documents/index.ts'
import { type FiscalParts, fiscalRoutes, fiscalWorkers } from '#modules/fiscal/index.ts'
import { importRoutes, importWorkers, uploadLimit } from '#modules/imports/index.ts'
import { itemRoutes, photoRoutes, priceRoutes } from '#modules/items/index.ts'
import { marketRoutes } from '#modules/market/index.ts'
import { isFromStatement, matchingRoutes } from '#modules/matching/index.ts'
import { moveRoutes } from '#modules/moves/index.ts'
import { outlookRoutes, outlookWorkers, requestOutlook } from '#modules/outlook/index.ts'
import { partyRoutes } from '#modules/parties/index.ts'
import { pasteRoutes } from '#modules/paste/index.ts'
import { planRoutes, replan } from '#modules/plan/index.ts'
import { ratesRoutes } from '#modules/rates/index.ts'
import { findBooksSpan } from '#modules/sales/index.ts'
import { openSampleShop, sampleWorkers } from '#modules/sample/index.ts'
import { sellingRoutes } from '#modules/selling/index.ts'
import { stockRoutes } from '#modules/stock/index.ts'
import { taxRoutes } from '#modules/taxes/index.ts'
import { tidyRoutes } from '#modules/tidy/index.ts'
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
import type { ChatModel } from '#platform/model/chat-model.ts'
import type { JobWorker } from '#platform/queue/job.ts'
import { jobRoutes } from '#platform/queue/jobs.routes.ts'
import { findFiscalService, findPack, packRoutes, packs, readPhone } from './packs.ts'

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
  /** Addresses of tax offices that the operator allows besides their own; none: the simulator's on this machine. */
  readonly fiscalPlaces?: readonly string[]
  /** Milliseconds to wait for a tax office. */
  readonly fiscalWaitMs?: number
  /** A language model that may help; everything works without one. */
  readonly model?: ChatModel
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
    ...stockRoutes(findPack, stockChanged),
    ...buyingRoutes(findPack, stockChanged),
    ...photoRoutes(filesOf(parts)),
    ...priceRoutes,
    ...calendarRoutes(findPack),
    ...booksRoutes(findPack),
    ...ratesRoutes,
    ...marketRoutes(findPack),
    ...destinationRoutes(findPack),
    ...moveRoutes,
    ...askRoutes(findPack),
    ...outlookRoutes(findPack),
    ...planRoutes(requestOutlook),
    ...matchingRoutes(findPack),
    ...tidyRoutes,
    ...partyRoutes(findPack),
    ...taxRoutes(findPack),
    ...fiscalRoutes(fiscalOf(parts)),
    ...sellingRoutes,
    ...documentRoutes({ findPack, isFromStatement, salesChanged: (tx) => requestOutlook(tx, clock()) }),
    ...pasteRoutes({ findPack, ...(parts.model ? { model: parts.model } : {}) }),
    ...counterRoutes({ findPack, salesChanged: (tx) => requestOutlook(tx, clock()) }),
    ...bankingRoutes(filesOf(parts), findPack),
    ...cashRoutes,
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

/** Stock changed by a person's hand: what is planned from it is made anew. */
function stockChanged(now: Date) {
  return async (tx: Parameters<typeof replan>[0], itemIds: readonly string[], currency: string): Promise<void> => {
    await replan(tx, itemIds, currency)
    await requestOutlook(tx, now)
  }
}
type WorkerParts = Pick<Parts, 'home' | 'secret' | 'fiscalPlaces' | 'fiscalWaitMs'>

/** Every kind of long work with the function that does it. */
export function composeWorkers(parts: WorkerParts): JobWorker[] {
  const files = filesOf(parts)
  return [
    ...importWorkers(files),
    ...outlookWorkers(findPack),
    ...sampleWorkers(files, findPack),
    ...fiscalWorkers(fiscalOf(parts)),
  ]
}

/** The store of the files that people hand in. */
/** Where `npm run outside:fbr` opens its invented office. */
const simulatorPlace = 'http://127.0.0.1:4180'

function fiscalOf({ secret, fiscalPlaces, fiscalWaitMs }: WorkerParts): FiscalParts {
  const places = fiscalPlaces ?? [simulatorPlace]
  return { findPack, findService: findFiscalService, secret, places, waitMs: fiscalWaitMs ?? 30_000 }
}

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
