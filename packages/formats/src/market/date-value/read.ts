// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { ByteSource } from '../../byte-source.ts'
import type { Row } from '../../row.ts'
import { badReading, isNoValue, readNumber } from '../number.ts'
import { type DateOrder, dateOrderOf, readPeriod } from '../period.ts'
import {
  type BadReading,
  factsOnce,
  type MarketBatch,
  type MarketKind,
  type MarketReading,
  noFacts,
  type SeriesFacts,
} from '../reading.ts'
import { columnOf, type MarketReadOptions, openTable } from '../table.ts'

/** What the operator says of a plain table of dates and values. */
export type DateValueOptions = MarketReadOptions & {
  /** What it is called; the name of the value's column when left out. */
  readonly name?: string
  /** Columns; found by their usual names when left out. */
  readonly date?: string
  readonly value?: string
  /** Columns that tell series apart, from what to where. */
  readonly by?: readonly string[]
  readonly kind?: MarketKind
  readonly unit?: string
  readonly currency?: string
  readonly perCurrency?: string
  readonly region?: string
  /** For cells such as 1/2/2026; told from the first rows when left out. */
  readonly dateOrder?: DateOrder
}

const dateNames = ['date', 'day', 'month', 'period', 'time', 'week', 'quarter', 'year', 'ds', 'تاریخ', 'مہینہ', 'سال']
const valueNames = ['value', 'price', 'rate', 'amount', 'close', 'y', 'قیمت', 'رقم']

/**
 * Reads a table with a column of dates and a column of values, a row a period; `by` names columns that tell several
 * series apart.
 *
 * @throws market.columns-missing, formats.empty, formats.header-only
 */
export async function* readDateValue(source: ByteSource, options: DateValueOptions = {}): AsyncIterable<MarketBatch> {
  const table = await openTable(source, options)
  const date = options.date === undefined ? usual(table.header, dateNames) : columnOf(table.header, [options.date])
  const by = (options.by ?? []).map((name) => columnOf(table.header, [name]))
  const value = valueColumn(table.header, table.head, date, options)
  const missing = [
    ...(date < 0 ? [options.date ?? 'date'] : []),
    ...(value < 0 ? [options.value ?? 'value'] : []),
    ...(options.by ?? []).filter((_, place) => (by[place] ?? -1) < 0),
  ]
  if (missing.length > 0) throw new AppError('market.columns-missing', { columns: missing.join(', ') })
  const order = options.dateOrder ?? dateOrderOf(table.head.map(({ cells }) => cells[date] ?? ''))
  const once = factsOnce()
  const title = options.name ?? table.header[value] ?? ''

  for await (const { rows, passedOver } of table.rows()) {
    const readings: MarketReading[] = []
    const bad: BadReading[] = []
    for (const row of rows) {
      const one = readRow(row, { date, value, by, order, header: table.header }, (names) =>
        once(`${title}|${names.join('|')}`, () => describe(title, names, options)),
      )
      if ('reason' in one) bad.push(one)
      else readings.push(one)
    }
    yield { readings, bad, rowsRead: rows.length + passedOver, rowsPassedOver: passedOver }
  }
}

type Places = {
  readonly date: number
  readonly value: number
  readonly by: readonly number[]
  readonly order: DateOrder
  readonly header: readonly string[]
}

function readRow(
  row: Row,
  places: Places,
  factsOf: (names: readonly string[]) => SeriesFacts,
): MarketReading | BadReading {
  const { lineNo, cells } = row
  if (row.fault) return badReading(lineNo, null, 'row-broken', cells[0] ?? '')
  const dateText = cells[places.date] ?? ''
  const period = readPeriod(dateText, places.order)
  if (!period) return badReading(lineNo, places.header[places.date] ?? null, 'date-unreadable', dateText)
  const text = cells[places.value] ?? ''
  const value = readNumber(text)
  const column = places.header[places.value] ?? null
  if (value === undefined)
    return badReading(lineNo, column, isNoValue(text) ? 'value-missing' : 'value-not-a-number', text)
  return { facts: factsOf(places.by.map((at) => (cells[at] ?? '').trim())), day: period.day, value, lineNo }
}

function describe(title: string, names: readonly string[], options: DateValueOptions): Omit<SeriesFacts, 'key'> {
  return {
    ...noFacts,
    family: `${title}|${names.join('|')}`,
    words: [...names, title].filter((word) => word !== ''),
    kind: options.kind ?? (options.perCurrency ? 'rate' : 'price'),
    unit: options.unit ?? null,
    currency: options.currency ?? null,
    perCurrency: options.perCurrency ?? null,
    region: options.region ?? null,
    place: names[1] ?? null,
    commodity: names[0] ?? null,
  }
}

function usual(header: readonly string[], names: readonly string[]): number {
  const exact = header.findIndex((name) => names.includes(name.trim().toLowerCase()))
  return exact >= 0 ? exact : columnOf(header, names)
}

/** The named one; else one with a usual name; else the first whose cells are numbers. */
function valueColumn(header: readonly string[], head: readonly Row[], date: number, options: DateValueOptions): number {
  if (options.value !== undefined) return columnOf(header, [options.value])
  const named = usual(header, valueNames)
  if (named >= 0 && named !== date) return named
  return header.findIndex(
    (_, at) =>
      at !== date &&
      head.length > 0 &&
      head.slice(0, 20).every(({ cells }) => readNumber(cells[at] ?? '') !== undefined),
  )
}
