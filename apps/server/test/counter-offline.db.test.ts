// SPDX-License-Identifier: Apache-2.0
// A phone that sold without a network for a week hands its sales in, twice, with a wrong clock, into a closed month.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { amount, aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

const ago = (ms: number) => new Date(Date.now() - ms).toISOString()
const hour = 3_600_000
const day = 24 * hour
const ball = (pieces: number) => ({
  ...{ itemId: trade.ballId, name: 'Ball', quantityMilli: pieces * 1000, price: price(5_000) },
})
const sale = (pieces: number, more: Record<string, unknown> = {}) => ({
  ...{ clientId: randomUUID(), soldAt: ago(hour), lines: [ball(pieces)], total: amount(pieces * 5_000) },
  ...more,
})
const handIn = async (sales: unknown[], sentAt = ago(0)) => {
  const { status, body } = await trade.post(`${trade.at}/counter/sales`, { sentAt, sales })
  expect(status).toBe(200)
  return body.sales
}
const count = async (table: string) => {
  const [row] = await trade.database.asOwner<{ n: string }>(`select count(*) as n from ${table}`)
  return Number(row?.n)
}
const codes = (outcome: { notes: { code: string }[] }) => outcome.notes.map(({ code }) => code)

test('a week of sales, handed in four times at once and again, is booked once each', async () => {
  const week = Array.from({ length: 7 }, (_, i) => sale(1, { soldAt: ago((7 - i) * day) }))
  const answers = await Promise.all(Array.from({ length: 4 }, () => handIn(week)))
  expect(answers.flat().every(({ state }) => state === 'sold')).toBe(true)
  expect(await count("documents where kind = 'invoice'")).toBe(7)
  expect(await count('payments')).toBe(7)
  expect(await trade.onHand(trade.ballId)).toBe(93)
  const again = await handIn(week)
  expect(again.every((one: { again: boolean }) => one.again)).toBe(true)
  expect(await count("documents where kind = 'invoice'")).toBe(7)
  expect((await trade.ledger()).sum).toBe('0')
})

test('the phone takes along items with prices, accounts and customers', async () => {
  const { status, body } = await trade.get(`${trade.at}/counter/catalogue`)
  expect(status, JSON.stringify(body)).toBe(200)
  const known = body.items.find(([id]: [string]) => id === trade.ballId)
  expect(known[4]).toMatch(/^[1-9]\d*$/)
  expect(body.accounts[0].kind).toBe('cash')
  expect(body.customers).toContainEqual([trade.customerId, 'Bilal Traders'])
})

describe('what differs is told, and loses nothing', () => {
  test('stock below nothing is flagged', async () => {
    const [outcome] = await handIn([sale(500)])
    expect(outcome.state).toBe('sold')
    expect(codes(outcome)).toContain('stock-below-zero')
  })

  test('an item that the books do not know is sold by its name', async () => {
    const lines = [{ ...ball(1), itemId: randomUUID(), name: 'Old ball' }]
    const [outcome] = await handIn([sale(1, { lines })])
    expect([outcome.state, codes(outcome)]).toEqual(['sold', ['item-unknown']])
  })

  test('another price than the usual one is told', async () => {
    const [outcome] = await handIn([sale(1, { lines: [{ ...ball(1), price: price(4_000) }], total: amount(4_000) })])
    expect(codes(outcome)).toContain('price-changed')
  })

  test('a clock two years behind is put right, and both times are kept', async () => {
    const [outcome] = await handIn([sale(1, { soldAt: ago(730 * day + hour) })], ago(730 * day))
    expect(outcome.day).toBe(trade.today)
    expect(codes(outcome)).toContain('clock-wrong')
    const { body } = await trade.get(`${trade.at}/counter/sales`)
    const kept = body.sales.find((one: { clientId: string }) => one.clientId === outcome.clientId)
    expect(Date.parse(kept.soldAt) - Date.parse(kept.phoneSoldAt)).toBeGreaterThan(729 * day)
  })

  test('one that cannot be booked waits, stops no other, and is booked once somebody says who owes it', async () => {
    const owing = sale(2, { paidInto: null })
    const outcomes = await handIn([owing, sale(1)])
    expect(outcomes.map(({ state }: { state: string }) => state)).toEqual(['waiting', 'sold'])
    expect(outcomes[0].problem.code).toBe('documents.party-needed')
    const at = `${trade.at}/counter/sales/${owing.clientId}`
    const { body } = await trade.post(at, { action: 'try-again', partyId: trade.customerId })
    expect(body.state).toBe('sold')
    expect((await trade.refused(trade.post(at, { action: 'drop' }))).code).toBe('counter.not-waiting')
  })
})

test('into a closed month: dated today, with a note', async () => {
  const soldAt = new Date(Date.now() - 40 * day)
  const month = soldAt.toISOString().slice(0, 7)
  const closed = await trade.call('PUT', `${trade.at}/ledger/periods/${month}`, { state: 'closed' })
  const [outcome] = await handIn([sale(1, { soldAt: soldAt.toISOString() })])
  expect(closed.status, JSON.stringify(closed.body)).toBeLessThan(300)
  expect([outcome.state, outcome.day], JSON.stringify(outcome.problem)).toEqual(['sold', trade.today])
  expect(codes(outcome)).toContain('period-closed')
})
