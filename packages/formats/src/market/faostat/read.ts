// SPDX-License-Identifier: Apache-2.0
import type { ByteSource } from '../../byte-source.ts'
import type { Row } from '../../row.ts'
import { badReading, isNoValue, readNumber } from '../number.ts'
import { readPeriod } from '../period.ts'
import {
  type BadReading,
  factsOnce,
  type MarketBatch,
  type MarketKind,
  type MarketReading,
  noFacts,
  type SeriesFacts,
} from '../reading.ts'
import { columnOf, columnsOf, type MarketReadOptions, openTable, type Table } from '../table.ts'
import { onlyFileOfZip } from '../zipped.ts'

const columns = {
  area: ['Area'],
  item: ['Item'],
  element: ['Element'],
  unit: ['Unit'],
  year: ['Year'],
  month: ['Months'],
  value: ['Value'],
} as const
type Cell = ReturnType<typeof columnsOf<keyof typeof columns>>

/**
 * Reads FAOSTAT's bulk files, zipped or not: normalised (a row a year, or a month) and wide (`Y1961`, `Y1961F`, ...).
 *
 * @source FAOSTAT, "Bulk downloads", for example Production_Crops_Livestock_E_All_Data_(Normalized).csv.
 * @throws market.columns-missing, formats.empty, formats.header-only, formats.broken-workbook
 */
export async function* readFaostat(source: ByteSource, options: MarketReadOptions = {}): AsyncIterable<MarketBatch> {
  const table = await openTable(await onlyFileOfZip(source, options), options)
  const years = table.header.flatMap((name, at) => (/^Y\d{4}$/.test(name) ? [{ year: name.slice(1), at }] : []))
  if (years.length > 0 && columnOf(table.header, ['Value']) < 0) yield* readWide(table, years)
  else yield* readNormalised(table)
}

async function* readNormalised(table: Table): AsyncIterable<MarketBatch> {
  const cell = columnsOf(table.header, columns, ['area', 'item', 'element', 'year', 'value'])
  const once = factsOnce()
  for await (const { rows, passedOver } of table.rows()) {
    const readings: MarketReading[] = []
    const bad: BadReading[] = []
    for (const row of rows) {
      const { lineNo } = row
      const text = cell(row, 'value')
      const period = readPeriod(cell(row, 'year') + monthOf(cell(row, 'month')))
      const value = readNumber(text)
      const nameless = missingName(row, cell)
      if (row.fault) bad.push(badReading(lineNo, null, 'row-broken', row.cells[0] ?? ''))
      else if (!period) bad.push(badReading(lineNo, 'Year', 'date-unreadable', cell(row, 'year')))
      else if (nameless) bad.push(nameless)
      else if (value === undefined) bad.push(noNumber(lineNo, 'Value', text))
      else readings.push({ facts: factsOf(row, cell, once, period.frequency), day: period.day, value, lineNo })
    }
    yield { readings, bad, rowsRead: rows.length + passedOver, rowsPassedOver: passedOver }
  }
}

async function* readWide(table: Table, years: readonly { year: string; at: number }[]): AsyncIterable<MarketBatch> {
  const cell = columnsOf(table.header, columns, ['area', 'item', 'element'])
  const once = factsOnce()
  for await (const { rows, passedOver } of table.rows()) {
    const readings: MarketReading[] = []
    const bad: BadReading[] = []
    for (const row of rows) {
      const { lineNo } = row
      const nameless = missingName(row, cell)
      if (row.fault) bad.push(badReading(lineNo, null, 'row-broken', row.cells[0] ?? ''))
      else if (nameless) bad.push(nameless)
      else {
        const facts = factsOf(row, cell, once, 'year')
        for (const { year, at } of years) {
          const text = row.cells[at] ?? ''
          if (isNoValue(text)) continue
          const value = readNumber(text)
          if (value === undefined) bad.push(noNumber(lineNo, `Y${year}`, text))
          else readings.push({ facts, day: readPeriod(year)?.day ?? 0, value, lineNo })
        }
      }
    }
    yield { readings, bad, rowsRead: rows.length + passedOver, rowsPassedOver: passedOver }
  }
}

function factsOf(
  row: Row,
  cell: Cell,
  once: ReturnType<typeof factsOnce>,
  frequency: 'month' | 'year' | 'quarter' | 'week' | 'day',
): SeriesFacts {
  const [area, item, element, unit] = [cell(row, 'area'), cell(row, 'item'), cell(row, 'element'), cell(row, 'unit')]
  const family = [area, item, element, unit, frequency].join('|')
  return once(family, () => ({
    ...noFacts,
    family,
    words: [item, element, area],
    kind: kindOf(element),
    unit: unit || null,
    currency: /^(?:US\$|USD)/.test(unit) ? 'USD' : null,
    frequency,
    region: area,
    place: area,
    commodity: item,
    reporter: area,
    flow: /^export/i.test(element) ? 'export' : /^import/i.test(element) ? 'import' : null,
    measure: element,
  }))
}

function kindOf(element: string): MarketKind {
  if (/price index/i.test(element)) return 'index'
  if (/price/i.test(element)) return 'price'
  return /^(?:export|import)/i.test(element) ? 'trade' : 'harvest'
}

function missingName(row: Row, cell: Cell): BadReading | undefined {
  for (const name of ['area', 'item', 'element'] as const) {
    if (cell(row, name) === '') return badReading(row.lineNo, columns[name][0], 'name-missing', '')
  }
  return undefined
}

function noNumber(lineNo: number, column: string, text: string): BadReading {
  return badReading(lineNo, column, isNoValue(text) ? 'value-missing' : 'value-not-a-number', text)
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `-03` for "March"; nothing for "Annual value" and for files of years. */
function monthOf(name: string): string {
  const at = months.indexOf(name)
  return at < 0 ? '' : `-${String(at + 1).padStart(2, '0')}`
}
