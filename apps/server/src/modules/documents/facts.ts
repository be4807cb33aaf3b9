// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { DocumentKind, StateFacts } from '@resham/bookkeeping'
import type { CarriedOn, DocumentRecord } from './documents.types.ts'

/** What is known beside the document itself. */
export type Surroundings = {
  readonly today: PlainDate
  readonly periodIsOpen: boolean
  /** What went on from the document's own lines. */
  readonly carried: readonly CarriedOn[]
  /** Of the lines that this document carries on: how much each holds, and how much went on in all. */
  readonly before: {
    readonly quantities: ReadonlyMap<string, bigint>
    readonly carried: readonly CarriedOn[]
  }
}

/** What holds of a document now, for the state tables. Stock answers for itself when goods move. */
export function factsOf(document: DocumentRecord, around: Surroundings): StateFacts {
  const { lines, kind, details, settledMinor, totalMinor } = document
  const goods = lines.filter((line) => line.itemId !== null)
  const went = (to: DocumentKind) => sumOf(around.carried, to)
  const isAll = (to: DocumentKind, of: typeof lines) =>
    of.every((line) => goneOf(around, line.id, to) >= line.quantityMilli)
  const isWithin = (to: DocumentKind) =>
    lines.every(({ fromLineId }) => {
      const whole = fromLineId === null ? undefined : around.before.quantities.get(fromLineId)
      return (
        whole === undefined ||
        sumOf(
          around.before.carried.filter((one) => one.lineId === fromLineId),
          to,
        ) <= whole
      )
    })
  const validUntil = typeof details.validUntil === 'string' ? details.validUntil : undefined
  const isValid = validUntil === undefined || around.today <= validUntil
  return {
    'has-lines': lines.length > 0,
    // Who pays on the spot at the counter may stay unknown.
    'has-party': document.partyId !== null || details.counter === true,
    'rate-known': true,
    'period-open': around.periodIsOpen,
    'still-valid': isValid,
    'no-longer-valid': !isValid,
    'something-to-ship': !isAll('shipment', goods),
    'all-shipped': isAll('shipment', goods),
    'nothing-shipped': went('shipment') === 0n,
    'nothing-picked': went('pick') === 0n,
    'something-picked': lines.length > 0,
    'nothing-invoiced': went('invoice') === 0n,
    'something-to-invoice': !isAll('invoice', lines),
    'no-deposit-held': kind !== 'order' || settledMinor === 0n,
    'enough-stock': true,
    'not-more-than-shipped': isWithin('return'),
    'not-more-than-received': isWithin('supplier-return'),
    'not-more-than-invoiced': isWithin('credit-note'),
    'something-received': went('receipt') > 0n,
    'all-received': isAll('receipt', goods),
    'nothing-received': went('receipt') === 0n,
    'nothing-billed': went('bill') === 0n,
    'within-order-or-confirmed': details.confirmed === true || isWithin('receipt'),
    'something-settled': settledMinor > 0n,
    'something-open': settledMinor < totalMinor,
    'nothing-settled': settledMinor === 0n,
    'not-on-statement': true,
  }
}

function goneOf(around: Surroundings, lineId: string, to: DocumentKind): bigint {
  return sumOf(
    around.carried.filter((one) => one.lineId === lineId),
    to,
  )
}

function sumOf(carried: readonly CarriedOn[], to: DocumentKind): bigint {
  return carried.reduce((so, one) => (one.kind === to ? so + one.quantityMilli : so), 0n)
}
