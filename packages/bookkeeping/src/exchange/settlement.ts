// SPDX-License-Identifier: Apache-2.0
import { AppError, divideRounded } from '@resham/base'

/** What is still open of a document or payment: in its own currency, and what that stands at in the books. */
export type Open = { readonly foreignMinor: bigint; readonly homeMinor: bigint }

/**
 * The share of what is open that a settlement takes, in the home currency of the books.
 *
 * Settling in any number of steps takes the whole value in the end: the last step takes the rest.
 *
 * @param open         What is open; neither amount negative.
 * @param foreignMinor What is settled now, in the document's currency, above 0.
 * @throws bookkeeping.settled-too-much
 */
export function settledShare(open: Open, foreignMinor: bigint): bigint {
  if (foreignMinor <= 0n || foreignMinor > open.foreignMinor) {
    throw new AppError('bookkeeping.settled-too-much', {
      open: open.foreignMinor.toString(),
      settled: foreignMinor.toString(),
    })
  }
  if (foreignMinor === open.foreignMinor) return open.homeMinor
  return divideRounded(open.homeMinor * foreignMinor, open.foreignMinor)
}

/**
 * What a settlement gained (positive) or lost by exchange, in home minor units.
 *
 * @param side     `receivable`: they owed us; a payment worth more than the invoice stood at is a gain.
 *                 `payable`: we owed them; there it is a loss.
 * @param claimed  What the settled part of the document stands at.
 * @param paid     What the settled part of the payment stands at.
 */
export function exchangeDifference(side: 'receivable' | 'payable', claimed: bigint, paid: bigint): bigint {
  return side === 'receivable' ? paid - claimed : claimed - paid
}
