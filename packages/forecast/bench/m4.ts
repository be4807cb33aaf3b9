// SPDX-License-Identifier: Apache-2.0
// The automatic choice and single models on the 414 hourly and 359 weekly series of the M4 competition.
//
//   node packages/forecast/bench/m4.ts             the competition's own hold-out; writes docs/evidence/forecast-m4/results.json
//   node packages/forecast/bench/m4.ts inside 2    a hold-out inside the train part: its last h values but 2 h; writes nothing

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { coverage, type Forecast, forecast, type ModelName, owa, VERSION } from '../src/index.ts'
import { type M4Series, readM4 } from './m4-series.ts'

const METHODS: readonly ('auto' | ModelName)[] = ['auto', 'seasonal-median', 'ar', 'mstl', 'combination']
const WEEKS = 52

const KINDS = [
  { period: 'hourly', h: 48, seasonLength: () => [24, 168], scaleLag: 24 },
  // As a user would: a yearly season where the weeks show it four times.
  { period: 'weekly', h: 13, seasonLength: (n: number) => (n >= 4 * WEEKS ? WEEKS : 1), scaleLag: 1 },
] as const

const inside = process.argv[2] === 'inside' ? Number(process.argv[3] ?? 1) : 0

const rows = KINDS.flatMap((kind) => {
  const series = readM4(kind.period).map((one) => heldOut(one, kind.h))
  const given = series.filter((one) => one !== undefined)
  return METHODS.map((method) => measure(kind, given, method))
})

if (inside === 0) {
  const folder = fileURLToPath(new URL('../../../docs/evidence/forecast-m4/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}results.json`, `${JSON.stringify({ engine: VERSION, rows }, undefined, 2)}\n`)
}

console.log(
  '| series | method | OWA | sMAPE | MASE | in 80 % | in 95 % | ms a series |\n|---|---|---|---|---|---|---|---|',
)
for (const row of rows) {
  const { period, series, method, inside80, inside95, milliseconds } = row
  console.log(
    `| ${period} ${series} | ${method} | ${row.owa} | ${row.smape} | ${row.mase} | ${inside80} | ${inside95} | ${milliseconds} |`,
  )
}

function measure(kind: (typeof KINDS)[number], series: readonly M4Series[], method: 'auto' | ModelName) {
  const chosen: Record<string, number> = {}
  let in80 = 0
  let in95 = 0
  const before = process.cpuUsage()
  const judged = series.map(({ train, test }) => {
    const seasonLength = kind.seasonLength(train.length)
    const said = forecastOf(train, kind.h, seasonLength, method)
    chosen[said.model] = (chosen[said.model] ?? 0) + 1
    in80 += (100 / series.length) * coverage(test, said.lo['80'] ?? [], said.hi['80'] ?? [])
    in95 += (100 / series.length) * coverage(test, said.lo['95'] ?? [], said.hi['95'] ?? [])
    return { history: train, forecast: said.mean, actual: test }
  })
  // Processor time, which a busy machine does not disturb; the collector's threads are in it.
  const { user, system } = process.cpuUsage(before)
  const milliseconds = digits((user + system) / 1000 / series.length)
  const found = owa(judged, kind.scaleLag)
  return {
    period: kind.period,
    series: series.length,
    method,
    owa: digits(found.owa),
    smape: digits(found.smape),
    mase: digits(found.mase),
    naive2: { smape: digits(found.naive2.smape), mase: digits(found.naive2.mase) },
    inside80: digits(in80),
    inside95: digits(in95),
    milliseconds,
    ...(method === 'auto' ? { chosen } : {}),
  }
}

function forecastOf(train: readonly number[], h: number, season: number | readonly number[], method: string): Forecast {
  const models = method === 'auto' ? 'auto' : ([method] as ModelName[])
  const result = forecast(train, { h, seasonLength: season, models })
  if (result.kind === 'declined') throw new Error(`declined: ${result.reason}`)
  return result
}

/** The competition's split, or one inside its train part: `test` is then not looked at. */
function heldOut(one: M4Series, h: number): M4Series | undefined {
  if (inside === 0) return one
  const cut = one.train.length - inside * h
  return cut < 3 * h ? undefined : { id: one.id, train: one.train.slice(0, cut), test: one.train.slice(cut, cut + h) }
}

function digits(value: number): number {
  return Number(value.toPrecision(4))
}
