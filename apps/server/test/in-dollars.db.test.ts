// SPDX-License-Identifier: Apache-2.0
// Sold for 1,000.10 dollars at 2.5, paid in three parts at three rates, the bank keeping fees; bought for 333.33 dollars,
// paid at once with a fee on top. When all is settled nobody owes anything, to the last minor unit.
import { randomUUID } from 'node:crypto'
import { pack } from '@resham/pack-zz'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { amount, aTrade, type Trade } from './a-trade.ts'

let trade: Trade
const bankId = randomUUID()
beforeAll(async () => {
  trade = await aTrade()
  const bank = pack.chart.accounts.find(({ role }) => role === 'bank')
  await trade.database.asOwner(
    `insert into money_accounts (tenant_id, id, name, kind, currency, account_code)
     values ($1, $2, 'Dollars', 'bank', 'USD', $3)`,
    [trade.businessId, bankId, bank?.code],
  )
})
afterAll(() => trade.close())

const dollars = (minor: number) => amount(minor, 'USD')
const setRate = (day: string, rate: string) => trade.call('PUT', `${trade.at}/rates/USD/${day}`, { rate })

async function issued(kind: 'invoice' | 'bill', partyId: string, minor: number) {
  const price = { thousandths: String(minor * 1000), currency: 'USD' }
  const lines = [{ description: 'Stitching', quantityMilli: 1_000, price, taxClass: 'free' }]
  const draft = await trade.make({ kind, partyId, currency: 'USD', lines, reference: `USD ${minor}` })
  return (await trade.act(draft, 'issue')).document
}

async function pay(
  direction: 'in' | 'out',
  documentId: string,
  parts: { amount: number; fee: number; settles: number },
  rate?: string,
) {
  const { status, body } = await trade.post(`${trade.at}/payments`, {
    direction,
    moneyAccountId: bankId,
    amount: dollars(parts.amount),
    fee: dollars(parts.fee),
    ...(rate === undefined ? {} : { rate }),
    settles: [{ documentId, amount: dollars(parts.settles) }],
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return body
}

test('a document takes the rate of its day from the rates that are kept', async () => {
  await setRate(trade.today, '2.5')
  const invoice = await issued('invoice', trade.customerId, 100_010)
  expect(invoice).toMatchObject({ rate: '2.5', rateSource: `typed ${trade.today}` })
  const { byRole } = await trade.ledger()
  const total = Number(invoice.total.minor)
  await pay('in', invoice.id, { amount: 30_000, fee: 333, settles: 30_333 }, '2.7133')
  await pay('in', invoice.id, { amount: 19_999, fee: 1, settles: 20_000 }, '2.1119')
  await pay('in', invoice.id, { amount: total - 50_333, fee: 0, settles: total - 50_333 })
  expect(Number(byRole.receivables)).toBeGreaterThan(0)
  expect((await trade.ledger()).byRole.receivables).toBeUndefined()
})

test('money out settles what the other side got: the fee of our bank is on top', async () => {
  const supplier = await trade.post(`${trade.at}/parties`, { name: 'Mill', isCustomer: false, isSupplier: true })
  const bill = await issued('bill', supplier.body.id, 33_333)
  const total = Number(bill.total.minor)
  const payment = await pay('out', bill.id, { amount: total, fee: 1_500, settles: total }, '2.61717')
  expect(payment.unused).toEqual(dollars(0))
  const { sum, byRole } = await trade.ledger()
  expect([sum, byRole.payables, byRole.receivables]).toEqual(['0', undefined, undefined])
})
