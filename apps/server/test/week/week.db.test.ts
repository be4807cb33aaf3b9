// SPDX-License-Identifier: Apache-2.0

import { type ChildProcess, fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fromDayNumber, seededRandom } from '@resham/base'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayIn } from '#platform/clock.ts'
import { type Office, startOffice } from '../../../../tools/outside/fbr/simulator.ts'
import { aPerson } from '../a-person.ts'
import { openTestDatabase, type TestDatabase } from '../test-database.ts'
import { origin } from '../test-platform.ts'
import { openWholePlatform, secret, startWorkerProcess, until, type WorkerProcess } from '../whole-platform.ts'
import { liveAWeek, type Town } from './a-week.ts'
import { type Line, openLine } from './line.ts'

const seed = 20_261_125
const mostKills = 12
const fewestKills = 6
const officeToken = 'token-of-the-invented-office'

let database: TestDatabase
let office: Office
let home: string
beforeAll(async () => {
  database = await openTestDatabase()
  office = await startOffice({ token: officeToken })
  home = await mkdtemp(join(tmpdir(), 'resham-week-'))
})
afterAll(async () => {
  await office?.close()
  await database?.close()
  await rm(home, { recursive: true, force: true })
})

test('a week lived through kills ends with the same books as one that nobody disturbed', {
  timeout: 300_000,
}, async () => {
  const calm = await aWeek({ killed: false })
  expect(calm.trialBalance.reduce((sum, row) => sum + BigInt(row[1] ?? '0'), 0n)).toBe(0n)
  expect(calm.documents.length).toBeGreaterThan(25)
  const stormy = await aWeek({ killed: true })
  expect(stormy.kills).toBeGreaterThanOrEqual(fewestKills)
  expect({ ...stormy, kills: 0 }).toEqual({ ...calm, kills: 0 })
})

/** Lives the week in a new shop. @returns What the books say at its end, without ids and hours. */
async function aWeek({ killed }: { readonly killed: boolean }) {
  const shop = await aShopWithKey(killed ? 'Stormy' : 'Calm')
  const api = await openProcesses()
  const random = seededRandom(seed)
  let sent = 0
  let done = 0
  const line: Line = openLine({
    at: `/api/v1/businesses/${shop.businessId}`,
    own: (name) => idOf(`${shop.businessId} ${name}`),
    back: api.back,
    async send(method, path, body) {
      sent += 1
      // Spread over the week's requests: some die before they arrive, some in the middle, some after the answer.
      const dies = killed && done < mostKills && method !== 'GET' && random.next() < 0.25
      const timer = dies ? setTimeout(() => void api.kill(), random.next() * 25) : undefined
      if (timer) done += 1
      const bytes = body instanceof Uint8Array
      const reply = await fetch(`${api.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${shop.key}`,
          ...(body === undefined ? {} : { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: bytes ? Buffer.from(body) : JSON.stringify(body) }),
      })
      if (reply.status >= 500) throw new Error(`${method} ${path}: ${reply.status} ${await reply.text()}`)
      return { status: reply.status, body: await reply.json().catch(() => ({})) }
    },
  })
  const before = office.taken.length
  const town: Town = {
    today: fromDayNumber(dayIn('Asia/Karachi', new Date())),
    portal: (net) => office.taken.slice(before).find(({ invoice }) => netOf(invoice) === Number(net))?.number,
    silence: () => {
      office.mood = 'lost'
    },
    speakAgain: () => {
      office.mood = 'well'
    },
    until: (what, look) => until(what, look, { seconds: 90 }),
  }
  try {
    await liveAWeek(line, town)
  } finally {
    await api.close()
  }
  if (killed) process.stdout.write(`killed ${done} times in ${sent} requests, seed ${seed}\n`)
  return { ...(await pictureOfWeek(shop.businessId)), handedIn: office.taken.length - before, kills: done }
}

function netOf(invoice: unknown): number {
  const { items } = invoice as { items: { valueSalesExcludingST: number }[] }
  return Math.round(items.reduce((sum, item) => sum + item.valueSalesExcludingST, 0) * 100)
}

