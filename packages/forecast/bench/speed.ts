// SPDX-License-Identifier: Apache-2.0
// How long the automatic choice takes over a shop of 4,000 items, on one core.
// Series are drawn from a fixed seed: a third seldom sold, the rest with level, trend and a yearly season.

import { seededRandom } from '@resham/base'
import { forecast } from '../src/index.ts'

const ITEMS = 4000
const random = seededRandom(20)

function drawSeries(): number[] {
  const n = 40 + random.integer(53)
  const seldom = random.next() < 1 / 3
  const level = Math.exp(1 + 3 * random.next())
  const trend = 1 + 0.01 * random.normal()
  return Array.from({ length: n }, (_, t) => {
    if (seldom) return random.next() < 0.3 ? 1 + random.integer(12) : 0
    const season = 1 + 0.3 * Math.sin((2 * Math.PI * t) / 52)
    return Math.max(0, Math.round(level * trend ** t * season * Math.exp(0.4 * random.normal())))
  })
}

const shop = Array.from({ length: ITEMS }, drawSeries)
for (const y of shop.slice(0, 200)) forecast(y, { h: 12, seasonLength: 52 })

const started = performance.now()
const before = process.cpuUsage()
const chosen = new Map<string, number>()
for (const y of shop) {
  const result = forecast(y, { h: 12, seasonLength: y.length > 52 ? 52 : 1 })
  const name = result.kind === 'forecast' ? result.model : 'declined'
  chosen.set(name, (chosen.get(name) ?? 0) + 1)
}
const seconds = (performance.now() - started) / 1000
const { user, system } = process.cpuUsage(before)
const cpuSeconds = (user + system) / 1e6

// Processor time counts the collector's helper threads too; it is what a busy machine does not disturb.
console.log(
  `${ITEMS} series, h = 12, automatic choice: ${seconds.toFixed(2)} s by the clock, ${cpuSeconds.toFixed(2)} s of ` +
    `processor (${((1000 * cpuSeconds) / ITEMS).toFixed(3)} ms a series)`,
)
console.log(Object.fromEntries([...chosen].sort((a, b) => b[1] - a[1])))
