// SPDX-License-Identifier: Apache-2.0
import autocannon from 'autocannon'

/** What readers of one page met. Times in milliseconds, each the exact one of an answer, not of a histogram's box. */
export type Latencies = {
  readonly pagesPerSecond: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
  readonly kilobytes: number
  readonly answered: number
  readonly failed: number
}

/** Lets `readers` people ask for one page again and again for so many seconds, each as soon as the last one came. */
export async function readPage(
  url: string,
  headers: Readonly<Record<string, string>>,
  readers: number,
  seconds: number,
): Promise<Latencies> {
  const took: number[] = []
  const run = await new Promise<autocannon.Result>((done, failed) => {
    const options = { url, connections: readers, duration: seconds, headers: { ...headers } }
    const running = autocannon(options, (error, result) => (error ? failed(error) : done(result)))
    running.on('response', (_client, _status, _bytes, ms) => took.push(ms))
  })
  took.sort((one, other) => one - other)
  // The smallest time within which at least this share of the answers came.
  const within = (share: number) => Math.round(took[Math.max(0, Math.ceil(share * took.length) - 1)] ?? Number.NaN)
  return {
    pagesPerSecond: Math.round(run.requests.average),
    p50: within(0.5),
    p95: within(0.95),
    p99: within(0.99),
    kilobytes: Math.round(run.throughput.total / Math.max(1, run['2xx']) / 100) / 10,
    answered: run['2xx'],
    failed: run.non2xx + run.errors,
  }
}
