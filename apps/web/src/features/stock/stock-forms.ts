// SPDX-License-Identifier: Apache-2.0
import { adjustReasons, type RequestOf, type stockEndpoints } from '@resham/contract'
import { decimalsOf } from '#lib/features/plan/currency.ts'
import { milliOf, minorOf } from '#lib/features/plan/typed-number.ts'
import { textOf } from '#lib/problem.ts'

type Adjust = RequestOf<typeof stockEndpoints.adjust>['body']
type Open = RequestOf<typeof stockEndpoints.open>['body']
type Transfer = RequestOf<typeof stockEndpoints.transfer>['body']

/** A number as typed, thousandths; what is no number travels as one that the API refuses. */
function quantityOf(form: FormData, name = 'quantity'): number {
  return milliOf(textOf(form, name)) ?? 0
}

/** A correction of one item. */
export function adjustmentOf(form: FormData, itemId: string): Adjust {
  const reason = adjustReasons.find((one) => one === textOf(form, 'reason')) ?? 'other'
  const quantity = Math.abs(quantityOf(form))
  return {
    ...head(form),
    reason,
    lines: [{ itemId, quantityMilli: textOf(form, 'way') === 'more' ? quantity : -quantity, ...lotOf(form) }],
  }
}

/** What was there when the books began, of one item. */
export function openingOf(form: FormData, itemId: string): Open {
  const currency = textOf(form, 'currency')
  const minor = minorOf(textOf(form, 'unitCost'), decimalsOf(currency))
  const unitCost = minor === undefined ? {} : { unitCost: { minor, currency } }
  return { ...head(form), lines: [{ itemId, quantityMilli: quantityOf(form), ...unitCost, ...lotOf(form) }] }
}

/** One item on its way to another place. */
export function transferOf(form: FormData, itemId: string): Transfer {
  return {
    ...head(form),
    toPlaceId: textOf(form, 'toPlace'),
    arrives: textOf(form, 'later') === 'yes' ? 'later' : 'now',
    lines: [{ itemId, quantityMilli: quantityOf(form) }],
  }
}

function head(form: FormData) {
  const [placeId, clientId] = [textOf(form, 'place'), textOf(form, 'clientId')]
  return { ...(placeId ? { placeId } : {}), ...(clientId ? { clientId } : {}) }
}

/** The lot that was named: one that is known, or its code with its last day. */
export function lotOf(form: FormData) {
  const [lotId, lotCode, expiresOn] = [textOf(form, 'lot'), textOf(form, 'lotCode'), textOf(form, 'expiresOn')]
  if (lotId) return { lotId }
  return { ...(lotCode ? { lotCode } : {}), ...(expiresOn ? { expiresOn } : {}) }
}
