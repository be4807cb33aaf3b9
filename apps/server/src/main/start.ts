// SPDX-License-Identifier: Apache-2.0
// Runs the whole platform on this machine: database, long work, API and pages. What `npm start` ends in.
import { type ChildProcess, fork } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { isAppError } from '@resham/base'
import { sweepSamples } from '#modules/sample/index.ts'
import { forgetExpiredAccess } from '#platform/auth/account.service.ts'
import { forgetOldFailures } from '#platform/auth/lock-out.ts'
import { machineClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { giveBackMemory } from '#platform/give-back-memory.ts'
import { forgetOldKeys } from '#platform/http/idempotency.ts'
import { chatEndpoint } from '#platform/model/chat-endpoint.ts'
import { prepareQueue } from '#platform/queue/worker.ts'
import { composeApp, filesOf } from './compose.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { readEnv } from './env.ts'
import { makeLog } from './log.ts'
import { migrate } from './migrate.ts'
import { claimDatabase } from './one-platform.ts'
import { mountWeb } from './web.ts'

// Pages make short-lived rubbish; a heap that may grow to gigabytes before it is swept is no good on a small machine.
setFlagsFromString('--max-old-space-size=320')
setFlagsFromString('--max-semi-space-size=16')

let stopping = false
const say = (text: string) => process.stdout.write(`${text}\n`)
const env = await readEnv(process.env)
const log = makeLog(env.logLevel, 'start')

const database = env.databaseUrl === undefined ? await ownDatabase() : undefined
const ownerUrl = env.databaseUrl ?? database?.ownerUrl ?? ''
if (database && !(await claimDatabase(ownerUrl))) {
  say('Resham is already running on this folder. Use that one, or stop it first.')
  process.exit(1)
}
if (database?.adopted) say('A database that an earlier run left behind is taken over.')
const applied = await migrate(ownerUrl, join(import.meta.dirname, '../migrations'))
if (applied.length > 0) say(`The database is made ready (${applied.length} steps).`)
await prepareQueue(ownerUrl)

const port = env.portNamed ? env.port : await firstFreePort(env.host, env.port)
const db = openDatabase(ownerUrl, { connections: 16 })
const place = env.host === '127.0.0.1' ? 'localhost' : env.host
const origin = env.origin ?? `http://${place}:${port}`
const modelLog = makeLog(env.logLevel, 'model')
const model =
  env.modelPlace && chatEndpoint(env.modelPlace, { note: (call) => modelLog.info(call, 'a model was asked') })
const parts = { ...env, db, clock: machineClock, origin, rememberMs: 2000 }
const { app } = await composeApp({ ...parts, ...(model ? { model } : {}) })
const hasPages = await mountWeb(app, origin)
await app.listen({ host: env.host, port })
let worker = startWorker()
const sweeping = setInterval(() => void sweep().catch(() => {}), 3_600_000)
await sweep()
giveBackMemory()

say(hasPages ? `Resham is open at ${origin}` : `The API is open at ${origin} (the pages are not built)`)
say('Stop it with Ctrl-C.')

async function sweep(): Promise<void> {
  await sweepSamples(db, filesOf(env), machineClock())
  await forgetOldKeys(db, machineClock())
  await forgetOldFailures(db, machineClock())
  await forgetExpiredAccess(db, machineClock())
}

async function ownDatabase(): Promise<EmbeddedPostgres> {
  say('Starting the database …')
  try {
    return await startEmbeddedPostgres(env.home)
  } catch (error) {
    say('The database did not start.')
    if (isAppError(error)) say(String(error.details.said ?? error.details.missing ?? error.code))
    process.exit(1)
  }
}

function startWorker(): ChildProcess {
  const child = fork(join(import.meta.dirname, 'worker.ts'), [], {
    // Long reads make much short-lived rubbish: a larger nursery costs memory, a smaller one time (docs/evidence/first-job-speed).
    execArgv: ['--max-semi-space-size=8'],
    env: { ...process.env, DATABASE_URL: ownerUrl, RESHAM_HOME: env.home },
  })
  child.on('exit', (code) => {
    if (stopping) return
    log.error({ code }, 'the worker ended and is started again')
    setTimeout(() => {
      if (!stopping) worker = startWorker()
    }, 1000)
  })
  return child
}

async function stop(): Promise<void> {
  if (stopping) process.exit(1)
  stopping = true
  say('Stopping …')
  clearInterval(sweeping)
  const workerEnded = new Promise((done) => worker.once('exit', done))
  if (worker.connected) worker.send('stop')
  const hurry = setTimeout(() => worker.kill('SIGKILL'), 3000)
  await app.close()
  if (worker.exitCode === null) await workerEnded
  clearTimeout(hurry)
  await db.destroy()
  await database?.stop()
  say('Stopped.')
  process.exit(0)
}
process.on('SIGINT', () => void stop())
process.on('SIGTERM', () => void stop())

/** The wanted port or one of the next; for 0 any. The origin must be known before the server listens. */
async function firstFreePort(host: string, wanted: number): Promise<number> {
  if (wanted === 0) return anyFreePort(host)
  for (let candidate = wanted; candidate < wanted + 20; candidate += 1) {
    const free = await new Promise<boolean>((answer) => {
      const probe = createServer()
      probe.once('error', () => answer(false))
      probe.listen(candidate, host, () => probe.close(() => answer(true)))
    })
    if (free) return candidate
  }
  return anyFreePort(host)
}

function anyFreePort(host: string): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
