// SPDX-License-Identifier: Apache-2.0
// The automatic choice, combinations and single models on the 3,003 series of the M3 competition.
//
//   node packages/forecast/bench/m3.ts                the competition's own split; writes docs/evidence/forecast-m3/results.json
//   node packages/forecast/bench/m3.ts inside 1 auto  a hold-out inside the training part: its last h values but h; writes nothing

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { coverage, forecast, type ModelName, mase, smape, VERSION } from '../src/index.ts'
import { dataFolder } from './data-folder.ts'
import { type M3Series, readM3, SEASONS } from './m3-series.ts'

type Method = 'auto' | ModelName

const METHODS: readonly Method[] = [
  'auto',
  'combination',
  'mean-of-five',
  'median-of-four',
  'backtest-combination',
  'ets',
  'ets-average',
  'ces',
  'arima',
  'theta',
  'dynamic-theta',
  'optimised-theta',
  'dynamic-optimised-theta',
  'auto-theta',
  'mstl',
  'damped-holt',
  'naive',
]

type Total = {
  n: number
  declined: number
  points: number
  smape: number
  smapeOfPoints: number
  mase: number
  in80: number
  in95: number
}

/** Shorter than this no method could be judged. */
const SHORTEST = 8

const inside = process.argv[2] === 'inside' ? Number(process.argv[3] ?? 1) : 0
const asked = process.argv.slice(inside > 0 ? 4 : 2) as Method[]
const all = readM3()
  .map((one) => heldOut(one))
  .filter((one) => one !== undefined)
const rows = (asked.length > 0 ? asked : METHODS).flatMap(measure)

if (inside === 0 && asked.length === 0) {
  const folder = fileURLToPath(new URL('../../../docs/evidence/forecast-m3/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}results.json`, `${JSON.stringify({ engine: VERSION, rows }, undefined, 2)}\n`)
}

console.log('| method | series | sMAPE | sMAPE, all points | MASE | in 80 % | in 95 % | ms a series |')
console.log('|---|---|---|---|---|---|---|---|')
for (const row of rows) {
  const { method, period, series, inside80, inside95, milliseconds = '' } = row
  console.log(
    `| ${method} | ${period} ${series} | ${row.smape} | ${row.smapeOfPoints} | ${row.mase} | ${inside80} | ${inside95} | ${milliseconds} |`,
  )
}
if (inside === 0) for (const line of bestPublished()) console.log(line)

function measure(method: Method) {
  const totals = new Map<string, Total>()
  const before = process.cpuUsage()
  for (const { period, h, train, test } of all) {
    const m = SEASONS[period] ?? 1
    const result = forecast(train, { h, seasonLength: m, models: method === 'auto' ? 'auto' : [method] })
    for (const key of [period, 'all']) {
      const total = totals.get(key) ?? nothing()
      totals.set(key, total)
      if (result.kind === 'declined') {
        total.declined += 1
        continue
      }
      const error = smape(test, result.mean)
      total.n += 1
      total.points += h
      total.smape += error
      total.smapeOfPoints += h * error
      total.mase += mase(test, result.mean, train, m) ?? 0
      total.in80 += 100 * coverage(test, result.lo['80'] ?? [], result.hi['80'] ?? [])
      total.in95 += 100 * coverage(test, result.lo['95'] ?? [], result.hi['95'] ?? [])
    }
  }
  const { user, system } = process.cpuUsage(before)
  return [...totals].map(([period, { n, declined, ...t }]) => ({
    method,
    period,
    series: n,
    declined,
    smape: digits(t.smape / n),
    smapeOfPoints: digits(t.smapeOfPoints / t.points),
    mase: digits(t.mase / n),
    inside80: digits(t.in80 / n),
    inside95: digits(t.in95 / n),
    // Of processor, backtest and intervals included.
    ...(period === 'all' ? { milliseconds: digits((user + system) / 1000 / all.length) } : {}),
  }))
}

/** The competition's split, or one inside its training part: `test` is then not looked at. */
function heldOut(one: M3Series): M3Series | undefined {
  if (inside === 0) return one
  const cut = one.train.length - inside * one.h
  const shortest = Math.max(SHORTEST, 2 * (SEASONS[one.period] ?? 1) + 1)
  return cut < shortest
    ? undefined
    : { ...one, train: one.train.slice(0, cut), test: one.train.slice(cut, cut + one.h) }
}

function nothing(): Total {
  return { n: 0, declined: 0, points: 0, smape: 0, smapeOfPoints: 0, mase: 0, in80: 0, in95: 0 }
}

/** The least of each column among the methods of the competition, all series. */
function bestPublished(): string[] {
  const text = readFileSync(`${dataFolder()}/forecasting/m3_published_scores.csv`, 'utf8')
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split(','))
  const over = lines.filter(([, period, series]) => period === 'all' && Number(series) === all.length)
  return ['smape_mean_of_series', 'smape_all_points', 'mase'].map((column) => {
    const at = lines[0]?.indexOf(column) as number
    const [best] = over.toSorted((a, b) => Number(a[at]) - Number(b[at]))
    return `best published ${column}: ${best?.[0]} ${best?.[at]}`
  })
}

function digits(value: number): number {
  return Number(value.toPrecision(4))
}
