// SPDX-License-Identifier: Apache-2.0
import type { ByteSource } from '../../byte-source.ts'
import { columnsOf, type MarketReadOptions, openTable } from '../table.ts'

/** A heading of the Harmonised System and what it is called. */
export type TradeHeading = { readonly code: string; readonly name: string; readonly nameUr: string | null }

const fields = {
  code: ['hscode', 'code', 'heading', 'cmdCode', 'Commodity Code'],
  name: ['description', 'name', 'cmdDesc', 'Commodity'],
  nameUr: ['description_ur', 'name_ur'],
} as const

/** Names are for a line on a phone. */
const longest = 160

/**
 * Reads a list of customs codes with their names; those of four digits count, others are passed over.
 *
 * @throws market.columns-missing, formats.empty, formats.header-only
 */
export async function readTradeHeadings(
  source: ByteSource,
  options: MarketReadOptions = {},
): Promise<{ readonly rowsRead: number; readonly headings: readonly TradeHeading[] }> {
  const table = await openTable(source, options)
  const cell = columnsOf(table.header, fields, ['code', 'name'])
  const found = new Map<string, TradeHeading>()
  let rowsRead = 0
  for await (const { rows } of table.rows()) {
    rowsRead += rows.length
    for (const row of rows) {
      const code = cell(row, 'code').replace(/[.\s]/g, '')
      const name = cell(row, 'name').replace(/\s+/g, ' ')
      if (row.fault || !/^\d{4}$/.test(code) || name === '') continue
      const short = name.length <= longest ? name : `${name.slice(0, longest - 1).trimEnd()}…`
      found.set(code, { code, name: short, nameUr: cell(row, 'nameUr') || null })
    }
  }
  return { rowsRead, headings: [...found.values()] }
}
