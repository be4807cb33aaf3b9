// SPDX-License-Identifier: Apache-2.0
// What a careless or a dishonest hand may try on papers, and what must hold all the same.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aMember, aVisitor } from './a-person.ts'
import { amount, aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

const balls = (pieces: number) => ({ itemId: trade.ballId, quantityMilli: pieces * 1_000, price: price(5_000) })
const service = (minor: number) => ({
  description: 'Printing',
  quantityMilli: 1_000,
  price: price(minor),
  taxClass: 'free',
})
const anOrder = async (...lines: unknown[]) =>
  (await trade.act(await trade.make({ kind: 'order', partyId: trade.customerId, lines }), 'confirm')).document
const anInvoice = async (...lines: unknown[]) =>
  (await trade.act(await trade.make({ kind: 'invoice', partyId: trade.customerId, lines }), 'issue')).document
const change = (paper: { id: string; version: number }, body: Record<string, unknown>) =>
  trade.call('PUT', `${trade.at}/documents/${paper.id}`, { version: paper.version, ...body })
const setAside = async () => {
  const [row] = await trade.database.asOwner<{ milli: string }>(
    'select coalesce(sum(reserved_milli), 0) as milli from stock_levels where item_id = $1',
    [trade.ballId],
  )
  return Number(row?.milli) / 1000
}
const receivables = async () => BigInt((await trade.ledger()).byRole.receivables ?? '0')

test('an order that is changed sets aside what it now asks for, and gives all of it back when it ends', async () => {
  const order = await anOrder(balls(8))
  expect(await setAside()).toBe(8)
  const { body } = await change(order, { lines: [balls(5)] })
  expect(await setAside()).toBe(5)
  await trade.act(body, 'cancel')
  expect(await setAside()).toBe(0)
})

test('an order is not changed to less than the deposit that it holds', async () => {
  const order = await anOrder(service(10_000))
  await trade.post(`${trade.at}/payments`, {
    direction: 'in',
    amount: amount(8_000),
    settles: [{ documentId: order.id, amount: amount(8_000) }],
  })
  const held = await trade.read(order.id)
  expect(await trade.refused(change(held, { lines: [service(5_000)] }))).toMatchObject({
    code: 'bookkeeping.settled-too-much',
  })
  expect(await trade.read(order.id)).toEqual(held)
})

test('what is written off, opened again and written off again leaves the ledger as the papers say', async () => {
  const before = await receivables()
  const invoice = await anInvoice(service(10_000))
  const whole = BigInt(invoice.total.minor)
  const part = 4_000
  const paid = await trade.post(`${trade.at}/payments`, {
    direction: 'in',
    amount: amount(part),
    settles: [{ documentId: invoice.id, amount: amount(part) }],
  })
  await trade.act(await trade.read(invoice.id), 'write-off')
  const { settlements } = (await trade.get(`${trade.at}/payments/${paid.body.id}`)).body
  await trade.call('DELETE', `${trade.at}/settlements/${settlements[0].id}`)
  const again = await trade.act(await trade.read(invoice.id), 'write-off')
  expect(again.document.open).toEqual(amount(0))
  // All of the invoice is given up; the money that came stands to the customer's credit.
  expect((await receivables()) - before).toBe(-BigInt(part))
  expect(whole > 0n).toBe(true)
})

test('the id of one paper does not stand for a paper of another kind', async () => {
  const clientId = randomUUID()
  await trade.make({ kind: 'quote', partyId: trade.customerId, clientId, lines: [service(100)] })
  const asked = trade.post(`${trade.at}/documents`, {
    kind: 'order',
    partyId: trade.customerId,
    clientId,
    lines: [service(100)],
  })
  expect(await trade.refused(asked)).toMatchObject({ status: 409, code: 'documents.id-taken' })
  const sold = trade.post(`${trade.at}/counter-sales`, { clientId, lines: [service(100)] })
  expect(await trade.refused(sold)).toMatchObject({ status: 409, code: 'documents.id-taken' })
})

test('a draft is not sold at the counter by its id', async () => {
  const clientId = randomUUID()
  await trade.make({ kind: 'invoice', partyId: trade.customerId, clientId, lines: [service(900)] })
  const sold = trade.post(`${trade.at}/counter-sales`, { clientId, lines: [service(100)] })
  expect(await trade.refused(sold)).toMatchObject({ status: 409, code: 'documents.id-taken' })
})

test('only the counter sells at the counter: no word of a caller makes a debt of nobody', async () => {
  const draft = await trade.make({ kind: 'invoice', details: { counter: true }, lines: [service(700)] })
  const asked = trade.post(`${trade.at}/documents/${draft.id}/actions`, { action: 'issue', version: draft.version })
  expect((await trade.refused(asked)).details.reason).toBe('no-party')
})

test('who may sell may not buy, and who may buy may not sell', async () => {
  const key = async (scopes: readonly string[]) => {
    const { body } = await trade.post(`${trade.at}/tokens`, { name: scopes.join(), scopes, days: 1 })
    return aVisitor(trade.app, { token: body.secret })
  }
  const seller = await key(['books.read', 'sell.write'])
  const buyer = await key(['books.read', 'buy.write'])
  const paper = (kind: string) => ({ kind, partyId: trade.customerId, lines: [service(100)] })
  expect((await seller.post(`${trade.at}/documents`, paper('bill'))).status).toBe(403)
  expect((await buyer.post(`${trade.at}/documents`, paper('invoice'))).status).toBe(403)
  expect((await seller.post(`${trade.at}/documents`, paper('quote'))).status).toBe(201)
  const bill = await buyer.post(`${trade.at}/documents`, paper('bill'))
  expect(bill.status).toBe(201)
  const act = { action: 'issue', version: bill.body.version }
  expect((await seller.post(`${trade.at}/documents/${bill.body.id}/actions`, act)).status).toBe(403)
  expect((await seller.call('PUT', `${trade.at}/documents/${bill.body.id}`, { version: 1, note: 'x' })).status).toBe(
    403,
  )
  expect((await buyer.post(`${trade.at}/documents/${bill.body.id}/actions`, act)).status).toBe(200)
})

test('a clerk takes money in; giving it out, giving it up and taking it back are for who keeps the money', async () => {
  const clerk = await aMember(trade.app, trade, 'clerk')
  const invoice = await anInvoice(service(10_000))
  const taken = await clerk.post(`${trade.at}/payments`, {
    direction: 'in',
    amount: amount(100),
    settles: [{ documentId: invoice.id, amount: amount(100) }],
  })
  expect(taken.status).toBe(201)
  expect((await clerk.post(`${trade.at}/payments`, { direction: 'out', amount: amount(100) })).status).toBe(403)
  const now = await trade.read(invoice.id)
  const act = { action: 'write-off', version: now.version }
  expect((await clerk.post(`${trade.at}/documents/${invoice.id}/actions`, act)).status).toBe(403)
  expect((await clerk.call('DELETE', `${trade.at}/settlements/${now.settlements[0].id}`)).status).toBe(403)
  expect((await clerk.call('PUT', `${trade.at}/ledger/periods/2026-01`, { state: 'closed' })).status).toBe(403)
  expect((await trade.read(invoice.id)).open).toEqual(now.open)
})
