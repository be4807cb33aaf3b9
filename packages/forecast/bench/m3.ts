// SPDX-License-Identifier: Apache-2.0
// The automatic choice and single models on the 3,003 series of the M3 competition, on the competition's own split.
// Writes docs/evidence/forecast-m3/results.json and prints the same as a table.

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { coverage, forecast, type ModelName, mase, smape, VERSION } from '../src/index.ts'
import { readM3, SEASONS } from './m3-series.ts'

const METHODS: readonly ('auto' | ModelName)[] = [
  'auto',
  'combination',
  'theta',
  'dynamic-theta',
  'optimised-theta',
  'dynamic-optimised-theta',
  'auto-theta',
  'ces',
  'arima',
  'ets',
  'ets-average',
  'damped-holt',
  'naive',
]

type Total = { n: number; smape: number; mase: number; in80: number; in95: number; declined: number }

const all = readM3()
const rows = METHODS.flatMap((method) => {
  const totals = new Map<string, Total>()
  const started = performance.now()
  for (const { period, h, train, test } of all) {
    const m = SEASONS[period] ?? 1
    const result = forecast(train, { h, seasonLength: m, models: method === 'auto' ? 'auto' : [method] })
    for (const key of [period, 'all']) {
      const total = totals.get(key) ?? { n: 0, smape: 0, mase: 0, in80: 0, in95: 0, declined: 0 }
      totals.set(key, total)
      if (result.kind === 'declined') {
        total.declined += 1
        continue
      }
      total.n += 1
      total.smape += smape(test, result.mean)
      total.mase += mase(test, result.mean, train, m) ?? 0
      total.in80 += 100 * coverage(test, result.lo['80'] ?? [], result.hi['80'] ?? [])
      total.in95 += 100 * coverage(test, result.lo['95'] ?? [], result.hi['95'] ?? [])
    }
  }
  const seconds = (performance.now() - started) / 1000
  return [...totals].map(([period, { n, declined, ...t }]) => ({
    method,
    period,
    series: n,
    declined,
    smape: digits(t.smape / n),
    mase: digits(t.mase / n),
    inside80: digits(t.in80 / n),
    inside95: digits(t.in95 / n),
    ...(period === 'all' ? { seconds: digits(seconds) } : {}),
  }))
})

const folder = fileURLToPath(new URL('../../../docs/evidence/forecast-m3/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}results.json`, `${JSON.stringify({ engine: VERSION, rows }, undefined, 2)}\n`)

console.log('| method | series | sMAPE | MASE | in 80 % | in 95 % |\n|---|---|---|---|---|---|')
for (const row of rows) {
  console.log(
    `| ${row.method} | ${row.period} ${row.series} | ${row.smape} | ${row.mase} | ${row.inside80} | ${row.inside95} |`,
  )
}

function digits(value: number): number {
  return Number(value.toPrecision(4))
}
