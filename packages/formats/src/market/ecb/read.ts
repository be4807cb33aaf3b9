// SPDX-License-Identifier: Apache-2.0
import type { ByteSource } from '../../byte-source.ts'
import type { Row } from '../../row.ts'
import { badReading, isNoValue, readNumber } from '../number.ts'
import { readPeriod } from '../period.ts'
import {
  type BadReading,
  factsOnce,
  type MarketBatch,
  type MarketFrequency,
  type MarketReading,
  noFacts,
  type SeriesFacts,
} from '../reading.ts'
import { columnOf, columnsOf, type MarketReadOptions, openTable, type Table } from '../table.ts'

const euro = 'EUR'

/**
 * Reads the reference rates of the European Central Bank: the wide file (`Date,USD,JPY,...`, units of each currency for
 * one euro) and SDMX-CSV as its data service answers (`KEY,FREQ,CURRENCY,CURRENCY_DENOM,...,TIME_PERIOD,OBS_VALUE`).
 *
 * @source ECB, "Euro foreign exchange reference rates", eurofxref-hist; ECB Data Portal, web services, format csvdata.
 * @throws market.columns-missing, formats.empty, formats.header-only
 */
export async function* readEcbRates(source: ByteSource, options: MarketReadOptions = {}): AsyncIterable<MarketBatch> {
  const table = await openTable(source, options)
  if (columnOf(table.header, ['OBS_VALUE']) >= 0) yield* readSdmx(table)
  else yield* readWide(table)
}

function rateFacts(currency: string, per: string, frequency: MarketFrequency | null): Omit<SeriesFacts, 'key'> {
  return {
    ...noFacts,
    family: `${currency}|${per}`,
    words: [`${currency} / ${per}`],
    kind: 'rate',
    currency,
    perCurrency: per,
    frequency,
  }
}

async function* readWide(table: Table): AsyncIterable<MarketBatch> {
  const cell = columnsOf(table.header, { date: ['Date'] }, ['date'])
  const currencies = table.header.flatMap((name, at) => (/^[A-Z]{3}$/.test(name) ? [{ name, at }] : []))
  const once = factsOnce()
  for await (const { rows, passedOver } of table.rows()) {
    const readings: MarketReading[] = []
    const bad: BadReading[] = []
    for (const row of rows) {
      const { lineNo } = row
      const period = row.fault ? undefined : readPeriod(cell(row, 'date'))
      if (!period) {
        bad.push(badReading(lineNo, 'Date', row.fault ? 'row-broken' : 'date-unreadable', row.cells[0] ?? ''))
        continue
      }
      for (const { name, at } of currencies) {
        const text = row.cells[at] ?? ''
        // A currency that is not quoted that day is left open in every row.
        if (isNoValue(text)) continue
        const value = readNumber(text)
        if (value === undefined || value <= 0) bad.push(badRate(lineNo, name, text, value))
        else
          readings.push({
            facts: once(`${name}|${euro}`, () => rateFacts(name, euro, 'day')),
            day: period.day,
            value,
            lineNo,
          })
      }
    }
    yield { readings, bad, rowsRead: rows.length + passedOver, rowsPassedOver: passedOver }
  }
}

const frequencies: Readonly<Record<string, MarketFrequency>> = {
  D: 'day',
  B: 'day',
  W: 'week',
  M: 'month',
  Q: 'quarter',
  A: 'year',
}
const sdmxColumns = {
  frequency: ['FREQ'],
  currency: ['CURRENCY'],
  per: ['CURRENCY_DENOM'],
  period: ['TIME_PERIOD'],
  value: ['OBS_VALUE'],
} as const

async function* readSdmx(table: Table): AsyncIterable<MarketBatch> {
  const cell = columnsOf(table.header, sdmxColumns, ['currency', 'period', 'value'])
  const once = factsOnce()
  for await (const { rows, passedOver } of table.rows()) {
    const readings: MarketReading[] = []
    const bad: BadReading[] = []
    for (const row of rows) {
      const one = readSdmxRow(row, cell, once)
      if ('reason' in one) bad.push(one)
      else readings.push(one)
    }
    yield { readings, bad, rowsRead: rows.length + passedOver, rowsPassedOver: passedOver }
  }
}

function readSdmxRow(
  row: Row,
  cell: ReturnType<typeof columnsOf<keyof typeof sdmxColumns>>,
  once: ReturnType<typeof factsOnce>,
): MarketReading | BadReading {
  const { lineNo } = row
  if (row.fault) return badReading(lineNo, null, 'row-broken', row.cells[0] ?? '')
  const [currency, per] = [cell(row, 'currency'), cell(row, 'per') || euro]
  if (!/^[A-Z]{3}$/.test(currency)) return badReading(lineNo, 'CURRENCY', 'currency-unknown', currency)
  const period = readPeriod(cell(row, 'period'))
  if (!period) return badReading(lineNo, 'TIME_PERIOD', 'date-unreadable', cell(row, 'period'))
  const text = cell(row, 'value')
  const value = readNumber(text)
  if (value === undefined || value <= 0) return badRate(lineNo, 'OBS_VALUE', text, value)
  const frequency = frequencies[cell(row, 'frequency')] ?? period.frequency
  // Daily rates have the key of the wide file: the two may follow each other.
  const key = frequency === 'day' ? `${currency}|${per}` : `${currency}|${per}|${frequency}`
  return { facts: once(key, () => rateFacts(currency, per, frequency)), day: period.day, value, lineNo }
}

function badRate(lineNo: number, column: string, text: string, value: number | undefined): BadReading {
  if (value !== undefined) return badReading(lineNo, column, 'value-not-positive', text)
  return badReading(lineNo, column, isNoValue(text) ? 'value-missing' : 'value-not-a-number', text)
}
