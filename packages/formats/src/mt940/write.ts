// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import { writeAmount } from '../statement/amount.ts'
import type { Statement, StatementLine, StatementOptions } from '../statement/types.ts'
import { toSwift, writeRemittance } from './remittance.ts'

/**
 * Writes statements as MT940. What the network's character set and the lengths of its fields can hold reads the same
 * again; other characters become points, and a text beyond six lines of 65 is cut. The booking day is written without its
 * year: it must lie within half a year of the value day.
 *
 * @source SWIFT, Standards MT, Category 9, message MT940.
 */
export function writeMt940(statements: readonly Statement[], options: StatementOptions): string {
  return statements.map((statement) => `${fieldsOf(statement, options).join('\r\n')}\r\n-\r\n`).join('')
}

function fieldsOf(statement: Statement, options: StatementOptions): string[] {
  const decimals = options.currencyDecimals(statement.currency) ?? 0
  const balance = (minor: bigint, day: PlainDate) =>
    `${minor < 0n ? 'D' : 'C'}${short(day)}${statement.currency}${writeAmount(size(minor), ',', decimals)}`
  return [
    `:20:${toSwift(statement.number || 'STATEMENT').slice(0, 16)}`,
    `:25:${toSwift(statement.account).slice(0, 35)}`,
    `:28C:${toSwift(statement.number || '0')}`,
    `:60F:${balance(statement.openingMinor, statement.openingDay)}`,
    ...statement.lines.flatMap((line) => lineFields(line, decimals)),
    `:62F:${balance(statement.closingMinor, statement.closingDay)}`,
  ]
}

function lineFields(line: StatementLine, decimals: number): string[] {
  const amount = writeAmount(size(line.amountMinor), ',', decimals)
  const days = `${short(line.valueDay ?? line.day)}${line.day.slice(5, 7)}${line.day.slice(8, 10)}`
  const reference = toSwift(line.reference)
  // The field holds 16 characters and no double stroke: a longer reference stands in field 86.
  const fits = reference !== '' && reference.length <= 16 && !reference.includes('//') && !reference.endsWith('/')
  const remittance = writeRemittance({ ...line, reference: fits ? '' : reference })
  const told = remittance.length === 0 ? [] : [`:86:${remittance.join('\r\n')}`]
  return [`:61:${days}${line.amountMinor < 0n ? 'D' : 'C'}${amount}NTRF${fits ? reference : 'NONREF'}`, ...told]
}

function short(day: PlainDate): string {
  return `${day.slice(2, 4)}${day.slice(5, 7)}${day.slice(8, 10)}`
}

function size(minor: bigint): bigint {
  return minor < 0n ? -minor : minor
}