/** A business with a key that a program uses, so that a week needs no cookies. */
async function aShopWithKey(name: string): Promise<{ businessId: string; key: string }> {
  const platform = await openWholePlatform(database.db, { home })
  const person = await aPerson(platform.app)
  const { body: business } = await person.post('/api/v1/businesses', { name, pack: 'pk' })
  const { permissions } = await import('@resham/contract')
  const { body } = await person.post(`/api/v1/businesses/${business.id}/tokens`, {
    ...{ name: 'Phone', scopes: permissions, days: 1 },
  })
  await platform.close()
  return { businessId: business.id, key: body.secret }
}

type Processes = {
  readonly url: string
  kill(): Promise<void>
  /** Waits until both are up again. */
  back(): Promise<void>
  close(): Promise<void>
}

/** The API and its worker as processes; a kill takes both, as a power cut does, and they are started again. */
async function openProcesses(): Promise<Processes> {
  const port = 20_000 + Math.floor(seededRandom(process.pid).next() * 20_000)
  let api = await startApi(port)
  let worker: WorkerProcess = await startWorker()
  let restarting: Promise<void> = Promise.resolve()
  let isDown = false

  async function startWorker(): Promise<WorkerProcess> {
    return startWorkerProcess(database.ownerUrl, home, {
      ...{ RESHAM_SECRET: secret, RESHAM_FISCAL_PLACES: office.url, RESHAM_FISCAL_WAIT_MS: '1500' },
    })
  }
  return {
    url: `http://127.0.0.1:${port}`,
    kill() {
      // Who is dead already cannot die.
      if (isDown) return restarting
      isDown = true
      const ended = new Promise<void>((gone) => api.once('exit', () => gone()))
      api.kill('SIGKILL')
      restarting = Promise.all([ended, worker.kill()]).then(async () => {
        api = await startApi(port)
        worker = await startWorker()
        isDown = false
      })
      return restarting
    },
    back: () => restarting,
    async close() {
      await restarting
      api.kill('SIGKILL')
      await worker.stop()
    },
  }
}

function startApi(port: number): Promise<ChildProcess> {
  const args = [database.ownerUrl, home, secret, origin, String(port), office.url]
  const child = fork(resolve(import.meta.dirname, 'api-process.testing.ts'), args, { execArgv: [] })
  return new Promise((ready, failed) => {
    child.once('message', () => ready(child))
    child.once('exit', (code) => failed(new Error(`the API ended: ${code}`)))
  })
}

function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** The books of a business, told without ids and hours, so that two businesses can be compared. */
async function pictureOfWeek(businessId: string) {
  const rows = async (text: string) =>
    (await database.asOwner<Record<string, unknown>>(text, [businessId])).map((row) => Object.values(row).map(String))
  return {
    trialBalance: await rows(`select account_code, sum(amount_minor) from journal_lines where tenant_id = $1
      group by 1 order by 1`),
    documents: await rows(`select kind, number, state, net_minor, tax_minor, total_minor, settled_minor from documents
      where tenant_id = $1 order by kind, number, net_minor`),
    stock: await rows(`select i.code, sum(s.on_hand_milli), sum(s.reserved_milli) from stock_levels s
      join items i on i.tenant_id = s.tenant_id and i.id = s.item_id where s.tenant_id = $1 group by 1 order by 1`),
    moves: await rows(`select m.kind, i.code, count(*), sum(m.quantity_milli), sum(m.value_minor) from stock_moves m
      join items i on i.tenant_id = m.tenant_id and i.id = m.item_id where m.tenant_id = $1 group by 1, 2 order by 1, 2`),
    payments: await rows(`select direction, state, amount_minor, withheld_minor, fee_minor, unused_minor from payments
      where tenant_id = $1 order by 1, 2, 3`),
    bank: await rows(`select amount_minor, state from bank_lines where tenant_id = $1 order by 1`),
    fiscal: await rows(`select state, count(*) from fiscal_submissions where tenant_id = $1 group by 1 order by 1`),
    sold: await rows(`select i.code, sum(d.quantity_milli), sum(d.net_minor) from item_days d
      join items i on i.tenant_id = d.tenant_id and i.id = d.item_id where d.tenant_id = $1 group by 1 order by 1`),
  }
}
