// SPDX-License-Identifier: Apache-2.0
import type { ByteSource } from '../../byte-source.ts'
import { badReading } from '../number.ts'
import { type BadReading, factsOnce, type MarketBatch, type MarketReading } from '../reading.ts'
import { columnsOf, type MarketReadOptions, openTable } from '../table.ts'
import { readTradeRecord, tradeFields } from './record.ts'

/**
 * Reads trade as UN Comtrade gives it for download, in the columns of today and of the earlier site.
 *
 * @throws market.columns-missing, formats.empty, formats.header-only
 */
export async function* readComtradeCsv(
  source: ByteSource,
  options: MarketReadOptions = {},
): AsyncIterable<MarketBatch> {
  const table = await openTable(source, options)
  const cell = columnsOf(table.header, tradeFields, ['period', 'flow', 'product', 'value'])
  const once = factsOnce()
  for await (const { rows, passedOver } of table.rows()) {
    const readings: MarketReading[] = []
    const bad: BadReading[] = []
    let parts = 0
    for (const row of rows) {
      if (row.fault) {
        bad.push(badReading(row.lineNo, null, 'row-broken', row.cells[0] ?? ''))
        continue
      }
      const one = readTradeRecord((name) => cell(row, name), row.lineNo, once)
      if (one === null) parts += 1
      else if ('reason' in one) bad.push(one)
      else readings.push(...one)
    }
    yield { readings, bad, rowsRead: rows.length + passedOver, rowsPassedOver: passedOver + parts }
  }
}
