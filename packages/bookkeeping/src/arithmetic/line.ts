// SPDX-License-Identifier: Apache-2.0
import { AppError, divideRounded } from '@resham/base'
import type { LineAmounts, LineInput, LineTax, TaxAmount } from '../types.ts'

/** A thousand million pieces on one line is a slip of the finger. */
const MOST_QUANTITY = 1_000_000_000_000n
/** Ten million million minor units apiece. */
const MOST_PRICE = 10_000_000_000_000_000n
/** So that sums of 10,000 lines still fit a 64-bit column. */
const MOST_AMOUNT = 100_000_000_000_000n
const MOST_RATE = 10_000_000n

function within(name: 'quantity' | 'price' | 'discount' | 'tax', value: bigint, most: bigint): void {
  if (value >= 0n && value <= most) return
  throw new AppError(`bookkeeping.${name}-invalid`, { value: value.toString(), most: most.toString() })
}

/** Quantity times price in minor units, rounded once, halves away from zero. */
function worth(quantityMilli: bigint, thousandths: bigint): bigint {
  const minor = divideRounded(quantityMilli * thousandths, 1_000_000n)
  if (minor > MOST_AMOUNT) {
    throw new AppError('bookkeeping.amount-too-large', { value: minor.toString(), most: MOST_AMOUNT.toString() })
  }
  return minor
}

/**
 * What a line comes to before tax: quantity times price, rounded once (halves away from zero), less its discount.
 *
 * Quantities and prices are not negative: what comes back is a document of its own, not a minus.
 *
 * @param quantityMilli   Thousandths of the unit, 0 to 10^12.
 * @param priceThousandths Thousandths of a minor unit for one unit, 0 to 10^16.
 * @param discountMinor   Minor units off the whole line, 0 to what the line comes to.
 * @throws bookkeeping.quantity-invalid, bookkeeping.price-invalid, bookkeeping.discount-invalid, bookkeeping.amount-too-large
 */
export function lineNet(quantityMilli: bigint, priceThousandths: bigint, discountMinor: bigint): bigint {
  return grossOf(quantityMilli, priceThousandths, discountMinor) - discountMinor
}

function grossOf(quantityMilli: bigint, priceThousandths: bigint, discountMinor: bigint): bigint {
  within('quantity', quantityMilli, MOST_QUANTITY)
  within('price', priceThousandths, MOST_PRICE)
  const gross = worth(quantityMilli, priceThousandths)
  within('discount', discountMinor, gross)
  return gross
}

function baseOf(tax: LineTax, line: LineInput, netMinor: bigint, added: bigint): bigint {
  if (tax.base === 'net') return netMinor
  if (tax.base === 'net-and-taxes') return netMinor + added
  if (line.retailThousandths === undefined) throw new AppError('bookkeeping.retail-price-missing', { tax: tax.id })
  within('price', line.retailThousandths, MOST_PRICE)
  return worth(line.quantityMilli, line.retailThousandths)
}

/**
 * A line with its taxes, each rounded on the line (halves away from zero), in the order in which they are named.
 *
 * @throws what lineNet throws, bookkeeping.tax-invalid, bookkeeping.retail-price-missing
 */
export function lineAmounts(line: LineInput): LineAmounts {
  const grossMinor = grossOf(line.quantityMilli, line.priceThousandths, line.discountMinor)
  const netMinor = grossMinor - line.discountMinor
  const taxes: TaxAmount[] = []
  let taxMinor = 0n
  for (const tax of line.taxes) {
    within('tax', tax.ratePpm, MOST_RATE)
    within('tax', tax.perUnitThousandths, MOST_PRICE)
    const baseMinor = baseOf(tax, line, netMinor, taxMinor)
    // One rounding for both parts: each alone could be off by half a minor unit.
    const minor = divideRounded(baseMinor * tax.ratePpm + line.quantityMilli * tax.perUnitThousandths, 1_000_000n)
    taxes.push({ id: tax.id, effect: tax.effect, baseMinor, minor })
    if (tax.effect === 'added') taxMinor += minor
  }
  return { grossMinor, discountMinor: line.discountMinor, netMinor, taxes, taxMinor, totalMinor: netMinor + taxMinor }
}
