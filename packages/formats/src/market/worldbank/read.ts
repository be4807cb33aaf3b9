// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { ByteSource } from '../../byte-source.ts'
import { readJson, recordOf, textOf } from '../json.ts'
import { badReading, isNoValue, readNumber } from '../number.ts'
import { readPeriod } from '../period.ts'
import {
  type BadReading,
  factsOnce,
  type MarketBatch,
  type MarketKind,
  type MarketReading,
  noFacts,
} from '../reading.ts'
import type { MarketReadOptions } from '../table.ts'

/** A page of the World Bank's answer: what it gave, and how many pages there are. */
export type WorldBankPage = MarketBatch & { readonly page: number; readonly pages: number }

/** What an indicator measures, by the first words of its code. */
const kinds: readonly (readonly [RegExp, MarketKind])[] = [
  [/^FP\.CPI\.TOTL$|DPANUSSPB|CPTOTNSXN|^FP\.WPI\.TOTL$/, 'index'],
  [/^PA\.NUS\.|^DPANUSLCU/, 'rate'],
  [/^AG\.(YLD|PRD|LND)/, 'harvest'],
  [/^(NE|TX|TM|BX|BM|DXGSR|DMGSR)/, 'trade'],
]

/**
 * Reads one page of the World Bank's indicators API, version 2, as JSON: `[{ page, pages, total, ... }, [records]]`.
 * Years and months without a value are part of every answer and are no faults.
 *
 * @source World Bank, "About the Indicators API Documentation", version 2, format=json.
 * @throws market.answer-refused with what the API said, market.cut-short, market.not-json
 */
export async function readWorldBank(source: ByteSource, options: MarketReadOptions = {}): Promise<WorldBankPage> {
  const answer = await readJson(source, options.gunzip)
  const [head, records] = Array.isArray(answer) ? answer : []
  const about = recordOf(head)
  const said = Array.isArray(about?.message) ? textOf(recordOf(about.message[0])?.value) : ''
  if (!about || said !== '') throw new AppError('market.answer-refused', { said: said.slice(0, 200) })
  const list: readonly unknown[] = Array.isArray(records) ? records : []
  const once = factsOnce()
  const readings: MarketReading[] = []
  const bad: BadReading[] = []
  let empty = 0
  list.forEach((item, index) => {
    const one = readRecord(recordOf(item) ?? {}, index + 1, once)
    if (one === null) empty += 1
    else if ('reason' in one) bad.push(one)
    else readings.push(one)
  })
  const [page, pages] = [Number(about.page ?? 1), Number(about.pages ?? 1)]
  return { readings, bad, rowsRead: list.length, rowsPassedOver: empty, page, pages }
}

function readRecord(
  record: Readonly<Record<string, unknown>>,
  lineNo: number,
  once: ReturnType<typeof factsOnce>,
): MarketReading | BadReading | null {
  const text = textOf(record.value)
  if (isNoValue(text)) return null
  const value = readNumber(text)
  if (value === undefined) return badReading(lineNo, 'value', 'value-not-a-number', text)
  const period = readPeriod(textOf(record.date))
  if (!period) return badReading(lineNo, 'date', 'date-unreadable', textOf(record.date))
  const indicator = recordOf(record.indicator)
  const country = recordOf(record.country)
  const code = textOf(indicator?.id)
  const region = textOf(country?.value)
  if (code === '' || region === '') return badReading(lineNo, code === '' ? 'indicator' : 'country', 'name-missing', '')
  const where = textOf(record.countryiso3code) || textOf(country?.id)
  const name = textOf(indicator?.value) || code
  const family = `${code}|${where}|${period.frequency}`
  const facts = once(family, () => ({
    ...noFacts,
    family,
    words: [name, region],
    kind: kinds.find(([shape]) => shape.test(code))?.[1] ?? 'index',
    unit: textOf(record.unit) || null,
    currency: /US\$/.test(name) ? 'USD' : null,
    frequency: period.frequency,
    region,
    reporter: where,
    measure: code,
  }))
  return { facts, day: period.day, value, lineNo }
}
