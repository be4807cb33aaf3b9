// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
let supplierId = ''
beforeAll(async () => {
  trade = await aTrade()
  const { body } = await trade.post(`${trade.at}/parties`, {
    name: 'Khan Suppliers',
    isSupplier: true,
    isCustomer: false,
  })
  supplierId = body.id
})
afterAll(() => trade.close())

const buying = () => `${trade.at}/buying`
const money = (minor: number) => ({ minor: String(minor), currency: 'XTS' })

/** An order of ten footballs at 4.000 and five pumps at 2.000, sent. */
async function sentOrder() {
  const draft = await trade.make({
    kind: 'purchase-order',
    partyId: supplierId,
    lines: [
      { itemId: trade.ballId, quantityMilli: 10_000, price: price(4_000) },
      { itemId: trade.pumpId, quantityMilli: 5_000, price: price(2_000) },
    ],
  })
  return (await trade.act(draft, 'send')).document
}
type Order = Awaited<ReturnType<typeof sentOrder>>

const receive = (order: Order, quantities: readonly number[], more: object = {}) =>
  trade.post(`${buying()}/orders/${order.id}/receipts`, {
    version: order.version,
    lines: quantities.flatMap((quantityMilli, i) =>
      quantityMilli === 0 ? [] : [{ lineId: order.lines[i].id, quantityMilli }],
    ),
    ...more,
  })

test('the purchase list becomes an order for each supplier in one tap, and once however often it is tapped', async () => {
  await trade.call('PATCH', `${trade.at}/items/${trade.ballId}/supply`, {
    supplier: 'Khan suppliers',
    unitCost: money(4_000),
  })
  await trade.call('PATCH', `${trade.at}/items/${trade.pumpId}/supply`, {
    supplier: 'Lahore Pumps',
    unitCost: money(2_000),
  })
  for (const [item, quantityMilli] of [
    [trade.ballId, 24_000],
    [trade.pumpId, 12_000],
  ] as const) {
    await trade.call('PUT', `${trade.at}/purchase-list/${item}`, { quantityMilli })
  }
  const clientId = randomUUID()
  const first = await trade.post(`${buying()}/orders`, { clientId })
  expect(first.status).toBe(201)
  expect(first.body.orders).toMatchObject([
    // 24 at 40.00, and 12 at 20.00; the invented country takes 150 for each dozen that is begun.
    { kind: 'purchase-order', state: 'draft', partyId: supplierId, total: money(96_300) },
    { partyName: 'Lahore Pumps', total: money(24_150) },
  ])
  const again = await trade.post(`${buying()}/orders`, { clientId })
  expect(again.body.orders.map((order: { id: string }) => order.id)).toEqual(
    first.body.orders.map((order: { id: string }) => order.id),
  )
  expect((await trade.get(`${trade.at}/purchase-list`)).body.items).toEqual([])
  expect((await trade.post(`${buying()}/orders`, { clientId: randomUUID() })).body.code).toBe('buying.list-empty')
})

test('what is ordered is on the way until it arrives, in parts, and once though handed in twice', async () => {
  const onOrder = async () => (await trade.get(`${buying()}/items/${trade.ballId}/lead-time`)).body.onOrderMilli
  const [before, there] = [await onOrder(), await trade.onHand(trade.ballId)]
  const order = await sentOrder()
  expect(await onOrder()).toBe(before + 10_000)
  const clientId = randomUUID()
  const part = await receive(order, [4_000, 0], { clientId })
  expect(part.body).toMatchObject({ order: { state: 'part-received' }, receipt: { state: 'received' }, over: [] })
  expect((await receive(order, [4_000, 0], { clientId })).body.receipt.id).toBe(part.body.receipt.id)
  expect([await trade.onHand(trade.ballId), await onOrder()]).toEqual([there + 4, before + 6_000])
  const rest = await receive(await trade.read(order.id), [6_000, 5_000])
  expect(rest.body.order.state).toBe('received')
  expect(await onOrder()).toBe(before)
  expect(await trade.ledger()).toMatchObject({ sum: '0' })
})

