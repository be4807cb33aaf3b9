// SPDX-License-Identifier: Apache-2.0
// The automatic choice of arima beside the npm package `arima` (ctsa in WebAssembly) at one fixed order by conditional
// squares: time a series of 100 months, h 18, in one run; accuracy on the 1,428 monthly series of the M3 competition.

// @ts-expect-error The package has no types.
import WasmArima from 'arima'
import { MODELS, mase, smape } from '../src/index.ts'
import { readM3 } from './m3-series.ts'

const SEASON = 12
const H = 18
const LENGTH = 100
/** Series timed, and rounds over them; the fastest round counts, which a busy machine disturbs least. */
const TIMED = 40
const ROUNDS = 5

type Fixed = { train(y: readonly number[]): { predict(h: number): [number[], number[]] } }
type FixedClass = new (options: Readonly<Record<string, number | boolean>>) => Fixed
const ThePackage = WasmArima as FixedClass
const fixed = { p: 1, d: 1, q: 1, P: 1, D: 1, Q: 1, s: SEASON, method: 1, verbose: false }

type Way = { readonly name: string; readonly forecast: (y: readonly number[]) => readonly number[] }

const ways: readonly Way[] = [
  {
    name: '@resham/forecast arima, automatic',
    forecast: (y) => Array.from(MODELS.arima.predict(MODELS.arima.fit(Float64Array.from(y), SEASON), H)),
  },
  {
    name: 'npm arima, (1,1,1)(1,1,1)12 by CSS',
    forecast: (y) => new ThePackage(fixed).train(y).predict(H)[0],
  },
]

const monthly = readM3().filter(({ period }) => period === 'monthly')
const timed = monthly
  .filter(({ train }) => train.length >= LENGTH)
  .slice(0, TIMED)
  .map(({ train }) => train.slice(-LENGTH))

/** Milliseconds a series, each way in turn in each round. */
function time(): number[] {
  const best = ways.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    ways.forEach(({ forecast }, i) => {
      const started = performance.now()
      for (const y of timed) forecast(y)
      best[i] = Math.min(best[i] as number, (performance.now() - started) / timed.length)
    })
  }
  return best
}

const milliseconds = time()
console.log('| way | ms a series | M3 monthly series | sMAPE | MASE | failed |\n|---|---|---|---|---|---|')
ways.forEach(({ name, forecast }, i) => {
  let failed = 0
  let smapes = 0
  let mases = 0
  for (const { train, test } of monthly) {
    const said = forecast(train)
    // A forecast that is no number counts as the last value.
    const usable = said.every(Number.isFinite) ? said : new Array<number>(H).fill(train.at(-1) as number)
    if (usable !== said) failed += 1
    smapes += smape(test, usable)
    mases += mase(test, usable, train, SEASON) ?? 0
  }
  const n = monthly.length
  console.log(
    `| ${name} | ${milliseconds[i]?.toFixed(2)} | ${n} | ${(smapes / n).toFixed(2)} | ${(mases / n).toFixed(4)} | ${failed} |`,
  )
})
