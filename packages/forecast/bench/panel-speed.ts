// SPDX-License-Identifier: Apache-2.0
// How long a panel of weekly series of length 104 takes over worker threads: theta and ets fitted, judged on the past of
// each series, the better one taken, 8 weeks ahead with intervals. Series are drawn one by one from a fixed seed, so
// that only what is under way is in memory. Ctrl-C ends it after the batches under way.
//
//   node packages/forecast/bench/panel-speed.ts             100,000 series, 2 threads
//   node packages/forecast/bench/panel-speed.ts 20000 1     20,000 series, 1 thread

import { Worker } from 'node:worker_threads'
import { seededRandom } from '@resham/base'
import { forecastMany, type StartPort, type WorkAnswer, type WorkMessage, type WorkSeries } from '../src/index.ts'

const COUNT = Number(process.argv[2] ?? 100_000)
const THREADS = Number(process.argv[3] ?? 2)
const LENGTH = 104
const REPORTS = 10

function* panel(): Generator<WorkSeries> {
  const random = seededRandom(104)
  for (let i = 0; i < COUNT; i++) {
    const level = Math.exp(2 + 3 * random.next())
    const trend = 1 + 0.005 * random.normal()
    const season = 0.4 * random.next()
    const y = Array.from({ length: LENGTH }, (_, t) =>
      Math.max(
        0,
        Math.round(
          level * trend ** t * (1 + season * Math.sin((2 * Math.PI * t) / 52)) * Math.exp(0.3 * random.normal()),
        ),
      ),
    )
    yield { id: `${i}`, y }
  }
}

const start: StartPort<WorkMessage, WorkAnswer[]> = (hear, fail) => {
  const thread = new Worker(new URL('./panel-speed.thread.ts', import.meta.url))
  thread.on('message', hear)
  thread.on('error', fail)
  return { ask: (message) => thread.postMessage(message), close: () => void thread.terminate() }
}

const stopping = new AbortController()
process.once('SIGINT', () => stopping.abort())

const began = performance.now()
const before = process.cpuUsage()
const chosen = new Map<string, number>()
let told = 0
const answers = forecastMany(panel(), {
  options: { h: 8, seasonLength: 52, models: ['ets', 'theta'] },
  start,
  workers: THREADS,
  signal: stopping.signal,
  progress: (answered) => {
    if (answered < ((told + 1) * COUNT) / REPORTS) return
    told = Math.floor((REPORTS * answered) / COUNT)
    const memory = Math.round(process.memoryUsage.rss() / 1e6)
    console.log(`${answered} series, ${((performance.now() - began) / 1000).toFixed(0)} s, ${memory} MB`)
  },
})
for await (const answer of answers) {
  const key = answer.kind === 'forecast' ? answer.model : answer.kind
  chosen.set(key, (chosen.get(key) ?? 0) + 1)
}
const seconds = (performance.now() - began) / 1000
const { user, system } = process.cpuUsage(before)
console.log(
  `${COUNT} series of ${LENGTH} weeks, ${THREADS} threads: ${seconds.toFixed(1)} s by the clock, ` +
    `${((user + system) / 1e6).toFixed(1)} s of processor (${((user + system) / 1000 / COUNT).toFixed(2)} ms a series)`,
)
console.log(Object.fromEntries(chosen))
