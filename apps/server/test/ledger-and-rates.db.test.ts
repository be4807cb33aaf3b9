// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { plainDate } from '@resham/base'
import { pack } from '@resham/pack-zz'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rateOn } from '#modules/rates/index.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { publicData } from './public-data.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop, type WholePlatform } from './whole-platform.ts'

let at: TestDatabase
let platform: WholePlatform
let shop: Shop
beforeAll(async () => {
  at = await openTestDatabase()
  platform = await openWholePlatform(at.db)
  shop = await aShop(platform.app)
})
afterAll(async () => {
  await platform.close()
  await at.close()
})

const codeOf = (role: string) => pack.chart.accounts.find((account) => account.role === role)?.code ?? ''
const [cash, capital, rent] = [codeOf('cash'), codeOf('capital'), 'Q1']
const money = (minor: number) => ({ minor: String(minor), currency: 'XTS' })
const file = { 'content-type': 'application/octet-stream' }
const thisMonth = new Date().toISOString().slice(0, 7)
const clientId = '0198f0a2-5b7c-7c11-a3de-0c5b6f2f9a10'

test('opening balances and an entry by hand: the trial balance is zero, the file is for a spreadsheet', async () => {
  const opening = { day: '2026-09-30', opening: true, clientId, lines: [{ account: cash, amount: money(50_000) }] }
  expect((await shop.post(`${shop.at}/ledger/entries`, opening)).status).toBe(201)
  // Handed in twice it is one entry.
  expect((await shop.post(`${shop.at}/ledger/entries`, opening)).status).toBe(201)
  const lines = [
    { account: rent, amount: money(8_000) },
    { account: cash, amount: money(-8_000) },
  ]
  const paid = { day: '2026-10-05', memo: '=HYPERLINK("http://bad.example")', lines }
  expect((await shop.post(`${shop.at}/ledger/entries`, paid)).status).toBe(201)
  const { body } = await shop.get(`${shop.at}/ledger/trial-balance?month=2026-10`)
  expect(body.sum.minor).toBe('0')
  const row = (code: string) => body.items.find((one: { code: string }) => one.code === code)
  expect([row(cash).opening.minor, row(cash).credit.minor, row(cash).closing.minor]).toEqual(['50000', '8000', '42000'])
  expect(row(capital).closing.minor).toBe('-50000')
  const csv = (await shop.get(`${shop.at}/ledger/trial-balance.csv?month=2026-10`)).body
  expect(csv).toContain(`${cash},Cash,نقد,asset,50.000,0.000,8.000,42.000,XTS`)
  const account = (await shop.get(`${shop.at}/ledger/accounts/${cash}/lines.csv?month=2026-10`)).body
  expect(account).toContain(`'=HYPERLINK`)
})

test('profit and loss, and a balance sheet whose sides are equal', async () => {
  const { body } = await shop.get(`${shop.at}/ledger/result?from=2026-10&to=2026-11`)
  expect([body.expenses.sum.minor, body.profit.minor]).toEqual(['8000', '-8000'])
  expect([body.assets.sum.minor, body.capital.sum.minor, body.earned.minor]).toEqual(['42000', '50000', '-8000'])
  expect(body.difference.minor).toBe('0')
  const wrong = await shop.get(`${shop.at}/ledger/result?from=2026-11&to=2026-10`)
  expect(wrong).toMatchObject({ status: 422, body: { code: 'books.span-invalid' } })
})

test('an account page by page carries its balance, and an entry shows both its sides', async () => {
  for (let i = 1; i <= 5; i++) {
    const lines = [
      { account: rent, amount: money(i) },
      { account: cash, amount: money(-i) },
    ]
    await shop.post(`${shop.at}/ledger/entries`, { day: `2026-10-1${i}`, lines })
  }
  const balances: string[] = []
  let entry = ''
  for (let cursor: string | null = ''; cursor !== null; ) {
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const { body } = await shop.get(`${shop.at}/ledger/accounts/${cash}?month=2026-10&limit=2${more}`)
    balances.push(...body.items.map((line: { balance: { minor: string } }) => line.balance.minor))
    entry = body.items.at(-1).entryId
    cursor = body.next
    expect([body.opening.minor, body.closing.minor]).toEqual(['50000', '41985'])
  }
  expect(balances).toEqual(['42000', '41999', '41997', '41994', '41990', '41985'])
  const { body } = await shop.get(`${shop.at}/ledger/entries/${entry}`)
  expect(body.lines.map((line: { amount: { minor: string } }) => line.amount.minor)).toEqual(['5', '-5'])
  expect((await shop.get(`${shop.at}/ledger/accounts/NOWHERE`)).status).toBe(404)
  expect((await shop.get(`${shop.at}/ledger/accounts/${cash}?cursor=nonsense`)).status).toBe(400)
})

test('what does not balance, is in another currency or knows no account is refused', async () => {
  const post = (lines: object[]) => shop.post(`${shop.at}/ledger/entries`, { day: '2026-10-20', lines })
  const lone = [{ account: cash, amount: money(1) }]
  expect((await post(lone)).body.code).toBe('bookkeeping.entry-unbalanced')
  expect((await post([{ account: cash, amount: { minor: '1', currency: 'USD' } }])).body.code).toBe(
    'bookkeeping.currency-mismatch',
  )
  expect(
    (
      await post([
        { account: 'NONE', amount: money(1) },
        { account: cash, amount: money(-1) },
      ])
    ).body,
  ).toMatchObject({
    code: 'books.account-unknown',
    details: { account: 'NONE' },
  })
})

