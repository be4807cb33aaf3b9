// SPDX-License-Identifier: Apache-2.0
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { plainDate } from '@resham/base'
import { pack } from '@resham/pack-zz'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadMarket, makeInventedMarket, makeMarketOutlooks, refreshMarket } from '#modules/market/index.ts'
import { makeReceive } from '#platform/fetch/received.ts'
import { aVisitor } from './a-person.ts'
import { publicData } from './public-data.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { aShop, openWholePlatform, type Shop, type WholePlatform } from './whole-platform.ts'

let at: TestDatabase
let platform: WholePlatform
let app: FastifyInstance
let folder: string
let shop: Shop
let now = new Date('2024-06-10T03:00:00Z')
const waits: number[] = []
const inUrdu = (word: string) => ({ Rice: 'چاول', Town: 'شہر' })[word]
/** Time goes on a little with each look at it. */
const clock = () => {
  now = new Date(now.getTime() + 10)
  return now
}
const parts = () => ({
  db: at.db,
  clock,
  inUrdu,
  receive: makeReceive({
    clock,
    pause: async (ms) => {
      waits.push(ms)
    },
    limits: { tries: 3, timeoutMs: 2000 },
  }),
})

beforeAll(async () => {
  at = await openTestDatabase()
  platform = await openWholePlatform(at.db)
  app = platform.app
  folder = await mkdtemp(join(tmpdir(), 'resham-market-'))
  shop = await aShop(app)
})
beforeEach(() => {
  waits.length = 0
})
afterAll(async () => {
  await platform.close()
  await at.close()
  await rm(folder, { recursive: true, force: true })
})

const header =
  'date,admin1,admin2,market,latitude,longitude,category,commodity,unit,priceflag,pricetype,currency,price,usdprice'
const row = (month: number, price: number | string, market = 'Town') =>
  `20${String(20 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-15,North,North,${market},1,2,cereals,Rice,KG,actual,Retail,XTS,${price},1`
const fileOf = async (name: string, lines: readonly string[]) => {
  const place = join(folder, name)
  await writeFile(place, [header, ...lines].join('\n'))
  return place
}
const prices = (count: number) => Array.from({ length: count }, (_, month) => row(month, 100 + month + (month % 5)))
const seriesOf = async (slug: string, query = '') => (await shop.get(`${shop.at}/market/series/${slug}${query}`)).body

