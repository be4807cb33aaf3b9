// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { ByteSource } from '../../byte-source.ts'
import { readJson, recordOf, textOf } from '../json.ts'
import { type BadReading, factsOnce, type MarketBatch, type MarketReading } from '../reading.ts'
import type { MarketReadOptions } from '../table.ts'
import { readTradeRecord, tradeFields } from './record.ts'

/**
 * Reads an answer of the UN Comtrade API, version 1: `{ count, data: [...], error }`.
 *
 * @throws market.answer-refused with what the API said, market.cut-short also where fewer records came than counted,
 *         market.not-json
 */
export async function* readComtradeJson(
  source: ByteSource,
  options: MarketReadOptions = {},
): AsyncIterable<MarketBatch> {
  const answer = recordOf(await readJson(source, options.gunzip))
  const said = textOf(answer?.error) || textOf(answer?.message)
  if (!answer || !Array.isArray(answer.data)) throw new AppError('market.answer-refused', { said: said.slice(0, 200) })
  const { data } = answer
  if (said !== '') throw new AppError('market.answer-refused', { said: said.slice(0, 200) })
  if (typeof answer.count === 'number' && answer.count > data.length) {
    throw new AppError('market.cut-short', { needed: answer.count, got: data.length })
  }
  const once = factsOnce()
  const readings: MarketReading[] = []
  const bad: BadReading[] = []
  let parts = 0
  data.forEach((item, index) => {
    const record = recordOf(item) ?? {}
    const field = (name: keyof typeof tradeFields) => textOf(record[tradeFields[name][0]])
    const kept =
      options.only === undefined ||
      Object.entries(options.only).every(([name, values]) => values.includes(textOf(record[name])))
    const one = kept ? readTradeRecord(field, index + 1, once) : null
    if (one === null) parts += 1
    else if ('reason' in one) bad.push(one)
    else readings.push(...one)
  })
  yield { readings, bad, rowsRead: data.length, rowsPassedOver: parts }
}
