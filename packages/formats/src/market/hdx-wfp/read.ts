// SPDX-License-Identifier: Apache-2.0
import type { ByteSource } from '../../byte-source.ts'
import { badReading, isNoValue, readNumber } from '../number.ts'
import { readPeriod } from '../period.ts'
import { type BadReading, factsOnce, type MarketBatch, type MarketReading, noFacts } from '../reading.ts'
import { columnsOf, type MarketReadOptions, openTable } from '../table.ts'

const columns = {
  date: ['date'],
  region: ['admin1', 'adm1_name'],
  market: ['market', 'mkt_name'],
  category: ['category'],
  commodity: ['commodity', 'cm_name'],
  unit: ['unit', 'um_name'],
  priceType: ['pricetype', 'pt_name'],
  currency: ['currency', 'cur_name'],
  price: ['price', 'mp_price'],
} as const

/**
 * Reads food prices as the World Food Programme publishes them on the Humanitarian Data Exchange: a row a month, market
 * and commodity. The line of HXL tags under the header is passed over.
 *
 * @source HDX, "Global - Food Prices", columns of the country files (date, admin1, admin2, market, latitude, longitude,
 *         category, commodity, unit, priceflag, pricetype, currency, price, usdprice).
 * @throws market.columns-missing, formats.empty, formats.header-only
 */
export async function* readWfpPrices(source: ByteSource, options: MarketReadOptions = {}): AsyncIterable<MarketBatch> {
  const table = await openTable(source, options)
  const cell = columnsOf(table.header, columns, ['date', 'market', 'commodity', 'price'])
  const once = factsOnce()
  for await (const { rows, passedOver } of table.rows()) {
    const readings: MarketReading[] = []
    const bad: BadReading[] = []
    let tags = 0
    for (const row of rows) {
      const { lineNo } = row
      if (row.cells[0]?.startsWith('#')) {
        tags += 1
        continue
      }
      if (row.fault) {
        bad.push(badReading(lineNo, null, 'row-broken', row.cells[0] ?? ''))
        continue
      }
      const period = readPeriod(cell(row, 'date'))
      const price = readNumber(cell(row, 'price'))
      const [market, commodity] = [cell(row, 'market'), cell(row, 'commodity')]
      if (!period) bad.push(badReading(lineNo, 'date', 'date-unreadable', cell(row, 'date')))
      else if (price === undefined) bad.push(badPrice(lineNo, cell(row, 'price')))
      else if (price <= 0) bad.push(badReading(lineNo, 'price', 'value-not-positive', cell(row, 'price')))
      else if (market === '' || commodity === '')
        bad.push(badReading(lineNo, market === '' ? 'market' : 'commodity', 'name-missing', ''))
      else {
        const unit = cell(row, 'unit')
        const type = cell(row, 'priceType')
        const currency = cell(row, 'currency')
        const family = [cell(row, 'region'), market, commodity, unit, type].join('|')
        const facts = once(`${family}|${currency}`, () => ({
          ...noFacts,
          family,
          words: [commodity, ...(type === '' || type === 'Retail' ? [] : [type]), market],
          kind: 'price',
          unit: unit || null,
          currency: currency || null,
          region: cell(row, 'region') || null,
          place: market,
          commodity,
          measure: type || null,
        }))
        readings.push({ facts, day: period.day, value: price, lineNo })
      }
    }
    yield { readings, bad, rowsRead: rows.length + passedOver, rowsPassedOver: passedOver + tags }
  }
}

function badPrice(lineNo: number, text: string): BadReading {
  return badReading(lineNo, 'price', isNoValue(text) ? 'value-missing' : 'value-not-a-number', text)
}
