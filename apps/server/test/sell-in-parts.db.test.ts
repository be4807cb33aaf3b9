// SPDX-License-Identifier: Apache-2.0
// Quoted 10 footballs at 5.000 and 4 pumps at 2.500, discount 1.000 on the pumps: 50.000 + 10.000 - 1.000 = 59.000.
// Ordered whole, shipped 6 balls, then the rest; billed as shipped; paid in two parts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amount, aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

// biome-ignore lint/suspicious/noExplicitAny: a story looks at papers field by field
const seen: Record<string, any> = {}

test('a quote is a draft without a number until it is sent', async () => {
  const { ballId, pumpId, customerId } = trade
  const draft = await trade.make({
    kind: 'quote',
    partyId: customerId,
    lines: [
      { itemId: ballId, quantityMilli: 10_000, price: price(5_000) },
      { itemId: pumpId, quantityMilli: 4_000, price: price(2_500), discount: amount(1_000) },
    ],
  })
  expect(draft).toMatchObject({ state: 'draft', number: null, net: amount(59_000), partyName: 'Bilal Traders' })
  const { document } = await trade.act(draft, 'send')
  expect(document.number).toMatch(/^Q-.*-0001$/)
  seen.quote = (await trade.act(document, 'accept')).document
})

test('one tap makes the order, and sets the goods aside', async () => {
  const { document, made } = await trade.act(seen.quote, 'order')
  expect(document.state).toBe('ordered')
  seen.order = await trade.read(made.id)
  expect(seen.order).toMatchObject({ state: 'open', net: amount(59_000), fromId: seen.quote.id })
  const [row] = await trade.database.asOwner('select sum(reserved_milli) as milli from stock_levels')
  expect(row).toEqual({ milli: '14000' })
})

test('six balls leave: the order is shipped in part, the rest stays set aside', async () => {
  const [balls] = seen.order.lines
  const lines = [{ lineId: balls.id, quantityMilli: 6_000 }]
  const { document, made } = await trade.act(seen.order, 'ship', { lines })
  expect([document.state, made.kind, made.state]).toEqual(['part-shipped', 'shipment', 'shipped'])
  expect(document.lines[0].carriedOn).toEqual({ shipment: 6_000 })
  expect(await trade.onHand(trade.ballId)).toBe(94)
  const [row] = await trade.database.asOwner('select sum(reserved_milli) as milli from stock_levels')
  expect(row).toEqual({ milli: '8000' })
  seen.order = document
})

test('what was shipped cannot be cancelled, and the way out is named', async () => {
  const { id, version } = seen.order
  const asked = trade.post(`${trade.at}/documents/${id}/actions`, { action: 'cancel', version })
  expect(await trade.refused(asked)).toMatchObject({
    status: 409,
    code: 'bookkeeping.not-allowed',
    details: { reason: 'already-shipped' },
  })
})

test('the invoice is of what was shipped: 6 balls, 30.000', async () => {
  const { made } = await trade.act(seen.order, 'invoice')
  const draft = await trade.read(made.id)
  expect(draft).toMatchObject({ state: 'draft', net: amount(30_000) })
  const { document } = await trade.act(draft, 'issue')
  expect(document).toMatchObject({ state: 'issued', open: document.total })
  expect(document.dueDay > document.day).toBe(true)
  seen.first = document
})

test('the rest is shipped and billed, and nothing is left to ship', async () => {
  const { document } = await trade.act(await trade.read(seen.order.id), 'ship')
  expect(document.state).toBe('shipped')
  const { made } = await trade.act(document, 'invoice')
  seen.second = (await trade.act(await trade.read(made.id), 'issue')).document
  expect(seen.second.net).toEqual(amount(29_000))
  const again = await trade.read(seen.order.id)
  const asked = trade.post(`${trade.at}/documents/${again.id}/actions`, { action: 'ship', version: again.version })
  expect((await trade.refused(asked)).code).toBe('bookkeeping.not-allowed')
  expect(await trade.onHand(trade.ballId)).toBe(90)
  expect(await trade.onHand(trade.pumpId)).toBe(46)
})

test('one payment settles both invoices in part; it can be taken back, and is open again', async () => {
  const total = Number(seen.first.total.minor)
  const payment = await trade.post(`${trade.at}/payments`, {
    direction: 'in',
    amount: amount(total + 9_000),
    settles: [
      { documentId: seen.first.id, amount: amount(total) },
      { documentId: seen.second.id, amount: amount(9_000) },
    ],
  })
  expect([payment.status, payment.body.unused]).toEqual([201, amount(0)])
  const first = await trade.read(seen.first.id)
  expect(first.open).toEqual(amount(0))
  const asked = trade.post(`${trade.at}/payments/${payment.body.id}/cancellation`, { version: payment.body.version })
  expect((await trade.refused(asked)).details.reason).toBe('already-settled')
  for (const paper of [first, await trade.read(seen.second.id)]) {
    await trade.call('DELETE', `${trade.at}/settlements/${paper.settlements[0].id}`)
  }
  const now = (await trade.get(`${trade.at}/payments/${payment.body.id}`)).body
  expect(now.unused).toEqual(amount(total + 9_000))
  const cancelled = await trade.post(`${trade.at}/payments/${now.id}/cancellation`, { version: now.version })
  expect(cancelled.body.state).toBe('cancelled')
  expect((await trade.read(seen.first.id)).open).toEqual(seen.first.total)
})

test('the books have the sales of the day, and the ledger balances', async () => {
  const [day] = await trade.database.asOwner(
    `select quantity_milli, net_minor, orders from group_days where tenant_id = $1 and subject = 'business'`,
    [trade.businessId],
  )
  expect(day).toEqual({ quantity_milli: '14000', net_minor: '59000', orders: 2 })
  const { sum, byRole } = await trade.ledger()
  expect(sum).toBe('0')
  // Cost of 10 balls at 3.000 and 4 pumps at 1.500.
  expect(byRole).toMatchObject({ sales: '-59000', 'cost-of-sales': '36000' })
})
