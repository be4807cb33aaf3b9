// SPDX-License-Identifier: Apache-2.0
// Ordered: 10 balls at 4.000. They come in two parts, 6 and 4. The bills say 4.400 each, for 7 and for 3. What waited for its bill waits no more, and the difference of 4.000 lies on the stock.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

const stockValue = async () => {
  const [row] = await trade.database.asOwner<{ minor: string }>('select sum(value_minor) as minor from item_costs')
  return Number(row?.minor)
}

test('a dearer bill puts its difference on the stock, and nothing waits for a bill any more', async () => {
  const supplier = await trade.post(`${trade.at}/parties`, { name: 'Mill', isCustomer: false, isSupplier: true })
  const line = { itemId: trade.ballId, quantityMilli: 10_000, price: price(4_000), taxClass: 'free' }
  const draft = await trade.make({ kind: 'purchase-order', partyId: supplier.body.id, lines: [line] })
  let order = (await trade.act(draft, 'send')).document
  const before = await stockValue()
  for (const quantityMilli of [6_000, 4_000]) {
    const lines = [{ lineId: order.lines[0].id, quantityMilli }]
    order = (await trade.act(order, 'receive', { lines })).document
  }
  expect((await stockValue()) - before).toBe(40_000)
  expect((await trade.ledger()).byRole['goods-received-not-billed']).toBe('-40000')
  for (const quantityMilli of [7_000, 3_000]) {
    const { made } = await trade.act(await trade.read(order.id), 'bill', {
      lines: [{ lineId: order.lines[0].id, quantityMilli }],
    })
    const bill = await trade.read(made.id)
    const lines = [{ ...line, fromLineId: order.lines[0].id, quantityMilli, price: price(4_400) }]
    const dearer = await trade.call('PUT', `${trade.at}/documents/${bill.id}`, { version: bill.version, lines })
    expect(dearer.status, JSON.stringify(dearer.body)).toBe(200)
    await trade.act(dearer.body, 'issue')
  }
  const { sum, byRole } = await trade.ledger()
  expect([sum, byRole['goods-received-not-billed'], byRole.payables]).toEqual(['0', undefined, '-44000'])
  expect((await stockValue()) - before).toBe(44_000)
})
