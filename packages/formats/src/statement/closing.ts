// SPDX-License-Identifier: Apache-2.0
import { formatError } from '../format-error.ts'
import type { Statement, StatementLine } from './types.ts'

/**
 * A statement whose lines know the balance after them. Opening and lines must give the closing balance: what does not
 * add up is refused, for a line is missing or was changed.
 *
 * @throws formats.statement-sum with both balances, the sum of the lines and what lacks, in minor units as text.
 */
export function closed(statement: Statement): Statement {
  let balance = statement.openingMinor
  const lines: StatementLine[] = statement.lines.map((line) => {
    balance += line.amountMinor
    return { ...line, balanceMinor: balance }
  })
  if (balance === statement.closingMinor) return { ...statement, lines }
  throw formatError('formats.statement-sum', {
    statement: statement.number,
    opening: String(statement.openingMinor),
    sum: String(balance - statement.openingMinor),
    closing: String(statement.closingMinor),
    difference: String(statement.closingMinor - balance),
    currency: statement.currency,
  })
}
