// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import { pack } from '@resham/pack-zz'
import type { FastifyInstance } from 'fastify'
import { upsertItems } from '#modules/items/index.ts'
import { moveStock } from '#modules/stock/index.ts'
import { dayIn } from '#platform/clock.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import type { ChatModel } from '#platform/model/chat-model.ts'
import type { Answer } from './a-person.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop } from './whole-platform.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look at answers field by field
type Paper = any

/** A shop in the invented country with a customer and two items in stock: footballs, 100 at 3.000; pumps, 50 at 1.500. */
export type Trade = Shop & {
  readonly app: FastifyInstance
  readonly database: TestDatabase
  readonly today: string
  readonly customerId: string
  readonly ballId: string
  readonly pumpId: string
  /** Makes a paper; fails the test when it is refused. */
  make(body: Record<string, unknown>): Promise<Paper>
  /** Does something to a paper as it was last seen; fails the test when it is refused. */
  act(paper: Paper, action: string, more?: Record<string, unknown>): Promise<{ document: Paper; made: Paper }>
  /** What a refusal says. */
  refused(answer: Promise<Answer>): Promise<{ status: number; code: string; details: Record<string, unknown> }>
  read(id: string): Promise<Paper>
  onHand(itemId: string): Promise<number>
  /** Sum over the ledger, and by the role of the account. */
  ledger(): Promise<{ sum: string; byRole: Record<string, string> }>
  close(): Promise<void>
}

/** Opens one on a database of its own. */
export async function aTrade(options: { readonly model?: ChatModel } = {}): Promise<Trade> {
  const database = await openTestDatabase()
  const platform = await openWholePlatform(database.db, options)
  const shop = await aShop(platform.app)
  const now = new Date()
  const today = fromDayNumber(dayIn('UTC', now))
  const [ballId, pumpId] = await stock(database, shop.businessId)
  const customer = await shop.post(`${shop.at}/parties`, { name: 'Bilal Traders', termsDays: 30, isCustomer: true })
  const good = async (answer: Promise<Answer>) => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const act = (paper: Paper, action: string, more: Record<string, unknown> = {}) =>
    good(shop.post(`${shop.at}/documents/${paper.id}/actions`, { action, version: paper.version, ...more }))
  return {
    ...shop,
    app: platform.app,
    database,
    today,
    customerId: customer.body.id,
    ballId,
    pumpId,
    make: (body) => good(shop.post(`${shop.at}/documents`, body)),
    act,
    refused: async (answer) => {
      const { status, body } = await answer
      return { status, code: body.code, details: body.details }
    },
    read: (id) => good(shop.get(`${shop.at}/documents/${id}`)),
    onHand: async (itemId) => {
      const [row] = await database.asOwner<{ milli: string }>(
        'select coalesce(sum(on_hand_milli), 0) as milli from stock_levels where item_id = $1',
        [itemId],
      )
      return Number(row?.milli) / 1000
    },
    ledger: async () => {
      const rows = await database.asOwner<{ role: string | null; minor: string }>(
        `select a.role, sum(l.amount_minor) as minor from journal_lines l
         join ledger_accounts a on a.tenant_id = l.tenant_id and a.code = l.account_code
         where l.tenant_id = $1 group by a.role having sum(l.amount_minor) <> 0`,
        [shop.businessId],
      )
      const sum = rows.reduce((so, row) => so + BigInt(row.minor), 0n)
      return { sum: String(sum), byRole: Object.fromEntries(rows.map((row) => [row.role ?? '', row.minor])) }
    },
    close: async () => {
      await platform.close()
      await database.close()
    },
  }
}

async function stock(database: TestDatabase, businessId: string): Promise<[ballId: string, pumpId: string]> {
  const now = new Date()
  const day = fromDayNumber(dayIn('UTC', now))
  const [ballId, pumpId] = [newId(now), newId(now)]
  const seen = { namedBySale: true, category: null, firstDay: day, lastDay: day }
  await withTenant(database.db, tenantId(businessId), async (tx) => {
    await upsertItems(tx, [
      { ...seen, id: ballId, code: 'BALL', name: 'Football' },
      { ...seen, id: pumpId, code: 'PUMP', name: 'Pump' },
    ])
    await moveStock(tx, { now, caller: null, day, chart: pack.chart }, [
      { kind: 'receive', itemId: ballId, quantityMilli: 100_000n, valueMinor: 300_000n },
      { kind: 'receive', itemId: pumpId, quantityMilli: 50_000n, valueMinor: 75_000n },
    ])
  })
  return [ballId, pumpId]
}

/** A price a unit in thousandths of a minor unit, from whole minor units. */
export function price(minor: number, currency = 'XTS') {
  return { thousandths: String(minor * 1000), currency }
}

/** An amount in minor units. */
export function amount(minor: number, currency = 'XTS') {
  return { minor: String(minor), currency }
}
