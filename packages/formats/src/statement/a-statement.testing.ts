// SPDX-License-Identifier: Apache-2.0
import { addDays, plainDate } from '@resham/base'
import fc from 'fast-check'
import type { Statement, StatementOptions } from './types.ts'

const known: Readonly<Record<string, number>> = { XTS: 3, PKR: 2, JPY: 0, EUR: 2 }
export const options: StatementOptions = { currencyDecimals: (currency) => known[currency] ?? null }

/** A text of words of one set of characters, without double spaces and none at its ends. */
export function words(letters: string, most: number): fc.Arbitrary<string> {
  const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 9 })
  return fc.array(word, { maxLength: 8 }).map((list) => list.join(' ').slice(0, most).trim())
}

/** A statement that adds up. @param text What its texts are made of. */
export function aStatement(text: fc.Arbitrary<string>, reference: fc.Arbitrary<string>): fc.Arbitrary<Statement> {
  const line = fc.record({
    after: fc.integer({ min: 0, max: 60 }),
    value: fc.option(fc.integer({ min: -3, max: 3 })),
    amountMinor: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }),
    counterparty: text,
    reference,
    description: text,
  })
  return fc
    .record({
      currency: fc.constantFrom('XTS', 'PKR', 'JPY'),
      openingMinor: fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }),
      lines: fc.array(line, { maxLength: 12 }),
    })
    .map(({ currency, openingMinor, lines }) => {
      const first = plainDate('2026-03-02')
      let balance = openingMinor
      const made = lines.map((one) => {
        balance += one.amountMinor
        const day = addDays(first, one.after)
        return {
          lineNo: 0,
          day,
          valueDay: one.value === null ? null : addDays(day, one.value),
          amountMinor: one.amountMinor,
          balanceMinor: balance,
          counterparty: one.counterparty,
          reference: one.reference,
          description: one.description,
        }
      })
      return {
        account: '0099-1234567',
        currency,
        number: '17',
        openingDay: first,
        openingMinor,
        closingDay: addDays(first, 60),
        closingMinor: balance,
        lines: made,
      }
    })
}

/** Statements without the numbers of lines, which only a file has. */
export function withoutLineNumbers(statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => ({
    ...statement,
    lines: statement.lines.map((line) => ({ ...line, lineNo: 0 })),
  }))
}
