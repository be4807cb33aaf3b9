// SPDX-License-Identifier: Apache-2.0
// `npm run bench:growth`: time and memory at 1, 2 and 4 times the public ledger, repeated with shifted dates.
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { root, startPlatform, usedMegabytes } from './platform.ts'
import { importToToday, openSession } from './session.ts'

const ledger = resolve(
  process.env.RESHAM_DATA ?? join(root, '../shared/data'),
  'sales/online_retail_2010-12_2011-08.csv.gz',
)
/** The ledger spans 274 days; each copy lies that much and a day earlier than the one after it. */
const shiftDays = 275

/** Writes the ledger `times` times over, the oldest copy first, documents told apart by a letter. */
async function repeat(target: string, times: number): Promise<void> {
  const out = createWriteStream(target)
  for (let copy = times - 1; copy >= 0; copy -= 1) {
    const lines = createInterface({
      input: createReadStream(ledger).pipe(createGunzip()),
      crlfDelay: Number.POSITIVE_INFINITY,
    })
    let header = true
    for await (const line of lines) {
      if (header) {
        header = false
        if (copy === times - 1) out.write(`${line}\n`)
        continue
      }
      const shifted =
        copy === 0
          ? line
          : line.replace(/\d{4}-\d\d-\d\d/, (day) => earlier(day, copy)).replace(/^(C|A)?(\d)/, `$1${copy}$2`)
      if (!out.write(`${shifted}\n`)) await new Promise<void>((drained) => out.once('drain', () => drained()))
    }
  }
  await new Promise<void>((closed) => out.end(() => closed()))
}

function earlier(day: string, copies: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - copies * shiftDays * 86_400_000).toISOString().slice(0, 10)
}

const folder = await mkdtemp(join(tmpdir(), 'resham-growth-'))
try {
  console.log('| Ledger | Lines | To a complete Today | Time a line | Memory, API and worker |')
  console.log('|---|---|---|---|---|')
  for (const times of [1, 2, 4]) {
    const file = join(folder, `${times}x.csv`)
    await repeat(file, times)
    const platform = await startPlatform()
    let most = 0
    try {
      const session = await openSession(platform.url, 'GBP')
      const run = await importToToday(session, file, async () => {
        most = Math.max(most, await usedMegabytes(platform.process.pid ?? 0))
      })
      const lines = 320_705 * times
      const total = (run.totalMs / 1000).toFixed(1)
      console.log(
        `| ${times}x | ${lines.toLocaleString('en')} | ${total} s | ${((run.totalMs * 1000) / lines).toFixed(1)} µs | ${most} MB |`,
      )
    } finally {
      await platform.stop()
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
