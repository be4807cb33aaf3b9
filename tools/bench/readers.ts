// SPDX-License-Identifier: Apache-2.0
// `npm run bench:readers`: Today, Trends and Plan with both public ledgers in the books, 16 readers at once.
import { join, resolve } from 'node:path'
import autocannon from 'autocannon'
import { root, startPlatform } from './platform.ts'
import { importToToday, openSession } from './session.ts'

const data = resolve(process.env.RESHAM_DATA ?? join(root, '../shared/data'), 'sales')
const files = ['online_retail_2009-12_2010-11.csv.gz', 'online_retail_2010-12_2011-08.csv.gz']
const readers = 16
const duration = 10

const platform = await startPlatform()
try {
  const session = await openSession(platform.url, 'GBP')
  for (const file of files) await importToToday(session, join(data, file))
  const pages = ['today', 'trends', 'trends/customer', 'plan', 'items']
  for (const page of pages) {
    const url = `${platform.url}/${session.slug}/${page}`
    const headers = { cookie: session.cookie, 'accept-encoding': 'br' }
    await autocannon({ url, connections: readers, duration: 2, headers })
    const run = await autocannon({ url, connections: readers, duration, headers })
    const { p50, p97_5, p99 } = run.latency
    const answered = run['2xx']
    console.log(
      `${page}: ${Math.round(run.requests.average)} pages/s; p50 ${p50} ms, p97.5 ${p97_5} ms, p99 ${p99} ms; ${answered} answered, ${run.non2xx + run.errors} not; ${Math.round(run.throughput.total / Math.max(1, answered) / 100) / 10} kB a page`,
    )
  }
} finally {
  await platform.stop()
}
