// SPDX-License-Identifier: Apache-2.0
import { writeCamt053, writeMerchantQr, writeMt940 } from '@resham/formats'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop, upload, type WholePlatform } from './whole-platform.ts'

let at: TestDatabase
let platform: WholePlatform
let shop: Shop
let account: string

beforeAll(async () => {
  at = await openTestDatabase()
  platform = await openWholePlatform(at.db)
})
afterAll(async () => {
  await platform.close()
  await at.close()
})
beforeEach(async () => {
  shop = await aShop(platform.app)
  account = (await shop.post(`${shop.at}/money-accounts`, { name: 'Shop account', kind: 'bank' })).body.id
})

const header = 'Date,Details,Debit,Credit,Balance\n'
/** Rows of a history that begins at nothing: one a day from 1 November, with amounts in thousandths. */
const amounts = [5000, -1200, 5000, -5000, 5000, 300, -40, 9000]
function rowsOf(from: number, to: number): string {
  let balance = 0
  return amounts
    .map((amount, i) => {
      balance += amount
      const size = (Math.abs(amount) / 1000).toFixed(3)
      const day = String(1 + (i >> 1)).padStart(2, '0')
      return `2026-11-${day},row ${i},${amount < 0 ? size : ''},${amount < 0 ? '' : size},${(balance / 1000).toFixed(3)}\n`
    })
    .slice(from, to)
    .join('')
}
const handIn = (content: string | Uint8Array, to = account) =>
  shop.post(`${shop.at}/money-accounts/${to}/files?fileName=statement.csv`, Buffer.from(content), {
    'content-type': 'application/octet-stream',
  })
const confirm = (id: string, choice?: object) =>
  shop.post(`${shop.at}/bank-files/${id}/confirm`, choice ? { choice } : {})
const lines = async (query = '') => (await shop.get(`${shop.at}/bank-lines?limit=200${query}`)).body.items
const gaps = async () => (await shop.get(`${shop.at}/money-accounts/${account}`)).body.gaps

test('the columns of a table are confirmed once; the next file of the same shape is read by itself', async () => {
  const first = await handIn(header + rowsOf(0, 4))
  expect(first).toMatchObject({ status: 201, body: { state: 'asking', format: 'table', lines: 0 } })
  const preview = await shop.post(`${shop.at}/bank-files/${first.body.id}/preview`, {})
  expect(preview.body).toMatchObject({
    missing: [],
    breaks: [],
    choice: { columns: { date: 0, debit: 2, balance: 4 } },
  })
  expect(preview.body.lines).toHaveLength(4)
  expect(await lines()).toEqual([])
  expect((await confirm(first.body.id)).body).toMatchObject({ state: 'read', lines: 4, added: 4 })
  expect((await confirm(first.body.id)).body.code).toBe('banking.already-read')
  expect((await handIn(header + rowsOf(4, 8))).body).toMatchObject({ state: 'read', lines: 4, added: 4 })
  expect((await lines()).map((line: { amount: { minor: string } }) => Number(line.amount.minor))).toEqual(
    [...amounts].reverse(),
  )
  const { items } = (await shop.get(`${shop.at}/money-accounts`)).body
  const money = items.find(({ id }: { id: string }) => id === account)
  expect(money).toMatchObject({ balance: { minor: '18060' }, balanceDay: '2026-11-04', open: 8 })
})

