// SPDX-License-Identifier: Apache-2.0
// The automatic choice on food prices at the markets of Pakistan (World Food Programme), six months ahead from rolling
// origins, against repeating the last price and last year's, by pinball loss at 10, 50 and 90 %.
//
//   node packages/forecast/bench/wfp.ts          origins from 2019 on; writes docs/evidence/forecast-wfp/results.json
//   node packages/forecast/bench/wfp.ts early    origins from 2012 to 2018: the ones to tune with; writes nothing

import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { normalQuantile } from '@resham/stats'
import { forecast, pinball, quantilesOf, VERSION } from '../src/index.ts'
import { type PriceSeries, readWfp } from './wfp-series.ts'

const H = 6
const SEASON = 12
const PROBABILITIES = [0.1, 0.5, 0.9]
/** Months between origins. */
const STEP = 2
/** Known prices before the first origin. */
const SHORTEST = 36
/** Origins below which a pair is not judged. */
const FEWEST_ORIGINS = 6
const early = process.argv[2] === 'early'
const FROM = early ? 12 * 2012 : 12 * 2019
const TO = early ? 12 * 2019 - H : Number.POSITIVE_INFINITY

const METHODS = ['ours', 'naive', 'seasonal naive', "naive with ours' intervals"] as const
type Losses = Record<(typeof METHODS)[number], number>

const started = performance.now()
const pairs = readWfp().flatMap((series) => {
  const judged = judge(series)
  return judged ? [judged] : []
})
const seconds = (performance.now() - started) / 1000
const both = pairs.filter(({ losses }) => losses.ours < Math.min(losses.naive, losses['seasonal naive']))
const over = (of: (pair: (typeof pairs)[number]) => number) =>
  digits(pairs.reduce((total, pair) => total + of(pair), 0) / pairs.length)
const report = {
  engine: VERSION,
  pairs: pairs.length,
  origins: pairs.reduce((total, pair) => total + pair.origins, 0),
  betterThanBoth: both.length,
  share: digits(both.length / pairs.length),
  betterThanNaive: pairs.filter(({ losses }) => losses.ours < losses.naive).length,
  betterThanSeasonalNaive: pairs.filter(({ losses }) => losses.ours < losses['seasonal naive']).length,
  betterThanNaiveWithOurIntervals: pairs.filter(({ losses }) => losses.ours < losses["naive with ours' intervals"])
    .length,
  /** Mean over pairs of the loss over that of naive. */
  lossOverNaive: Object.fromEntries(METHODS.map((method) => [method, over((p) => p.losses[method] / p.losses.naive)])),
  errorOverNaive: over((pair) => pair.error / pair.naiveError),
  inside80: over((pair) => pair.inside80),
  chosen: pairs.reduce<Record<string, number>>((all, pair) => {
    for (const [model, times] of Object.entries(pair.chosen)) all[model] = (all[model] ?? 0) + times
    return all
  }, {}),
  rows: pairs,
}
if (!early) {
  const folder = fileURLToPath(new URL('../../../docs/evidence/forecast-wfp/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}results.json`, `${JSON.stringify(report, undefined, 2)}\n`)
}
console.log({ ...report, rows: undefined, seconds: digits(seconds) })

/** Mean losses over all origins, or undefined where there are too few. */
function judge({ name, firstMonth, prices }: PriceSeries) {
  const losses: Losses = { ours: 0, naive: 0, 'seasonal naive': 0, "naive with ours' intervals": 0 }
  const chosen: Record<string, number> = {}
  let origins = 0
  let error = 0
  let naiveError = 0
  let inside80 = 0
  for (let origin = Math.max(SHORTEST, FROM - firstMonth); origin + H <= prices.length; origin += STEP) {
    if (firstMonth + origin > TO) break
    const given = prices.slice(0, origin)
    const actual = prices.slice(origin, origin + H)
    const unknown = given.flatMap((price, t) => (Number.isNaN(price) ? [t] : []))
    if (actual.some(Number.isNaN) || given.length - unknown.length < SHORTEST) continue
    const asked = { h: H, seasonLength: SEASON, unknown }
    const result = forecast(given, asked)
    const rival = forecast(given, { ...asked, models: ['naive'] })
    if (result.kind === 'declined' || rival.kind === 'declined') continue
    origins += 1
    chosen[result.model] = (chosen[result.model] ?? 0) + 1
    const ours = quantilesOf(result, PROBABILITIES)
    losses.ours += loss(actual, ours)
    losses.naive += loss(actual, textbook(given, 1))
    losses['seasonal naive'] += loss(actual, textbook(given, SEASON))
    losses["naive with ours' intervals"] += loss(actual, quantilesOf(rival, PROBABILITIES))
    actual.forEach((price, k) => {
      error += Math.abs(price - (result.mean[k] as number))
      naiveError += Math.abs(price - (rival.mean[k] as number))
      if (price >= (ours[0]?.[k] as number) && price <= (ours[2]?.[k] as number)) inside80 += 1 / H
    })
  }
  if (origins < FEWEST_ORIGINS) return undefined
  for (const method of METHODS) losses[method] = digits(losses[method] / origins)
  return {
    name,
    origins,
    losses,
    error: digits(error),
    naiveError: digits(naiveError),
    inside80: digits(inside80 / origins),
    chosen,
  }
}

/** Repeats the price of `lag` months before, with the normal intervals of the textbook; gaps filled with what was last. */
function textbook(given: readonly number[], lag: number): number[][] {
  const filled = given.map((_, t) => given.slice(0, t + 1).findLast((price) => !Number.isNaN(price)) as number)
  const steps = filled.slice(lag).map((price, t) => price - (filled[t] as number))
  const sigma = Math.sqrt(steps.reduce((total, step) => total + step * step, 0) / steps.length)
  return PROBABILITIES.map((p) =>
    Array.from({ length: H }, (_, k) => {
      const times = Math.floor(k / lag) + 1
      const last = filled[filled.length - lag + (k % lag)] as number
      return last + normalQuantile(p) * sigma * Math.sqrt(times)
    }),
  )
}

function loss(actual: readonly number[], quantiles: readonly (readonly number[])[]): number {
  return (
    PROBABILITIES.reduce((total, p, i) => total + pinball(actual, quantiles[i] as number[], p), 0) /
    PROBABILITIES.length
  )
}

function digits(value: number): number {
  return Number(value.toPrecision(4))
}
