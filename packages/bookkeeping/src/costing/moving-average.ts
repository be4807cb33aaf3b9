// SPDX-License-Identifier: Apache-2.0
import { AppError, divideRounded } from '@resham/base'

/**
 * Stock of one item at moving average. Quantity and value have the same sign; no quantity, no value.
 *
 * `lastUnit` is the cost of the last pieces that came or left at a known cost (value over quantity): what goods are
 * taken to cost when the owner lets stock go below zero.
 */
export type AverageCost = {
  readonly quantityMilli: bigint
  readonly valueMinor: bigint
  readonly lastUnit: { readonly valueMinor: bigint; readonly quantityMilli: bigint } | null
}

/** Nothing in stock yet. */
export const noStock: AverageCost = { quantityMilli: 0n, valueMinor: 0n, lastUnit: null }

/** What a receipt did. `correctionMinor`: what goods sold from below zero cost more (or less) than was guessed; it belongs to cost of sales. */
export type AverageReceipt = { readonly cost: AverageCost; readonly correctionMinor: bigint }

/** What an issue did. `costMinor` is what leaves the value of stock. */
export type AverageIssue = { readonly cost: AverageCost; readonly costMinor: bigint }

/**
 * Goods come in at a value.
 *
 * @param quantityMilli Above 0. @param valueMinor For all of it, not negative.
 * @throws bookkeeping.quantity-invalid, bookkeeping.amount-invalid
 */
export function receiveAtAverage(cost: AverageCost, quantityMilli: bigint, valueMinor: bigint): AverageReceipt {
  refuseQuantity(quantityMilli)
  refuseValue(valueMinor)
  const lastUnit = { valueMinor, quantityMilli }
  const quantity = cost.quantityMilli + quantityMilli
  if (cost.quantityMilli >= 0n) {
    return {
      cost: { quantityMilli: quantity, valueMinor: cost.valueMinor + valueMinor, lastUnit },
      correctionMinor: 0n,
    }
  }
  // Part of what comes in is owed to what was sold before it came.
  const covered = quantityMilli < -cost.quantityMilli ? quantityMilli : -cost.quantityMilli
  const real = share(valueMinor, covered, quantityMilli)
  const guessed = share(-cost.valueMinor, covered, -cost.quantityMilli)
  const value = cost.valueMinor + guessed + (valueMinor - real)
  return { cost: { quantityMilli: quantity, valueMinor: value, lastUnit }, correctionMinor: real - guessed }
}

/**
 * Goods go out at the average of what is there; the last piece takes the whole rest of the value.
 *
 * @param quantityMilli Above 0.
 * @param mayGoBelow    Lets stock go below zero: what is missing leaves at the last known cost (0 when none is known).
 * @throws bookkeeping.quantity-invalid; bookkeeping.stock-short with `onHandMilli` and `wantedMilli`
 */
export function issueAtAverage(cost: AverageCost, quantityMilli: bigint, mayGoBelow = false): AverageIssue {
  refuseQuantity(quantityMilli)
  const onHand = cost.quantityMilli > 0n ? cost.quantityMilli : 0n
  if (quantityMilli > onHand && !mayGoBelow) {
    throw new AppError('bookkeeping.stock-short', {
      onHandMilli: cost.quantityMilli.toString(),
      wantedMilli: quantityMilli.toString(),
    })
  }
  const fromStock = quantityMilli < onHand ? quantityMilli : onHand
  const known = fromStock === 0n ? 0n : share(cost.valueMinor, fromStock, onHand)
  const unit = onHand > 0n ? { valueMinor: cost.valueMinor, quantityMilli: onHand } : cost.lastUnit
  const missing = quantityMilli - fromStock
  const guessed = unit === null || missing === 0n ? 0n : divideRounded(unit.valueMinor * missing, unit.quantityMilli)
  const costMinor = known + guessed
  return {
    cost: {
      quantityMilli: cost.quantityMilli - quantityMilli,
      valueMinor: cost.valueMinor - costMinor,
      lastUnit: unit,
    },
    costMinor,
  }
}

/**
 * Value added to what is on hand without a piece moving: freight, duty, a bill dearer than the receipt. What is
 * already gone cannot take its share any more: with nothing on hand, all of it is cost of sales.
 *
 * @param quantityMilli How many pieces the value was meant for, above 0.
 * @returns the new cost, and the part that belongs to cost of sales.
 */
export function addValueAtAverage(
  cost: AverageCost,
  quantityMilli: bigint,
  valueMinor: bigint,
): { readonly cost: AverageCost; readonly soldMinor: bigint } {
  refuseQuantity(quantityMilli)
  const onHand = cost.quantityMilli > 0n ? cost.quantityMilli : 0n
  const still = quantityMilli < onHand ? quantityMilli : onHand
  const kept = share(valueMinor, still, quantityMilli)
  // A reduction takes no more than there is.
  const added = cost.valueMinor + kept < 0n ? -cost.valueMinor : kept
  return { cost: { ...cost, valueMinor: cost.valueMinor + added }, soldMinor: valueMinor - added }
}

function share(value: bigint, part: bigint, whole: bigint): bigint {
  return part === whole ? value : divideRounded(value * part, whole)
}

function refuseQuantity(quantityMilli: bigint): void {
  if (quantityMilli > 0n) return
  throw new AppError('bookkeeping.quantity-invalid', { value: quantityMilli.toString() })
}

function refuseValue(valueMinor: bigint): void {
  if (valueMinor >= 0n) return
  throw new AppError('bookkeeping.amount-invalid', { value: valueMinor.toString() })
}
