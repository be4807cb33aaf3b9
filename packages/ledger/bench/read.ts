// SPDX-License-Identifier: Apache-2.0
// How fast, and in how much memory, a sales file becomes lines: the public ledger once, twice and
// four times over with shifted days. Run: npm run bench:ledger [-- FILE.csv.gz]
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import { createGunzip, createGzip } from 'node:zlib'
import { addDays, plainDate } from '@resham/base'
import { type ByteSource, type Decompressor, readDelimited, writeDelimited } from '@resham/formats'
import { createFactCollector, defaultRules, readLedger, sniffLedger } from '../src/index.ts'

const dataFolder = process.env.RESHAM_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url))
const file = process.argv[2] ?? join(dataFolder, 'sales/online_retail_2010-12_2011-08.csv.gz')
const money = { defaultCurrency: 'GBP', currencyDecimals: () => 2 }
const gunzip: Decompressor = (chunks) => Readable.from(chunks).pipe(createGunzip({ chunkSize: 131_072 }))

function sourceOf(path: string): ByteSource {
  return () => createReadStream(path, { highWaterMark: 262_144 })
}

/** Writes the file `times` over: the copies have other document numbers and lie a year later each. */
async function repeated(path: string, times: number, folder: string): Promise<string> {
  const target = join(folder, `ledger-${times}x.csv.gz`)
  const { layout } = await sniffLedger(sourceOf(path), { gunzip })
  const { date, document } = layout.columns
  async function* pieces() {
    for (let copy = 0; copy < times; copy++) {
      for await (const batch of readDelimited(sourceOf(path), {
        encoding: layout.encoding,
        dialect: layout.dialect,
        gunzip,
      })) {
        const rows = batch.rows
          .filter((row) => copy === 0 || row.recordNo > layout.headerRecord)
          .map(({ recordNo, cells }) =>
            cells.map((cell, i) => {
              if (recordNo <= layout.headerRecord || copy === 0) return cell
              if (i === document) return `${cell}-${copy}`
              return i === date ? addDays(plainDate(cell.slice(0, 10)), 364 * copy) + cell.slice(10) : cell
            }),
          )
        yield writeDelimited(rows)
      }
    }
  }
  await pipeline(Readable.from(pieces()), createGzip({ level: 6 }), createWriteStream(target))
  return target
}

type Measured = { readonly lines: number; readonly ms: number; readonly heldMb: number; readonly peakMb: number }

async function measure(path: string, withFacts: boolean): Promise<Measured> {
  globalThis.gc?.()
  let peak = 0
  let lines = 0
  let held = 0
  const start = performance.now()
  const { layout } = await sniffLedger(sourceOf(path), { gunzip })
  const collector = createFactCollector()
  for await (const batch of readLedger(sourceOf(path), layout, defaultRules, { ...money, gunzip })) {
    lines += batch.lines.length
    if (withFacts) for (const line of batch.lines) collector.add(line)
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const ms = performance.now() - start
  globalThis.gc?.()
  const memory = process.memoryUsage()
  held = memory.heapUsed + memory.arrayBuffers
  if (withFacts) collector.finish()
  return { lines, ms, heldMb: held / 1e6, peakMb: peak / 1e6 }
}

async function measureTokenizer(path: string): Promise<{ rows: number; ms: number }> {
  const start = performance.now()
  let rows = 0
  const { layout } = await sniffLedger(sourceOf(path), { gunzip })
  for await (const batch of readDelimited(sourceOf(path), {
    encoding: layout.encoding,
    dialect: layout.dialect,
    gunzip,
  })) {
    rows += batch.rows.length
  }
  return { rows, ms: performance.now() - start }
}

if (!existsSync(file)) {
  console.error(`No such file: ${file}. Name one, or set RESHAM_DATA to the folder of public data.`)
  process.exit(1)
}
const folder = mkdtempSync(join(tmpdir(), 'resham-bench-'))
try {
  await measure(file, true)
  for (const times of [1, 2, 4]) {
    const path = times === 1 ? file : await repeated(file, times, folder)
    const size = (statSync(path).size / 1e6).toFixed(1)
    const tokens = await measureTokenizer(path)
    console.log(`${times}x  ${size} MB gz  rows only    ${tokens.rows} rows  ${tokens.ms.toFixed(0)} ms`)
    for (const withFacts of [false, true]) {
      const { lines, ms, heldMb, peakMb } = await measure(path, withFacts)
      const what = withFacts ? 'lines + facts' : 'lines + keys '
      const rate = Math.round((lines / ms) * 1000).toLocaleString('en')
      console.log(
        `${times}x  ${size} MB gz  ${what} ${lines} lines ${ms.toFixed(0)} ms  ${rate} lines/s  held ${heldMb.toFixed(0)} MB  peak ${peakMb.toFixed(0)} MB`,
      )
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
