// SPDX-License-Identifier: Apache-2.0
import type { documentEndpoints, RequestOf } from '@resham/contract'
import { decimalsOf } from '#lib/features/plan/currency.ts'
import { milliOf, minorOf } from '#lib/features/plan/typed-number.ts'
import { textOf } from '#lib/problem.ts'
import type { Order } from './view.ts'

type Change = RequestOf<typeof documentEndpoints.change>['body']

/** A draft of an order as typed: its supplier, and quantity and price of each line; a line of none is left out. */
export function draftOf(form: FormData, before: Order): Change {
  const { currency } = before.total
  const lines = before.lines.flatMap((line) => {
    const quantityMilli = milliOf(textOf(form, `quantity-${line.id}`) || '0') ?? line.quantityMilli
    if (quantityMilli === 0) return []
    const minor = minorOf(textOf(form, `price-${line.id}`), decimalsOf(currency))
    const price = minor === undefined ? line.price : { thousandths: `${minor}000`, currency }
    const { itemId, description, unit, taxClass } = line
    return [{ itemId, description, unit, taxClass, quantityMilli, price }]
  })
  return {
    version: Number(textOf(form, 'version')),
    partyId: textOf(form, 'party') || null,
    placeId: before.placeId,
    day: before.day,
    currency,
    reference: before.reference,
    note: before.note,
    details: before.details,
    lines,
  }
}

/** What one costs, as a person types it. */
export function typedPrice(price: { readonly thousandths: string; readonly currency: string }): string {
  const decimals = decimalsOf(price.currency)
  return String(Number(price.thousandths) / 1000 / 10 ** decimals)
}
