// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { type ByteSource, readHead } from '../byte-source.ts'
import { plainBytes } from '../delimited/read.ts'
import { gunzip as ownGunzip } from '../gunzip.ts'
import { readComtradeCsv } from './comtrade/read-csv.ts'
import { readComtradeJson } from './comtrade/read-json.ts'
import { type DateValueOptions, readDateValue } from './date-value/read.ts'
import { readEcbRates } from './ecb/read.ts'
import { readFaostat } from './faostat/read.ts'
import { readWfpPrices } from './hdx-wfp/read.ts'
import type { MarketBatch } from './reading.ts'
import { type MarketReadOptions, plainName } from './table.ts'
import { readWorldBank } from './worldbank/read.ts'
import { onlyFileOfZip } from './zipped.ts'

export const marketFormats = ['wfp', 'comtrade', 'worldbank', 'faostat', 'ecb', 'csv'] as const
export type MarketFormat = (typeof marketFormats)[number]

/** Columns by which a format is known, all of them in one header. */
const marks: readonly (readonly [MarketFormat, readonly string[]])[] = [
  ['wfp', ['date', 'market', 'commodity', 'price', 'currency']],
  ['comtrade', ['cmdCode', 'flowCode', 'primaryValue']],
  ['comtrade', ['Commodity Code', 'Trade Flow Code', 'Trade Value (US$)']],
  ['faostat', ['Area Code', 'Item Code', 'Element']],
  ['ecb', ['KEY', 'CURRENCY', 'TIME_PERIOD', 'OBS_VALUE']],
]

/**
 * Tells the format of a file by what stands in it, never by its name. A table that is none of the others is `csv`.
 *
 * @throws formats.empty (through the readers), market.source-unknown for JSON that is none of ours
 */
export async function sniffMarketFormat(source: ByteSource, options: MarketReadOptions = {}): Promise<MarketFormat> {
  const opened = await onlyFileOfZip(source, options)
  const { head } = await readHead(plainBytes(opened(), options.gunzip ?? ownGunzip), 16_384)
  const text = new TextDecoder().decode(head).replace(/^\uFEFF/, '')
  if (/^\s*[[{]/.test(text)) {
    if (/"(?:indicator|lastupdated|sourceid)"/.test(text)) return 'worldbank'
    if (/"(?:cmdCode|flowCode|elapsedTime|primaryValue)"/.test(text)) return 'comtrade'
    throw new AppError('market.source-unknown', { starts: text.slice(0, 60) })
  }
  const header = (text.split(/[\r\n]/, 1)[0] ?? '').split(/[,;\t|]/).map(plainName)
  const known = marks.find(([, columns]) => columns.every((column) => header.includes(plainName(column))))
  if (known) return known[0]
  const currencies = header.filter((name) => /^[a-z]{3}$/.test(name))
  return header[0] === 'date' && currencies.length >= 5 && currencies.length >= header.length - 2 ? 'ecb' : 'csv'
}

/** Reads one file, or one page of an API, in any of the formats. @throws what the format's reader throws */
export async function* readMarket(
  source: ByteSource,
  format: MarketFormat,
  options: DateValueOptions = {},
): AsyncIterable<MarketBatch> {
  if (format === 'wfp') yield* readWfpPrices(source, options)
  else if (format === 'ecb') yield* readEcbRates(await onlyFileOfZip(source, options), options)
  else if (format === 'faostat') yield* readFaostat(source, options)
  else if (format === 'worldbank') yield await readWorldBank(source, options)
  else if (format === 'csv') yield* readDateValue(source, options)
  else if (await isJson(source, options)) yield* readComtradeJson(source, options)
  else yield* readComtradeCsv(source, options)
}

async function isJson(source: ByteSource, options: MarketReadOptions): Promise<boolean> {
  const { head } = await readHead(plainBytes(source(), options.gunzip ?? ownGunzip), 64)
  return /^\uFEFF?\s*[[{]/.test(new TextDecoder().decode(head))
}