describe('a load from a file', () => {
  test('is recorded, and its series can be read with what the engine says of them', async () => {
    const run = await loadMarket(parts(), {
      from: await fileOf('rice.csv', [...prices(48), 'x,North,North,Town,1,2,c,Rice,KG,a,Retail,XTS,1,1']),
    })
    expect(run).toMatchObject({
      outcome: 'done',
      source: 'wfp',
      origin: 'rice.csv',
      rowsRead: 49,
      rowsKept: 48,
      rowsSkipped: 1,
      seriesCount: 1,
      pointsAdded: 48,
    })
    expect(run.skipped).toMatchObject([{ reason: 'date-unreadable', first: { line: 50, column: 'date', cell: 'x' } }])
    expect(run.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await makeMarketOutlooks(parts())).toBe(1)
    expect(await makeMarketOutlooks(parts())).toBe(0)
    const story = await seriesOf('wfp-rice-town', '?span=all')
    expect(story.brief).toMatchObject({
      name: { en: 'Rice, Town', ur: 'چاول، شہر' },
      points: 48,
      lastDay: '2023-12-01',
      currency: 'XTS',
      watched: false,
      ended: true,
    })
    expect(story.chart.past).toHaveLength(48)
    expect(story.chart.next[0].day).toBe('2024-01-01')
    expect(story.provenance.engine).toBe('planning')
    const { changed, trend } = story
    expect([changed.before, changed.after]).toEqual([135, 149])
    expect(changed.parts.reduce((sum: number, { size }: { size: number }) => sum + size, 0)).toBeCloseTo(14, 9)
    expect(trend.direction).toBe('up')
    expect(story.run).toMatchObject({ rowsRead: 49, pointsAdded: 48 })
  })

  test('the same again changes nothing; a revised value is counted and the engine looks anew', async () => {
    const again = await loadMarket(parts(), { from: join(folder, 'rice.csv') })
    expect(again).toMatchObject({ outcome: 'unchanged', pointsAdded: 0, pointsRevised: 0 })
    expect(await makeMarketOutlooks(parts())).toBe(0)
    const revised = await loadMarket(parts(), {
      from: await fileOf('rice.csv', [...prices(47), row(47, 999), row(48, 150)]),
    })
    expect(revised).toMatchObject({ outcome: 'done', pointsAdded: 1, pointsRevised: 1 })
    expect(await makeMarketOutlooks(parts())).toBe(1)
    expect((await seriesOf('wfp-rice-town')).brief).toMatchObject({ points: 49, lastValue: 150 })
    const kept = await at.asOwner<{ revision: number }>('select distinct revision from market_points order by 1')
    expect(kept.map(({ revision }) => revision)).toEqual([1, 2])
  })

  test('that fails leaves the last good data, and the page can say so', async () => {
    const place = join(folder, 'rice.csv')
    await writeFile(place, gzipSync([header, ...prices(60)].join('\n')).subarray(0, 300))
    const run = await loadMarket(parts(), { from: place })
    expect(run).toMatchObject({ outcome: 'failed', errorCode: 'formats.broken-gzip', seriesCount: 0 })
    const story = await seriesOf('wfp-rice-town')
    expect(story.brief.points).toBe(49)
    expect(story.failedSince).toMatchObject({ outcome: 'failed', errorCode: 'formats.broken-gzip' })
  })

  test('without a good row is refused', async () => {
    const run = await loadMarket(parts(), { from: await fileOf('bad.csv', [row(0, 'free'), row(1, -3)]) })
    expect(run).toMatchObject({
      outcome: 'failed',
      errorCode: 'market.no-good-rows',
      errorDetails: { rows: 2, bad: 2 },
    })
  })
})

describe('a load from an address', () => {
  const point = (date: string, value: number | null) => ({
    indicator: { id: 'FP.CPI.TOTL', value: 'Consumer price index (2010 = 100)' },
    country: { id: 'ZZ', value: 'Zedland' },
    countryiso3code: 'ZZZ',
    date,
    value,
    unit: '',
    obs_status: '',
    decimal: 1,
  })
  const page = (number: number, values: unknown[]) =>
    JSON.stringify([
      { page: number, pages: 2, per_page: 2, total: 4, sourceid: '2', lastupdated: '2024-05-30' },
      values,
    ])

  /** A small server that speaks the World Bank's format, and stumbles first as `stumbles` says. */
  async function aWorldBank(...stumbles: RequestListener[]) {
    const server = createServer((request, response) => {
      const stumble = stumbles.shift()
      if (stumble) return stumble(request, response)
      const number = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? 1)
      const values = number === 1 ? [point('2024', 160), point('2023', 140)] : [point('2022', null), point('2021', 110)]
      response.writeHead(200, { 'content-type': 'application/json' }).end(page(number, values))
    })
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
    const { port } = server.address() as AddressInfo
    return {
      url: `http://127.0.0.1:${port}/v2/country/ZZ/indicator/FP.CPI.TOTL?format=json&api_key=hidden`,
      close: () => {
        server.closeAllConnections()
        server.close()
      },
    }
  }

  test('takes every page, waits as it is asked to, and hides what is secret', async () => {
    const bank = await aWorldBank(
      (_, response) => response.writeHead(429, { 'retry-after': '3' }).end(),
      (_, response) => response.writeHead(500).end(),
    )
    const run = await loadMarket(parts(), { from: bank.url })
    bank.close()
    expect(run).toMatchObject({ outcome: 'done', source: 'worldbank', rowsRead: 4, seriesCount: 1, pointsAdded: 3 })
    expect(run.origin).not.toContain('hidden')
    expect(waits).toEqual([3000, 2000])
    await makeMarketOutlooks(parts())
    const story = await seriesOf('worldbank-consumer-price-index-2010-100-zedland', '?span=all')
    expect(story.brief).toMatchObject({ kind: 'index', points: 3, ended: false })
    expect(story.chart.declined).toMatchObject({ reason: 'history-too-short' })
  })

  test('that is cut short in the middle of the second page keeps nothing of the first', async () => {
    const half: RequestListener = (_, response) =>
      response.writeHead(200).end(page(2, [point('2022', 999)]).slice(0, -30))
    const whole: RequestListener = (_, response) =>
      response.writeHead(200).end(page(1, [point('2024', 888), point('2023', 777)]))
    const bank = await aWorldBank(whole, half)
    const run = await loadMarket(parts(), { from: bank.url })
    bank.close()
    expect(run).toMatchObject({ outcome: 'failed', errorCode: 'market.cut-short' })
    expect((await seriesOf('worldbank-consumer-price-index-2010-100-zedland')).brief.lastValue).toBe(160)
  })

  test('at night a source is asked when its turn has come, and one that is away stands in no other’s way', async () => {
    const place = await fileOf(
      'night.csv',
      prices(24).map((line) => line.replaceAll('Town', 'Port')),
    )
    const definitions = [{ from: 'http://127.0.0.1:9/away' }, { from: place }]
    expect((await refreshMarket(parts(), definitions)).map(({ outcome, errorCode }) => [outcome, errorCode])).toEqual([
      ['failed', 'market.unreachable'],
      ['done', null],
    ])
    expect(await refreshMarket(parts(), definitions)).toEqual([])
    now = new Date(now.getTime() + 5 * 3_600_000)
    expect((await refreshMarket(parts(), definitions)).map(({ origin }) => origin)).toEqual(['http://127.0.0.1:9/away'])
  })
})

