// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { machineClock } from '#platform/clock.ts'
import type { Database } from '#platform/db/pool.ts'
import type { ChatModel } from '#platform/model/chat-model.ts'
import { composeApp } from '../src/main/compose.ts'
import { type Answer, aPerson, type Visitor } from './a-person.ts'
import { openTestDatabase, type TestDatabase } from './test-database.ts'
import { origin } from './test-platform.ts'

/** The platform with every module, on real files: what `npm start` runs, without its pages. */
export type WholePlatform = {
  readonly app: FastifyInstance
  readonly home: string
  /** Every line that the API wrote to its log. */
  readonly log: readonly string[]
  close(): Promise<void>
}

/** The platform's secret in tests. */
export const secret = 'a secret for tests, longer than it must be'

/** Builds it on a database that is there. @param options.home Where files are kept; a folder of its own when absent. */
export async function openWholePlatform(
  db: Database,
  options: { readonly home?: string; readonly fiscalPlaces?: readonly string[]; readonly model?: ChatModel } = {},
): Promise<WholePlatform> {
  const home = options.home ?? (await mkdtemp(join(tmpdir(), 'resham-whole-')))
  const { fiscalPlaces = [] } = options
  const model = options.model ? { model: options.model } : {}
  const parts = { db, clock: machineClock, home, origin, secret, fiscalPlaces, ...model }
  const { app } = await composeApp({ ...parts, logLevel: 'info', rateLimits: false, rememberMs: 0 })
  const log: string[] = []
  Object.assign(app.log, { [pino.symbols.streamSym]: { write: (line: string) => log.push(line) } })
  return {
    app,
    home,
    log,
    close: async () => {
      await app.close()
      if (!options.home) await rm(home, { recursive: true, force: true })
    },
  }
}

/** The platform on a fresh database, with a worker process beside it. */
export async function openWithWorker(): Promise<WholePlatform & { database: TestDatabase; worker: WorkerProcess }> {
  const database = await openTestDatabase()
  const platform = await openWholePlatform(database.db)
  const worker = await startWorkerProcess(database.ownerUrl, platform.home)
  return {
    ...platform,
    database,
    worker,
    close: async () => {
      await worker.stop()
      await platform.close()
      await database.close()
    },
  }
}

/** The process that does long work, as `npm start` starts it. */
export type WorkerProcess = {
  /** What it wrote to its log so far. */
  said(): string
  /** Ends it as the system does when memory runs out: it cannot know. */
  kill(): Promise<void>
  stop(): Promise<void>
  hasEnded(): boolean
}

/** Starts one; it is ready when the promise is. */
export async function startWorkerProcess(
  databaseUrl: string,
  home: string,
  more: Readonly<Record<string, string>> = {},
): Promise<WorkerProcess> {
  const child = fork(resolve(import.meta.dirname, '../src/main/worker.ts'), [], {
    env: {
      ...process.env,
      DATABASE_URL: databaseUrl,
      RESHAM_HOME: home,
      RESHAM_LOG: 'info',
      NODE_ENV: 'production',
      ...more,
    },
    execArgv: [],
    silent: true,
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      said += chunk
    })
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  const ready = new Promise<boolean>((done) => child.once('message', () => done(true)))
  if (!(await Promise.race([ready, ended.then(() => false)]))) throw new Error(`the worker did not start: ${said}`)
  return { said: () => said, hasEnded, kill: () => end(child, 'SIGKILL', ended), stop: () => end(child, 'stop', ended) }
}

async function end(child: ChildProcess, how: 'SIGKILL' | 'stop', ended: Promise<void>): Promise<void> {
  if (how === 'SIGKILL') child.kill('SIGKILL')
  else if (child.connected) child.send('stop')
  await ended
}

/** Looks again and again until there is an answer. @throws when there is none by the deadline. */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined>,
  options: { readonly seconds?: number; readonly everyMs?: number } = {},
): Promise<T> {
  const deadline = performance.now() + (options.seconds ?? 60) * 1000
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (performance.now() > deadline) throw new Error(`still not: ${what}`)
    await pause(options.everyMs ?? 25)
  }
}

/** An owner with an empty business, and the calls that a first day is made of. */
export type Shop = Visitor & {
  readonly slug: string
  readonly businessId: string
  /** Path of the business's own part of the API. */
  readonly at: string
}

/** Opens one. @param pack The country it is in. */
export async function aShop(app: FastifyInstance, pack = 'zz'): Promise<Shop> {
  const person = await aPerson(app)
  const { body, status } = await person.post('/api/v1/businesses', { name: 'Star Sports', pack })
  if (status !== 201) throw new Error(`business: ${status} ${JSON.stringify(body)}`)
  return { ...person, slug: body.slug, businessId: body.id, at: `/api/v1/businesses/${body.slug}` }
}

/** Hands a file in; the answer as it comes. */
export function upload(
  shop: Visitor & { at: string },
  content: string | Uint8Array,
  name = 'sales.csv',
): Promise<Answer> {
  return shop.post(`${shop.at}/imports?fileName=${encodeURIComponent(name)}`, Buffer.from(content), {
    'content-type': 'application/octet-stream',
  })
}

const over = ['done', 'failed', 'cancelled']

/** Waits until an import has ended, well or not. */
export function importEnd(shop: Shop, importId: string, seconds = 60) {
  return until(
    'the import has ended',
    async () => {
      const { body } = await shop.get(`${shop.at}/imports/${importId}`)
      return over.includes(body.state) ? body : undefined
    },
    { seconds },
  )
}

/** Hands a file in, starts it and waits for its end. @param change Of the choice that the preview offers. */
export async function load(
  shop: Shop,
  content: string | Uint8Array,
  options: { readonly name?: string; readonly change?: object; readonly seconds?: number } = {},
) {
  const received = await upload(shop, content, options.name)
  if (received.status !== 201) throw new Error(`upload: ${received.status} ${JSON.stringify(received.body)}`)
  const { id } = received.body
  const preview = (await shop.post(`${shop.at}/imports/${id}/preview`, {})).body
  const choice = options.change ? { ...preview.choice, ...options.change } : undefined
  const started = await shop.post(`${shop.at}/imports/${id}/start`, choice ? { choice } : {})
  if (started.status !== 202) throw new Error(`start: ${started.status} ${JSON.stringify(started.body)}`)
  return importEnd(shop, id, options.seconds)
}

/** Waits until Today says what the books say. */
export function todayReady(shop: Shop, seconds = 60) {
  return until(
    'Today is ready',
    async () => {
      const { body } = await shop.get(`${shop.at}/today`)
      return body.state === 'ready' ? body.today : undefined
    },
    { seconds },
  )
}