test('a little more than ordered is taken and told; far more is asked about first', async () => {
  const order = await sentOrder()
  const far = await receive(order, [15_000, 5_000])
  expect([far.status, far.body.code, far.body.details]).toMatchObject([
    409,
    'buying.more-than-ordered',
    { item: 'Football', ordered: 10, came: 15 },
  ])
  const little = await receive(order, [11_000, 5_000])
  expect(little.body.over).toEqual([{ description: 'Football', orderedMilli: 10_000, cameMilli: 11_000 }])
  const sure = await sentOrder()
  expect((await receive(sure, [15_000, 5_000], { isConfirmed: true })).status).toBe(201)
})

test('an absurd quantity, a line of another order and an order that is not there are refused', async () => {
  const order = await sentOrder()
  expect((await receive(order, [-1, 0])).status).toBe(400)
  expect((await receive(order, [2_000_000_000_000, 0])).status).toBe(400)
  const strange = await trade.post(`${buying()}/orders/${order.id}/receipts`, {
    version: order.version,
    lines: [{ lineId: randomUUID(), quantityMilli: 1_000 }],
  })
  expect(strange.status).toBe(404)
  expect((await receive({ ...order, version: 9 }, [1_000, 0])).body.code).toBe('platform.changed-meanwhile')
})

test('freight is spread over the goods by their value, to the last minor unit, and becomes their cost', async () => {
  const worth = async () => {
    const [row] = await trade.database.asOwner<{ minor: string }>(
      'select sum(value_minor)::text as minor from item_costs where tenant_id = $1',
      [trade.businessId],
    )
    return BigInt(row?.minor ?? '0')
  }
  const order = await sentOrder()
  const { receipt } = (await receive(order, [10_000, 5_000])).body
  const before = await worth()
  const clientId = randomUUID()
  const costs = `${buying()}/receipts/${receipt.id}/costs`
  const cost = { clientId, kind: 'freight', amount: money(1_001), spreadBy: 'value' }
  for (const _ of [1, 2]) expect((await trade.post(costs, cost)).status).toBe(201)
  expect((await trade.get(costs)).body.items).toMatchObject([{ kind: 'freight', amount: money(1_001), sold: money(0) }])
  expect((await worth()) - before).toBe(1_001n)
  const shares = await trade.database.asOwner<{ item_id: string; value_minor: string }>(
    `select item_id, value_minor from stock_moves where document_id = $1 and kind = 'cost' order by value_minor desc`,
    [receipt.id],
  )
  expect(shares.map((row) => row.value_minor)).toEqual(['801', '200'])
  const byWeight = await trade.post(costs, { kind: 'duty', amount: money(100), spreadBy: 'weight' })
  expect(byWeight.body.code).toBe('bookkeeping.spread-of-nothing')
  expect((await trade.post(costs, { kind: 'duty', amount: money(0), spreadBy: 'value' })).body.code).toBe(
    'buying.amount-invalid',
  )
  expect(await trade.ledger()).toMatchObject({ sum: '0' })
})

test('goods go back to the supplier, no more than came', async () => {
  const order = await sentOrder()
  const { receipt } = (await receive(order, [10_000, 0])).body
  const there = await trade.onHand(trade.ballId)
  const [line] = (await trade.read(receipt.id)).lines
  const back = (quantityMilli: number) => ({
    kind: 'supplier-return',
    fromId: receipt.id,
    lines: [{ fromLineId: line.id, quantityMilli }],
  })
  expect((await trade.refused(trade.post(`${trade.at}/documents`, back(11_000)))).code).toBe('documents.more-than-open')
  const sent = await trade.act(await trade.make(back(4_000)), 'ship')
  expect(sent.document.state).toBe('shipped')
  expect(await trade.onHand(trade.ballId)).toBe(there - 4)
  expect(await trade.ledger()).toMatchObject({ sum: '0' })
})

test('how long a supplier takes is learnt from what arrived', async () => {
  const leadTime = async () => (await trade.get(`${buying()}/items/${trade.ballId}/lead-time`)).body.learnt
  await trade.database.asOwner(
    `update documents set issued_at = issued_at - interval '12 days' where tenant_id = $1 and kind = 'purchase-order'`,
    [trade.businessId],
  )
  expect(await leadTime()).toMatchObject({ medianDays: 12, fromDays: 12, toDays: 12 })
  expect((await leadTime()).receipts).toBeGreaterThanOrEqual(3)
})
