// SPDX-License-Identifier: Apache-2.0
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

const read = (text: string) => trade.post(`${trade.at}/paste`, { text })

describe('a pasted order', () => {
  test('becomes lines of the catalogue with a customer of the books, and is asked where it is not clear', async () => {
    const text =
      '[24/11/2026, 9:05:11 PM] Bilal Trader: 10 darjan football\n[24/11/2026, 9:05:40 PM] Bilal Trader: 5 chatri'
    const { status, body } = await read(text)
    expect(status).toBe(200)
    expect(body.lines[0]).toMatchObject({ itemId: trade.ballId, quantityMilli: 120_000, asks: [] })
    expect(body.lines[1]).toMatchObject({ itemId: null, asks: [{ kind: 'unknown-item', word: 'chatri' }] })
    expect([body.from, body.parties[0].id]).toEqual(['Bilal Trader', trade.customerId])
  })

  test('of 10,000 lines is refused with the limit', async () => {
    const refused = await trade.refused(read('5 ball\n'.repeat(10_000)))
    expect(refused).toMatchObject({
      status: 413,
      code: 'paste.too-much',
      details: { reason: 'too-long', needed: 20_000 },
    })
  })
})

test('the same paper of the same customer entered again is doubted, but not when it is the same hand-in', async () => {
  const lines = [{ itemId: trade.ballId, quantityMilli: 7_000, price: price(5_000) }]
  const clientId = crypto.randomUUID()
  const made = await trade.make({ kind: 'quote', partyId: trade.customerId, clientId, lines })
  const entry = { day: trade.today, side: 'sell', currency: 'XTS', kind: 'quote', partyId: trade.customerId, lines }
  const check = async (body: object) => (await trade.post(`${trade.at}/checks`, body)).body.doubts
  const again = [{ line: null, code: 'entered-before', details: { id: made.id, day: trade.today } }]
  expect(await check(entry)).toEqual(again)
  expect(await check({ ...entry, lines: [{ itemId: trade.ballId, quantityMilli: 7_000 }] })).toEqual(again)
  expect(await check({ ...entry, clientId })).toEqual([])
  expect(await check({ ...entry, lines: [{ ...lines[0], quantityMilli: 8_000 }] })).toEqual([])
})

test('an item without a category is offered one by what the others are called, and why', async () => {
  const anItem = async (name: string, category?: string) =>
    (await trade.post(`${trade.at}/items`, { name, ...(category ? { category } : {}) })).body.id
  for (const name of ['Match football', 'Training football', 'Beach football']) await anItem(name, 'Balls')
  for (const name of ['Winter gloves', 'Keeper gloves', 'Batting gloves']) await anItem(name, 'Gloves')
  const suggested = async (id: string) => (await trade.get(`${trade.at}/items/${id}/suggested-category`)).body
  expect(await suggested(await anItem('Football of leather'))).toMatchObject({
    suggestion: { category: 'Balls', because: ['Football'] },
  })
  expect(await suggested(await anItem('Umbrella'))).toEqual({ suggestion: null })
  expect(await suggested(await anItem('Silver football', 'Gifts'))).toEqual({ suggestion: null })
})

test('a price ten times the usual is doubted before it is saved, with the usual', async () => {
  for (let i = 1; i <= 4; i++) {
    const lines = [{ itemId: trade.ballId, quantityMilli: 2_000, price: price(5_000) }]
    const day = new Date(Date.now() - i * 86_400_000).toISOString().slice(0, 10)
    const sold = await trade.post(`${trade.at}/counter-sales`, { clientId: crypto.randomUUID(), day, lines })
    expect(sold.status, JSON.stringify(sold.body)).toBe(201)
  }
  const entry = (thousandths: number, quantityMilli = 2_000) => ({
    ...{ day: trade.today, side: 'sell', currency: 'XTS' },
    lines: [{ itemId: trade.ballId, quantityMilli, price: { thousandths: String(thousandths), currency: 'XTS' } }],
  })
  const check = async (body: object) => (await trade.post(`${trade.at}/checks`, body)).body.doubts
  expect(await check(entry(5_000_000))).toEqual([])
  expect(await check(entry(50_000_000))).toMatchObject([
    { line: 1, code: 'price-decimal-slip', details: { times: 10 } },
  ])
  expect(await check(entry(5_000_000, 900_000))).toMatchObject([{ line: 1, code: 'quantity-unusual' }])
  expect(await check({ ...entry(5_000_000), day: '2020-01-01' })).toMatchObject([{ line: null, code: 'day-far-back' }])
})
