// SPDX-License-Identifier: Apache-2.0
import { writeDelimited } from '@resham/formats'
import { currencyDecimals } from '@resham/pack-kit'
import type { KeptLine } from './plan.types.ts'

const columns: readonly (readonly [name: string, cell: (line: KeptLine) => string])[] = [
  ['code', (line) => line.code],
  ['name', (line) => line.name],
  ['category', (line) => line.category ?? ''],
  ['urgency', (line) => line.urgency],
  ['order', (line) => pieces(line.orderQuantityMilli)],
  ['order by', (line) => line.orderBy ?? ''],
  ['runs out', (line) => line.runsOut?.expected ?? ''],
  ['on hand', (line) => (line.onHandMilli === null ? '' : pieces(line.onHandMilli))],
  ['lead time days', (line) => String(line.leadTimeDays)],
  ['pack', (line) => pieces(line.packSizeMilli)],
  ['cost', (line) => (line.cost === null ? '' : decimalText(line.cost))],
  ['currency', (line) => line.cost?.currency ?? ''],
  ['supplier', (line) => line.supplier ?? ''],
]

/** The plan as comma-separated text with a header, in UTF-8 with a byte order mark, for any spreadsheet. */
export function planCsv(lines: readonly KeptLine[]): string {
  const header = columns.map(([name]) => name)
  return writeDelimited([header, ...lines.map((line) => columns.map(([, cell]) => cell(line)))], { bom: true })
}

function pieces(milli: number): string {
  return String(milli / 1000)
}

function decimalText(amount: { readonly minor: string; readonly currency: string }): string {
  const decimals = currencyDecimals(amount.currency)
  const digits = amount.minor.padStart(decimals + 1, '0')
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
