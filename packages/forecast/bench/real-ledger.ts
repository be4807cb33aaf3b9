// SPDX-License-Identifier: Apache-2.0
// The automatic choice against what a shop would do otherwise, on 21 months of a real wholesaler's ledger.
// Writes docs/evidence/forecast-real-ledger/results.json and prints the same as tables.

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { seededRandom } from '@resham/base'
import { quantile } from '@resham/stats'
import { VERSION } from '../src/index.ts'
import { type ItemResult, type Method, runItem, type Summary, summarise } from './hold-out.ts'
import { FILES, readLedger, WEEKS } from './ledger.ts'

const HELD_OUT = 8
const RESAMPLES = 1000
const METHODS: readonly Method[] = [
  { name: 'automatic choice', models: 'auto' },
  { name: 'seasonal-naive', models: ['seasonal-naive'] },
  { name: '12-week average', models: ['window-average'] },
  { name: 'ets', models: ['ets'] },
]

const items = readLedger()
const runs = METHODS.map((method) => {
  const started = performance.now()
  const results = items.map((item) => runItem(item, method, WEEKS - HELD_OUT, HELD_OUT)).filter((r) => r !== undefined)
  return { method, results, seconds: (performance.now() - started) / 1000 }
})
const ours = runs[0]?.results ?? []

/** Change from a rival to ours in percent, with the 95 % range over resampled items. */
function change(
  rival: readonly ItemResult[],
  of: (s: Summary) => number,
): { percent: number; from: number; to: number } {
  const percent = (a: readonly ItemResult[], b: readonly ItemResult[]) =>
    100 * (of(summarise('', a)) / of(summarise('', b)) - 1)
  const random = seededRandom(7)
  const draws = Array.from({ length: RESAMPLES }, () => {
    const picks = Array.from({ length: ours.length }, () => random.integer(ours.length))
    return percent(
      picks.map((i) => ours[i] as ItemResult),
      picks.map((i) => rival[i] as ItemResult),
    )
  })
  return { percent: percent(ours, rival), from: quantile(draws, 0.025), to: quantile(draws, 0.975) }
}

const report = {
  engine: VERSION,
  files: FILES,
  heldOutWeeks: HELD_OUT,
  itemsInLedger: items.length,
  methods: runs.map(({ method, results, seconds }) => ({ ...summarise(method.name, results), seconds })),
  against: runs.slice(1).map(({ method, results }) => ({
    rival: method.name,
    wrmsse: change(results, (s) => s.wrmsse),
    wmase: change(results, (s) => s.wmase),
    cost: change(results, (s) => s.cost),
  })),
  byDemand: ['smooth', 'erratic', 'intermittent', 'lumpy'].map((demand) => {
    const of = (results: readonly ItemResult[]) => results.filter((_, i) => ours[i]?.demand === demand)
    return { demand, methods: runs.map(({ method, results }) => summarise(method.name, of(results))) }
  }),
  chosen: Object.fromEntries(
    [...new Set(ours.map((r) => r.model))].map((model) => [model, ours.filter((r) => r.model === model).length]),
  ),
}

const folder = fileURLToPath(new URL('../../../docs/evidence/forecast-real-ledger/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}results.json`, `${JSON.stringify(rounded(report), undefined, 2)}\n`)

console.log(table(report.methods))
for (const { rival, wrmsse, wmase, cost } of report.against) {
  console.log(`against ${rival}: WRMSSE ${range(wrmsse)}, WMASE ${range(wmase)}, cost ${range(cost)}`)
}
for (const { demand, methods } of report.byDemand) console.log(`\n${demand}\n${table(methods)}`)
console.log(report.chosen)

function table(rows: readonly Summary[]): string {
  const head =
    '| method | items | WRMSSE | WMASE | mean RMSSE | in 80 % | in 95 % | stock-outs GBP | leftovers GBP | cost GBP | filled |'
  const body = rows.map((s) =>
    [
      `| ${s.method}`,
      s.items,
      s.wrmsse.toFixed(4),
      s.wmase.toFixed(4),
      s.rmsse.toFixed(4),
      (100 * s.inside80).toFixed(1),
      (100 * s.inside95).toFixed(1),
      s.shortCost.toFixed(0),
      s.holdCost.toFixed(0),
      s.cost.toFixed(0),
      `${(100 * s.fillRate).toFixed(1)} % |`,
    ].join(' | '),
  )
  return [head, '|---|---|---|---|---|---|---|---|---|---|---|', ...body].join('\n')
}

function range(c: { percent: number; from: number; to: number }): string {
  return `${c.percent.toFixed(1)} % (${c.from.toFixed(1)} to ${c.to.toFixed(1)})`
}

/** Six digits: more would only record the order of summation. */
function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value, (_, v) => (typeof v === 'number' ? Number(v.toPrecision(6)) : v))) as T
}
