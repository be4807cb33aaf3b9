// SPDX-License-Identifier: Apache-2.0
import type { Row } from '@resham/formats'
import { type Decimal, parseNumber } from '../cells/number.ts'
import type { Columns } from '../types.ts'

/**
 * Tells whether the amount column holds the total of the whole order on each of its lines: in
 * orders of several different lines, the amount is the same on all of them.
 */
export function orderTotalRepeats(columns: Columns, rows: readonly Row[]): boolean {
  const { document, amount, price, quantity } = columns
  if (document === null || amount === null || price === null || quantity === null) return false
  let [same, orders] = [0, 0]
  for (let start = 0; start < rows.length; ) {
    const name = rows[start]?.cells[document]
    let end = start + 1
    while (end < rows.length && rows[end]?.cells[document] === name) end++
    const lines = rows.slice(start, end)
    const values = new Set(lines.map((row) => (numberIn(row.cells[price]) * numberIn(row.cells[quantity])).toFixed(3)))
    if (name && values.size > 1) {
      orders++
      if (new Set(lines.map((row) => row.cells[amount])).size === 1) same++
    }
    start = end
  }
  return orders >= 3 && same > orders / 2
}

function numberIn(cell: string | undefined): number {
  const read: Decimal | string = parseNumber(cell ?? '', '.')
  return typeof read === 'object' ? read.mantissa / 10 ** read.scale : Number.NaN
}