test('the same file, and files that overlap, in any order and format, add only what is new', async () => {
  const whole = header + rowsOf(0, 8)
  await confirm((await handIn(header + rowsOf(2, 5))).body.id)
  expect((await handIn(header + rowsOf(2, 5))).body).toMatchObject({ state: 'read', added: 3 })
  expect((await handIn(header + rowsOf(0, 4))).body).toMatchObject({ lines: 4, added: 2 })
  expect((await handIn(whole)).body).toMatchObject({ lines: 8, added: 3 })
  // Equal amounts on equal days differ by their balance; the same lines from MT940 are no other lines.
  const all = await lines()
  const closingMinor = amounts.reduce((sum, one) => sum + BigInt(one), 0n)
  const statement = {
    account: '123',
    currency: 'XTS',
    number: '1',
    openingDay: '2026-11-01' as never,
    openingMinor: 0n,
    closingDay: '2026-11-04' as never,
    closingMinor,
    lines: amounts.map((amount, i) => ({
      lineNo: 0,
      day: `2026-11-0${1 + (i >> 1)}` as never,
      valueDay: null,
      amountMinor: BigInt(amount),
      balanceMinor: null,
      counterparty: '',
      reference: '',
      description: `told otherwise ${i}`,
    })),
  }
  const currency = all[0].amount.currency
  const told = { ...statement, currency }
  const options = {
    currencyDecimals: () => 3,
    version: 'camt.053.001.08' as const,
    messageId: 'M',
    madeAt: '2026-11-25T00:00:00Z',
  }
  expect((await handIn(writeMt940([told], options))).body).toMatchObject({ format: 'mt940', lines: 8, added: 0 })
  expect((await handIn(writeCamt053([told], options))).body).toMatchObject({ format: 'camt.053', lines: 8, added: 0 })
  expect(await lines()).toEqual(all)
  expect(await gaps()).toEqual([])
})

test('two people who hand the same file in at once add it once', async () => {
  await confirm((await handIn(header + rowsOf(0, 2))).body.id)
  const answers = await Promise.all([1, 2, 3, 4].map(() => handIn(header + rowsOf(0, 8))))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1)
  expect(await lines()).toHaveLength(8)
})

test('money of which no statement tells is named with days and amount, until its statement comes', async () => {
  await confirm((await handIn(header + rowsOf(0, 2))).body.id)
  await handIn(header + rowsOf(6, 8))
  expect(await gaps()).toEqual([
    {
      after: '2026-11-01',
      before: '2026-11-04',
      closing: expect.objectContaining({ minor: '3800' }),
      opening: expect.objectContaining({ minor: '9100' }),
      amount: expect.objectContaining({ minor: '5300' }),
    },
  ])
  await handIn(header + rowsOf(2, 6))
  expect(await gaps()).toEqual([])
})

test('a row at which the balance breaks off is named, and the money too', async () => {
  const broken =
    header +
    rowsOf(0, 8)
      .split('\n')
      .filter((row) => !row.includes('row 5'))
      .join('\n')
  const { body } = await handIn(broken)
  const preview = await shop.post(`${shop.at}/bank-files/${body.id}/preview`, {})
  expect(preview.body.breaks).toMatchObject([{ lineNo: 7, day: '2026-11-04', found: { minor: '9060' } }])
  await confirm(body.id)
  expect(await gaps()).toMatchObject([{ amount: { minor: '300' } }])
})

test('what is refused leaves nothing behind', async () => {
  const bad = [
    ['%PDF-1.7 ', 'formats.pdf'],
    ['', 'formats.empty'],
    ['<?xml version="1.0"?><!DOCTYPE a><Document/>', 'formats.statement-broken'],
    [':20:1\n:25:9\n:60F:C261101USD0,\n:62F:C261101USD1,\n-', 'formats.statement-sum'],
    [':20:1\n:25:9\n:60F:C261101USD1,\n:62F:C261101USD1,\n-', 'banking.currency-differs'],
  ] as const
  for (const [content, code] of bad) expect((await handIn(content)).body.code, content).toBe(code)
  expect((await shop.get(`${shop.at}/money-accounts/${account}`)).body.files).toEqual([])
  const { body } = await handIn(header + rowsOf(0, 2))
  const none = { columns: {}, dateOrder: 'ymd', decimal: '.' }
  const columns = Object.fromEntries(
    Object.keys((await shop.post(`${shop.at}/bank-files/${body.id}/preview`, {})).body.choice.columns).map((role) => [
      role,
      null,
    ]),
  )
  expect((await confirm(body.id, { ...none, columns })).body.code).toBe('banking.column-missing')
  expect((await confirm(body.id, { ...none, columns: { ...columns, date: 0, amount: 0 } })).body.code).toBe(
    'banking.column-twice',
  )
  expect((await shop.call('DELETE', `${shop.at}/bank-files/${body.id}`)).status).toBe(200)
  expect((await shop.get(`${shop.at}/bank-files/${body.id}`)).status).toBe(404)
})

