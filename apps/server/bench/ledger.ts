// SPDX-License-Identifier: Apache-2.0
// `npm run bench:ledger -w @resham/server [ORDERS]`: a year of orders in the ledger, then its reports, one reader and eight.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, plainDate } from '@resham/base'
import { pack } from '@resham/pack-zz'
import { sql } from 'kysely'
import { type Posting, post } from '#modules/books/index.ts'
import { type Database, openDatabase } from '#platform/db/pool.ts'
import { type TenantTx, tenantId, withTenant } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import { composeApp } from '../src/main/compose.ts'
import { aPerson, type Visitor } from '../test/a-person.ts'
import { onThrowAwayDatabase } from '../tools/throw-away-database.ts'

const orders = Number(process.argv[2] ?? 100_000)
const inOneTransaction = 250
const now = new Date()
const today = plainDate(now.toISOString().slice(0, 10))
const firstDay = addDays(today, -364)

/** An order as the ledger sees it: an invoice of two sales accounts' worth, and its goods: five lines. */
function postingsOf(n: number): Posting[] {
  const day = addDays(firstDay, Math.floor((n * 365) / orders))
  const about = (kind: string) => ({ source: { kind, id: newId(now) }, day })
  const minor = BigInt(1_000 + (n % 997) * 13)
  return [
    {
      event: 'invoice-issued',
      ...about('invoice'),
      party: parties[n % parties.length] ?? '',
      currency: 'XTS',
      rate: null,
      net: [{ minor }],
      taxMinor: minor / 5n,
    },
    { event: 'goods-shipped', ...about('shipment'), valueHomeMinor: (minor * 2n) / 3n },
  ]
}
const parties = Array.from({ length: 500 }, () => newId(now))

await onThrowAwayDatabase(async (ownerUrl) => {
  const home = await mkdtemp(join(tmpdir(), 'resham-ledger-'))
  const db = openDatabase(ownerUrl, { connections: 10 })
  const parts = {
    db,
    clock: () => new Date(),
    home,
    origin: 'http://bench.example',
    secret: 'a secret for a bench, longer than it must be',
  }
  const { app } = await composeApp({ ...parts, logLevel: 'silent', rateLimits: false, rememberMs: 60_000 })
  try {
    const owner = await aPerson(app)
    const { body } = await owner.post('/api/v1/businesses', { name: 'Year', pack: 'zz' })
    await fill(db, body.id)
    await read(owner, `/api/v1/businesses/${body.slug}/ledger`)
    await plans(db, body.id)
    await singles(db, body.id)
  } finally {
    await app.close()
    await db.destroy()
    await rm(home, { recursive: true, force: true })
  }
})

async function fill(db: Database, business: string): Promise<void> {
  const begun = performance.now()
  for (let n = 0; n < orders; n += inOneTransaction) {
    const some = Array.from({ length: Math.min(inOneTransaction, orders - n) }, (_, i) => postingsOf(n + i)).flat()
    await withTenant(db, tenantId(business), (tx) => post(tx, { now, caller: null, chart: pack.chart }, some))
  }
  const seconds = (performance.now() - begun) / 1000
  console.log(
    `filled: ${orders} orders, ${orders * 5} lines in ${seconds.toFixed(1)} s, ${Math.round((orders * 5) / seconds)} lines/s`,
  )
}

async function read(owner: Visitor, at: string): Promise<void> {
  const month = today.slice(0, 7)
  const middle = addDays(firstDay, 180).slice(0, 7)
  const receivables = pack.chart.accounts.find(({ role }) => role === 'receivables')?.code ?? ''
  const first = await timed(owner, `${at}/trial-balance`)
  console.log(`first trial balance, which keeps the sums of twelve months: ${first.toFixed(0)} ms`)
  const pages = [
    `${at}/trial-balance`,
    `${at}/trial-balance?month=${middle}`,
    `${at}/result?from=${firstDay.slice(0, 7)}&to=${month}`,
    `${at}/accounts/${receivables}`,
    `${at}/accounts/${receivables}?month=${middle}`,
    `${at}/periods`,
  ]
  for (const page of pages) {
    for (const readers of [1, 8]) {
      const taken: number[] = []
      const reader = async () => {
        for (let i = 0; i < 100 / readers; i++) taken.push(await timed(owner, page))
      }
      await Promise.all(Array.from({ length: readers }, reader))
      taken.sort((a, b) => a - b)
      const at95 = taken[Math.floor(taken.length * 0.95)] ?? 0
      const at50 = taken[Math.floor(taken.length * 0.5)] ?? 0
      console.log(`${page.slice(at.length)}  ${readers} readers: p50 ${at50.toFixed(1)} ms, p95 ${at95.toFixed(1)} ms`)
    }
  }
}

async function timed(owner: Visitor, page: string): Promise<number> {
  const begun = performance.now()
  const { status, body } = await owner.get(page)
  if (status !== 200) throw new Error(`${page}: ${status} ${JSON.stringify(body)}`)
  return performance.now() - begun
}

/** Posts one order a transaction, as a counter sale would. */
async function singles(db: Database, business: string): Promise<void> {
  const [count, atOnce] = [800, 8]
  const begun = performance.now()
  const seller = async (first: number) => {
    for (let n = first; n < count; n += atOnce) {
      await withTenant(db, tenantId(business), (tx) =>
        post(tx, { now, caller: null, chart: pack.chart }, postingsOf(orders - 1 - n)),
      )
    }
  }
  await Promise.all(Array.from({ length: atOnce }, (_, i) => seller(i)))
  const seconds = (performance.now() - begun) / 1000
  console.log(`one order a transaction, ${atOnce} at once: ${Math.round(count / seconds)} orders/s`)
}

/** How the database walks to the sums of a month that is not kept. */
async function plans(db: Database, business: string): Promise<void> {
  const explain = async (tx: TenantTx) => {
    const { rows } = await sql<{ 'QUERY PLAN': string }>`
      explain (analyze, costs off, timing off, summary off) select a.code, l.debit from ledger_accounts a, lateral (
        select sum(amount_minor) filter (where amount_minor > 0) as debit from journal_lines
        where tenant_id = ${tx.tenantId} and account_code = a.code and day between ${`${today.slice(0, 7)}-01`}::date and ${today}::date
        offset 0) l where a.tenant_id = ${tx.tenantId}`.execute(tx)
    console.log(rows.map((row) => row['QUERY PLAN']).join('\n'))
  }
  await withTenant(db, tenantId(business), explain)
}
