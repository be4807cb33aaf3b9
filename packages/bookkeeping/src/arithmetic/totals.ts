// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { LineAmounts, LineInput, TaxAmount, Totals } from '../types.ts'
import { lineAmounts } from './line.ts'

/** A document may have so many lines; more is a file to import. */
const MOST_LINES = 10_000

/**
 * The totals of a document: sums of lines that were rounded one by one, so that what is printed adds up.
 *
 * @param currency Of the document; each line must be in it.
 * @throws bookkeeping.currency-mismatch, bookkeeping.too-many-lines and what a line throws, with `line` (1 is the first)
 */
export function totalsOf(currency: string, lines: readonly LineInput[]): Totals {
  if (lines.length > MOST_LINES)
    throw new AppError('bookkeeping.too-many-lines', { lines: lines.length, most: MOST_LINES })
  return sumOf(
    currency,
    lines.map((line, i) =>
      atLine(i + 1, () => {
        if (line.currency !== currency) {
          throw new AppError('bookkeeping.currency-mismatch', { document: currency, line: line.currency })
        }
        return lineAmounts(line)
      }),
    ),
  )
}

/** Sums lines that are worked out already (as they stand in the database). */
export function sumOf(currency: string, lines: readonly LineAmounts[]): Totals {
  const taxes = new Map<string, TaxAmount>()
  let [netMinor, discountMinor, taxMinor, withheldMinor] = [0n, 0n, 0n, 0n]
  for (const line of lines) {
    netMinor += line.netMinor
    discountMinor += line.discountMinor
    taxMinor += line.taxMinor
    for (const tax of line.taxes) {
      const key = `${tax.effect} ${tax.id}`
      const so = taxes.get(key) ?? { ...tax, baseMinor: 0n, minor: 0n }
      taxes.set(key, { ...so, baseMinor: so.baseMinor + tax.baseMinor, minor: so.minor + tax.minor })
      if (tax.effect === 'withheld') withheldMinor += tax.minor
    }
  }
  const totalMinor = netMinor + taxMinor
  return {
    currency,
    netMinor,
    discountMinor,
    taxMinor,
    totalMinor,
    withheldMinor,
    payableMinor: totalMinor - withheldMinor,
    taxes: [...taxes.values()],
  }
}

/** Says on which line a refusal happened. */
function atLine<T>(place: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, { ...error.details, place }, { cause: error })
  }
}
