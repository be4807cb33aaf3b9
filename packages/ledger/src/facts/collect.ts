// SPDX-License-Identifier: Apache-2.0
import type { DayNumber } from '@resham/base'
import { createOccurrences } from '../occurrences.ts'
import type { LedgerLine, LineKind } from '../types.ts'
import { createSeriesBuilder, type DailySeries, type SeriesBuilder } from './daily-series.ts'

/** An item's days, and what else the books know of it. */
export type ItemFacts = DailySeries & { readonly category: string | null }

/** Everything that the engines ask of a ledger. */
export type Facts = {
  /** Currency of every `netMinor`. */
  readonly currency: string
  /** First and last day with goods sold; null when there is none. */
  readonly firstDay: DayNumber | null
  readonly lastDay: DayNumber | null
  readonly total: DailySeries
  /** By net sales, largest first; so are all lists. */
  readonly items: readonly ItemFacts[]
  readonly customers: readonly DailySeries[]
  readonly countries: readonly DailySeries[]
  readonly channels: readonly DailySeries[]
  readonly categories: readonly DailySeries[]
  /** Lines and value of each kind, in the one currency. */
  readonly kinds: Readonly<Record<LineKind, { readonly lines: number; readonly netMinor: number }>>
  /** Goods lines in other currencies: their quantities are counted above, their values are not. */
  readonly otherCurrencies: readonly { readonly currency: string; readonly lines: number; readonly netMinor: number }[]
}

/** Gathers facts line by line. */
export type FactCollector = { add(line: LedgerLine): void; finish(): Facts }

/** True for lines that are goods sold or goods that came back. */
export function isGoods(kind: LineKind): boolean {
  return kind === 'sale' || kind === 'return' || kind === 'cancellation'
}

/**
 * Makes a collector of daily facts in memory, for a reader without a database. Only goods count;
 * charges and adjustments are told apart in `kinds`.
 *
 * @param currency Of the values; that of the first goods line when not given.
 */
export function createFactCollector(currency?: string): FactCollector {
  let main = currency
  const documents = createNumbering()
  const total = createDimension()
  const items = createDimension()
  const customers = createDimension()
  const countries = createDimension()
  const channels = createDimension()
  const categories = createDimension()
  const kinds = Object.fromEntries(
    (['sale', 'return', 'cancellation', 'adjustment', 'charge', 'ignored'] as const).map((kind) => [
      kind,
      { lines: 0, netMinor: 0 },
    ]),
  ) as Record<LineKind, { lines: number; netMinor: number }>
  const others = new Map<string, { lines: number; netMinor: number }>()

  function add(line: LedgerLine): void {
    const goods = isGoods(line.kind)
    if (goods) main ??= line.currency
    const isMain = line.currency === (main ?? line.currency)
    const counted = kinds[line.kind]
    counted.lines++
    if (isMain) counted.netMinor += line.netMinor
    if (!goods) return
    if (!isMain) addOther(line)
    const net = isMain ? line.netMinor : 0
    const document = line.kind === 'sale' ? documents.numberOf(line.document) : -1
    total.add('', line.day, line.quantityMilli, net, document)
    const item = items.add(line.itemCode, line.day, line.quantityMilli, net, document)
    item.names.count(line.itemName)
    if (line.category !== null) item.categories.count(line.category)
    if (line.customer !== null) {
      const customer = customers.add(line.customer, line.day, line.quantityMilli, net, document)
      if (line.customerName !== null) customer.names.count(line.customerName)
    }
    if (line.country !== null) countries.add(line.country, line.day, line.quantityMilli, net, document)
    if (line.channel !== null) channels.add(line.channel, line.day, line.quantityMilli, net, document)
    if (line.category !== null) categories.add(line.category, line.day, line.quantityMilli, net, document)
  }

  function addOther(line: LedgerLine): void {
    const other = others.get(line.currency) ?? { lines: 0, netMinor: 0 }
    other.lines++
    other.netMinor += line.netMinor
    others.set(line.currency, other)
  }

  return {
    add,
    finish() {
      const whole = total.build()[0] ?? createSeriesBuilder().build('', '')
      return {
        currency: main ?? '',
        firstDay: whole.days[0] ?? null,
        lastDay: whole.days.at(-1) ?? null,
        total: whole,
        items: items.build(),
        customers: customers.build(),
        countries: countries.build(),
        channels: channels.build(),
        categories: categories.build(),
        kinds,
        otherCurrencies: [...others].map(([code, sums]) => ({ currency: code, ...sums })),
      }
    },
  }
}

/** Facts of a whole stream of batches, as `readLedger` gives them. */
export async function collectFacts(
  batches: AsyncIterable<{ readonly lines: readonly LedgerLine[] }>,
  currency?: string,
): Promise<Facts> {
  const collector = createFactCollector(currency)
  for await (const batch of batches) for (const line of batch.lines) collector.add(line)
  return collector.finish()
}

type Entry = {
  readonly index: number
  readonly series: SeriesBuilder
  readonly names: Tally
  readonly categories: Tally
}

function createDimension() {
  const entries = new Map<string, Entry>()
  // Pairs of document and key met so far: exact, for both are small whole numbers.
  const met = createOccurrences()

  return {
    /** @param document Number of the sale's document; 0 when the file has none, -1 when the line is no sale. */
    add(key: string, day: DayNumber, quantityMilli: number, netMinor: number, document: number): Entry {
      let entry = entries.get(key)
      if (!entry) {
        entry = { index: entries.size, series: createSeriesBuilder(), names: createTally(), categories: createTally() }
        entries.set(key, entry)
      }
      // Multiplying by an odd number spreads the documents and keeps them apart.
      const isNew = document === 0 || (document > 0 && met.next(Math.imul(document, 0x9e3779b1), entry.index) === 0)
      entry.series.add(day, quantityMilli, netMinor, isNew)
      return entry
    },
    build(): ItemFacts[] {
      const built = [...entries].map(([key, { series, names, categories }]) => ({
        ...series.build(key, names.top() || key),
        category: categories.top() || null,
      }))
      const sums = new Map(built.map((series) => [series.key, series.netMinor.reduce((a, b) => a + b, 0)]))
      return built.sort((a, b) => (sums.get(b.key) ?? 0) - (sums.get(a.key) ?? 0) || (a.key < b.key ? -1 : 1))
    },
  }
}

/** Counts texts and knows the most frequent; of equals, the one met last. */
type Tally = { count(text: string): void; top(): string }

function createTally(): Tally {
  let only: string | undefined
  let times = 0
  let counts: Map<string, number> | undefined
  return {
    count(text) {
      if (text === '') return
      if (counts === undefined) {
        if (only === undefined || only === text) {
          only = text
          times++
          return
        }
        counts = new Map([[only, times]])
      }
      const seen = counts.get(text) ?? 0
      // Moved to the end, so that the last met comes last.
      counts.delete(text)
      counts.set(text, seen + 1)
    },
    top() {
      let best = only ?? ''
      let most = 0
      for (const [text, seen] of counts ?? []) {
        if (seen >= most) {
          most = seen
          best = text
        }
      }
      return best
    },
  }
}

/** Numbers texts from 1 in the order met; 0 is the empty text. */
function createNumbering() {
  const numbers = new Map<string, number>()
  let lastText = ''
  let lastNumber = 0
  return {
    numberOf(text: string): number {
      if (text === lastText) return lastNumber
      let number = text === '' ? 0 : numbers.get(text)
      if (number === undefined) {
        number = numbers.size + 1
        numbers.set(text, number)
      }
      lastText = text
      lastNumber = number
      return number
    },
  }
}
