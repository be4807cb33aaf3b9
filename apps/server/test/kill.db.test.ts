// SPDX-License-Identifier: Apache-2.0
import { plainDate, seededRandom } from '@resham/base'
import { generateSampleShop, sampleLedgerCsv } from '@resham/sample-shop'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Picture, pictureOf } from './books.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import {
  aShop,
  importEnd,
  load,
  openWholePlatform,
  type Shop,
  startWorkerProcess,
  todayReady,
  until,
  upload,
  type WholePlatform,
  type WorkerProcess,
} from './whole-platform.ts'

const seed = 20_261_124
const killsWhileLoading = 8

const ledger = [
  ...sampleLedgerCsv(generateSampleShop({ seed: 7, lastDay: plainDate('2026-11-20'), holidays: [], years: 2 })),
].join('')
const lines = ledger.split('\r\n').length - 2

let database: TestDatabase
let platform: WholePlatform
let worker: WorkerProcess

beforeAll(async () => {
  database = await openTestDatabase()
  platform = await openWholePlatform(database.db)
  worker = await startWorkerProcess(database.ownerUrl, platform.home)
})

afterAll(async () => {
  await worker?.stop()
  await platform?.close()
  await database?.close()
})

test('an import killed at ten moments ends with the same books as one that nobody disturbed', {
  timeout: 240_000,
}, async () => {
  const calm = await aShop(platform.app, 'pk')
  const undisturbed = await load(calm, ledger)
  await todayReady(calm)
  expect(undisturbed).toMatchObject({ state: 'done', result: { lines, added: lines, bad: 0 } })
  const expected: Picture = await pictureOf(database, calm.businessId)
  expect(expected.saleLines.rows).toBe(lines)

  const shop = await aShop(platform.app, 'pk')
  const { body: received } = await upload(shop, ledger)
  await shop.post(`${shop.at}/imports/${received.id}/start`, {})
  const moments: string[] = []
  for (const moment of momentsOfLoading()) {
    moments.push(await seenWriting(shop, moment))
    await killAndGoOn()
  }
  await until('all records are loaded', async () => (await loadedRecords(shop)) >= lines || undefined, { everyMs: 1 })
  moments.push('all records, days being made')
  await killAndGoOn()
  moments.push(await until('the outlook is being made', () => outlookAtWork(shop), { everyMs: 1 }))
  await killAndGoOn()

  const end = await importEnd(shop, received.id)
  await todayReady(shop)
  process.stdout.write(`killed ${moments.length} times, seed ${seed}: ${moments.join('; ')}\n`)
  expect(moments).toHaveLength(10)
  // Most of the eight must have fallen between the first line and the last, or this test shows little.
  expect(moments.filter((moment) => Number.parseInt(moment, 10) < lines).length).toBeGreaterThan(4)
  expect(end.result).toEqual(undisturbed.result)
  expect(end.progress.lines).toBe(undisturbed.progress.lines)
  expect(await pictureOf(database, shop.businessId)).toEqual(expected)
})

test('an import that is stopped takes nothing from a file that was loaded while it waited', {
  timeout: 240_000,
}, async () => {
  const calm = await aShop(platform.app, 'pk')
  await load(calm, ledger)
  await todayReady(calm)
  const expected = await pictureOf(database, calm.businessId)

  const shop = await aShop(platform.app, 'pk')
  const { body: first } = await upload(shop, ledger)
  await shop.post(`${shop.at}/imports/${first.id}/start`, {})
  await seenWriting(shop, { batches: 1, looks: 1 })
  await worker.kill()
  // It waits an hour, as it would after failures of its own; the queue goes on with what comes next.
  await database.asOwner(`update graphile_worker._private_jobs set run_at = now() + interval '1 hour'`)
  worker = await startWorkerProcess(database.ownerUrl, platform.home)
  const second = await load(shop, ledger)
  expect(second.result.alreadyKnown).toBeGreaterThan(0)
  await shop.post(`${shop.at}/imports/${first.id}/cancel`)
  await until('all work is done', async () => {
    const { body } = await shop.get(`${shop.at}/jobs`)
    const open = body.items.filter(
      (job: { state: string; kind: string }) => job.state !== 'done' && job.kind !== 'imports.load',
    )
    return open.length === 0 || undefined
  })
  expect(await pictureOf(database, shop.businessId)).toEqual(expected)
})

type Moment = { readonly batches: 0 | 1; readonly looks: number }

/**
 * When each worker is killed: when it was seen at so many looks to be writing a batch, the first or the one after it has
 * brought one to its end. Half of the lives bring none.
 */
function momentsOfLoading(): Moment[] {
  const random = seededRandom(seed)
  const lives = Array.from({ length: killsWhileLoading }, (_, life) => ({
    place: random.next(),
    batches: life % 2 === 0 ? (0 as const) : (1 as const),
    looks: 1 + random.integer(4),
  }))
  return lives.sort((one, other) => one.place - other.place)
}

/** Watches the worker write until the moment has come. @returns The moment in words. */
async function seenWriting(shop: Shop, { batches, looks }: Moment): Promise<string> {
  const before = await loadedRecords(shop)
  let seen = 0
  return until(
    `${batches} batches were loaded and the next was seen ${looks} times`,
    async () => {
      const loaded = await loadedRecords(shop)
      const [writing] = await database.asOwner(
        `select 1 from pg_stat_activity where datname = current_database() and state = 'active'
           and query like 'insert into "sale_lines"%'`,
      )
      if (writing && (batches === 0 || loaded > before)) seen += 1
      if (seen < looks && loaded < lines) return undefined
      return `${loaded} of ${lines} records, look ${seen} at the next batch`
    },
    { everyMs: 1 },
  )
}

async function loadedRecords(shop: Shop): Promise<number> {
  const [row] = await database.asOwner<{ loaded: string }>(
    'select records_loaded as loaded from imports where tenant_id = $1 order by id desc limit 1',
    [shop.businessId],
  )
  return Number(row?.loaded)
}

async function outlookAtWork(shop: Shop): Promise<string | undefined> {
  const [row] = await database.asOwner<{ state: string }>(
    `select state from job_runs where tenant_id = $1 and kind = 'outlook.make' and state = 'working'`,
    [shop.businessId],
  )
  return row && 'the outlook being made'
}

async function killAndGoOn(): Promise<void> {
  await worker.kill()
  worker = await startWorkerProcess(database.ownerUrl, platform.home)
}
