// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Picture, pictureOf } from './books.ts'
import { publicData } from './public-data.ts'
import { aShop, load, openWithWorker, type Shop, todayReady } from './whole-platform.ts'

const path = publicData('sales/online_retail_2010-12_2011-08.csv.gz')
const allLines = 320_705
const linesOfCut = 60_000

/** What is no goods in this ledger, by its own stock codes: a list made by looking at all of them. */
const notGoods = new Set(['POST', 'DOT', 'M', 'm', 'D', 'S', 'B', 'C2', 'C3', 'CRUK', 'AMAZONFEE', 'BANK CHARGES'])

type Line = { code: string; day: string; cents: number; isGoods: boolean; isCancelled: boolean }

/** The ledger by another reader, in plain decimals of text, with none of the code under test. */
function readByHand(file: string): Line[] {
  const rows = parse(gunzipSync(readFileSync(file)), { from_line: 2 }) as string[][]
  return rows.map(([invoice = '', code = '', name = '', quantity = '', date = '', price = '', customer = '']) => {
    const tenths = Math.round(Number(quantity) * Math.round(Number(price) * 1000)) / 10
    const cents = Math.sign(tenths) * Math.round(Math.abs(tenths))
    const isCharge = notGoods.has(code) || code.startsWith('gift_') || name.includes('Gift Voucher')
    // Stock taken out or put in, not sold: no value, and no buyer or less than nothing of it.
    const isStockNote = cents === 0 && (customer === '' || Number(quantity) < 0)
    const isCancelled = invoice.startsWith('C') && Number(quantity) < 0
    return { code, day: date.slice(0, 10), cents, isGoods: !isCharge && !isStockNote, isCancelled }
  })
}

function sumBy(lines: readonly Line[], keyOf: (line: Line) => string): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const line of lines) sums[keyOf(line)] = (sums[keyOf(line)] ?? 0) + line.cents
  return sums
}

describe.runIf(path)('the public ledger of 320,705 lines, through the platform', () => {
  let platform: Awaited<ReturnType<typeof openWithWorker>>
  let shop: Shop
  const pounds = { currency: 'GBP' }
  const file = path ? readFileSync(path) : Buffer.alloc(0)
  let once: Picture

  beforeAll(async () => {
    platform = await openWithWorker()
    shop = await aShop(platform.app)
  })
  afterAll(() => platform?.close())

  test('gives the totals that another reader gives: lines, net sales by month, top 20 items', {
    timeout: 240_000,
  }, async () => {
    const lines = readByHand(path ?? '')
    const goods = lines.filter((line) => line.isGoods)
    const end = await load(shop, file, { name: 'ledger.csv.gz', change: pounds, seconds: 200 })
    once = await pictureOf(platform.database, shop.businessId)

    expect(lines).toHaveLength(allLines)
    expect(end).toMatchObject({ state: 'done', result: { lines: allLines, added: allLines, alreadyKnown: 0, bad: 0 } })
    expect(once.saleLines.rows).toBe(allLines)
    const { sale, return: returned = 0, cancellation } = end.result.byKind
    expect(sale + returned + cancellation).toBe(goods.length)
    expect(cancellation).toBe(goods.filter((line) => line.isCancelled).length)
    expect(end.result.netSales).toEqual({
      minor: String(goods.reduce((sum, line) => sum + line.cents, 0)),
      currency: 'GBP',
    })

    const months = await platform.database.asOwner<{ month: string; net: string }>(
      `select to_char(day, 'YYYY-MM') as month, sum(net_minor) as net from group_days
       where tenant_id = $1 and subject = 'business' group by 1`,
      [shop.businessId],
    )
    expect(Object.fromEntries(months.map(({ month, net }) => [month, Number(net)]))).toEqual(
      sumBy(goods, (line) => line.day.slice(0, 7)),
    )

    const top = await platform.database.asOwner<{ code: string; net: string }>(
      `select i.code, sum(d.net_minor) as net from item_days d
       join items i on (i.tenant_id, i.id) = (d.tenant_id, d.item_id)
       where d.tenant_id = $1 group by i.code order by sum(d.net_minor) desc limit 20`,
      [shop.businessId],
    )
    const expected = Object.entries(sumBy(goods, (line) => line.code)).sort((a, b) => b[1] - a[1])
    expect(top.map(({ code, net }) => [code, Number(net)])).toEqual(expected.slice(0, 20))
  })

  test('Today tells the last 30 days of that ledger as they stand in the file', { timeout: 240_000 }, async () => {
    const today = await todayReady(shop, 200)
    const goods = readByHand(path ?? '').filter((line) => line.isGoods)
    const { from, to, net } = today.last30
    expect({ today: today.today, booksEnded: today.booksEnded, from, to }).toEqual({
      today: '2011-08-31',
      booksEnded: true,
      from: '2011-08-02',
      to: '2011-08-31',
    })
    const sum = goods.filter(({ day }) => day >= from && day <= to).reduce((total, { cents }) => total + cents, 0)
    expect(net).toEqual({ minor: String(sum), currency: 'GBP' })
  })

  test('the same file again changes nothing in the books', { timeout: 240_000 }, async () => {
    const again = await load(shop, file, { name: 'the same again.csv.gz', change: pounds, seconds: 200 })
    expect(again).toMatchObject({ state: 'done', sameFileAsBefore: true })
    expect(again.result).toMatchObject({ lines: allLines, added: 0, alreadyKnown: allLines, bad: 0 })
    expect(await pictureOf(platform.database, shop.businessId)).toEqual(once)
  })

  test('of a file that overlaps by half only what is new is added, and the books are those of one file', {
    timeout: 240_000,
  }, async () => {
    const [header = '', ...rest] = gunzipSync(file).toString('utf8').split('\n')
    const part = (from: number, to: number) => gzipSync([header, ...rest.slice(from, to), ''].join('\n'))
    // The cuts stand between invoices, so that equal lines of one invoice stay in one file.
    const [quarter, half, threeQuarters] = [1, 2, 3].map((n) => invoiceStart(rest, Math.floor((linesOfCut * n) / 4)))
    const two = await aShop(platform.app)
    const first = await load(two, part(0, half ?? 0), { name: 'first.csv.gz', change: pounds })
    expect(first.result.added).toBe(half)
    const second = await load(two, part(quarter ?? 0, threeQuarters ?? 0), { name: 'second.csv.gz', change: pounds })
    expect(second.result).toMatchObject({
      lines: (threeQuarters ?? 0) - (quarter ?? 0),
      added: (threeQuarters ?? 0) - (half ?? 0),
      alreadyKnown: (half ?? 0) - (quarter ?? 0),
    })
    const one = await aShop(platform.app)
    await load(one, part(0, threeQuarters ?? 0), { name: 'whole.csv.gz', change: pounds })
    const merged = await pictureOf(platform.database, two.businessId)
    const whole = await pictureOf(platform.database, one.businessId)
    // Lines keep the number they have in their own file, so the lines of two files differ in it and in nothing else.
    expect({ ...merged, saleLines: merged.saleLines.rows }).toEqual({ ...whole, saleLines: whole.saleLines.rows })
  })
})

function invoiceStart(lines: readonly string[], from: number): number {
  let at = from
  while (lines[at]?.split(',')[0] === lines[at - 1]?.split(',')[0]) at += 1
  return at
}
