// SPDX-License-Identifier: Apache-2.0
// `npm run bench:documents`: with 5,000 items, orders of three lines made over HTTP by 16 connections, with tenancy, tax
// and audit on; then with 100,000 orders in the books, lists of 50 and one paper. Each beside the bare floor.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import autocannon from 'autocannon'
import { startEmbeddedPostgres } from '../../apps/server/src/main/embedded-postgres.ts'
import { fillOrders, itemIds } from './fill-orders.ts'
import { readPage } from './latencies.ts'
import { startPlatform } from './platform.ts'
import { importToToday, openSession, type Session } from './session.ts'

const connections = 16
const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const orders = Number(process.env.BENCH_ORDERS ?? 100_000)
/** Bare Node and `pg` over another shop's tables: a cart of three lines, a list of 50, one product; requests a second. */
const floor = { order: 2_693, list: 1_607, one: 11_136 }

const home = await mkdtemp(join(tmpdir(), 'resham-bench-documents-'))
const database = await startEmbeddedPostgres(home)
process.env.DATABASE_URL = database.ownerUrl
const platform = await startPlatform(home)
try {
  const session = await openSession(platform.url, 'PKR')
  await importToToday(session, await aLedger(join(home, 'ledger.csv')))
  const at = `/api/v1/businesses/${session.slug}`
  const parties = await someParties(session, at)
  const items = await itemIds(database.ownerUrl)
  await makeOrders(session, at, parties, items, 2)
  say('create an order of 3 lines', await makeOrders(session, at, parties, items, seconds), floor.order)
  await fillOrders(database.ownerUrl, orders)
  const [first] = (await session.json<{ items: { id: string }[] }>('GET', `${at}/documents?kind=order&limit=1`)).items
  for (const [name, path, bare] of [
    ['list 50 orders', `${at}/documents?kind=order`, floor.list],
    ['list 50 open orders', `${at}/documents?kind=order&states=open`, floor.list],
    ['list 50 orders of a customer', `${at}/documents?kind=order&party=${parties[0]}`, floor.list],
    ['one order', `${at}/documents/${first?.id}`, floor.one],
    ['page Sell', `/${session.slug}/sell`, undefined],
    ['page Who owes me', `/${session.slug}/sell/owed`, undefined],
  ] as const) {
    const headers = { cookie: session.cookie }
    await readPage(platform.url + path, headers, connections, 2)
    say(name, await readPage(platform.url + path, headers, connections, seconds), bare)
  }
} finally {
  await platform.stop()
  await database.stop()
  await rm(home, { recursive: true, force: true })
}

type Met = { pagesPerSecond: number; p50: number; p95: number; p99: number; answered: number; failed: number }

function say(name: string, met: Met, bare: number | undefined): void {
  const share = bare === undefined ? '' : `; ${((100 * met.pagesPerSecond) / bare).toFixed(1)} % of the bare floor`
  console.log(
    `${name}: ${met.pagesPerSecond}/s; p50 ${met.p50} ms, p95 ${met.p95} ms, p99 ${met.p99} ms; ` +
      `${met.answered} answered, ${met.failed} not${share}`,
  )
}

/** A ledger in which 5,000 items sold once each. */
async function aLedger(file: string): Promise<string> {
  const rows = Array.from({ length: 5_000 }, (_, n) => {
    const day = String((n % 28) + 1).padStart(2, '0')
    return `B${Math.floor(n / 5)},2026-10-${day},ITEM-${n},Item number ${n},${(n % 9) + 1},${(n % 900) + 100}`
  })
  await writeFile(file, `Invoice,Date,Item code,Item name,Quantity,Price\n${rows.join('\n')}\n`)
  return file
}

async function someParties(session: Session, at: string): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < 200; n += 1) {
    const { id } = await session.json<{ id: string }>('POST', `${at}/parties`, { name: `Customer ${n}`, termsDays: 30 })
    ids.push(id)
  }
  return ids
}

async function makeOrders(
  session: Session,
  at: string,
  parties: readonly string[],
  items: readonly string[],
  duration: number,
): Promise<Met> {
  let n = 0
  const pick = <T>(from: readonly T[], step: number): T => from[(n * step) % from.length] as T
  const took: number[] = []
  const run = await new Promise<autocannon.Result>((done, failed) => {
    const running = autocannon(
      {
        url: session.url,
        connections,
        duration,
        requests: [
          {
            method: 'POST',
            path: `${at}/documents`,
            headers: { origin: session.url, cookie: session.cookie, 'content-type': 'application/json' },
            setupRequest: (request) => {
              n += 1
              const lines = [7, 13, 29].map((step) => ({ itemId: pick(items, step), quantityMilli: 2_000 }))
              return { ...request, body: JSON.stringify({ kind: 'order', partyId: pick(parties, 3), lines }) }
            },
          },
        ],
      },
      (error, result) => (error ? failed(error) : done(result)),
    )
    running.on('response', (_client, _status, _bytes, ms) => took.push(ms))
  })
  took.sort((one, other) => one - other)
  const within = (share: number) => Math.round(took[Math.max(0, Math.ceil(share * took.length) - 1)] ?? Number.NaN)
  const failed = run.non2xx + run.errors
  const pagesPerSecond = Math.round(run.requests.average)
  return { pagesPerSecond, p50: within(0.5), p95: within(0.95), p99: within(0.99), answered: run['2xx'], failed }
}
