// SPDX-License-Identifier: Apache-2.0
import { crc16 } from './crc.ts'
import { broken, readFields } from './read.ts'
import type { MerchantQr, QrField } from './types.ts'

/** What one payment adds to the merchant's own code. */
export type OnePayment = {
  /** With a point, such as `1250.50`; at most 13 characters. */
  readonly amount: string
  /** Shown to the payer, sent with the payment; at most 25 characters. */
  readonly reference?: string
  /** Number of the bill; at most 25 characters. */
  readonly bill?: string
}

/** Writes objects and the checksum behind them. @throws formats.qr-broken when an object is longer than 99 characters. */
export function writeFields(fields: readonly QrField[]): string {
  const text = `${fields.map(fieldText).join('')}6304`
  return text + crc16(text)
}

/**
 * The merchant's own code for one payment: the same merchant account, with amount and reference, and a new checksum. A
 * merchant cannot make an account up: it comes from an acquirer, who also says whether a code may be given out so.
 *
 * @throws formats.qr-broken
 * @source EMVCo, Merchant-Presented Mode, version 1.1, sections 4.3 and 4.8.
 */
export function reissueMerchantQr(qr: MerchantQr, payment: OnePayment): string {
  if (!/^\d{1,13}(\.\d{1,12})?$/.test(payment.amount) || payment.amount.length > 13) throw broken('too-long', 0, '54')
  const { reference = '', bill = '' } = payment
  if (reference.length > 25) throw broken('too-long', 0, '05')
  if (bill.length > 25) throw broken('too-long', 0, '01')
  const before = qr.fields.find(({ id }) => id === '62')?.value ?? ''
  const more = new Map(readFields(before, 0).map((field) => [field.id, field.value]))
  if (reference !== '') more.set('05', reference)
  if (bill !== '') more.set('01', bill)
  const fields = new Map(qr.fields.map((field) => [field.id, field.value]))
  fields.set('01', '12').set('54', payment.amount)
  // What asks for a tip has no place in the code of a bill.
  for (const id of ['55', '56', '57']) fields.delete(id)
  if (more.size > 0) fields.set('62', inOrder(more).map(fieldText).join(''))
  return writeFields(inOrder(fields))
}

function inOrder(fields: ReadonlyMap<string, string>): QrField[] {
  return [...fields].map(([id, value]) => ({ id, value })).sort((a, b) => (a.id < b.id ? -1 : 1))
}

function fieldText({ id, value }: QrField): string {
  if (value.length > 99) throw broken('too-long', 0, id)
  return `${id}${String(value.length).padStart(2, '0')}${value}`
}
