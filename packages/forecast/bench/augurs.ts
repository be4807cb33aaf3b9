// SPDX-License-Identifier: Apache-2.0
// Automatic models against their rivals in the npm registry, in one run on one core: the time a monthly series of 100
// values takes (fit and 18 months ahead), and the error on all 1,428 monthly series of the M3 competition.
// To compare another model, add a row to METHODS.

import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initSync, MSTL } from '@bsull/augurs/mstl'
import { MODELS, type ModelName, mase, smape, VERSION } from '../src/index.ts'
import { readM3 } from './m3-series.ts'

const SEASON = 12
const HORIZON = 18
const LENGTH = 100
const ROUNDS = 5

/** One row of the table: values so far and how far to look, to values ahead. */
type Method = { readonly name: string; readonly ahead: (y: Float64Array, h: number) => ArrayLike<number> }

initSync({ module: readFileSync(fileURLToPath(import.meta.resolve('@bsull/augurs/mstl').replace('.js', '_bg.wasm'))) })

function ours(name: ModelName): Method {
  const model = MODELS[name]
  return { name, ahead: (y, h) => model.predict(model.fit(y, SEASON), h) }
}

function augurs(y: Float64Array, h: number): ArrayLike<number> {
  const model = MSTL.ets([SEASON])
  model.fit(y)
  const { point } = model.predict(h)
  model.free()
  return point
}

const METHODS: readonly Method[] = [
  ours('ets'),
  ours('ets-average'),
  ours('combination'),
  ours('median-of-four'),
  { name: '@bsull/augurs MSTL.ets([12])', ahead: augurs },
]

const monthly = readM3().filter((series) => series.period === 'monthly')
const timed = monthly
  .filter(({ train }) => train.length >= LENGTH)
  .map(({ train }) => Float64Array.from(train.slice(-LENGTH)))

/** Milliseconds of processor a series: the median round, after one round that is not counted. */
function timeOf({ ahead }: Method): number {
  const rounds: number[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const before = process.cpuUsage()
    for (const y of timed) ahead(y, HORIZON)
    const { user, system } = process.cpuUsage(before)
    if (round > 0) rounds.push((user + system) / 1000 / timed.length)
  }
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number
}

console.log(`engine ${VERSION}; ${timed.length} series of ${LENGTH} timed, ${monthly.length} scored\n`)
console.log('| method | ms a series | sMAPE | MASE |\n|---|---|---|---|')
for (const method of METHODS) {
  const time = timeOf(method)
  let percent = 0
  let scaled = 0
  for (const { train, test, h } of monthly) {
    const said = Array.from(method.ahead(Float64Array.from(train), h))
    percent += smape(test, said) / monthly.length
    scaled += (mase(test, said, train, SEASON) ?? 0) / monthly.length
  }
  console.log(`| ${method.name} | ${time.toFixed(3)} | ${percent.toFixed(3)} | ${scaled.toFixed(4)} |`)
}
