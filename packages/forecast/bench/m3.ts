// SPDX-License-Identifier: Apache-2.0
// Scores of the models and of the automatic choice on the 3,003 series of the M3 competition, beside published ones.

import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { coverage, forecast, type ModelName, mase, smape } from '../src/index.ts'
import { dataFolder } from './data-folder.ts'

const SEASONS: Record<string, number> = { yearly: 1, quarterly: 4, monthly: 12, other: 1 }

type Row = { readonly period: string; readonly h: number; readonly train: number[]; readonly test: number[] }

function readM3(): Row[] {
  const text = gunzipSync(readFileSync(`${dataFolder()}/forecasting/m3.csv.gz`)).toString('utf8')
  const rows: Row[] = []
  for (const line of text.split('\n').slice(1)) {
    if (line === '') continue
    // The description is quoted and may hold commas; what we need stands before and after it.
    const tail = line.slice(line.lastIndexOf('"') + 1).split(',')
    const period = line.split(',')[1] as string
    const numbers = (cell: string | undefined) => (cell ?? '').trim().split(' ').map(Number)
    rows.push({
      period,
      h: Number(tail[1]),
      train: numbers(tail[tail.length - 2]),
      test: numbers(tail[tail.length - 1]),
    })
  }
  return rows
}

const rows = readM3()
const methods: readonly ('auto' | ModelName)[] = ['auto', 'naive', 'ets', 'theta', 'damped-holt', 'combination']
for (const method of (process.argv[2]?.split(',') as ('auto' | ModelName)[]) ?? methods) {
  const started = performance.now()
  const totals = new Map<
    string,
    { n: number; smape: number; mase: number; in80: number; in95: number; declined: number }
  >()
  for (const { period, h, train, test } of rows) {
    const m = SEASONS[period] as number
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
      total.in80 += coverage(test, result.lo['80'] ?? [], result.hi['80'] ?? [])
      total.in95 += coverage(test, result.lo['95'] ?? [], result.hi['95'] ?? [])
    }
  }
  const seconds = (performance.now() - started) / 1000
  for (const [period, { n, ...t }] of totals) {
    console.log(
      `${method.padEnd(14)} ${period.padEnd(10)} n ${n} smape ${(t.smape / n).toFixed(2)} mase ${(t.mase / n).toFixed(3)} ` +
        `inside 80 ${((100 * t.in80) / n).toFixed(1)} 95 ${((100 * t.in95) / n).toFixed(1)} declined ${t.declined}`,
    )
  }
  console.log(`${method.padEnd(14)} ${seconds.toFixed(1)} s`)
}
