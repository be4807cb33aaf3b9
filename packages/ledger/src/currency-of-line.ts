// SPDX-License-Identifier: Apache-2.0

import { currencyWords } from './cell-words.ts'
import { currencyBeside, mayNameCurrency } from './cells/currency.ts'
import type { Refusal } from './line-value.ts'
import type { Columns } from './types.ts'

/** What the books know about money that a file does not say. */
export type MoneyOptions = {
  /** ISO 4217 code of lines that name none. */
  readonly defaultCurrency: string
  /** Decimal places of a currency, 0 to 4; null for a code that the table does not hold. */
  readonly currencyDecimals: (code: string) => number | null
  /**
   * Which currency a sign beside a number means, such as `£` for GBP. A sign that it does not hold
   * makes a bad row. Not given: every sign is taken for the line's own currency.
   */
  readonly currencySigns?: Readonly<Record<string, string>>
}

/** A currency and its decimal places. */
export type LineCurrency = { readonly code: string; readonly places: number }

/**
 * Makes the reader of a line's currency: that of its column, of what is written beside its
 * numbers, or the default; the first two may not differ.
 *
 * @param column Reads the cell of the currency column, null when there is none.
 */
export function createCurrencyReader(
  columns: Columns,
  money: MoneyOptions,
  column: (cells: readonly string[]) => string | null,
): (cells: readonly string[]) => LineCurrency | Refusal {
  const known = new Map<string, LineCurrency | Refusal>()

  function lookUp(code: string): LineCurrency | Refusal {
    let found = known.get(code)
    if (!found) {
      const places = money.currencyDecimals(code)
      found =
        places === null
          ? { role: 'currency', reason: 'currency-unknown', details: { currency: code.slice(0, 12) } }
          : { code, places }
      known.set(code, found)
    }
    return found
  }

  function besideNumber(cells: readonly string[], at: number | null): string | null {
    const cell = at === null ? undefined : cells[at]
    return cell === undefined || cell === '' || !mayNameCurrency(cell) ? null : currencyBeside(cell)
  }

  function meaningOfSign(sign: string, said: string | null): string | null {
    return money.currencySigns ? (money.currencySigns[sign] ?? null) : (said ?? money.defaultCurrency)
  }

  return (cells) => {
    const cell = column(cells)
    const said = cell === null || currencyWords.has(cell.toLowerCase()) ? null : cell.toUpperCase()
    const beside = besideNumber(cells, columns.amount) ?? besideNumber(cells, columns.price)
    if (beside === null) return lookUp(said ?? money.defaultCurrency)
    const meant = beside.length === 3 ? beside : meaningOfSign(beside, said)
    if (meant === null) return { role: 'price', reason: 'currency-unknown', details: { currency: beside } }
    if (said === null || said === meant) return lookUp(meant)
    return { role: 'currency', reason: 'currency-conflict', details: { currency: said.slice(0, 12), beside } }
  }
}
