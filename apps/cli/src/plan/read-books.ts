// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { ByteSource } from '@resham/formats'
import {
  type BadRow,
  createFactCollector,
  type DailySeries as DailyFacts,
  defaultRules,
  type Facts,
  type Layout,
  type LineKind,
  readLedger,
  sniffLedger,
} from '@resham/ledger'
import { currencyDecimals, isCurrency, type Pack } from '@resham/pack-kit'
import type { Books, DailySeries } from '@resham/planning'
import { native } from './file-source.ts'

/** A ledger as the engines want it, and how its reading went. */
export type ReadBooks = {
  readonly books: Books
  readonly currency: string
  readonly layout: Layout
  readonly lines: number
  /** Lines of each kind. */
  readonly byKind: Readonly<Record<LineKind, number>>
  readonly bad: number
  /** The first few bad rows: enough to see what is wrong. */
  readonly badSample: readonly BadRow[]
  readonly otherCurrencies: Facts['otherCurrencies']
}

const sampleOfBad = 5

/**
 * Reads a ledger front to back into daily facts.
 *
 * @param defaultCurrency of lines that name none
 * @param progress called with the bytes read so far
 * @throws cli.no-sales when no line is a sale; ledger.* and formats.* when the file cannot be used
 */
export async function readBooks(
  source: ByteSource,
  pack: Pack,
  defaultCurrency: string,
  progress: (bytesRead: number, lines: number) => void,
): Promise<ReadBooks> {
  const { layout } = await sniffLedger(source, { ...native, preferredDateOrder: pack.dateOrder })
  const collector = createFactCollector()
  const badSample: BadRow[] = []
  let lines = 0
  let bad = 0
  const options = {
    ...native,
    defaultCurrency,
    currencyDecimals: (code: string) => (isCurrency(code) ? currencyDecimals(code) : null),
  }
  for await (const batch of readLedger(source, layout, defaultRules, options)) {
    for (const line of batch.lines) collector.add(line)
    lines += batch.lines.length
    bad += batch.bad.length
    if (badSample.length < sampleOfBad) badSample.push(...batch.bad.slice(0, sampleOfBad - badSample.length))
    progress(batch.bytesRead, lines)
  }
  const facts = collector.finish()
  if (facts.firstDay === null || facts.lastDay === null) throw new AppError('cli.no-sales', { lines, bad })
  const books: Books = {
    firstDay: facts.firstDay,
    lastDay: facts.lastDay,
    total: seriesOf(facts.total),
    items: facts.items.map((item) => ({ ...seriesOf(item), code: item.key, category: item.category })),
    customers: facts.customers.map(seriesOf),
    countries: facts.countries.map(seriesOf),
    channels: facts.channels.map(seriesOf),
  }
  const byKind = Object.fromEntries(
    Object.entries(facts.kinds).map(([kind, counted]) => [kind, counted.lines]),
  ) as Record<LineKind, number>
  const { currency, otherCurrencies } = facts
  return { books, currency, layout, lines, byKind, bad, badSample, otherCurrencies }
}

/** From exact thousandths to the floating pieces of the engines. */
function seriesOf({ key, name, days, quantityMilli, netMinor, orders }: DailyFacts): DailySeries {
  return { key, name, days, quantity: quantityMilli.map((milli) => milli / 1000), net: netMinor, orders }
}