describe('what a business sees', () => {
  test('is the catalogue, searched and narrowed, with what it watches first', async () => {
    await loadMarket(parts(), { from: await fileOf('rate.csv', []), source: 'csv' })
    await writeFile(
      join(folder, 'rate.csv'),
      ['month,rate', ...Array.from({ length: 48 }, (_, month) => row(month, 250).slice(0, 7).concat(',250'))].join(
        '\n',
      ),
    )
    expect(
      await loadMarket(parts(), {
        from: join(folder, 'rate.csv'),
        kind: 'rate',
        currency: 'XTS',
        perCurrency: 'USD',
        name: 'Dollar',
      }),
    ).toMatchObject({ outcome: 'done' })
    await makeMarketOutlooks(parts())
    const list = async (query: string) => (await shop.get(`${shop.at}/market/series${query}`)).body
    expect((await list('')).items.map(({ slug }: { slug: string }) => slug)).toEqual([
      'worldbank-consumer-price-index-2010-100-zedland',
      'csv-dollar',
      'wfp-rice-port',
      'wfp-rice-town',
    ])
    expect((await list('?search=rice%20por')).items.map(({ slug }: { slug: string }) => slug)).toEqual([
      'wfp-rice-port',
    ])
    expect((await list('?kind=rate')).count).toBe(1)
    expect((await list('')).kinds).toEqual([
      { kind: 'price', count: 2 },
      { kind: 'index', count: 1 },
      { kind: 'rate', count: 1 },
    ])
    const watched = await shop.call('PUT', `${shop.at}/market/watches/wfp-rice-town`)
    expect([watched.status, watched.body.watched]).toEqual([200, true])
    expect((await list('')).items[0].slug).toBe('wfp-rice-town')
    expect((await list('?watched=true')).count).toBe(1)
    const other = await aShop(app)
    expect((await other.get(`${other.at}/market/series?watched=true`)).body.count).toBe(0)
    expect((await shop.call('DELETE', `${shop.at}/market/watches/wfp-rice-town`)).body.watched).toBe(false)
    expect((await shop.call('PUT', `${shop.at}/market/watches/no-such-series`)).status).toBe(404)
  })

  test('is the catalogue by groups: the places of one thing in one row, a kind left out when asked', async () => {
    const groups = async (query: string) => (await shop.get(`${shop.at}/market/groups${query}`)).body
    type Group = { name: { en: string; ur: string | null }; series: { slug: string }[] }
    const { items, count, seriesCount } = await groups('?except=rate')
    expect([count, seriesCount]).toEqual([2, 3])
    expect(items.map(({ name, series }: Group) => [name.en, series.map(({ slug }) => slug)])).toEqual([
      ['Consumer price index (2010 = 100), Zedland', ['worldbank-consumer-price-index-2010-100-zedland']],
      ['Rice', ['wfp-rice-port', 'wfp-rice-town']],
    ])
    expect(items[1].name.ur).toBe('چاول')
    const second = await groups('?sort=newest&limit=1&cursor=1')
    expect([second.items.length, second.next]).toEqual([1, '2'])
    expect((await groups('?search=port')).items[0].series).toHaveLength(1)
  })

  test('are comparisons from 100, in a currency that a rate leads to, and in the money of one month', async () => {
    const compare = async (query: string) =>
      (await shop.get(`${shop.at}/market/compare?series=wfp-rice-town,wfp-rice-port,no-such${query}`)).body
    const index = await compare('')
    expect([index.base, index.lines.map((line: { points: { value: number }[] }) => line.points[0]?.value)]).toEqual([
      '2020-01-01',
      [100, 100],
    ])
    const year = await compare('&span=1y')
    // The harbour's series ends first, in December 2021.
    expect([year.base, year.lines.map((line: { points: { value: number }[] }) => line.points[0]?.value)]).toEqual([
      '2020-12-01',
      [100, 100],
    ])
    const dollars = await compare('&measure=nominal&currency=USD')
    expect(dollars.lines[0]).toMatchObject({ currency: 'USD' })
    expect(dollars.lines[0].points[0].value).toBeCloseTo(100 / 250, 9)
    expect(dollars.currencies).toEqual(['USD', 'XTS'])
    expect(
      (await compare('&measure=nominal&currency=GBP')).leftOut.map(
        ({ why }: { why: { reason: string } }) => why.reason,
      ),
    ).toEqual(['no-rate', 'no-rate'])
    const real = await compare('&measure=real')
    expect(real.deflator.slug).toBe('worldbank-consumer-price-index-2010-100-zedland')
    const file = await shop.get(`${shop.at}/market/compare/file?series=wfp-rice-town,wfp-rice-port`)
    expect(String(file.body).split('\r\n')[1]).toBe('2020-01-01,100,100')
  })

  test('is a file with every value and what is expected', async () => {
    const { body } = await shop.get(`${shop.at}/market/series/wfp-rice-town/file`)
    const lines = String(body).trim().split('\r\n')
    expect(lines).toHaveLength(1 + 49 + 12)
    expect(lines[1]).toContain('2020-01-01,100,')
  })

  test('of the invented market only a sample shop sees anything', async () => {
    await makeInventedMarket(parts(), pack, plainDate('2024-06-09'))
    expect((await shop.get(`${shop.at}/market/series?source=invented`)).body.count).toBe(0)
    expect((await shop.get(`${shop.at}/market/series/invented-sugar-sialkot`)).status).toBe(404)
    const guest = aVisitor(app)
    const { body } = await guest.post('/api/v1/look-around', {})
    const sample = `/api/v1/businesses/${body.slug}`
    const seen = (await guest.get(`${sample}/market/series?limit=50`)).body
    expect(seen.items.filter(({ invented }: { invented: boolean }) => invented)).toHaveLength(12)
    const accuracy = (await guest.get(`${sample}/market/accuracy`)).body.items
    expect(
      accuracy.find(({ frequency }: { frequency: string }) => frequency === 'month').accuracy.judged,
    ).toBeGreaterThan(200)
    const before = await at.asOwner('select count(*) from market_runs')
    await makeInventedMarket(parts(), pack, plainDate('2024-06-09'))
    expect(await at.asOwner('select count(*) from market_runs')).toEqual(before)
  })
})

const publicPrices = publicData('agriculture/wfp_food_prices_pakistan_to_2023-10.csv.gz')
test.runIf(publicPrices)('the public food-price file is loaded whole', async () => {
  expect(await loadMarket(parts(), { from: publicPrices ?? '' })).toMatchObject({
    outcome: 'done',
    rowsRead: 11_501,
    rowsKept: 11_501,
    seriesCount: 85,
    pointsAdded: 11_501,
  })
})
