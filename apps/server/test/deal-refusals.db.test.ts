// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amount, aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

const order = (lines: readonly unknown[], more: Record<string, unknown> = {}) =>
  trade.post(`${trade.at}/documents`, { kind: 'order', partyId: trade.customerId, lines, ...more })
const ball = (more: Record<string, unknown> = {}) => ({
  itemId: trade.ballId,
  quantityMilli: 1_000,
  price: price(5_000),
  ...more,
})

test.each([
  ['a quantity of nothing', () => order([ball({ quantityMilli: 0 })]), 'platform.invalid-request'],
  ['a quantity below nothing', () => order([ball({ quantityMilli: -5 })]), 'platform.invalid-request'],
  ['an absurd quantity', () => order([ball({ quantityMilli: 10 ** 15 })]), 'platform.invalid-request'],
  ['an absurd price', () => order([ball({ price: price(10 ** 15) })]), 'bookkeeping.price-invalid'],
  ['a discount above the line', () => order([ball({ discount: amount(5_001) })]), 'bookkeeping.discount-invalid'],
  ['another currency in a line', () => order([ball({ discount: amount(1, 'USD') })]), 'base.currency-mismatch'],
  ['a currency without a rate', () => order([ball({ price: price(5, 'USD') })], { currency: 'USD' }), 'rates.missing'],
  ['a line that says nothing', () => order([{ quantityMilli: 1_000, price: price(1) }]), 'documents.line-empty'],
  [
    'an item that was never sold, without a price',
    () => order([ball({ price: undefined })]),
    'documents.price-missing',
  ],
  ['no line', () => order([]), 'documents.no-lines'],
  ["somebody else's item", () => order([ball({ itemId: randomUUID() })]), 'platform.not-found'],
  ["somebody else's customer", () => order([ball()], { partyId: randomUUID() }), 'platform.not-found'],
  ['a day that is none', () => order([ball()], { day: '2026-02-30' }), 'base.date-invalid'],
  ['a day in another century', () => order([ball()], { day: '1899-12-31' }), 'documents.day-invalid'],
  ['10,000 lines', () => order(Array.from({ length: 10_000 }, () => ball())), 'platform.too-large'],
])('%s is refused with a reason, and nothing is written', async (_what, ask, code) => {
  const before = await trade.database.asOwner('select count(*) from documents')
  expect(await trade.refused(ask())).toMatchObject({ code })
  expect(await trade.database.asOwner('select count(*) from documents')).toEqual(before)
})

test('a foreign currency stands at the rate that was typed, and says so', async () => {
  const { body } = await order([ball({ price: price(500, 'USD'), taxClass: 'free' })], { currency: 'USD', rate: '2.5' })
  // 5.00 dollars at 2.5 are 12.500: three decimals at home.
  expect(body).toMatchObject({ rate: '2.5', rateSource: 'typed', net: amount(500, 'USD'), homeNet: amount(12_500) })
})

test('of two tabs the second is refused, and told that there is a newer one', async () => {
  const draft = await trade.make({ kind: 'quote', partyId: trade.customerId, lines: [ball()] })
  const change = (note: string) =>
    trade.call('PUT', `${trade.at}/documents/${draft.id}`, { version: draft.version, note })
  expect((await change('first tab')).body).toMatchObject({ note: 'first tab', version: 2, net: amount(5_000) })
  expect(await trade.refused(change('second tab'))).toEqual({
    status: 409,
    code: 'platform.changed-meanwhile',
    details: { seen: 1, now: 2 },
  })
  expect((await trade.read(draft.id)).note).toBe('first tab')
})

test('goods that are not there do not leave; the paper stays as it was', async () => {
  const draft = await trade.make({
    kind: 'order',
    partyId: trade.customerId,
    lines: [ball({ quantityMilli: 900_000 })],
  })
  const { document } = await trade.act(draft, 'confirm')
  const asked = trade.post(`${trade.at}/documents/${document.id}/actions`, {
    action: 'ship',
    version: document.version,
  })
  expect(await trade.refused(asked)).toMatchObject({ code: 'stock.not-enough', details: { item: 'Football' } })
  expect(await trade.read(document.id)).toEqual(document)
})

test('an issued invoice is not changed and not cancelled: a credit note corrects it', async () => {
  const draft = await trade.make({ kind: 'invoice', partyId: trade.customerId, lines: [ball()] })
  const { document } = await trade.act(draft, 'issue')
  for (const ask of [
    trade.call('PUT', `${trade.at}/documents/${document.id}`, { version: document.version, note: 'x' }),
    trade.post(`${trade.at}/documents/${document.id}/actions`, { action: 'cancel', version: document.version }),
  ]) {
    expect((await trade.refused(ask)).details.reason).toBe('issued-is-corrected-by-credit-note')
  }
})

test('a paper made on a phone and handed in by two requests at once is one', async () => {
  const clientId = randomUUID()
  const answers = await Promise.all(Array.from({ length: 6 }, () => order([ball()], { clientId })))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
})

test('a closed month takes no paper: back-dating is refused in words', async () => {
  const month = new Date(Date.parse(trade.today) - 40 * 86_400_000).toISOString().slice(0, 7)
  const closed = await trade.call('PUT', `${trade.at}/ledger/periods/${month}`, { state: 'closed' })
  expect(closed.status).toBeLessThan(300)
  const draft = await trade.make({
    kind: 'invoice',
    partyId: trade.customerId,
    day: `${month}-15`,
    lines: [ball()],
  })
  const asked = trade.post(`${trade.at}/documents/${draft.id}/actions`, { action: 'issue', version: draft.version })
  expect((await trade.refused(asked)).details.reason).toBe('period-closed')
})
