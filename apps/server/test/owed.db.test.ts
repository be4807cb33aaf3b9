// SPDX-License-Identifier: Apache-2.0
// Who owes what, summed by the database, beside the same sums by hand over every invoice, one by one.
import { addDays, plainDate } from '@resham/base'
import { ageing } from '@resham/bookkeeping'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTrade, price, type Trade } from './a-trade.ts'

let trade: Trade
beforeAll(async () => {
  trade = await aTrade()
})
afterAll(() => trade.close())

test('each step of age begins on its day, and what is unused stands against what is due today', async () => {
  const today = plainDate(trade.today)
  const open = [5, 1, 0, -1, -30, -31, -60, -61, -90, -91, -200].map((days, n) => ({
    due: addDays(today, days),
    openMinor: BigInt((n + 1) * 1_000),
  }))
  for (const { due, openMinor } of open) {
    const line = { description: 'Work', quantityMilli: 1_000, price: price(Number(openMinor)), taxClass: 'free' }
    const invoice = await trade.make({ kind: 'invoice', partyId: trade.customerId, dueDay: due, lines: [line] })
    await trade.act(invoice, 'issue')
    await trade.database.asOwner('update documents set due_day = $2 where id = $1', [invoice.id, due])
  }
  const unused = { due: today, openMinor: -500n }
  const noted = await trade.make({
    kind: 'credit-note',
    partyId: trade.customerId,
    lines: [{ description: 'Given back', quantityMilli: 1_000, price: price(500), taxClass: 'free' }],
  })
  await trade.act(noted, 'issue')
  const { byAge, totalMinor } = ageing([...open, unused], today)
  const { body } = await trade.get(`${trade.at}/owed`)
  const money = (minor: bigint) => ({ minor: String(minor), currency: 'XTS' })
  const expected = Object.fromEntries(Object.entries(byAge).map(([age, minor]) => [age, money(minor)]))
  expect(body.items).toMatchObject([
    { total: money(totalMinor), byAge: expected, oldestDue: addDays(today, -200), papers: open.length },
  ])
  expect(body.totals).toEqual([{ total: money(totalMinor), byAge: expected }])
})
