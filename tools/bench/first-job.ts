// SPDX-License-Identifier: Apache-2.0
// `npm run bench:first-job`: from a file to a complete Today page, on a platform of its own, with the public ledger.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root, startPlatform, usedMegabytes } from './platform.ts'
import { importToToday, openSession } from './session.ts'

const data = resolve(process.env.RESHAM_DATA ?? join(root, '../shared/data'), 'sales')
const first = join(data, 'online_retail_2009-12_2010-11.csv.gz')
const second = join(data, 'online_retail_2010-12_2011-08.csv.gz')
if (!existsSync(second)) {
  console.error(`The public ledger is not here: ${second}`)
  process.exit(1)
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Loads files one after another into a new business; the most memory that the platform's own processes took meanwhile. */
async function measure(name: string, files: readonly string[]): Promise<void> {
  const platform = await startPlatform()
  try {
    const session = await openSession(platform.url, 'GBP')
    let most = 0
    const watch = async () => {
      most = Math.max(most, await usedMegabytes(platform.process.pid ?? 0))
    }
    let total = 0
    for (const file of files) {
      const run = await importToToday(session, file, watch)
      total += run.totalMs
      console.log(
        `  ${file.split('/').at(-1)}: upload ${seconds(run.uploadMs)}, books ${seconds(run.loadMs)}, Today after ${seconds(run.totalMs)}`,
      )
    }
    console.log(`${name}: ${seconds(total)}; memory ${most} MB (API and worker); start ${seconds(platform.startMs)}`)
  } finally {
    await platform.stop()
  }
}

await measure('320,705 lines (target 12 s)', [second])
await measure('823,643 lines (target 30 s)', [first, second])
