// SPDX-License-Identifier: Apache-2.0
// How long a shop as large as the public ledger takes, on one core: forecasts of all items, then everything else.
// Run: npm run bench:planning
import { inventedBooks, someSettings } from '../src/a-books.testing.ts'
import { analyse, outlookOfItem, planItem, withinBudget } from '../src/index.ts'

const books = inventedBooks({ items: 4000, customers: 4300, countries: 38, days: 640 })
const settings = someSettings()
for (const item of books.items.slice(0, 300)) outlookOfItem(item, settings)

const started = performance.now()
const outlooks = books.items.map((item) => outlookOfItem(item, settings))
const forecasts = performance.now() - started
const count = (basis: string) => outlooks.filter((o) => o.demand.kind === 'demand' && o.demand.basis === basis).length
console.log(
  `outlooks of ${books.items.length} items: ${forecasts.toFixed(0)} ms (${count('forecast')} forecast, ${count('average')} averaged)`,
)
console.log(`one outlook stored: ${JSON.stringify(outlooks[0]).length} characters`)

const supplies = books.items.map(({ key }, i) => ({ key, onHand: (i * 37) % 200 }))
for (const round of ['first', 'again', 'and again']) {
  const begun = performance.now()
  const analysis = analyse(books, outlooks, supplies, settings)
  const ms = (performance.now() - begun).toFixed(0)
  const told = Object.values(analysis.trends).reduce((sum, list) => sum + list.length, 0)
  console.log(`everything else, ${round}: ${ms} ms (${told} stories, ${analysis.plan.length} lines)`)
}
const { plan } = analyse(books, outlooks, supplies, settings)
const planned = performance.now()
for (let i = 0; i < 10_000; i++) {
  const outlook = outlooks[i % outlooks.length] as (typeof outlooks)[number]
  planItem(
    { key: outlook.key, code: '', name: '', category: null },
    outlook.demand,
    { key: outlook.key, onHand: i % 90 },
    settings,
  )
}
console.log(`one line planned anew: ${((performance.now() - planned) / 10).toFixed(1)} microseconds`)
const bought = performance.now()
const { chosen } = withinBudget(plan, 5_000_000)
console.log(`a budget shared out: ${(performance.now() - bought).toFixed(1)} ms (${chosen.length} lines)`)
