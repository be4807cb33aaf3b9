// SPDX-License-Identifier: Apache-2.0

import * as bankFiles from '../../src/modules/banking/bank-files.repository.ts'
import * as banking from '../../src/modules/banking/banking.repository.ts'
import * as moneyAccounts from '../../src/modules/banking/money-accounts.repository.ts'
import * as books from '../../src/modules/books/books.repository.ts'
import * as ledgerSums from '../../src/modules/books/sums.repository.ts'
import * as buying from '../../src/modules/buying/buying.repository.ts'
import * as counter from '../../src/modules/counter/counter.repository.ts'
import * as destinations from '../../src/modules/destinations/destinations.repository.ts'
import * as documents from '../../src/modules/documents/documents.repository.ts'
import * as dueMoney from '../../src/modules/documents/due-money.repository.ts'
import * as moveParty from '../../src/modules/documents/move-party.repository.ts'
import * as owed from '../../src/modules/documents/owed.repository.ts'
import * as payments from '../../src/modules/documents/payments.repository.ts'
import * as received from '../../src/modules/documents/received.repository.ts'
import * as supply from '../../src/modules/documents/supply.repository.ts'
import * as taxSums from '../../src/modules/documents/tax-sums.repository.ts'
import * as fiscal from '../../src/modules/fiscal/fiscal.repository.ts'
import * as imports from '../../src/modules/imports/imports.repository.ts'
import * as items from '../../src/modules/items/items.repository.ts'
import * as photos from '../../src/modules/items/photos.repository.ts'
import * as prices from '../../src/modules/items/prices.repository.ts'
import * as findSeries from '../../src/modules/market/find-series.repository.ts'
import * as market from '../../src/modules/market/market.repository.ts'
import * as marketData from '../../src/modules/market/market-data.repository.ts'
import * as marketRuns from '../../src/modules/market/market-runs.repository.ts'
import * as trade from '../../src/modules/market/trade.repository.ts'
import * as watched from '../../src/modules/market/watched.repository.ts'
import * as matching from '../../src/modules/matching/matching.repository.ts'
import * as outlook from '../../src/modules/outlook/outlook.repository.ts'
import * as parties from '../../src/modules/parties/parties.repository.ts'
import * as plan from '../../src/modules/plan/plan.repository.ts'
import * as rates from '../../src/modules/rates/rates.repository.ts'
import * as sales from '../../src/modules/sales/sales.repository.ts'
import * as sample from '../../src/modules/sample/sample.repository.ts'
import * as stockCounts from '../../src/modules/stock/counts.repository.ts'
import * as stockPapers from '../../src/modules/stock/papers.repository.ts'
import * as places from '../../src/modules/stock/places.repository.ts'
import * as reservations from '../../src/modules/stock/reservations.repository.ts'
import * as stock from '../../src/modules/stock/stock.repository.ts'
import * as stockList from '../../src/modules/stock/stock-list.repository.ts'
import * as taxes from '../../src/modules/taxes/taxes.repository.ts'
import * as tidy from '../../src/modules/tidy/tidy.repository.ts'
import * as audit from '../../src/platform/audit/audit.ts'
import * as account from '../../src/platform/auth/account.repository.ts'
import * as businesses from '../../src/platform/auth/businesses.repository.ts'
import * as queue from '../../src/platform/queue/enqueue.ts'
import * as jobRuns from '../../src/platform/queue/job-runs.repository.ts'
import { bankFileSamples, bankingSamples, moneyAccountSamples } from './banking.ts'
import { booksSamples, sumsSamples } from './books.ts'
import { buyingSamples, supplySamples } from './buying.ts'
import { counterSamples } from './counter.ts'
import { destinationSamples, tradeSamples } from './destinations.ts'
import { documentSamples, dueMoneySamples, owedSamples, paymentSamples } from './documents.ts'
import { importSamples } from './imports.ts'
import { itemSamples, photoSamples } from './items.ts'
import { marketDataSamples, marketRunSamples, marketSamples } from './market.ts'
import { matchingSamples, movePartySamples, tidySamples } from './matching.ts'
import { outlookSamples } from './outlook.ts'
import { partySamples } from './parties.ts'
import { planSamples } from './plan.ts'
import { accountSamples, auditSamples, businessSamples, jobRunSamples, queueSamples } from './platform.ts'
import { priceSamples } from './prices.ts'
import { rateSamples } from './rates.ts'
import { receivedSamples } from './received.ts'
import { saleSamples } from './sales.ts'
import {
  countSamples,
  paperSamples,
  placeSamples,
  reservationSamples,
  stockListSamples,
  stockSamples,
} from './stock.ts'
import { fiscalSamples, taxSamples, taxSumSamples } from './taxes.ts'
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
  ...sampled('supply', 'modules/documents/supply.repository.ts', 'tenant', supply, supplySamples),
  ...sampled('buying', 'modules/buying/buying.repository.ts', 'tenant', buying, buyingSamples),
  ...sampled('owed', 'modules/documents/owed.repository.ts', 'tenant', owed, owedSamples),
  ...sampled('payments', 'modules/documents/payments.repository.ts', 'tenant', payments, paymentSamples),
  ...sampled('counter', 'modules/counter/counter.repository.ts', 'tenant', counter, counterSamples),
  ...sampled('tax-sums', 'modules/documents/tax-sums.repository.ts', 'tenant', taxSums, taxSumSamples),
  ...sampled('taxes', 'modules/taxes/taxes.repository.ts', 'tenant', taxes, taxSamples),
  ...sampled('fiscal', 'modules/fiscal/fiscal.repository.ts', 'tenant', fiscal, fiscalSamples),
  ...sampled('books', 'modules/books/books.repository.ts', 'tenant', books, booksSamples),
  ...sampled('received', 'modules/documents/received.repository.ts', 'tenant', received, receivedSamples),
  ...sampled('rates', 'modules/rates/rates.repository.ts', 'tenant', rates, rateSamples),
  ...sampled('ledger-sums', 'modules/books/sums.repository.ts', 'tenant', ledgerSums, sumsSamples),
  ...sampled('photos', 'modules/items/photos.repository.ts', 'tenant', photos, photoSamples),
  ...sampled('prices', 'modules/items/prices.repository.ts', 'tenant', prices, priceSamples),
  ...sampled('imports', 'modules/imports/imports.repository.ts', 'tenant', imports, importSamples),
  ...sampled('sales', 'modules/sales/sales.repository.ts', 'tenant', sales, saleSamples),
  ...sampled('outlook', 'modules/outlook/outlook.repository.ts', 'tenant', outlook, outlookSamples),
  ...sampled('places', 'modules/stock/places.repository.ts', 'tenant', places, placeSamples),
  ...sampled('stock', 'modules/stock/stock.repository.ts', 'tenant', stock, stockSamples),
  ...sampled('papers', 'modules/stock/papers.repository.ts', 'tenant', stockPapers, paperSamples),
  ...sampled('stock-list', 'modules/stock/stock-list.repository.ts', 'tenant', stockList, stockListSamples),
  ...sampled('counts', 'modules/stock/counts.repository.ts', 'tenant', stockCounts, countSamples),
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
  ...sampled('due-money', 'modules/documents/due-money.repository.ts', 'tenant', dueMoney, dueMoneySamples),
  ...sampled(
    'money-accounts',
    'modules/banking/money-accounts.repository.ts',
    'tenant',
    moneyAccounts,
    moneyAccountSamples,
  ),
  ...sampled('bank-files', 'modules/banking/bank-files.repository.ts', 'tenant', bankFiles, bankFileSamples),
  ...sampled('banking', 'modules/banking/banking.repository.ts', 'tenant', banking, bankingSamples),
  ...sampled('matching', 'modules/matching/matching.repository.ts', 'tenant', matching, matchingSamples),
  ...sampled('move-party', 'modules/documents/move-party.repository.ts', 'tenant', moveParty, movePartySamples),
  ...sampled('tidy', 'modules/tidy/tidy.repository.ts', 'tenant', tidy, tidySamples),
  // Last: it takes everything away.
  ...sampled('sample', 'modules/sample/sample.repository.ts', 'tenant', sample, sampleSamples),
]
