// SPDX-License-Identifier: Apache-2.0
import { pack } from '@resham/pack-pk'
import { upsertItems } from '#modules/items/index.ts'
import { moveStock } from '#modules/stock/index.ts'
import { machineClock } from '#platform/clock.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import { startWorker } from '#platform/queue/worker.ts'
import { type Office, startOffice } from '../../../tools/outside/fbr/simulator.ts'
import { composeWorkers } from '../src/main/compose.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop, secret, until, type WholePlatform } from './whole-platform.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers field by field
type Any = any

export const officeToken = 'token-of-the-invented-office'

/** A registered shop with a customer, an item that the tax office knows, an invented office and a worker. */
export type TaxedShop = Shop & {
  readonly database: TestDatabase
  readonly platform: WholePlatform
  readonly office: Office
  readonly itemId: string
  readonly customerId: string
  /** Codes of jobs that failed on the way. */
  readonly failures: string[]
  /** Issues an invoice of so many balls at 250.00. */
  anInvoice(balls?: number, more?: Record<string, unknown>): Promise<Any>
  set(path: string, body: unknown): Promise<Any>
  standing(documentId: string): Promise<Any>
  /** Hands it in and waits until it is no longer on its way. */
  handIn(documentId: string): Promise<Any>
  close(): Promise<void>
}

/** Opens one. @param options.waitMs How long the worker waits for the office; absent: no worker runs here. */
export async function aTaxedShop(options: { readonly waitMs?: number } = {}): Promise<TaxedShop> {
  const database = await openTestDatabase()
  const office = await startOffice({ token: officeToken })
  const platform = await openWholePlatform(database.db, { fiscalPlaces: [office.url] })
  const shop = await aShop(platform.app, 'pk')
  const failures: string[] = []
  const worker =
    options.waitMs === undefined
      ? undefined
      : await startWorker({
          ownerUrl: database.ownerUrl,
          db: database.db,
          clock: machineClock,
          workers: composeWorkers({
            ...{ home: platform.home, secret, fiscalPlaces: [office.url], fiscalWaitMs: options.waitMs },
          }),
          concurrency: 1,
          pollMs: 200,
          logFailure: (code) => failures.push(code),
        })
  const good = async (answer: Promise<{ status: number; body: Any }>) => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const set = (path: string, body: unknown) => good(shop.call('PUT', `${shop.at}${path}`, body))
  const itemId = await anItem(database, shop.businessId)
  await set('/taxes/own', {
    ...{ registration: 'registered', taxNumber: '8885801', name: 'Star Sports', address: 'Paris Road, Sialkot' },
    ...{ region: 'PK-PB', version: 0 },
  })
  const facts = { 'hs-code': '9506.6210', uom: 'Numbers, pieces, units' }
  await set(`/items/${itemId}/taxes`, { taxClass: null, retailPrice: null, facts, version: 0 })
  await set('/fiscal', { use: 'real', place: office.url, token: officeToken, scenario: null, version: 0 })
  const customer = await good(
    shop.post(`${shop.at}/parties`, {
      ...{ name: 'Lahore Traders', isCustomer: true, registration: 'registered', taxNumber: '2046004' },
      address: { line1: 'Mall Road', city: 'Lahore', region: 'Punjab' },
    }),
  )
  const standing = (id: string) => good(shop.get(`${shop.at}/documents/${id}/fiscal`))
  return {
    ...shop,
    ...{ database, platform, office, itemId, failures, set, standing },
    customerId: customer.id,
    anInvoice: async (balls = 4, more = {}) => {
      const draft = await good(
        shop.post(`${shop.at}/documents`, {
          kind: 'invoice',
          partyId: customer.id,
          lines: [{ itemId, quantityMilli: balls * 1000, price: { thousandths: '25000000', currency: 'PKR' } }],
          ...more,
        }),
      )
      const act = { action: 'issue', version: draft.version }
      return (await good(shop.post(`${shop.at}/documents/${draft.id}/actions`, act))).document
    },
    handIn: async (documentId) => {
      await good(shop.post(`${shop.at}/documents/${documentId}/fiscal`))
      return until('the office has answered', async () => {
        const now = await standing(documentId)
        return ['waiting', 'sending'].includes(now.state) ? undefined : now
      })
    },
    close: async () => {
      await worker?.stop()
      await platform.close()
      await office.close()
      await database.close()
    },
  }
}

async function anItem(database: TestDatabase, businessId: string): Promise<string> {
  const now = new Date()
  const id = newId(now)
  await withTenant(database.db, tenantId(businessId), async (tx) => {
    const day = '2026-11-01' as never
    await upsertItems(tx, [
      { id, code: 'BALL', name: 'Match football', namedBySale: true, category: null, firstDay: day, lastDay: day },
    ])
    await moveStock(tx, { now, caller: null, day, chart: pack.chart }, [
      { kind: 'receive', itemId: id, quantityMilli: 1_000_000n, valueMinor: 10_000_000n },
    ])
  })
  return id
}