test('a month that is closed takes no entry, says which it is, and may be opened again with a reason', async () => {
  const close = (month: string, state: string) =>
    shop.call('PUT', `${shop.at}/ledger/periods/${month}`, { state, reason: 'month end' })
  expect((await close(thisMonth, 'closed')).body.code).toBe('books.month-not-over')
  expect((await close('2026-10', 'closed')).status).toBe(200)
  const { body } = await shop.get(`${shop.at}/ledger/periods`)
  const states = Object.fromEntries(body.items.map((one: { month: string; state: string }) => [one.month, one.state]))
  expect([states['2026-09'], states['2026-10'], states['2026-11']]).toEqual(['closed', 'closed', 'open'])
  const lines = [
    { account: rent, amount: money(1) },
    { account: cash, amount: money(-1) },
  ]
  const late = () => shop.post(`${shop.at}/ledger/entries`, { day: '2026-09-30', lines })
  expect(await late()).toMatchObject({
    status: 409,
    body: { code: 'books.period-closed', details: { month: '2026-09', day: '2026-09-30' } },
  })
  expect((await close('2026-09', 'open')).status).toBe(200)
  expect((await late()).status).toBe(201)
  const october = await shop.get(`${shop.at}/ledger/trial-balance?month=2026-10`)
  expect(october.body.state).toBe('closed')
  expect(october.body.items.find((one: { code: string }) => one.code === cash).opening.minor).toBe('49999')
  const trail = (await shop.get(`${shop.at}/audit`)).body.items.map((one: { action: string }) => one.action)
  expect(trail).toEqual(expect.arrayContaining(['period.closed', 'period.opened', 'entry.recorded']))
})

const on = (currency: string, day: string) =>
  withTenant(at.db, tenantId(shop.businessId), (tx) => rateOn(tx, currency, plainDate(day)))

test('a rate holds until the next, ten days at most; a missing one names the nearest day known', async () => {
  await expect(on('USD', '2026-11-20')).rejects.toMatchObject({ code: 'rates.missing', details: { nearest: '—' } })
  const typed = await shop.call('PUT', `${shop.at}/rates/USD/2026-11-20`, {
    rate: '281.50',
    reason: 'As the bank wrote',
  })
  expect(typed).toMatchObject({ status: 200, body: { source: 'typed' } })
  expect(await on('USD', '2026-11-23')).toEqual({ rate: '281.5', source: 'typed', day: '2026-11-20' })
  await expect(on('USD', '2026-12-01')).rejects.toMatchObject({ details: { currency: 'USD', nearest: '2026-11-20' } })
  await expect(on('USD', '2026-11-01')).rejects.toMatchObject({ details: { nearest: '2026-11-20' } })
  expect((await shop.call('PUT', `${shop.at}/rates/USD/2026-11-21`, { rate: '0' })).body.code).toBe(
    'bookkeeping.rate-invalid',
  )
  expect((await shop.call('PUT', `${shop.at}/rates/XTS/2026-11-21`, { rate: '1' })).body.code).toBe(
    'base.currency-invalid',
  )
})

test('a bank’s table comes in; what a person typed stays; the same file again changes nothing', async () => {
  const table = 'Date: 20-Nov-26\nCurrency,Buying,Selling\nUSD,280.00,281.00\nEUR,300.00,301.00\nXTS,1,1\nNo,1,2\n'
  const handIn = () => shop.post(`${shop.at}/rates/file`, Buffer.from(table), file)
  expect((await handIn()).body).toMatchObject({
    kind: 'bank',
    read: 2,
    kept: 1,
    bad: [{ lineNo: 6, reason: 'currency-unknown' }],
  })
  expect((await handIn()).body).toMatchObject({ kept: 0 })
  expect((await on('EUR', '2026-11-20')).rate).toBe('300.5')
  expect((await on('USD', '2026-11-20')).source).toBe('typed')
  const list = (await shop.get(`${shop.at}/rates/USD`)).body.items
  expect(list).toMatchObject([{ day: '2026-11-20', reason: 'As the bank wrote' }])
  expect((await shop.get(`${shop.at}/rates`)).body.items.map((one: { currency: string }) => one.currency)).toEqual([
    'EUR',
    'USD',
  ])
})

test('quotes for one euro are crossed with what the euro costs at home', async () => {
  const wide = 'Date,USD,JPY\n2026-11-20,1.0850,160\n2026-11-19,1.08,159\n'
  const { body } = await shop.post(`${shop.at}/rates/file`, Buffer.from(wide), file)
  expect(body).toMatchObject({ kind: 'ecb', kept: 1, withoutBridge: 1 })
  expect((await on('JPY', '2026-11-20')).rate).toBe('1.878125')
  const bad = await shop.post(`${shop.at}/rates/file`, Buffer.from('name,phone\nAmina,0300\n'), file)
  expect(bad).toMatchObject({ status: 422, body: { code: 'rates.file-unreadable' } })
})

const real = publicData('exchange/ecb_reference_rates_daily.csv.gz')
test.skipIf(real === null)(
  'the European Central Bank’s whole file, for a shop that keeps its books in pounds',
  async () => {
    const other = await aShop(platform.app)
    await at.asOwner(`update businesses set currency = 'GBP' where id = $1`, [other.businessId])
    const { body } = await other.post(`${other.at}/rates/file`, readFileSync(real ?? ''), file)
    expect(body).toMatchObject({ kind: 'ecb', withoutBridge: 0 })
    expect(body.kept).toBeGreaterThan(10_000)
    const { items } = (await other.get(`${other.at}/rates/EUR`)).body
    expect(Number(items[0].rate)).toBeGreaterThan(0.7)
    expect(Number(items[0].rate)).toBeLessThan(1)
  },
)
