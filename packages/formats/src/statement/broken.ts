// SPDX-License-Identifier: Apache-2.0
import type { AppError } from '@resham/base'
import { formatError } from '../format-error.ts'

/** Why a statement is refused. Words live in the catalogues, under `statement.fault.<reason>`. */
export const statementFaults = [
  'not-xml',
  'document-type',
  'no-statement',
  'missing',
  'date-unreadable',
  'amount-unreadable',
  'currency-unknown',
  'currency-differs',
  'direction-unreadable',
  'unexpected-field',
] as const
export type StatementFault = (typeof statementFaults)[number]

/**
 * The refusal of a statement, with its place.
 *
 * @param at.line  Physical line, from 1.
 * @param at.field What stands there: the path of an element, or a tag such as `:61:`.
 */
export function brokenStatement(reason: StatementFault, at: { line: number; field: string }): AppError {
  return formatError('formats.statement-broken', { reason, line: at.line, field: at.field.slice(0, 60) })
}