test('a line is set aside and opened again; the list is paged without loss', async () => {
  await confirm((await handIn(header + rowsOf(0, 8))).body.id)
  const [line] = await lines()
  expect((await shop.call('PUT', `${shop.at}/bank-lines/${line.id}`, { state: 'set-aside' })).body.state).toBe(
    'set-aside',
  )
  expect(await lines('&state=open')).toHaveLength(7)
  const seen: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body } = await shop.get(`${shop.at}/bank-lines?limit=3${cursor ? `&cursor=${cursor}` : ''}`)
    seen.push(...body.items.map(({ id }: { id: string }) => id))
    cursor = body.next
  }
  expect([seen.length, new Set(seen).size]).toEqual([8, 8])
})

test("the acquirer's code is given out with an amount only where the owner says so", async () => {
  const codeText = writeMerchantQr([
    { id: '00', value: '01' },
    { id: '01', value: '11' },
    { id: '28', value: '0008ZZ.PAY.P0104ABCD' },
    { id: '52', value: '5999' },
    { id: '53', value: '963' },
    { id: '58', value: 'ZZ' },
    { id: '59', value: 'STAR SPORTS' },
    { id: '60', value: 'TOWN' },
  ])
  const change = (more: object) =>
    shop.call('PUT', `${shop.at}/money-accounts/${account}`, { name: 'Shop account', ...more })
  expect((await change({ version: 1, codeText: `${codeText}x` })).body.code).toBe('formats.qr-broken')
  expect((await change({ version: 1, iban: 'GB00NWBK60161331926819' })).body.code).toBe('banking.iban-invalid')
  const changed = await change({ version: 1, codeText: `  ${codeText}\n`, iban: 'gb29 nwbk 6016 1331 9268 19' })
  expect(changed.body).toMatchObject({
    version: 2,
    iban: 'GB29NWBK60161331926819',
    code: { name: 'STAR SPORTS', scheme: 'ZZ.PAY.P' },
  })
  expect((await change({ version: 1 })).body.code).toBe('platform.changed-meanwhile')
  const ask = async () =>
    (await shop.get(`${shop.at}/money-accounts/${account}/ask-to-pay?amountMinor=12500&reference=INV-7`)).body
  expect(await ask()).toMatchObject({ codeText, codeHasAmount: false, amountText: '12.500' })
  await change({ version: 2, codeWithAmount: true })
  const asked = await ask()
  expect(asked.codeHasAmount).toBe(true)
  expect(asked.codeText).toMatch(/540612\.500.*62090505INV-76304[0-9A-F]{4}$/)
})

test('the same file of two accounts: thrown away from one, it is still there for the other', async () => {
  const other = (await shop.post(`${shop.at}/money-accounts`, { name: 'Other', kind: 'bank' })).body.id
  const content = header + rowsOf(0, 4)
  const [first, second] = [await handIn(content), await handIn(content, other)]
  expect((await shop.call('DELETE', `${shop.at}/bank-files/${first.body.id}`)).status).toBe(200)
  expect((await confirm(second.body.id)).body).toMatchObject({ state: 'read', lines: 4, added: 4 })
})

test('a file that waits as sales too is still there when it is thrown away as a statement', async () => {
  const content = header + rowsOf(0, 4)
  const first = await handIn(content)
  const sales = await upload(shop, content, 'statement.csv')
  expect(sales.status).toBeLessThan(300)
  await shop.call('DELETE', `${shop.at}/bank-files/${first.body.id}`)
  expect((await shop.post(`${shop.at}/imports/${sales.body.id}/preview`, {})).status).toBe(200)
})
