// SPDX-License-Identifier: Apache-2.0
import { type Decimal, productToWhole, toWhole } from './cells/number.ts'
import type { BadReason, Columns, LedgerLine, Role } from './types.ts'

/** What a line is worth, in the whole numbers of the books. */
export type LineValue = Pick<LedgerLine, 'quantityMilli' | 'netMinor' | 'unitPriceMicro'>

/** Why a record is no line: which column, and what is wrong with it. */
export type Refusal = {
  readonly role: Role | null
  readonly reason: BadReason
  readonly details?: Readonly<Record<string, string | number>>
}

/** The numbers of a row; null where the column is absent or its cell empty. */
export type RowNumbers = {
  readonly quantity: Decimal | null
  readonly price: Decimal | null
  readonly amount: Decimal | null
}

const one: Decimal = { mantissa: 1, scale: 0 }
const minusOne: Decimal = { mantissa: -1, scale: 0 }

/**
 * The value of a line: its amount where the file gives one (a discount may be in it), quantity
 * times price where not, rounded once, halves away from zero.
 *
 * A file without a quantity column sells one of each. An amount without a sign takes that of the
 * quantity.
 *
 * @param places Decimal places of the line's currency.
 */
export function valueOfLine(numbers: RowNumbers, columns: Columns, places: number): LineValue | Refusal {
  const { quantity, price, amount } = numbers
  if (quantity === null && columns.quantity !== null) return { role: 'quantity', reason: 'quantity-missing' }
  const counted = quantity ?? (amount !== null && amount.mantissa < 0 ? minusOne : one)
  const quantityMilli = toWhole(counted, 3)
  if (quantityMilli === null) return { role: 'quantity', reason: 'number-too-large' }
  const unitPriceMicro = price === null ? null : toWhole(price, 6)
  if (price !== null && unitPriceMicro === null) return { role: 'price', reason: 'number-too-large' }
  let netMinor: number | null = 0
  if (amount !== null) {
    netMinor = toWhole(amount, places)
    if (netMinor !== null && counted.mantissa < 0 && netMinor > 0) netMinor = -netMinor
  } else if (price !== null) netMinor = productToWhole(counted, price, places)
  else if (columns.price !== null) return { role: 'price', reason: 'price-missing' }
  else if (columns.amount !== null) return { role: 'amount', reason: 'amount-missing' }
  if (netMinor === null) return { role: amount === null ? 'price' : 'amount', reason: 'number-too-large' }
  return { quantityMilli, netMinor, unitPriceMicro }
}
