// SPDX-License-Identifier: Apache-2.0
import { AppError } from './app-error.ts'

/** An exact amount: whole minor units (paisa, pence) of one currency. */
export type Money = { readonly minor: bigint; readonly currency: string }

/** How money travels in JSON: `{ "minor": "124000", "currency": "PKR" }`. */
export type MoneyText = { readonly minor: string; readonly currency: string }

/** Makes an amount. @param currency ISO 4217 letters. @throws base.currency-invalid */
export function money(minor: bigint | number, currency: string): Money {
  if (!/^[A-Z]{3}$/.test(currency)) throw new AppError('base.currency-invalid', { currency: currency.slice(0, 8) })
  if (typeof minor === 'number' && !Number.isSafeInteger(minor)) {
    throw new AppError('base.money-not-whole', { minor: String(minor) })
  }
  return { minor: BigInt(minor), currency }
}

/** Sum of two amounts of the same currency. @throws base.currency-mismatch */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new AppError('base.currency-mismatch', { a: a.currency, b: b.currency })
  return { minor: a.minor + b.minor, currency: a.currency }
}

/** The JSON form. */
export function toMoneyText(amount: Money): MoneyText {
  return { minor: amount.minor.toString(), currency: amount.currency }
}

/** Reads the JSON form. @throws base.currency-invalid, base.money-not-whole */
export function fromMoneyText(text: MoneyText): Money {
  if (!/^-?\d{1,30}$/.test(text.minor)) throw new AppError('base.money-not-whole', { minor: text.minor.slice(0, 40) })
  return money(BigInt(text.minor), text.currency)
}

/**
 * Rounds a ratio of whole numbers to a whole number, halves away from zero: the rule for every
 * line of the books.
 *
 * @param divisor Positive.
 */
export function divideRounded(dividend: bigint, divisor: bigint): bigint {
  const half = divisor / 2n
  return dividend >= 0n ? (dividend + half) / divisor : -((-dividend + half) / divisor)
}
