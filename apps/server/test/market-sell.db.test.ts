// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PlainDate, plainDate, seededRandom } from '@resham/base'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { upsertItems } from '#modules/items/index.ts'
import { loadHeadings, loadMarket, makeMarketOutlooks } from '#modules/market/index.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import { makeReceive } from '#platform/fetch/received.ts'
import { idOfCode } from '#platform/ids.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop, type WholePlatform } from './whole-platform.ts'

let at: TestDatabase
let platform: WholePlatform
let folder: string
let shop: Shop
const clock = () => new Date('2026-06-10T03:00:00Z')
const parts = () => ({
  db: at.db,
  clock,
  inUrdu: () => undefined,
  receive: makeReceive({ clock, pause: async () => {} }),
})
const file = async (name: string, text: string) => {
  await writeFile(join(folder, name), text)
  return join(folder, name)
}

beforeAll(async () => {
  at = await openTestDatabase()
  platform = await openWholePlatform(at.db)
  folder = await mkdtemp(join(tmpdir(), 'resham-sell-'))
  shop = await aShop(platform.app)
  await withTenant(at.db, tenantId(shop.businessId), (tx) =>
    upsertItems(
      tx,
      ['K1', 'K2', 'F1'].map((code) => ({
        ...{
          id: idOfCode(tenantId(shop.businessId), 'item', code),
          code,
          name: `Item ${code}`,
          category: code === 'F1' ? 'Fog' : 'Kites',
        },
        ...{ firstDay: plainDate('2023-01-01'), lastDay: plainDate('2026-05-31'), namedBySale: true },
      })),
    ),
  )
})
afterAll(async () => {
  await platform.close()
  await at.close()
  await rm(folder, { recursive: true, force: true })
})

// Ayland buys much and pays well, and gives a preference; Beeland buys less; Sealand's numbers are those of the older kind.
const comtrade = [
  'freqCode,period,reporterCode,reporterISO,reporterDesc,flowCode,partnerCode,partnerISO,partnerDesc,cmdCode,cmdDesc,customsCode,motCode,partner2Code,netWgt,primaryValue',
  ...[2020, 2021, 2022, 2023, 2024].flatMap((year, i) => [
    `A,${year},991,XAA,Ayland,M,0,W00,World,9503,Kites,C00,0,0,${1000 + 100 * i},${20_000 + 3000 * i}`,
    `A,${year},991,XAA,Ayland,M,990,ZZZ,Zedland,9503,Kites,C00,0,0,${100 + i},${1000 + 10 * i}`,
    `A,${year},992,XBB,Beeland,M,0,W00,World,9503,Kites,C00,0,0,,${5000 - 500 * i}`,
    `A,${year},993,,Sealand,M,0,,World,950300,Kites,C00,0,0,200,${900 + i}`,
    `A,${year},990,ZZZ,Zedland,X,992,XBB,Beeland,9503,Kites,C00,0,0,50,300`,
  ]),
].join('\n')

describe('where to sell', () => {
  test('before anything is loaded it says so, and goods can already be given their heading', async () => {
    const sell = await shop.get(`${shop.at}/market/sell`)
    expect(sell.body.items.map((one: { key: string; count: number }) => [one.key, one.count])).toEqual([
      ['Kites', 2],
      ['Fog', 1],
    ])
    expect([sell.body.traded, sell.body.named]).toEqual([[], false])
    expect((await shop.get(`${shop.at}/market/sell/9503`)).body.ranking).toMatchObject({
      kind: 'declined',
      reason: 'no-trade-data',
    })
  })

  test('a file of trade and one of headings make a ranking, with what is not known', async () => {
    expect(await loadMarket(parts(), { from: await file('trade.csv', comtrade) })).toMatchObject({ outcome: 'done' })
    const headings = await file('hs.csv', 'hscode,description\n95,Toys\n9503,Kites and toys\n')
    expect(await loadHeadings(parts(), headings)).toEqual({ rowsRead: 2, headings: 1 })
    const { body } = await shop.get(`${shop.at}/market/sell/9503`)
    expect(body.heading).toEqual({ code: '9503', name: { en: 'Kites and toys', ur: null } })
    const { ranking } = body
    expect([ranking.basis, ranking.lastYear, ranking.currency]).toEqual(['imports', 2024, 'USD'])
    expect(ranking.items.map((one: { code: string }) => one.code)).toEqual(['XAA', 'XCC', 'XBB'])
    const [ayland, sealand, beeland] = ranking.items
    const part = (one: typeof ayland, name: string) => one.parts.find((some: { part: string }) => some.part === name)
    expect(ayland).toMatchObject({ lastValue: 32_000, ourValue: 1040, preference: { cover: 'most', check: true } })
    expect(part(beeland, 'price')).toMatchObject({ score: null, sentence: { code: 'sell.price.unknown' } })
    expect(beeland).toMatchObject({ ourValue: 300, preference: { cover: 'none' } })
    // Known by its number alone, and by subheadings: both are summed to the heading.
    expect(sealand).toMatchObject({ lastValue: 904, preference: null })
    expect(part(sealand, 'preference').score).toBeNull()
  })

  test('the same file again changes nothing', async () => {
    const before = await at.asOwner('select count(*)::int as rows, sum(value_usd) as value from trade_flows')
    expect(await loadMarket(parts(), { from: join(folder, 'trade.csv') })).toMatchObject({ outcome: 'unchanged' })
    expect(await at.asOwner('select count(*)::int as rows, sum(value_usd) as value from trade_flows')).toEqual(before)
  })

  test('goods are given headings, one item may differ, and both can be taken back', async () => {
    const choose = (subject: string, key: string, heading: string | null) =>
      shop.call('PUT', `${shop.at}/market/sell/choices`, { subject, key, heading })
    expect((await choose('category', 'Kites', '9503')).body.heading.code).toBe('9503')
    expect((await choose('item', 'F1', '9505')).status).toBe(200)
    expect((await choose('item', 'nothing', '9505')).body.code).toBe('destinations.item-unknown')
    expect((await choose('category', 'Boats', '8903')).status).toBe(404)
    expect((await choose('category', 'Kites', '95')).status).toBe(400)
    expect((await shop.get(`${shop.at}/market/sell/9503`)).body.goods).toEqual(['Kites'])
    expect((await shop.get(`${shop.at}/market/headings?search=kite`)).body.items).toHaveLength(1)
    expect((await choose('item', 'F1', null)).body.heading).toBeNull()
    const { body } = await shop.get(`${shop.at}/market/sell`)
    expect(body.items.map((one: { key: string }) => one.key)).toEqual(['Kites', 'Fog'])
    expect(body.traded).toEqual([{ heading: { code: '9503', name: { en: 'Kites and toys', ur: null } }, countries: 5 }])
  })
})

