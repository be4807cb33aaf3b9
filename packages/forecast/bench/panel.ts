// SPDX-License-Identifier: Apache-2.0
// One model over all items of a real wholesaler's ledger against models of each item alone, as real-ledger.ts measures
// them. Writes docs/evidence/forecast-panel/results.json and prints the same as a table.
//
//   node bench/panel.ts            the last eight weeks, which took no part in any choice
//   node bench/panel.ts 75         eight earlier weeks, from week 75 on: the ones to tune with; writes nothing

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isDeclined, seededRandom } from '@resham/base'
import { quantile } from '@resham/stats'
import {
  forecastPanel,
  forecastPanelFrom,
  naiveError,
  naiveSquaredError,
  type PanelFit,
  type PanelForecast,
  VERSION,
} from '../src/index.ts'
import { type ItemResult, type Method, runItem, WEIGHT_WEEKS } from './hold-out.ts'
import { FILES, type ItemDemand, readLedger, WEEKS } from './ledger.ts'
import { calendarOf, panelAt, readLines } from './panel-ledger.ts'

const HELD_OUT = 8
const RESAMPLES = 1000
const LOCAL: readonly Method[] = [
  { name: 'automatic choice', models: 'auto' },
  { name: 'ets', models: ['ets'] },
  { name: '12-week average', models: ['window-average'] },
  { name: 'simple-smoothing', models: ['simple-smoothing'] },
  { name: 'theta', models: ['theta'] },
  { name: 'tsb', models: ['tsb'] },
  { name: 'demand-combination', models: ['demand-combination'] },
]

/** What is compared of an item. */
type Score = Pick<ItemResult, 'code' | 'weight' | 'rmsse' | 'mase'> & Partial<Pick<ItemResult, 'inside80' | 'inside95'>>

const first = Number(process.argv[2] ?? WEEKS - HELD_OUT)
const items = readLedger()
const lines = readLines()

/** Item by week ahead and origin: what was said, [origin][step]. */
type Said = Map<string, PanelForecast[]>

function runPanel(aim: 'mean' | 'typical'): { said: Said; fit: PanelFit; seconds: number } {
  const started = performance.now()
  const fitted = forecastPanel(panelAt(lines, first), {
    ...{ h: HELD_OUT, seasonLength: 52, aim },
    events: calendarOf(first + HELD_OUT),
  })
  if (isDeclined(fitted)) throw new Error(fitted.reason)
  const seconds = (performance.now() - started) / 1000
  const said: Said = new Map()
  for (let origin = first; origin < first + HELD_OUT; origin++) {
    const events = calendarOf(origin + HELD_OUT)
    for (const one of forecastPanelFrom(fitted.fit, panelAt(lines, origin), { events, origin }).series) {
      if (one.kind === 'forecast') said.set(one.id, [...(said.get(one.id) ?? []), one])
    }
  }
  return { said, fit: fitted.fit, seconds }
}

/** The errors of one item over all pairs of origin and week, as runItem counts them. */
function scoreOf(item: ItemDemand, of: (origin: number, step: number) => number | undefined): Score | undefined {
  const age = first - item.bornWeek
  if (age < WEIGHT_WEEKS) return undefined
  let weight = 0
  for (let w = first - WEIGHT_WEEKS; w < first; w++) weight += item.turnover[w] as number
  const history = item.weekly.slice(0, age)
  const squareScale = naiveSquaredError(history, 1)
  if (weight === 0 || !(squareScale > 0)) return undefined
  let pairs = 0
  let squares = 0
  let absolute = 0
  for (let origin = 0; origin < HELD_OUT; origin++) {
    for (let step = 0; origin + step < HELD_OUT; step++) {
      // An item that the shop did not know then (its only sales were cancelled later) is expected to sell nothing.
      const e = (item.weekly[age + origin + step] as number) - (of(origin, step) ?? 0)
      pairs += 1
      squares += e * e
      absolute += Math.abs(e)
    }
  }
  const rmsse = Math.sqrt(squares / pairs / squareScale)
  return { code: item.code, weight, rmsse, mase: absolute / pairs / naiveError(history, 1) }
}

function panelScores(said: Said): Score[] {
  return items.flatMap((item) => {
    const own = said.get(item.code)
    const score = scoreOf(item, (origin, step) => own?.[origin]?.mean[step])
    return score ? [{ ...score, inside80: inside(item, own, '80'), inside95: inside(item, own, '95') }] : []
  })
}

