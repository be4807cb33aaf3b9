// SPDX-License-Identifier: Apache-2.0
// `npm run bench:items`: 5,000 items with prices and photographs, a list of 50 and one item over HTTP by 16 connections,
// with tenancy on, beside the bare floor. With `BENCH_BARE=1` also the same statements by bare Node and `pg`, on this machine.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../../apps/server/src/main/embedded-postgres.ts'
import { startBareItems } from './bare-items.ts'
import { fillItems } from './fill-items.ts'
import { type Latencies, readPage } from './latencies.ts'
import { startPlatform } from './platform.ts'
import { openSession } from './session.ts'

const connections = 16
const seconds = Number(process.env.BENCH_SECONDS ?? 10)
/** Bare Node and `pg` over another shop's tables, measured elsewhere: requests a second. */
const floor = { list: 1_607, one: 11_136 }
/** What the issue asks. */
const asked = { list: 640, one: 1_850 }

const home = await mkdtemp(join(tmpdir(), 'resham-bench-items-'))
const database = await startEmbeddedPostgres(home)
process.env.DATABASE_URL = database.ownerUrl
const platform = await startPlatform(home)
try {
  const session = await openSession(platform.url, 'PKR')
  const filled = await fillItems(database.ownerUrl, 5_000)
  const at = `${platform.url}/api/v1/businesses/${session.slug}/items`
  const headers = { cookie: session.cookie }
  say('list 50 with prices', await measure(`${at}?limit=50`, headers), 'list')
  say('list 50, from the middle', await measure(`${at}?limit=50&cursor=${await aCursor(at, headers)}`, headers), 'list')
  say('one item', await measure(`${at}/${filled.itemId}`, headers), 'one')
  say('page Items', await measure(`${platform.url}/${session.slug}/items`, headers))
  say('page of one item', await measure(`${platform.url}/${session.slug}/items/${filled.itemId}`, headers))
  if (process.env.BENCH_BARE) {
    const bare = await startBareItems(database.ownerUrl, filled)
    try {
      say('bare: list 50 with prices', await measure(`${bare.url}/list`, {}))
      say('bare: one item', await measure(`${bare.url}/one`, {}))
    } finally {
      await bare.stop()
    }
  }
} finally {
  await platform.stop()
  await database.stop()
  await rm(home, { recursive: true, force: true })
}

async function measure(url: string, headers: Readonly<Record<string, string>>): Promise<Latencies> {
  await readPage(url, headers, connections, 2)
  return readPage(url, headers, connections, seconds)
}

/** Where the items after the first 2,400 begin. */
async function aCursor(at: string, headers: Readonly<Record<string, string>>): Promise<string> {
  let next = ''
  for (let page = 0; page < 12; page += 1) {
    const answer = await fetch(`${at}?limit=200${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`, {
      headers,
    })
    next = ((await answer.json()) as { next: string }).next
  }
  return encodeURIComponent(next)
}

function say(name: string, met: Latencies, kind?: keyof typeof floor): void {
  const share =
    kind === undefined
      ? ''
      : `; asked ${asked[kind]}/s; ${((100 * met.pagesPerSecond) / floor[kind]).toFixed(1)} % of the bare floor`
  console.log(
    `${name}: ${met.pagesPerSecond}/s; p50 ${met.p50} ms, p95 ${met.p95} ms, p99 ${met.p99} ms; ${met.kilobytes} kB; ` +
      `${met.answered} answered, ${met.failed} not${share}`,
  )
}
