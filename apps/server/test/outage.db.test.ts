// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainDate } from '@resham/base'
import { generateSampleShop, sampleLedgerCsv } from '@resham/sample-shop'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importRoutes } from '#modules/imports/index.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { prepareQueue } from '#platform/queue/worker.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../src/main/embedded-postgres.ts'
import { migrate } from '../src/main/migrate.ts'
import { anOwner } from './a-person.ts'
import { expectWords } from './catalogues.ts'
import { migrations } from './database-server.ts'
import { type Door, openDoor } from './door.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { openTestPlatform } from './test-platform.ts'
import {
  aShop,
  importEnd,
  load,
  openWholePlatform,
  startWorkerProcess,
  todayReady,
  until,
  upload,
  type WholePlatform,
  type WorkerProcess,
} from './whole-platform.ts'

const secret = 'Qamar-Zaman-0300-1234567'
const small = `Date,Item code,Quantity,Price,Customer\n2026-03-01,KITE,1,2.500,${secret}\n2026-03-02,REEL,1,1.500,${secret}\n`

describe('a full disk', () => {
  const disk = smallDisk()
  let database: TestDatabase
  let platform: WholePlatform

  beforeAll(async () => {
    database = await openTestDatabase()
    if (disk) platform = await openWholePlatform(database.db, { home: disk })
  })
  afterAll(async () => {
    await platform?.close()
    await database.close()
    if (disk) execFileSync('umount', [disk])
    if (disk) await rm(disk, { recursive: true })
  })

  test.runIf(disk)(
    'a file that does not fit is refused in words, nothing of it is kept, and a smaller one fits',
    async () => {
      const shop = await aShop(platform.app)
      const large = small + `2026-03-03,KITE,1,2.500,${secret}\n`.repeat(60_000)
      const refused = await upload(shop, large)
      expect([refused.status, refused.body.code]).toEqual([507, 'platform.storage-full'])
      expectWords('errors.platform.storage-full')
      const kept = await readdir(join(platform.home, 'files'), { recursive: true, withFileTypes: true })
      expect(kept.filter((entry) => entry.isFile())).toEqual([])
      expect((await shop.get(`${shop.at}/imports`)).body.items).toEqual([])
      expect((await upload(shop, small)).status).toBe(201)
      const refusal = platform.log.map((line) => JSON.parse(line)).find((line) => line.code === 'platform.storage-full')
      expect(refusal).toMatchObject({ level: 50, msg: 'refused' })
      expect(platform.log.join('')).not.toContain(secret)
    },
  )

  test('a store that says it is full is answered the same on every machine', async () => {
    const full = Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' })
    const files = {
      put: () => Promise.reject(full),
      open: () => {
        throw full
      },
      remove: async () => {},
      removeAll: async () => {},
    }
    const other = await openTestPlatform({ more: importRoutes({ of: () => files }) })
    const owner = await anOwner(other.app)
    const refused = await upload({ ...owner, at: `/api/v1/businesses/${owner.slug}` }, small)
    expect([refused.status, refused.body.code]).toEqual([507, 'platform.storage-full'])
    await other.close()
  })
})

describe('a database that stops', () => {
  const lines = [
    ...sampleLedgerCsv(generateSampleShop({ seed: 7, lastDay: plainDate('2026-11-20'), holidays: [], years: 2 })),
  ].join('')
  let home = ''
  let server: EmbeddedPostgres
  let door: Door
  let url = ''
  let platform: WholePlatform
  let worker: WorkerProcess
  let db: ReturnType<typeof openDatabase>

  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'resham-outage-'))
    server = await startEmbeddedPostgres(home)
    await migrate(server.ownerUrl, migrations)
    await prepareQueue(server.ownerUrl)
    door = await openDoor(() => Number(new URL(server.ownerUrl).port))
    url = Object.assign(new URL(server.ownerUrl), { port: String(door.port) }).href
    db = openDatabase(url, { connections: 4 })
    platform = await openWholePlatform(db)
    worker = await startWorkerProcess(url, platform.home)
  })
  afterAll(async () => {
    await worker?.stop()
    await platform?.close()
    await db?.destroy()
    await door?.close()
    await server?.stop()
    await rm(home, { recursive: true, force: true })
  })

  test('every answer says so, and the import goes on and ends well after it is back', {
    timeout: 180_000,
  }, async () => {
    const shop = await aShop(platform.app, 'pk')
    const { body } = await upload(shop, lines)
    await shop.post(`${shop.at}/imports/${body.id}/start`, {})
    await until(
      'lines are in the books',
      async () => {
        const { body: now } = await shop.get(`${shop.at}/imports/${body.id}`)
        return now.progress.lines > 0 || undefined
      },
      { everyMs: 2 },
    )

    await server.stop()
    for (const path of ['/today', `/imports/${body.id}`, '/plan']) {
      const answer = await shop.get(`${shop.at}${path}`)
      expect([answer.status, answer.body.code]).toEqual([503, 'platform.database-unavailable'])
    }
    expectWords('errors.platform.database-unavailable')
    expect((await upload(shop, small)).body.code).toBe('platform.database-unavailable')
    expect((await platform.app.inject('/readyz')).statusCode).toBe(503)
    expect((await platform.app.inject('/healthz')).statusCode).toBe(200)

    server = await startEmbeddedPostgres(home)
    // The one that starts workers starts another when one has ended.
    if (worker.hasEnded()) worker = await startWorkerProcess(url, platform.home)
    const end = await importEnd(shop, body.id, 120)
    expect(end).toMatchObject({ state: 'done', result: { bad: 0 } })
    expect(end.result.lines).toBe(end.result.added)
    expect(end.result.lines).toBe(lines.split('\r\n').length - 2)
    const { body: jobs } = await shop.get(`${shop.at}/jobs`)
    const loading = jobs.items.find((job: { kind: string }) => job.kind === 'imports.load')
    expect(loading.attempts).toBeGreaterThan(1)
    await todayReady(shop, 60)
    const again = await load(shop, lines)
    expect(again.result).toMatchObject({ added: 0, bad: 0 })
    expect(platform.log.join('')).not.toContain(secret)
    expect(worker.said()).not.toContain('Zarbaf')
  })
})

/** A file system of one megabyte, where this machine lets us make one; null, loudly, where it does not. */
function smallDisk(): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'resham-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
    return folder
  } catch {
    process.stderr.write('\n!!! NOT CHECKED on a real disk: this machine lets nobody mount a small one.\n\n')
    return null
  }
}
