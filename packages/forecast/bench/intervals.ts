// SPDX-License-Identifier: Apache-2.0
// How often intervals hold on hold-outs inside what may be looked at: the last h values of each M3 series' train part, and
// weeks 36 to 82 of the real ledger. Their constants were set here. Also the same on M3's own hold-outs, and the quantiles
// of lead-time demand. Writes docs/evidence/forecast-intervals/results.json and prints the same as tables.

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import {
  coverage,
  forecast,
  intervalScore,
  leadTimeDemand,
  type ModelName,
  naiveError,
  quantileOf,
  VERSION,
} from '../src/index.ts'
import { readLedger } from './ledger.ts'
import { readM3, SEASONS } from './m3-series.ts'

const AHEAD = 8
const LEAD = 3
const PROBABILITIES = [0.8, 0.9, 0.95, 0.975]
/** Below so many values a train part is too short to be cut. */
const SHORTEST = 8
const ORIGINS = { 'ledger, spring and summer': [59, 67, 75], 'ledger, autumn': [36, 40, 44] }

type Row = { set: string; group: string; n: number; in80: number; in95: number; score80: number; score95: number }
type Lead = { set: string; group: string; n: number; below: number[] }
const rows = new Map<string, Row>()
const leads = new Map<string, Lead>()

function judge(set: string, group: string, y: readonly number[], came: readonly number[], models: 'auto' | ModelName) {
  const m = group in SEASONS ? (SEASONS[group] ?? 1) : y.length > 52 ? 52 : 1
  const options = { h: came.length, seasonLength: m, models: models === 'auto' ? models : ([models] as const) }
  const result = forecast(y, options)
  if (result.kind === 'declined') return
  const label = group === '' ? result.demand : group
  const scale = naiveError(y, y.length > m ? m : 1)
  const row = rows.get(set + label) ?? { set, group: label, n: 0, in80: 0, in95: 0, score80: 0, score95: 0 }
  rows.set(set + label, row)
  if (!(scale > 0)) return
  row.n += 1
  for (const level of [80, 95] as const) {
    const [lo, hi] = [result.lo[String(level)] ?? [], result.hi[String(level)] ?? []]
    row[`in${level}`] += 100 * coverage(came, lo, hi)
    row[`score${level}`] += intervalScore(came, lo, hi, level) / scale
  }
  if (group !== '') return
  const ahead = leadTimeDemand(y, { periods: LEAD, seasonLength: m, forecast: result })
  if (ahead.kind === 'declined') return
  const lead = leads.get(set + label) ?? { set, group: label, n: 0, below: PROBABILITIES.map(() => 0) }
  leads.set(set + label, lead)
  lead.n += 1
  const sold = came.slice(0, LEAD).reduce((a, b) => a + b, 0)
  PROBABILITIES.forEach((p, i) => {
    if (sold <= quantileOf(ahead, p)) lead.below[i] = (lead.below[i] ?? 0) + 100
  })
}

for (const { period, h, train, test } of readM3()) {
  for (const models of ['auto', 'combination'] as const) {
    const inside = train.slice(0, -h)
    if (inside.length >= SHORTEST) judge(`M3 train, ${models}`, period, inside, train.slice(-h), models)
    judge(`M3 test, ${models}`, period, train, test, models)
  }
}
for (const item of readLedger()) {
  for (const [set, origins] of Object.entries(ORIGINS)) {
    for (const week of origins) {
      const first = week - item.bornWeek
      const recent = item.turnover.slice(week - 12, week).reduce((a, b) => a + b, 0)
      if (first >= 12 && recent > 0)
        judge(set, '', item.weekly.slice(0, first), item.weekly.slice(first, first + AHEAD), 'auto')
    }
  }
}

const digits = (value: number) => Number(value.toPrecision(4))
const intervals = [...rows.values()]
  .filter(({ n }) => n > 0)
  .map(({ n, in80, in95, score80, score95, ...about }) => ({
    ...about,
    n,
    in80: digits(in80 / n),
    in95: digits(in95 / n),
    score80: digits(score80 / n),
    score95: digits(score95 / n),
  }))
const leadTime = [...leads.values()].map(({ below, n, ...about }) => ({
  ...about,
  n,
  below: Object.fromEntries(below.map((total, i) => [String(PROBABILITIES[i]), digits(total / n)])),
}))
const folder = fileURLToPath(new URL('../../../docs/evidence/forecast-intervals/', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}results.json`, `${JSON.stringify({ engine: VERSION, intervals, leadTime }, undefined, 2)}\n`)

console.log('| set | group | series | in 80 % | in 95 % | score 80 | score 95 |\n|---|---|---|---|---|---|---|')
for (const r of intervals) {
  console.log(`| ${r.set} | ${r.group} | ${r.n} | ${r.in80} | ${r.in95} | ${r.score80} | ${r.score95} |`)
}
console.log('\n| set | group | items | sums of three weeks below |\n|---|---|---|---|')
for (const r of leadTime) console.log(`| ${r.set} | ${r.group} | ${r.n} | ${JSON.stringify(r.below)} |`)
