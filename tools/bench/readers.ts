// SPDX-License-Identifier: Apache-2.0
// `npm run bench:readers [HOME]`: Today, Trends and Plan with both public ledgers in the books, 16 readers at once.
// With a folder the books are kept there and used again the next time.
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { readPage } from './latencies.ts'
import { root, startPlatform } from './platform.ts'
import { importToToday, openSession } from './session.ts'

const data = resolve(process.env.RESHAM_DATA ?? join(root, '../shared/data'), 'sales')
const files = ['online_retail_2009-12_2010-11.csv.gz', 'online_retail_2010-12_2011-08.csv.gz']
const readers = 16
const seconds = Number(process.env.BENCH_SECONDS ?? 10)
const kept = process.argv[2]

const platform = await startPlatform(kept)
try {
  const { slug, cookie } = await booksAt(platform.url)
  for (const page of ['today', 'trends', 'trends/customer', 'plan', 'items']) {
    const url = `${platform.url}/${slug}/${page}`
    const headers = { cookie, 'accept-encoding': 'br' }
    await readPage(url, headers, readers, 2)
    const met = await readPage(url, headers, readers, seconds)
    console.log(
      `${page}: ${met.pagesPerSecond} pages/s; p50 ${met.p50} ms, p95 ${met.p95} ms, p99 ${met.p99} ms; ${met.answered} answered, ${met.failed} not; ${met.kilobytes} kB a page`,
    )
  }
} finally {
  await platform.stop()
}

async function booksAt(url: string): Promise<{ slug: string; cookie: string }> {
  const note = kept && join(kept, 'bench-session.json')
  if (note && existsSync(note)) return JSON.parse(await readFile(note, 'utf8'))
  const session = await openSession(url, 'GBP')
  for (const file of files) await importToToday(session, join(data, file))
  const known = { slug: session.slug, cookie: session.cookie }
  if (note) await writeFile(note, JSON.stringify(known))
  return known
}
