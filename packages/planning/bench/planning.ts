// SPDX-License-Identifier: Apache-2.0
// How long a shop as large as the public ledger takes, on one core: forecasts of all items, then everything else.
// Run: npm run bench:planning
import { inventedBooks, someSettings } from '../src/a-books.testing.ts'
import { outlookOfItem } from '../src/index.ts'

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
