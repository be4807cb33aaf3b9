// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { plainDate, toDayNumber } from '@resham/base'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { aMember } from './a-person.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop, type WholePlatform } from './whole-platform.ts'

let at: TestDatabase
let platform: WholePlatform
beforeAll(async () => {
  at = await openTestDatabase()
  platform = await openWholePlatform(at.db)
})
afterAll(async () => {
  await platform.close()
  await at.close()
})

let shop: Shop
let [ball, bat] = ['', '']
beforeEach(async () => {
  shop = await aShop(platform.app)
  ball = await anItem('ball', 'Footballs')
  bat = await anItem('bat', 'Bats')
})

async function anItem(code: string, category: string): Promise<string> {
  const id = randomUUID()
  await at.asOwner('insert into items (tenant_id, id, code, name, category, barcode) values ($1, $2, $3, $3, $4, $5)', [
    ...[shop.businessId, id, code, category, code === 'ball' ? '04006381333931' : null],
  ])
  return id
}

const money = (minor: number) => ({ minor: String(minor), currency: 'XTS' })
const open = (lines: object[], more: object = {}) => shop.post(`${shop.at}/stock/openings`, { lines, ...more })
const adjust = (itemId: string, quantityMilli: number, more: object = {}) =>
  shop.post(`${shop.at}/stock/adjustments`, { reason: 'damaged', lines: [{ itemId, quantityMilli, ...more }] })
const stockOf = async (itemId: string) => (await shop.get(`${shop.at}/stock/items/${itemId}`)).body

/** What the ledger has of stock; what the moves come to. */
async function inventory(): Promise<[ledger: string, moves: string]> {
  const [row] = await at.asOwner<{ ledger: string; moves: string; trial: string }>(
    `select (select coalesce(sum(l.amount_minor), 0)::text from journal_lines l join ledger_accounts a
        on a.tenant_id = l.tenant_id and a.code = l.account_code where l.tenant_id = $1 and a.role = 'inventory') as ledger,
      (select coalesce(sum(value_minor), 0)::text from stock_moves where tenant_id = $1) as moves`,
    [shop.businessId],
  )
  return [row?.ledger ?? '', row?.moves ?? '']
}

test('what a shop begins with is there by place, at its worth, and in the ledger', async () => {
  const opened = await open([
    { itemId: ball, quantityMilli: 10_000, unitCost: money(1_500) },
    { itemId: bat, quantityMilli: 4_000, unitCost: money(2_000) },
  ])
  expect(opened.status).toBe(201)
  expect(await stockOf(ball)).toMatchObject({ onHandMilli: 10_000, value: money(15_000), averageCost: money(1_500) })
  const { body } = await shop.get(`${shop.at}/stock`)
  expect(body.items.map((row: { name: string; onHandMilli: number }) => [row.name, row.onHandMilli])).toEqual([
    ['ball', 10_000],
    ['bat', 4_000],
  ])
  expect(await inventory()).toEqual(['23000', '23000'])
})

test('the same paper handed in twice is one', async () => {
  const clientId = randomUUID()
  const first = await open([{ itemId: ball, quantityMilli: 10_000 }], { clientId })
  const again = await open([{ itemId: ball, quantityMilli: 10_000 }], { clientId })
  expect(again.body.id).toBe(first.body.id)
  expect((await stockOf(ball)).onHandMilli).toBe(10_000)
})

test('a correction has its reason, takes no more than there is, and is a loss in the ledger', async () => {
  await open([{ itemId: ball, quantityMilli: 10_000, unitCost: money(1_500) }])
  expect((await adjust(ball, -2_000)).status).toBe(201)
  expect((await adjust(ball, -9_000)).body).toMatchObject({
    code: 'stock.not-enough',
    details: { item: 'ball', wanted: 9, there: 8 },
  })
  expect((await adjust(ball, 0)).body.code).toBe('stock.quantity-invalid')
  const item = await stockOf(ball)
  expect(item.moves[0]).toMatchObject({
    kind: 'adjust',
    reason: 'damaged',
    quantityMilli: -2_000,
    value: money(-3_000),
  })
  expect(await inventory()).toEqual(['12000', '12000'])
})

test('where the owner allows it stock goes below nothing, and says so', async () => {
  const { body } = await shop.get(`${shop.at}/stock/places`)
  const settings = { ...body.settings, allowBelowZero: true }
  expect((await shop.call('PUT', `${shop.at}/stock/settings`, settings)).status).toBe(200)
  expect((await shop.call('PUT', `${shop.at}/stock/settings`, { ...settings, version: 7 })).body.code).toBe(
    'platform.changed-meanwhile',
  )
  await adjust(ball, -2_000)
  expect((await stockOf(ball)).moves[0].belowZero).toBe(true)
  const below = await shop.get(`${shop.at}/stock?view=below-zero`)
  expect(below.body.items.map((row: { name: string }) => row.name)).toEqual(['ball'])
})

