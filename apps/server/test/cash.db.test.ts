// SPDX-License-Identifier: Apache-2.0
// One invoice of 30.000 due in ten days, one bill of 80.000 due in three weeks, 20.000 in the cash box.
import { addDays, plainDate } from '@resham/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amount, aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

const ask = async (query = '') => (await trade.get(`${trade.at}/cash-outlook${query}`)).body

test('nothing is said where nothing is known', async () => {
  expect((await ask()).outlook).toEqual({ kind: 'declined', reason: 'nothing-known' })
})

test('what is owed comes in, what we owe goes out, and a gap is told before it is there', async () => {
  const { today } = await ask()
  const day = plainDate(today)
  const paper = (kind: string, dueDay: string, thousandths: number) =>
    trade.make({
      ...{ kind, partyId: trade.customerId, dueDay },
      lines: [{ description: 'Footballs', quantityMilli: 1000, price: price(thousandths) }],
    })
  const invoice = (await trade.act(await paper('invoice', addDays(day, 10), 30_000), 'issue')).document
  const bill = (await trade.act(await paper('bill', addDays(day, 21), 80_000), 'issue')).document
  await trade.post(`${trade.at}/payments`, { direction: 'in', partyId: trade.customerId, amount: amount(20_000) })
  const { opening, outlook, withSales } = await ask()
  expect([opening, withSales]).toEqual([amount(20_000), false])
  expect(outlook.weeks).toHaveLength(12)
  expect(outlook.weeks[2].bills).toEqual(bill.total)
  const came = outlook.weeks.reduce(
    (sum: number, week: { fromInvoices: { minor: string } }) => sum + Number(week.fromInvoices.minor),
    0,
  )
  expect(came).toBeGreaterThan(Number(invoice.total.minor) * 0.9)
  expect(came).toBeLessThanOrEqual(Number(invoice.total.minor) + 12)
  expect(outlook.gap).toMatchObject({ from: addDays(day, 15), chance: 1 })
  expect(outlook.gap.remedies).toMatchObject([{ kind: 'chase', documentId: invoice.id, party: 'Bilal Traders' }])
  expect(Number(outlook.gap.stillShort.minor)).toBeGreaterThan(0)
  expect((await ask('?openingMinor=900000')).outlook.gap).toBe(null)
  expect(await ask()).toEqual(await ask())
})
