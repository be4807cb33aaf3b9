// SPDX-License-Identifier: Apache-2.0
import { plainDate } from '@resham/base'
import { generateSampleShop, sampleLedgerCsv, sampleStockCsv } from '@resham/sample-shop'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aMember, aVisitor } from './a-person.ts'
import { pictureOf } from './books.ts'
import { aShop, importEnd, load, openWithWorker, type Shop, todayReady, until, upload } from './whole-platform.ts'

let platform: Awaited<ReturnType<typeof openWithWorker>>

beforeAll(async () => {
  platform = await openWithWorker()
})
afterAll(() => platform?.close())

const invented = generateSampleShop({ seed: 7, lastDay: plainDate('2026-11-20'), holidays: [], years: 1 })
const ledger = [...sampleLedgerCsv(invented)].join('')
const bytes = { 'content-type': 'application/octet-stream' }

describe('the first job, from sign-up to a purchase list', () => {
  let shop: Shop
  let importId = ''

  test('a business is opened and its pages are empty', async () => {
    shop = await aShop(platform.app, 'pk')
    expect((await shop.get(`${shop.at}/today`)).body).toEqual({ state: 'empty', job: null, today: null })
    expect((await shop.get(`${shop.at}/plan`)).body).toMatchObject({ items: [], today: null })
  })

  test('a file is handed in and previewed; a column that is wrong can be corrected', async () => {
    const { body, status } = await upload(shop, ledger, 'فروخت 2026.csv')
    importId = body.id
    expect([status, body.state, body.fileName]).toEqual([201, 'ready', 'فروخت 2026.csv'])
    const preview = (await shop.post(`${shop.at}/imports/${importId}/preview`, {})).body
    expect(preview).toMatchObject({ remembered: false, encoding: 'utf-8', separator: ',' })
    expect(preview.lines.length).toBeGreaterThan(5)
    const wrong = { ...preview.choice, columns: { ...preview.choice.columns, quantity: null, amount: null } }
    const refused = await shop.post(`${shop.at}/imports/${importId}/start`, { choice: wrong })
    expect([refused.status, refused.body.code]).toEqual([422, 'imports.column-missing'])
    const twice = {
      ...preview.choice,
      columns: { ...preview.choice.columns, itemName: preview.choice.columns.itemCode },
    }
    expect((await shop.post(`${shop.at}/imports/${importId}/start`, { choice: twice })).body.code).toBe(
      'imports.column-twice',
    )
    const corrected = { ...preview.choice, columns: { ...preview.choice.columns, channel: null } }
    const seen = (await shop.post(`${shop.at}/imports/${importId}/preview`, { choice: corrected })).body
    expect(seen.choice).toEqual(corrected)
    const started = await shop.post(`${shop.at}/imports/${importId}/start`, { choice: corrected })
    expect([started.status, started.body.state]).toEqual([202, 'waiting'])
    expect((await shop.post(`${shop.at}/imports/${importId}/start`, {})).body.code).toBe('imports.already-started')
  })

  test('it is loaded with progress to see, and Today speaks of its last day', { timeout: 120_000 }, async () => {
    await until('progress is seen', async () => {
      const { body } = await shop.get(`${shop.at}/imports/${importId}`)
      return body.progress.bytesRead > 0 || undefined
    })
    const end = await importEnd(shop, importId)
    expect(end).toMatchObject({
      state: 'done',
      result: { lines: invented.lines.length, bad: 0, lastDay: '2026-11-20' },
    })
    const today = await todayReady(shop)
    expect(today.today).toBe('2026-11-20')
    expect(today.tasks.length).toBeGreaterThanOrEqual(3)
    expect(today.last30.net.currency).toBe('PKR')
  })

  test('the correction is remembered for the next file of that shape', async () => {
    const { body } = await upload(shop, ledger.slice(0, ledger.indexOf('\n', 50_000) + 1))
    const preview = (await shop.post(`${shop.at}/imports/${body.id}/preview`, {})).body
    expect(preview.remembered).toBe(true)
    expect(preview.choice.columns.channel).toBe(null)
  })

  test('Trends list every item that was sold, and tell the story of each', async () => {
    const { body } = await shop.get(`${shop.at}/trends/item?limit=5`)
    expect(body.items).toHaveLength(5)
    const sold = new Set(invented.lines.map((line) => line.itemCode))
    expect(body.count).toBe(sold.size)
    const story = await shop.get(`${shop.at}/trends/item/${body.items[0].key}`)
    expect(story.body.chart).toBeDefined()
    expect((await shop.get(`${shop.at}/trends/channel`)).body.count).toBe(0)
    for (const subject of ['category', 'country', 'customer']) {
      expect((await shop.get(`${shop.at}/trends/${subject}`)).body.count).toBeGreaterThan(1)
    }
  })

  test('stock from a file turns counting into ordering, within a budget, onto a list', async () => {
    expect((await shop.get(`${shop.at}/plan`)).body.toOrder).toBe(0)
    const stock = await shop.post(`${shop.at}/plan/stock`, Buffer.from(sampleStockCsv(invented)), bytes)
    expect(stock.body).toMatchObject({ bad: [] })
    expect(stock.body.matched + stock.body.unknownCodes.length).toBeGreaterThanOrEqual(350)
    const plan = (await shop.get(`${shop.at}/plan?limit=200`)).body
    expect(plan.toOrder).toBeGreaterThan(0)
    const wanted = plan.items.find((line: { orderQuantityMilli: number }) => line.orderQuantityMilli > 0)
    expect(wanted.orderQuantityMilli % wanted.packSizeMilli).toBe(0)

    const budget = (await shop.get(`${shop.at}/plan/budget?minor=${20_000_000}`)).body
    expect(Number(budget.spent.minor)).toBeLessThanOrEqual(20_000_000)
    expect(budget.chosen.length).toBeGreaterThan(0)
    const put = await shop.call('PUT', `${shop.at}/purchase-list/${wanted.itemId}`, {
      quantityMilli: wanted.orderQuantityMilli,
    })
    expect(put.status).toBe(200)
    const list = (await shop.get(`${shop.at}/purchase-list`)).body
    expect(list.items).toMatchObject([{ itemId: wanted.itemId, quantityMilli: wanted.orderQuantityMilli }])
    const rows = parse((await shop.get(`${shop.at}/plan.csv`)).body, { bom: true, columns: true }) as { code: string }[]
    expect(rows.map((row) => row.code)).toContain(wanted.code)
  })

  test.each([
    ['without a column of codes', 'Colour,Shape\nred,round\n'],
    ['that is empty', ''],
    ['that is a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3, 0])],
  ])('a stock file %s is refused with a reason', async (_what, content) => {
    const answer = await shop.post(`${shop.at}/plan/stock`, Buffer.from(content), bytes)
    expect([answer.status, answer.body.code === 'platform.unexpected']).toEqual([422, false])
  })

  test('impossible figures in a stock file are reported, and the good ones are taken', async () => {
    const [one, two] = invented.items.map((item) => item.code)
    const file = `Item code,On hand,Lead time days,Pack size\n${one},5,9999,1\n${two},7,10,0\n${two},8,10,1\n`
    const { status, body } = await shop.post(`${shop.at}/plan/stock`, Buffer.from(file), bytes)
    expect(status).toBe(200)
    expect(body.bad).toHaveLength(2)
    const found = (await shop.get(`${shop.at}/items?search=${two}`)).body.items[0]
    expect(found.supply).toMatchObject({ onHandMilli: 8000, leadTimeDays: 10, packSizeMilli: 1000 })
  })

  test('a stock file that numbers its rows and names the items finds them by their names', async () => {
    const [one] = invented.items
    const name = (await shop.get(`${shop.at}/items?search=${one?.code}`)).body.items[0].name
    const file = `Item,Name,Stock\n1,"${String(name).toUpperCase()}",41\n2,Nothing of that name,9\n`
    const { status, body } = await shop.post(`${shop.at}/plan/stock`, Buffer.from(file), bytes)
    expect([status, body.matched, body.unknownCodes]).toEqual([200, 1, ['2']])
    const found = (await shop.get(`${shop.at}/items?search=${one?.code}`)).body.items[0]
    expect(found.supply.onHandMilli).toBe(41_000)
  })

  test('a viewer reads and may not import; nobody else sees that the business is there', async () => {
    const viewer = await aMember(platform.app, shop, 'viewer')
    expect((await viewer.get(`${shop.at}/today`)).status).toBe(200)
    expect((await upload({ ...viewer, at: shop.at }, ledger)).status).toBe(403)
    expect((await viewer.post(`${shop.at}/imports/${importId}/start`, {})).status).toBe(403)
    const stranger = await aShop(platform.app, 'pk')
    expect((await upload({ ...stranger, at: shop.at }, ledger)).status).toBe(404)
  })

  test('a key imports when that is what it is for, and else not', async () => {
    const key = async (...scopes: string[]) => {
      const { body } = await shop.post(`${shop.at}/tokens`, { name: 'till', scopes, days: 9 })
      return { ...aVisitor(platform.app, { token: body.secret }), at: shop.at }
    }
    const till = await key('imports.run')
    const received = await upload(
      till,
      'Date,Item code,Quantity,Price\n2026-11-19,TILL-1,1,100\n2026-11-20,TILL-2,1,100\n',
    )
    expect(received.status).toBe(201)
    expect((await till.post(`${shop.at}/imports/${received.body.id}/start`, {})).status).toBe(202)
    expect(await importEnd(shop, received.body.id)).toMatchObject({ state: 'done', result: { added: 2 } })
    const reader = await key('books.read', 'plan.read')
    expect((await upload(reader, ledger)).body.code).toBe('platform.forbidden')
  })
})

test('changed rules give every line its kind anew, and days and Today follow', { timeout: 120_000 }, async () => {
  const shop = await aShop(platform.app)
  const rows = Array.from({ length: 60 }, (_, n) => [
    `A${n},2026-03-${String((n % 28) + 1).padStart(2, '0')},KITE-1,Kite,2,5.000`,
    `A${n},2026-03-${String((n % 28) + 1).padStart(2, '0')},WRAP,Wrapping,1,0.500`,
  ]).flat()
  const end = await load(shop, `Invoice,Date,Item code,Item name,Quantity,Price\n${rows.join('\n')}\n`)
  expect(end.result).toMatchObject({ byKind: { sale: 120 }, netSales: { minor: String(60 * 10_500) } })
  const before = await pictureOf(platform.database, shop.businessId)
  await todayReady(shop)

  const { rules } = (await shop.get(`${shop.at}/line-rules`)).body
  const wrapping = { id: 'wrapping', enabled: true, kind: 'charge', when: { itemCode: ['WRAP'] } }
  const changed = await shop.call('PUT', `${shop.at}/line-rules`, { rules: [wrapping, ...rules] })
  expect([changed.status, changed.body.changed]).toEqual([200, true])
  const after = await until('the import was read again', async () => {
    const { body } = await shop.get(`${shop.at}/imports/${end.id}`)
    return body.result.byKind.charge ? body.result : undefined
  })
  expect(after).toMatchObject({ byKind: { sale: 60, charge: 60 }, netSales: { minor: String(60 * 10_000) } })
  const [day] = await platform.database.asOwner<{ net: string; items: string }>(
    `select sum(net_minor) as net, count(distinct item_id) as items from item_days where tenant_id = $1`,
    [shop.businessId],
  )
  expect(day).toEqual({ net: String(60 * 10_000), items: '1' })

  await shop.call('PUT', `${shop.at}/line-rules`, { rules: null })
  await until('the first rules hold again', async () => {
    const { body } = await shop.get(`${shop.at}/imports/${end.id}`)
    return body.result.byKind.charge ? undefined : true
  })
  expect(await pictureOf(platform.database, shop.businessId)).toEqual(before)
})

test('an import that is stopped while it loads leaves the books as they were', { timeout: 120_000 }, async () => {
  const shop = await aShop(platform.app, 'pk')
  await load(shop, 'Date,Item code,Quantity,Price\n2026-11-19,OLD-1,1,100\n2026-11-20,OLD-2,1,100\n')
  await todayReady(shop)
  const before = await pictureOf(platform.database, shop.businessId)

  const { body } = await upload(shop, ledger)
  await shop.post(`${shop.at}/imports/${body.id}/start`, {})
  await until(
    'lines are in the books',
    async () => {
      const [row] = await platform.database.asOwner<{ loaded: string }>(
        'select records_loaded as loaded from imports where id = $1',
        [body.id],
      )
      return Number(row?.loaded) > 0 || undefined
    },
    { everyMs: 1 },
  )
  const cancelled = await shop.post(`${shop.at}/imports/${body.id}/cancel`)
  expect([cancelled.status, cancelled.body.state]).toEqual([200, 'cancelled'])
  await until('the job has ended', async () => {
    const { body } = await shop.get(`${shop.at}/jobs?state=working`)
    return body.items.length === 0 || undefined
  })
  expect(await pictureOf(platform.database, shop.businessId)).toEqual(before)
  expect((await shop.get(`${shop.at}/imports/${body.id}`)).body).toMatchObject({
    state: 'cancelled',
    progress: { lines: 0 },
  })
  expect((await shop.post(`${shop.at}/imports/${body.id}/cancel`)).body.code).toBe('imports.already-over')

  const again = await load(shop, ledger)
  expect(again).toMatchObject({ state: 'done', result: { added: invented.lines.length } })
})
