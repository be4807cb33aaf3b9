// SPDX-License-Identifier: Apache-2.0
// A phone without a line sold 3 balls at 5.000 and hands the sale in again and again: one invoice, one payment, one move.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amount, aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

const sell = (body: Record<string, unknown>) => trade.post(`${trade.at}/counter-sales`, body)
const count = async (table: string, where = 'true') => {
  const [row] = await trade.database.asOwner<{ n: string }>(`select count(*) as n from ${table} where ${where}`)
  return Number(row?.n)
}

test('handed in eight times at once and once more, it is one sale', async () => {
  const clientId = randomUUID()
  const sale = { clientId, lines: [{ itemId: trade.ballId, quantityMilli: 3_000, price: price(5_000) }] }
  const answers = await Promise.all(Array.from({ length: 8 }, () => sell(sale)))
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201))
  expect(new Set(answers.map(({ body }) => body.invoice.number)).size).toBe(1)
  expect(answers.filter(({ body }) => !body.again)).toHaveLength(1)
  const { body } = await sell(sale)
  expect(body).toMatchObject({ again: true, invoice: { net: amount(15_000), open: amount(0), state: 'issued' } })
  expect(body.payments).toHaveLength(1)
  expect(await count('documents', "kind = 'invoice'")).toBe(1)
  expect(await count('payments')).toBe(1)
  expect(await count('stock_moves', "kind = 'ship'")).toBe(1)
  expect(await trade.onHand(trade.ballId)).toBe(97)
  expect((await trade.ledger()).sum).toBe('0')
})

test('sold without a name it must be paid; on credit it needs somebody who owes it', async () => {
  const lines = [{ itemId: trade.pumpId, quantityMilli: 1_000, price: price(2_500) }]
  const unpaid = { clientId: randomUUID(), lines, payments: [] }
  expect((await trade.refused(sell(unpaid))).code).toBe('documents.party-needed')
  const known = await sell({ ...unpaid, partyId: trade.customerId })
  expect([known.status, known.body.invoice.open]).toEqual([201, known.body.invoice.total])
  const tooMuch = { clientId: randomUUID(), lines, payments: [{ amount: amount(9_999_999) }] }
  expect((await trade.refused(sell(tooMuch))).code).toBe('documents.paid-too-much')
})

test('what the books do not have was sold all the same, and is flagged', async () => {
  const lines = [{ itemId: trade.pumpId, quantityMilli: 60_000, price: price(2_500) }]
  expect((await sell({ clientId: randomUUID(), lines })).status).toBe(201)
  expect(await trade.onHand(trade.pumpId)).toBe(-11)
  expect(await count('stock_moves', 'below_zero')).toBe(1)
})

test('a phone whose clock runs ahead sold today', async () => {
  const lines = [{ itemId: trade.ballId, quantityMilli: 1_000, price: price(5_000) }]
  const { body } = await sell({ clientId: randomUUID(), day: '2031-01-01', lines })
  expect(body.invoice.day).toBe(trade.today)
})