function inside(item: ItemDemand, own: readonly PanelForecast[] | undefined, level: string): number {
  let held = 0
  let pairs = 0
  for (let origin = 0; origin < HELD_OUT; origin++) {
    for (let step = 0; origin + step < HELD_OUT; step++) {
      const y = item.weekly[first - item.bornWeek + origin + step] as number
      const one = own?.[origin]
      pairs += 1
      if (y >= (one?.lo[level]?.[step] ?? 0) && y <= (one?.hi[level]?.[step] ?? 0)) held += 1
    }
  }
  return held / pairs
}

/** The one number a week that would have served each item best, had one known: what no forecast without change beats. */
function hindsight(): Score[] {
  return items.flatMap((item) => {
    let total = 0
    let pairs = 0
    for (let week = 0; week < HELD_OUT; week++) {
      total += (week + 1) * (item.weekly[first - item.bornWeek + week] ?? 0)
      pairs += week + 1
    }
    return scoreOf(item, () => total / pairs) ?? []
  })
}

/** The 12-week average times a factor. */
function sunkAverage(factor: number): Score[] {
  return items.flatMap((item) => {
    const mean = (origin: number) => {
      const end = first - item.bornWeek + origin
      const window = item.weekly.slice(Math.max(0, end - 12), end)
      return (factor * window.reduce((a, b) => a + b, 0)) / window.length
    }
    return scoreOf(item, mean) ?? []
  })
}

function weighted(scores: readonly Score[], of: (score: Score) => number): number {
  let total = 0
  let weights = 0
  for (const score of scores) {
    total += score.weight * of(score)
    weights += score.weight
  }
  return total / weights
}

function plain(scores: readonly Score[], of: (score: Score) => number | undefined): number | null {
  const values = scores.map(of).filter((value) => value !== undefined)
  return values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : null
}

/** Change of WRMSSE in percent, with the 95 % range over resampled items. */
function change(ours: readonly Score[], rival: readonly Score[]): { percent: number; from: number; to: number } {
  const of = (picks: readonly number[]) => {
    const pick = (scores: readonly Score[]) =>
      weighted(
        picks.map((i) => scores[i] as Score),
        (s) => s.rmsse,
      )
    return 100 * (pick(ours) / pick(rival) - 1)
  }
  const random = seededRandom(7)
  const draws = Array.from({ length: RESAMPLES }, () => of(ours.map(() => random.integer(ours.length))))
  return { percent: of(ours.map((_, i) => i)), from: quantile(draws, 0.025), to: quantile(draws, 0.975) }
}

const typical = runPanel('typical')
const mean = runPanel('mean')
const runs = [
  { name: 'panel, typical', scores: panelScores(typical.said) },
  { name: 'panel, mean', scores: panelScores(mean.said) },
  ...LOCAL.map((method) => ({
    name: method.name,
    scores: items.map((item) => runItem(item, method, first, HELD_OUT)).filter((r) => r !== undefined) as Score[],
  })),
  // The factor that served best on weeks 67 to 82: how much of the gain is lying lower alone.
  { name: '12-week average x 0.7', scores: sunkAverage(0.7) },
  { name: 'best constant, in hindsight', scores: hindsight() },
]
const ours = runs[0]?.scores ?? []
const report = {
  engine: VERSION,
  files: FILES,
  firstWeek: first,
  items: ours.length,
  secondsToFit: typical.seconds,
  backtest: typical.fit.backtest,
  fitKilobytes: JSON.stringify(typical.fit).length / 1000,
  methods: runs.map(({ name, scores }) => ({
    method: name,
    items: scores.length,
    wrmsse: weighted(scores, (s) => s.rmsse),
    wmase: weighted(scores, (s) => s.mase),
    rmsse: plain(scores, (s) => s.rmsse),
    inside80: plain(scores, (s) => s.inside80),
    inside95: plain(scores, (s) => s.inside95),
  })),
  against: runs.slice(1).map(({ name, scores }) => ({ rival: name, wrmsse: change(ours, scores) })),
}
const rounded = JSON.parse(
  JSON.stringify(report, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(6)) : value)),
) as typeof report
if (process.argv[2] === undefined) {
  const folder = fileURLToPath(new URL('../../../docs/evidence/forecast-panel/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}results.json`, `${JSON.stringify(rounded, undefined, 2)}\n`)
}
console.log(rounded.backtest, rounded.secondsToFit, rounded.fitKilobytes)
console.table(rounded.methods)
console.table(rounded.against.map(({ rival, wrmsse }) => ({ rival, ...wrmsse })))