test('a transfer is on the way until it arrives, and its worth does not change', async () => {
  await open([{ itemId: ball, quantityMilli: 10_000, unitCost: money(1_500) }])
  const store = (await shop.post(`${shop.at}/stock/places`, { name: 'Godown', kind: 'store' })).body
  expect((await shop.post(`${shop.at}/stock/places`, { name: 'Godown', kind: 'store' })).body.code).toBe(
    'stock.place-known',
  )
  const lines = [{ itemId: ball, quantityMilli: 4_000 }]
  const sent = await shop.post(`${shop.at}/stock/transfers`, { toPlaceId: store.id, arrives: 'later', lines })
  expect(sent.body).toMatchObject({ state: 'on-the-way', lines: [{ quantityMilli: 4_000, value: money(6_000) }] })
  const places = async () =>
    Object.fromEntries(
      (await stockOf(ball)).places.map((one: { kind: string; onHandMilli: number }) => [one.kind, one.onHandMilli]),
    )
  expect(await places()).toEqual({ shop: 6_000, transit: 4_000 })
  const arrival = `${shop.at}/stock/transfers/${sent.body.id}/arrival`
  expect((await shop.post(arrival, { version: 1 })).status).toBe(200)
  expect((await shop.post(arrival, { version: 1 })).body.code).toBe('platform.changed-meanwhile')
  expect(await places()).toEqual({ shop: 6_000, store: 4_000 })
  expect(await inventory()).toEqual(['15000', '15000'])
})

test('nothing moves into a month that is closed, or a day that has not come', async () => {
  expect((await open([{ itemId: ball, quantityMilli: 1_000 }], { day: '2999-01-01' })).body.code).toBe(
    'stock.day-ahead',
  )
  await at.asOwner(
    `insert into ledger_periods (tenant_id, month, state, changed_at) values ($1, '2026-01-01', 'closed', now())`,
    [shop.businessId],
  )
  const back = await open([{ itemId: ball, quantityMilli: 1_000 }], { day: '2026-01-15' })
  expect(back.body).toMatchObject({ code: 'books.period-closed' })
  expect((await stockOf(ball)).moves).toEqual([])
})

test('lots that expire are seen before they do', async () => {
  await shop.call('PUT', `${shop.at}/stock/items/${ball}/lots`, { wanted: true })
  expect((await open([{ itemId: ball, quantityMilli: 1_000 }])).body.code).toBe('stock.lot-missing')
  const soon = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10)
  await open([{ itemId: ball, quantityMilli: 2_000, lotCode: 'A7', expiresOn: soon }])
  const { body } = await shop.get(`${shop.at}/stock?view=expiring`)
  expect(body.items).toMatchObject([{ name: 'ball', expiresOn: soon }])
  expect((await shop.get(`${shop.at}/stock/summary`)).body).toMatchObject({ expiring: 1, items: 1 })
})

const counting = () => `${shop.at}/stock/counts`
const begin = async (more: object = {}) => (await shop.post(counting(), { isBlind: true, ...more })).body

test('a count is held against what the books had when it was made, though things sold meanwhile', async () => {
  await open([{ itemId: ball, quantityMilli: 10_000, unitCost: money(1_500) }])
  const count = await begin()
  const heap = await shop.post(`${counting()}/${count.id}/entries`, { code: '4006381333931', quantityMilli: 9_000 })
  expect(heap.body).toMatchObject({ name: 'ball', expectedMilli: null })
  // Three go after the heap was counted: they are gone from the heap and from the books.
  await adjust(ball, -3_000)
  const review = (await shop.get(`${counting()}/${count.id}/review`)).body
  expect(review.rows).toMatchObject([
    { countedMilli: 9_000, expectedMilli: 10_000, differenceMilli: -1_000, value: money(-1_500) },
  ])
  const posted = await shop.post(`${counting()}/${count.id}/posting`, { version: 1, notCounted: 'leave' })
  expect(posted.body.state).toBe('posted')
  expect((await stockOf(ball)).onHandMilli).toBe(6_000)
  expect(await inventory()).toEqual(['9000', '9000'])
  expect((await shop.post(`${counting()}/${count.id}/posting`, { version: 1, notCounted: 'leave' })).body.code).toBe(
    'platform.changed-meanwhile',
  )
  expect((await shop.post(`${counting()}/${count.id}/entries`, { itemId: ball, quantityMilli: 1 })).body.code).toBe(
    'stock.count-closed',
  )
})

