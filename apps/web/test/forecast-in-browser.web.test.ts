// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path'
import { runInNewContext } from 'node:vm'
import { build } from 'vite'
import { beforeAll, expect, it } from 'vitest'
import { describeInBrowser, type Reader } from './reader.ts'

const engine = JSON.stringify(resolve(import.meta.dirname, '../../../packages/forecast/src/index.ts'))

/** All that a Web Worker has to be: what the engine's own docstring says. */
const worker = `import { answerMessage } from ${engine}
onmessage = ({ data }) => postMessage(answerMessage(data))`

/** A page that shares a panel out over Web Workers, and keeps how far it was told the work is. */
const page = `import { forecastMany } from ${engine}
window.forecastPanel = async (series, options, script) => {
  const start = (hear, fail) => {
    const port = new Worker(script)
    port.onmessage = ({ data }) => hear(data)
    port.onerror = ({ message }) => fail(new Error(message))
    return { ask: (question) => port.postMessage(question), close: () => port.terminate() }
  }
  const answers = []
  const told = []
  const progress = (answered) => told.push(answered)
  for await (const one of forecastMany(series, { options, start, workers: 2, batch: 4, progress })) answers.push(one)
  return { answers, told }
}`

/**
 * JavaScript's standard leaves the last bit of exp, log and their kind to each machine, and Node's differs from that of a
 * newer Chromium; only powers are the same. So where every digit counts, both take these.
 */
const sameMath = `for (const name of ['log', 'log2', 'expm1', 'sin', 'cos', 'tan', 'asin', 'tanh']) {
  const own = Math[name]
  Math[name] = (x) => Math.fround(own(x))
}
const rough = Math.log
Math.exp = (x) => Math.E ** x
Math.log = (x) => {
  const near = rough(x)
  const back = Math.E ** near
  return x > 0 && x < Infinity ? near + (2 * (x - back)) / (x + back) : near
}
`

type Series = { readonly id: string; readonly y: readonly number[] }
type Options = Readonly<Record<string, unknown>>
type Ends = Readonly<Record<string, readonly number[]>>
type Answer =
  | { readonly kind: 'forecast'; readonly model: string; readonly mean: readonly number[]; lo: Ends; hi: Ends }
  | { readonly kind: 'declined' | 'refused' }
type Told = { answers: Answer[]; told: number[] }
type EnginePage = { forecastPanel(series: readonly Series[], options: Options, script: string): Promise<Told> }
type Message = { readonly series: readonly Series[]; readonly options: Options }

/** One script for a browser, as an application's bundler would make it. */
async function bundled(source: string): Promise<string> {
  const entry = 'virtual:entry'
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? source : null),
      },
    ],
    build: { write: false, rolldownOptions: { input: entry, output: { format: 'iife' } } },
  })
  const [file] = 'output' in made ? made.output : []
  if (file?.type !== 'chunk') throw new Error('the bundler gave no script')
  return file.code
}

/** The worker's script in Node, with a Math of its own. */
function inNode(script: string): (message: Message) => Answer[] {
  const answers: Answer[][] = []
  const scope = { onmessage: (_: { data: Message }) => {}, postMessage: (one: Answer[]) => answers.push(one) }
  runInNewContext(script, scope)
  return (data) => {
    scope.onmessage({ data })
    return answers.pop() ?? []
  }
}

/** Months with trend and season, weeks that seldom sell, and what no forecast can be made of. */
const panel: readonly Series[] = [
  ...Array.from({ length: 9 }, (_, i) => ({
    id: `months-${i}`,
    y: Array.from({ length: 84 }, (_, t) =>
      Math.round(200 + (3 + i) * t + 60 * Math.sin((2 * Math.PI * (t + i)) / 12) + ((t * (37 + i)) % 41)),
    ),
  })),
  { id: 'seldom', y: Array.from({ length: 90 }, (_, t) => (t % 7 === 3 || t % 11 === 0 ? 4 + (t % 5) : 0)) },
  { id: 'lumpy', y: Array.from({ length: 60 }, (_, t) => (t % 4 === 0 ? 1 + ((t * t) % 97) : 0)) },
  { id: 'below-zero', y: Array.from({ length: 48 }, (_, t) => ((t * 29) % 23) - 11) },
  { id: 'short', y: [3, 1, 4] },
  { id: 'odd', y: [1, 2, 3, 4, 5, 6, 1e101] },
]
const kinds = [...panel.slice(2).map(() => 'forecast'), 'declined', 'refused']
const automatic = { h: 12, seasonLength: 12 }
const named = { h: 6, models: ['ets', 'theta', 'arima', 'median-of-four', 'demand-combination'], level: [50] } as const

describeInBrowser('the forecast engine in a browser', (open) => {
  const scripts: Record<string, string> = {}
  beforeAll(async () => {
    scripts['/page.js'] = await bundled(page)
    scripts['/worker.js'] = await bundled(worker)
    scripts['/same-math.js'] = sameMath + scripts['/worker.js']
  })

  async function openEngine(): Promise<Reader> {
    const reader = await open({ at: 'http://engine.test' })
    const html = '<!doctype html><title>Engine</title><link rel="icon" href="data:,"><script src="/page.js"></script>'
    await reader.context.route('**/*', (route) => {
      const script = scripts[new URL(route.request().url()).pathname]
      if (script === undefined) return route.fulfill({ contentType: 'text/html', body: html })
      return route.fulfill({ contentType: 'text/javascript', body: script })
    })
    await reader.page.goto('/')
    return reader
  }

  function inBrowser({ page }: Reader, options: Options, script: string): Promise<Told> {
    return page.evaluate(
      ([series, asked, from]) => (window as unknown as EnginePage).forecastPanel(series, asked, from),
      [panel, options, script] as const,
    )
  }

  it('gives over Web Workers the answers of Node to the last digit, given the same exp and log', async () => {
    const reader = await openEngine()
    const answer = inNode(scripts['/same-math.js'] ?? '')
    for (const options of [automatic, named]) {
      const { answers, told } = await inBrowser(reader, options, '/same-math.js')
      expect(answers.map(({ kind }) => kind)).toEqual(kinds)
      expect(told).toEqual([4, 8, 12, 14])
      expect(JSON.stringify(answers)).toBe(JSON.stringify(answer({ series: panel, options })))
    }
    expect(reader.complaints).toEqual([])
  })

  it('chooses as Node does and differs by a millionth at most with the exp and log of its own', async () => {
    const reader = await openEngine()
    const { answers } = await inBrowser(reader, automatic, '/worker.js')
    const expected = inNode(scripts['/worker.js'] ?? '')({ series: panel, options: automatic })
    const numbers = (all: readonly Answer[]) =>
      all.flatMap((one) => (one.kind === 'forecast' ? [one.mean, one.lo['80'] ?? [], one.hi['95'] ?? []].flat() : []))
    const model = (one: Answer) => (one.kind === 'forecast' ? one.model : one.kind)
    expect(answers.map(model)).toEqual(expected.map(model))
    const wanted = numbers(expected)
    numbers(answers).forEach((value, i) => {
      const want = wanted[i] ?? Number.NaN
      expect(Math.abs(value - want)).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(want)))
    })
    expect(reader.complaints).toEqual([])
  })
})
