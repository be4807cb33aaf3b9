// SPDX-License-Identifier: Apache-2.0
// An order of 20 balls at 5.000 = 100.000 with a deposit of 30.000. Billed whole: the deposit pays 30.000 of it.
// 4 balls come back: 20.000 are credited, and 50.000 stay open until they are paid.
// A tax of the country's may come on top: what is open follows from the total.
import { plainDate, toDayNumber } from '@resham/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rebuildDays } from '#modules/sales/index.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { amount, aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

// biome-ignore lint/suspicious/noExplicitAny: a story looks at papers field by field
const seen: Record<string, any> = {}

test('an order takes a deposit, and cannot be cancelled while it is held', async () => {
  const draft = await trade.make({
    kind: 'order',
    partyId: trade.customerId,
    lines: [{ itemId: trade.ballId, quantityMilli: 20_000, price: price(5_000) }],
  })
  const order = (await trade.act(draft, 'confirm')).document
  const paid = await trade.post(`${trade.at}/payments`, {
    direction: 'in',
    amount: amount(30_000),
    settles: [{ documentId: order.id, amount: amount(30_000) }],
  })
  expect([paid.status, paid.body.unused, paid.body.partyId]).toEqual([201, amount(0), trade.customerId])
  seen.order = await trade.read(order.id)
  expect(seen.order.settled).toEqual(amount(30_000))
  const cancel = seen.order.actions.find((one: { action: string }) => one.action === 'cancel')
  expect(cancel).toEqual({ action: 'cancel', allowed: false, reason: 'deposit-held' })
})

test('the invoice takes the deposit over', async () => {
  const shipped = (await trade.act(seen.order, 'ship')).document
  const { made } = await trade.act(shipped, 'invoice')
  seen.invoice = (await trade.act(await trade.read(made.id), 'issue')).document
  expect(seen.invoice.net).toEqual(amount(100_000))
  expect(seen.invoice.settled).toEqual(amount(30_000))
  expect((await trade.read(seen.order.id)).settled).toEqual(amount(0))
})

test('what comes back is credited against the invoice, and lies in stock again', async () => {
  const [line] = seen.invoice.lines
  const draft = await trade.make({
    kind: 'return',
    fromId: seen.invoice.id,
    lines: [{ fromLineId: line.id, quantityMilli: 4_000 }],
    details: { reason: 'seams' },
  })
  const received = (await trade.act(draft, 'receive')).document
  expect(await trade.onHand(trade.ballId)).toBe(84)
  const { document, made } = await trade.act(received, 'credit')
  expect([document.state, made.kind, made.state]).toEqual(['credited', 'credit-note', 'issued'])
  const note = await trade.read(made.id)
  expect(note.net).toEqual(amount(20_000))
  expect(note.open).toEqual(amount(0))
  const invoice = await trade.read(seen.invoice.id)
  const total = Number(invoice.total.minor)
  expect(invoice.open).toEqual(amount(total - 30_000 - Number(note.total.minor)))
})

test('more than was billed cannot come back', async () => {
  const [line] = seen.invoice.lines
  const asked = trade.post(`${trade.at}/documents`, {
    kind: 'return',
    fromId: seen.invoice.id,
    lines: [{ fromLineId: line.id, quantityMilli: 17_000 }],
  })
  expect(await trade.refused(asked)).toMatchObject({
    code: 'documents.more-than-open',
    details: { description: 'Football', open: '16', asked: '17' },
  })
})

test('paid in full the invoice is settled, and more is refused', async () => {
  const { open } = await trade.read(seen.invoice.id)
  const pay = (minor: number) =>
    trade.post(`${trade.at}/payments`, {
      direction: 'in',
      amount: amount(minor),
      settles: [{ documentId: seen.invoice.id, amount: amount(minor) }],
    })
  expect((await trade.refused(pay(Number(open.minor) + 1))).code).toBe('bookkeeping.settled-too-much')
  expect((await pay(Number(open.minor))).status).toBe(201)
  expect((await trade.read(seen.invoice.id)).open).toEqual(amount(0))
})

test('sales of the day are what was billed less what was credited; the ledger balances and nobody owes anything', async () => {
  const [day] = await trade.database.asOwner(
    `select quantity_milli, net_minor from group_days where tenant_id = $1 and subject = 'business'`,
    [trade.businessId],
  )
  expect(day).toEqual({ quantity_milli: '16000', net_minor: '80000' })
  const { sum, byRole } = await trade.ledger()
  expect(sum).toBe('0')
  expect(byRole).toMatchObject({ sales: '-100000', 'sales-returns': '20000', 'cost-of-sales': '48000' })
  expect([byRole.receivables, byRole['deposits-held']]).toEqual([undefined, undefined])
})

test('the daily facts are what making the day anew would give', async () => {
  const facts = () => trade.database.asOwner('select * from group_days order by subject, key, day')
  const before = await facts()
  await withTenant(trade.database.db, tenantId(trade.businessId), (tx) =>
    rebuildDays(tx, [toDayNumber(plainDate(seen.invoice.day))]),
  )
  expect(await facts()).toEqual(before)
})
