// SPDX-License-Identifier: Apache-2.0
import { badReading, isNoValue, readNumber } from '../number.ts'
import { readPeriod } from '../period.ts'
import { type BadReading, type factsOnce, type MarketFrequency, type MarketReading, noFacts } from '../reading.ts'

/**
 * Fields of a trade record that are read, by their names in the API, with the headings of older CSV files.
 *
 * @source UN Comtrade API, version 1, data; CSV downloads of comtradeplus.un.org and of the earlier comtrade.un.org.
 */
export const tradeFields = {
  frequency: ['freqCode'],
  period: ['period', 'refPeriodId'],
  year: ['refYear', 'Year'],
  reporter: ['reporterISO', 'Reporter ISO'],
  reporterCode: ['reporterCode', 'Reporter Code'],
  reporterName: ['reporterDesc', 'Reporter'],
  flow: ['flowCode', 'Trade Flow Code'],
  partner: ['partnerISO', 'Partner ISO'],
  partnerCode: ['partnerCode', 'Partner Code'],
  partnerName: ['partnerDesc', 'Partner'],
  secondPartner: ['partner2Code', '2nd Partner Code'],
  product: ['cmdCode', 'Commodity Code'],
  productName: ['cmdDesc', 'Commodity'],
  customs: ['customsCode', 'Customs Proc. Code'],
  transport: ['motCode', 'Mode of Transport Code'],
  supply: ['mosCode'],
  weight: ['netWgt', 'Netweight (kg)'],
  value: ['primaryValue', 'Trade Value (US$)'],
} as const

export type TradeField = keyof typeof tradeFields

const flows: Readonly<Record<string, string>> = { X: 'export', M: 'import', '2': 'export', '1': 'import' }

/** The currency in which Comtrade gives every value. */
const currency = 'USD'

/**
 * One trade record as readings: its value in US dollars and, where it is known, its net weight in kilograms.
 *
 * Records are told by customs procedure, mode of transport and second partner too; only their totals are read, or the
 * same trade would count several times.
 *
 * @returns Null for a record that is not a total.
 */
export function readTradeRecord(
  field: (name: TradeField) => string,
  lineNo: number,
  once: ReturnType<typeof factsOnce>,
): readonly MarketReading[] | BadReading | null {
  if (!isTotal(field)) return null
  const periodText = field('period') || field('year')
  const period = readPeriod(annual(periodText))
  if (!period || period.frequency === 'day') return badReading(lineNo, 'period', 'date-unreadable', periodText)
  const product = field('product')
  const reporter = field('reporter') || field('reporterCode')
  const partner = field('partner') || field('partnerCode')
  if (product === '' || reporter === '' || partner === '') {
    return badReading(
      lineNo,
      product === '' ? 'cmdCode' : reporter === '' ? 'reporterCode' : 'partnerCode',
      'name-missing',
      '',
    )
  }
  const text = field('value')
  const value = readNumber(text)
  if (value === undefined) {
    return badReading(lineNo, 'primaryValue', isNoValue(text) ? 'value-missing' : 'value-not-a-number', text)
  }
  if (value < 0) return badReading(lineNo, 'primaryValue', 'value-not-positive', text)

  const frequency: MarketFrequency = period.frequency
  const flow = flows[field('flow')] ?? field('flow').toLowerCase()
  const family = [reporter, flow, partner, product, frequency].join('|')
  const words = [
    field('productName') || product,
    flow,
    field('reporterName') || reporter,
    field('partnerName') || partner,
  ]
  const about = { ...noFacts, words, kind: 'trade' as const, frequency, reporter, partner, flow, productCode: product }
  const place = { region: field('reporterName') || reporter, place: field('partnerName') || partner }
  const facts = once(`${family}|value`, () => ({
    ...about,
    ...place,
    family: `${family}|value`,
    commodity: words[0] ?? null,
    currency,
    measure: 'value',
  }))
  const readings: MarketReading[] = [{ facts, day: period.day, value, lineNo }]
  const weight = readNumber(field('weight'))
  // Zero and less than zero stand for "not known" there.
  if (weight !== undefined && weight > 0) {
    const ofWeight = once(`${family}|weight`, () => ({
      ...about,
      ...place,
      family: `${family}|weight`,
      commodity: words[0] ?? null,
      unit: 'KG',
      measure: 'weight',
    }))
    readings.push({ facts: ofWeight, day: period.day, value: weight, lineNo })
  }
  return readings
}

/** Annual records of the API number their period `20230101` or `202352`. */
function annual(period: string): string {
  if (/^\d{4}(?:52|99)$/.test(period)) return period.slice(0, 4)
  if (/^\d{8}$/.test(period)) return period.slice(0, 6)
  return period
}

function isTotal(field: (name: TradeField) => string): boolean {
  const [customs, transport, second, supply] = [
    field('customs'),
    field('transport'),
    field('secondPartner'),
    field('supply'),
  ]
  return (
    (customs === '' || customs === 'C00') &&
    (transport === '' || transport === '0') &&
    (second === '' || second === '0') &&
    (supply === '' || supply === '0')
  )
}
