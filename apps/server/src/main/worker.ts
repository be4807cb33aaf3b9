// SPDX-License-Identifier: Apache-2.0
// The process that does long work. It ends when the one that started it is gone.
import { machineClock } from '#platform/clock.ts'
import { openDatabase } from '#platform/db/pool.ts'
import { traceOf } from '#platform/http/problems.ts'
import { startWorker } from '#platform/queue/worker.ts'
import { composeWorkers } from './compose.ts'
import { readEnv } from './env.ts'
import { makeLog } from './log.ts'
import { keepMarketFresh } from './market-nightly.ts'

const env = await readEnv(process.env)
const log = makeLog(env.logLevel, 'worker')
const ownerUrl = env.databaseUrl
if (!ownerUrl) throw new Error('DATABASE_URL is needed: the worker starts no database')

const db = openDatabase(ownerUrl, { connections: 8 })
const worker = await startWorker({
  ownerUrl,
  db,
  clock: machineClock,
  workers: composeWorkers(env),
  concurrency: 2,
  pollMs: 2000,
  logFailure: (code, kind, error) => {
    log.warn({ code, kind, failure: traceOf(error) }, 'a job failed')
  },
})
if (env.marketSources) void keepMarketFresh({ file: env.marketSources, db, clock: machineClock, log })
process.send?.('ready')

let stopping = false
async function stop(): Promise<void> {
  if (stopping) return
  stopping = true
  // What is under way is cut off and goes on from its checkpoint next time: stopping must not wait for it.
  const soon = setTimeout(() => process.exit(0), 1500)
  await worker.stop().catch(() => {})
  clearTimeout(soon)
  process.exit(0)
}
process.on('disconnect', () => process.exit(0))
process.on('SIGINT', () => {})
process.on('SIGTERM', stop)
process.on('message', (message) => {
  if (message === 'stop') void stop()
})