test('a heap counted on a phone without a line counts once, for the moment when it was counted', async () => {
  await open([{ itemId: ball, quantityMilli: 10_000 }])
  const count = await begin({ clientId: randomUUID() })
  const countedAt = new Date().toISOString()
  await adjust(ball, -3_000)
  const entry = { clientId: randomUUID(), itemId: ball, quantityMilli: 10_000, countedAt }
  for (const _ of [1, 2]) expect((await shop.post(`${counting()}/${count.id}/entries`, entry)).status).toBe(201)
  const { rows } = (await shop.get(`${counting()}/${count.id}/review`)).body
  expect(rows).toMatchObject([{ countedMilli: 10_000, expectedMilli: 10_000, differenceMilli: 0 }])
})

test('two people who counted the same thing are asked which holds', async () => {
  await open([{ itemId: ball, quantityMilli: 10_000 }])
  const count = await begin()
  const other = await aMember(platform.app, shop, 'clerk')
  await shop.post(`${counting()}/${count.id}/entries`, { itemId: ball, quantityMilli: 6_000 })
  await shop.post(`${counting()}/${count.id}/entries`, { itemId: ball, quantityMilli: 3_000 })
  await other.post(`${counting()}/${count.id}/entries`, { itemId: ball, quantityMilli: 8_000 })
  const { rows } = (await shop.get(`${counting()}/${count.id}/review`)).body
  expect(rows).toMatchObject([
    {
      needsDecision: true,
      people: [
        { isMine: true, quantityMilli: 9_000 },
        { isMine: false, quantityMilli: 8_000 },
      ],
    },
  ])
  const posting = () => shop.post(`${counting()}/${count.id}/posting`, { version: 1, notCounted: 'leave' })
  expect((await posting()).body).toMatchObject({ code: 'stock.count-undecided', details: { item: 'ball' } })
  await shop.call('PUT', `${counting()}/${count.id}/decisions/${ball}`, { quantityMilli: 9_000 })
  expect((await posting()).status).toBe(200)
  expect((await stockOf(ball)).onHandMilli).toBe(9_000)
})

test('what nobody counted stays, or is taken for gone when the person says so; only of the category', async () => {
  await open([
    { itemId: ball, quantityMilli: 10_000 },
    { itemId: bat, quantityMilli: 5_000 },
  ])
  const count = await begin({ category: 'Bats' })
  const review = (await shop.get(`${counting()}/${count.id}/review`)).body
  expect(review.notCounted).toMatchObject([{ name: 'bat', expectedMilli: 5_000 }])
  await shop.post(`${counting()}/${count.id}/posting`, { version: 1, notCounted: 'zero' })
  expect([(await stockOf(ball)).onHandMilli, (await stockOf(bat)).onHandMilli]).toEqual([10_000, 0])
})

test('the first count of an item is what the books begin with, no gain', async () => {
  const count = await begin()
  await shop.post(`${counting()}/${count.id}/entries`, { itemId: bat, quantityMilli: 7_000 })
  await shop.post(`${counting()}/${count.id}/posting`, { version: 1, notCounted: 'leave' })
  expect((await stockOf(bat)).moves).toMatchObject([{ kind: 'opening', quantityMilli: 7_000 }])
})

test('the plan takes what is in stock from the levels once an item has moves, and from the typed count until then', async () => {
  await planned(ball)
  const line = async () => (await shop.get(`${shop.at}/plan?search=ball`)).body.items[0]
  await shop.call('PATCH', `${shop.at}/items/${ball}/supply`, { onHandMilli: 500_000, countedOn: '2026-11-01' })
  expect(await line()).toMatchObject({ onHandMilli: 500_000, countedOn: '2026-11-01' })
  await open([{ itemId: ball, quantityMilli: 77_000 }])
  expect(await line()).toMatchObject({ onHandMilli: 77_000, countedOn: '2026-11-20', onOrderMilli: 0 })
})

/** Puts an item on the plan, as an outlook made on 20 November 2026 would. */
async function planned(itemId: string): Promise<void> {
  const demand = {
    ...{ kind: 'demand', version: 1, basis: 'average', model: 'mean', weeks: 20, daily: 2, horizons: [7, 28] },
    ...{ means: [14, 56], probabilities: [0.1, 0.5, 0.9], price: 1_250 },
    quantiles: [
      [8, 14, 20],
      [40, 56, 72],
    ],
  }
  await at.asOwner(
    `insert into plan_lines (tenant_id, item_id, urgency, state, search, needs_order, demand, line)
     values ($1, $2, 0, 'now', 'ball', true, $3, '{}')`,
    [shop.businessId, itemId, JSON.stringify({ today: toDayNumber(plainDate('2026-11-20')), demand })],
  )
}
