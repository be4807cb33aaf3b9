// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { AppError } from '@resham/base'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { type TenantTx, tenantId, withTenant } from '#platform/db/tenancy.ts'
import { enqueue } from '#platform/queue/enqueue.ts'
import { type JobWorker, jobKind, worksOn } from '#platform/queue/job.ts'
import { startWorker } from '#platform/queue/worker.ts'
import { anOwner } from './a-person.ts'
import { counting, countUp } from './counting.testing.ts'
import { openTestPlatform, type TestPlatform } from './test-platform.ts'

const failing = jobKind<{ code: string }>({ name: 'test.fail', unit: 'items', attempts: 1 })
const hopeless = jobKind<{ code: string }>({ name: 'test.hopeless', unit: 'items', attempts: 5 })

let at: TestPlatform
let owner: Awaited<ReturnType<typeof anOwner>>
let running: { stop(): Promise<void> } | undefined
beforeAll(async () => {
  at = await openTestPlatform({ kinds: [counting, failing, hopeless] })
  owner = await anOwner(at.app)
})
afterEach(async () => {
  await running?.stop()
  running = undefined
})
afterAll(() => at.close())

const jobs = async () => (await owner.get(`/api/v1/businesses/${owner.slug}/jobs`)).body.items
const inBusiness = <T>(work: (tx: TenantTx) => Promise<T>) => withTenant(at.db, tenantId(owner.businessId), work)

// Nobody polls here: what is done must have been announced.
async function work(...workers: JobWorker[]): Promise<void> {
  const { ownerUrl, db } = at
  running = await startWorker({
    ownerUrl,
    db,
    clock: at.now,
    workers,
    concurrency: 4,
    pollMs: 600_000,
    logFailure: () => {},
  })
}

/** Waits until a job is as wanted. */
async function until(id: string, state: string) {
  return vi.waitFor(
    async () => {
      const job = (await jobs()).find((one: { id: string }) => one.id === id)
      expect(job).toMatchObject({ state })
      return job
    },
    { timeout: 60_000, interval: 50 },
  )
}

test('long work waits, is done, and says how far it came', async () => {
  const id = await inBusiness((tx) => enqueue(tx, counting, { upTo: 3 }, at.now()))
  expect((await jobs())[0]).toMatchObject({ id, state: 'waiting', done: 0, unit: 'items', attempts: 0 })
  await work(worksOn(counting, (ctx, payload) => countUp(ctx, payload, async () => {})))
  expect(await until(id, 'done')).toMatchObject({ attempts: 1, errorCode: null })
})

test('work exists only when the transaction that asked for it ends well', async () => {
  const before = (await jobs()).length
  const asked = inBusiness(async (tx) => {
    await enqueue(tx, counting, { upTo: 3 }, at.now())
    throw new AppError('platform.unexpected')
  })
  await expect(asked).rejects.toThrow()
  expect((await jobs()).length).toBe(before)
  expect(await at.asOwner('select 1 from graphile_worker._private_jobs where locked_by is null')).toEqual([])
})

test('work that fails is shown with its code, and can be tried again', async () => {
  let mended = false
  const gaveUp: string[] = []
  const id = await inBusiness((tx) => enqueue(tx, failing, { code: 'platform.storage-full' }, at.now()))
  await work(
    worksOn(
      failing,
      async (_ctx, { code }) => {
        if (!mended) throw new AppError(code)
      },
      async (_ctx, _payload, code) => {
        gaveUp.push(code)
      },
    ),
  )
  expect(await until(id, 'failed')).toMatchObject({ errorCode: 'platform.storage-full' })
  expect(gaveUp).toEqual(['platform.storage-full'])
  mended = true
  const again = await owner.post(`/api/v1/businesses/${owner.slug}/jobs/${id}/retry`)
  expect(again).toMatchObject({ status: 202, body: { state: 'waiting' } })
  expect(await until(id, 'done')).toMatchObject({ errorCode: null })
  const late = await owner.post(`/api/v1/businesses/${owner.slug}/jobs/${id}/retry`)
  expect(late).toMatchObject({ status: 409, body: { code: 'platform.job-not-failed' } })
})

test('what trying again cannot mend is given up at once', async () => {
  const id = await inBusiness((tx) => enqueue(tx, hopeless, { code: 'formats.empty' }, at.now()))
  await work(
    worksOn(hopeless, async (_ctx, { code }) => {
      throw new AppError(code)
    }),
  )
  expect(await until(id, 'failed')).toMatchObject({ attempts: 1, errorCode: 'formats.empty' })
})

test('work of one business is done one piece after another', async () => {
  let atOnce = 0
  let most = 0
  const ids = await inBusiness(async (tx) => {
    const first = await enqueue(tx, counting, { upTo: 4 }, at.now())
    return [first, await enqueue(tx, counting, { upTo: 4 }, at.now())]
  })
  await work(
    worksOn(counting, async (ctx, payload) => {
      atOnce += 1
      most = Math.max(most, atOnce)
      await countUp(ctx, payload, async () => {})
      atOnce -= 1
    }),
  )
  for (const id of ids) await until(id, 'done')
  expect(most).toBe(1)
})

test('a worker killed at any step, again and again, is followed by one that finishes the work', async () => {
  await at.asOwner('delete from parties')
  const id = await inBusiness((tx) => enqueue(tx, counting, { upTo: 5 }, at.now()))
  for (const step of [1, 3, 5, 2, 4]) {
    const worker = startProcess(step)
    await once(worker, 'message')
    worker.kill('SIGKILL')
    await once(worker, 'exit')
    expect((await jobs())[0]).toMatchObject({ id, state: 'working' })
  }
  const worker = startProcess(0)
  const job = await until(id, 'done')
  worker.kill('SIGKILL')
  // Two tries were allowed; being killed used up none.
  expect(job).toMatchObject({ attempts: 6 })
  const [{ steps } = { steps: 0 }] = await at.asOwner<{ steps: number }>('select count(*)::int as steps from parties')
  expect(steps).toBe(5)
})

function startProcess(holdAt: number): ChildProcess {
  return fork(join(import.meta.dirname, 'counting-worker.testing.ts'), [], {
    env: { ...process.env, DATABASE_URL: at.ownerUrl, HOLD_AT: String(holdAt) },
    execArgv: [],
  })
}
