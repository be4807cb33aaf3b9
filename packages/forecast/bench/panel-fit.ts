// SPDX-License-Identifier: Apache-2.0
// How long one model over 4,000 items of 104 weeks takes to fit and to forecast eight weeks, on one core, and the
// memory it needs. The items are invented: seeded demand in bursts, ten categories with seasons of their own.

import { isDeclined, seededRandom } from '@resham/base'
import { forecastPanel, forecastPanelFrom, type PanelSeries } from '../src/index.ts'

const ITEMS = 4000
const WEEKS = 104
const random = seededRandom(1)

const items: PanelSeries[] = Array.from({ length: ITEMS }, (_, i) => {
  const level = 2 * 50 ** random.next()
  const category = i % 10
  const y = Array.from({ length: WEEKS }, (__, t) => {
    const season = 1 + 0.5 * Math.cos((2 * Math.PI * (t + 5 * category)) / 52)
    return random.next() < 0.4 ? 0 : Math.round(level * season * Math.exp(random.normal()))
  })
  const orders = { values: y.map((value) => Math.ceil(value / 6)), unit: 'own' as const }
  const largest = { values: y.map((value) => value * (0.3 + 0.7 * random.next())), unit: 'y' as const }
  return { id: `${i}`, y, groups: { category: `${category}` }, past: { orders, largest } }
})

const started = performance.now()
const result = forecastPanel(items, { h: 8, seasonLength: 52 })
if (isDeclined(result)) throw new Error(result.reason)
const fitted = performance.now()
forecastPanelFrom(result.fit, items)
const again = performance.now()
console.log({
  items: ITEMS,
  weeks: WEEKS,
  rows: result.fit.backtest.learnt,
  trees: result.fit.backtest.trees,
  features: result.fit.features.length,
  secondsToFitAndForecast: Number(((fitted - started) / 1000).toFixed(1)),
  secondsToForecastFromFit: Number(((again - fitted) / 1000).toFixed(1)),
  megabytes: Math.round(process.memoryUsage.rss() / 1e6),
  fitKilobytes: Math.round(JSON.stringify(result.fit).length / 1000),
})
