// SPDX-License-Identifier: Apache-2.0
import * as books from '../../src/modules/books/books.repository.ts'
import * as ledgerSums from '../../src/modules/books/sums.repository.ts'
import * as counter from '../../src/modules/counter/counter.repository.ts'
import * as destinations from '../../src/modules/destinations/destinations.repository.ts'
import * as documents from '../../src/modules/documents/documents.repository.ts'
import * as payments from '../../src/modules/documents/payments.repository.ts'
import * as imports from '../../src/modules/imports/imports.repository.ts'
import * as items from '../../src/modules/items/items.repository.ts'
import * as findSeries from '../../src/modules/market/find-series.repository.ts'
import * as market from '../../src/modules/market/market.repository.ts'
import * as marketData from '../../src/modules/market/market-data.repository.ts'
import * as marketRuns from '../../src/modules/market/market-runs.repository.ts'
import * as trade from '../../src/modules/market/trade.repository.ts'
import * as watched from '../../src/modules/market/watched.repository.ts'
import * as outlook from '../../src/modules/outlook/outlook.repository.ts'
import * as parties from '../../src/modules/parties/parties.repository.ts'
import * as plan from '../../src/modules/plan/plan.repository.ts'
import * as sales from '../../src/modules/sales/sales.repository.ts'
import * as sample from '../../src/modules/sample/sample.repository.ts'
import * as places from '../../src/modules/stock/places.repository.ts'
import * as reservations from '../../src/modules/stock/reservations.repository.ts'
import * as stock from '../../src/modules/stock/stock.repository.ts'
import * as audit from '../../src/platform/audit/audit.ts'
import * as account from '../../src/platform/auth/account.repository.ts'
import * as businesses from '../../src/platform/auth/businesses.repository.ts'
import * as queue from '../../src/platform/queue/enqueue.ts'
import * as jobRuns from '../../src/platform/queue/job-runs.repository.ts'
import { booksSamples, sumsSamples } from './books.ts'
import { counterSamples } from './counter.ts'
import { destinationSamples, tradeSamples } from './destinations.ts'
import { documentSamples, paymentSamples } from './documents.ts'
import { importSamples } from './imports.ts'
import { itemSamples } from './items.ts'
import { marketDataSamples, marketRunSamples, marketSamples } from './market.ts'
import { outlookSamples } from './outlook.ts'
import { partySamples } from './parties.ts'
import { planSamples } from './plan.ts'
import { accountSamples, auditSamples, businessSamples, jobRunSamples, queueSamples } from './platform.ts'
import { saleSamples } from './sales.ts'
import { placeSamples, reservationSamples, stockSamples } from './stock.ts'
import { findSeriesSamples, watchedSamples } from './watched.ts'
import type { Samples, World } from './world.ts'

/** One function of a repository with its sample calls. */
export type SampledFunction = {
  readonly repository: string
  readonly name: string
  /** The file that it stands in, from `src/`. */
  readonly file: string
  /** Whether it works on the data of one business. */
  readonly scope: 'tenant' | 'platform'
  run(tx: never, args: readonly unknown[]): Promise<unknown>
  calls(world: World): readonly (readonly unknown[])[]
}

const sampleSamples: Samples<typeof sample> = { deleteTenant: () => [[]] }

type AnyFunctions = Readonly<Record<string, unknown>>
type AnySamples = Readonly<Record<string, (world: World) => readonly (readonly unknown[])[]>>

function sampled(
  repository: string,
  file: string,
  scope: 'tenant' | 'platform',
  functions: AnyFunctions,
  samples: AnySamples,
): SampledFunction[] {
  return Object.entries(samples).map(([name, calls]) => {
    const run = functions[name] as (tx: never, ...rest: never[]) => Promise<unknown>
    return { repository, name, file, scope, run: (tx, args) => run(tx, ...(args as never[])), calls }
  })
}

/** Every repository of the server, in an order in which each finds what it refers to. */
export const repositories: readonly SampledFunction[] = [
  ...sampled('account', 'platform/auth/account.repository.ts', 'platform', account, accountSamples),
  ...sampled('businesses', 'platform/auth/businesses.repository.ts', 'platform', businesses, businessSamples),
  ...sampled('audit', 'platform/audit/audit.ts', 'tenant', audit, auditSamples),
  ...sampled('job-runs', 'platform/queue/job-runs.repository.ts', 'tenant', jobRuns, jobRunSamples),
  ...sampled('queue', 'platform/queue/enqueue.ts', 'tenant', queue, queueSamples),
  ...sampled('items', 'modules/items/items.repository.ts', 'tenant', items, itemSamples),
  ...sampled('parties', 'modules/parties/parties.repository.ts', 'tenant', parties, partySamples),
  ...sampled('documents', 'modules/documents/documents.repository.ts', 'tenant', documents, documentSamples),
  ...sampled('payments', 'modules/documents/payments.repository.ts', 'tenant', payments, paymentSamples),
  ...sampled('counter', 'modules/counter/counter.repository.ts', 'tenant', counter, counterSamples),
  ...sampled('books', 'modules/books/books.repository.ts', 'tenant', books, booksSamples),
  ...sampled('ledger-sums', 'modules/books/sums.repository.ts', 'tenant', ledgerSums, sumsSamples),
  ...sampled('imports', 'modules/imports/imports.repository.ts', 'tenant', imports, importSamples),
  ...sampled('sales', 'modules/sales/sales.repository.ts', 'tenant', sales, saleSamples),
  ...sampled('outlook', 'modules/outlook/outlook.repository.ts', 'tenant', outlook, outlookSamples),
  ...sampled('places', 'modules/stock/places.repository.ts', 'tenant', places, placeSamples),
  ...sampled('stock', 'modules/stock/stock.repository.ts', 'tenant', stock, stockSamples),
  ...sampled('reservations', 'modules/stock/reservations.repository.ts', 'tenant', reservations, reservationSamples),
  ...sampled('plan', 'modules/plan/plan.repository.ts', 'tenant', plan, planSamples),
  ...sampled('market-runs', 'modules/market/market-runs.repository.ts', 'platform', marketRuns, marketRunSamples),
  ...sampled('market-data', 'modules/market/market-data.repository.ts', 'platform', marketData, marketDataSamples),
  ...sampled('market', 'modules/market/market.repository.ts', 'tenant', market, marketSamples),
  ...sampled('trade', 'modules/market/trade.repository.ts', 'platform', trade, tradeSamples),
  ...sampled(
    'destinations',
    'modules/destinations/destinations.repository.ts',
    'tenant',
    destinations,
    destinationSamples,
  ),
  ...sampled('watched', 'modules/market/watched.repository.ts', 'tenant', watched, watchedSamples),
  ...sampled('find-series', 'modules/market/find-series.repository.ts', 'tenant', findSeries, findSeriesSamples),
  // Last: it takes everything away.
  ...sampled('sample', 'modules/sample/sample.repository.ts', 'tenant', sample, sampleSamples),
]
