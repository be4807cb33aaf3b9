// SPDX-License-Identifier: Apache-2.0
// A worker process of its own, for a test to kill: started with DATABASE_URL, and HOLD_AT for where to hold still.
import { openDatabase } from '#platform/db/pool.ts'
import { worksOn } from '#platform/queue/job.ts'
import { startWorker } from '#platform/queue/worker.ts'
import { counting, countUp } from './counting.testing.ts'

const ownerUrl = process.env.DATABASE_URL ?? ''
const holdAt = Number(process.env.HOLD_AT)

async function hold(step: number): Promise<void> {
  if (step !== holdAt) return
  process.send?.('held')
  await new Promise(() => {})
}

await startWorker({
  ownerUrl,
  db: openDatabase(ownerUrl, { connections: 2 }),
  clock: () => new Date(),
  workers: [worksOn(counting, (ctx, payload) => countUp(ctx, payload, hold))],
  concurrency: 1,
  pollMs: 2000,
  logFailure: () => {},
})
process.on('disconnect', () => process.exit(0))