const monthStart = (t: number) => new Date(Date.UTC(2022, t, 1)).toISOString().slice(0, 10) as PlainDate
const random = seededRandom(12)
const steps = Array.from({ length: 53 }, () => 0.06 * random.normal())
/** A price that walks; sales follow its steps two months later. */
const level = (upTo: number) => Math.exp(4 + steps.slice(0, upTo + 1).reduce((a, b) => a + b, 0))

describe('what moves with my sales', () => {
  test('without sales, and without anything watched, it says what is missing', async () => {
    expect((await shop.get(`${shop.at}/market/moves`)).body.declined).toMatchObject({ reason: 'no-sales' })
    const rows = Array.from({ length: 51 }, (_, t) => [monthStart(t + 2), Math.round(level(t) * 1e5)])
    for (const [day, net] of rows) {
      await at.asOwner(
        `insert into group_days (tenant_id, subject, key, day, quantity_milli, net_minor, orders) values ($1, 'business', '', $2, 1000, $3, 1)`,
        [shop.businessId, day, net],
      )
    }
    expect((await shop.get(`${shop.at}/market/moves`)).body.declined).toMatchObject({ reason: 'nothing-watched' })
  })

  test('a watched price that goes before is found, with its lag and how likely it is luck', async () => {
    const rows = Array.from({ length: 53 }, (_, t) => `${monthStart(t)},${level(t).toFixed(4)}`)
    const from = await file('string.csv', `date,price\n${rows.join('\n')}\n`)
    const run = await loadMarket(parts(), { from, name: 'Kite string', currency: 'XTS', unit: 'KG', region: 'Zedland' })
    expect(run.outcome).toBe('done')
    await makeMarketOutlooks(parts())
    const [series] = (await shop.get(`${shop.at}/market/series?search=kite+string`)).body.items
    await shop.call('PUT', `${shop.at}/market/watches/${series.slug}`)
    const { body } = await shop.get(`${shop.at}/market/moves`)
    expect(body).toMatchObject({ watched: 1, declined: null })
    expect(body.items[0]).toMatchObject({ subject: { kind: 'business' }, lag: 2, verdict: 'likely' })
    expect(body.items[0].correlation).toBeGreaterThan(0.8)
  })
})

describe('questions', () => {
  const ask = async (question: string) =>
    (await shop.get(`${shop.at}/market/ask?question=${encodeURIComponent(question)}`)).body

  test('are answered from the series with figures, whatever the script', async () => {
    for (const question of ['price of kite string', 'Kite string ki qeemat', 'Kite string کی قیمت']) {
      const answer = await ask(question)
      expect([answer.kind, answer.ask, answer.sentences[0].code]).toEqual(['series', 'now', 'now'])
      expect(answer.sentences[0].values.day).toBe('2026-05-01')
    }
    const ahead = await ask('kite string price next month')
    expect(ahead.sentences[0]).toMatchObject({ code: 'ahead', values: { day: expect.stringMatching(/^2026-/) } })
    expect(ahead.sentences[0].values.low).toBeLessThan(ahead.sentences[0].values.high)
    expect(await ask('kite string price in 2023')).toMatchObject({
      ask: 'past',
      time: { from: '2023-01-01', to: '2023-12-31' },
    })
  })

  test('about trade, the shop and where to sell are told apart', async () => {
    expect(await ask('exports to Beeland')).toMatchObject({ kind: 'series', series: { name: { en: /Beeland/ } } })
    expect(await ask('which of my items fall')).toEqual({ kind: 'my-items', way: 'falling' })
    expect(await ask('مال کہاں بیچوں')).toEqual({ kind: 'where-to-sell' })
    expect(await ask('what moves my sales')).toEqual({ kind: 'moves' })
  })

  test('understood without data, and not understood, are two answers', async () => {
    expect(await ask('price of rice')).toEqual({ kind: 'no-series', goods: ['rice'] })
    expect(await ask('hello')).toEqual({ kind: 'not-understood', heard: [] })
    expect((await shop.get(`${shop.at}/market/ask?question=${'x'.repeat(301)}`)).status).toBe(400)
  })
})
