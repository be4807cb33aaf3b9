// SPDX-License-Identifier: Apache-2.0
import { divideRounded, type PlainDate } from '@resham/base'
import type { Pack } from './pack.ts'

type WithholdingRow = Pack['tax']['withholding'][number]

/** A payment as withholding sees it, in minor units. */
export type WithheldPayment = {
  readonly day: PlainDate
  readonly what: WithholdingRow['what']
  /** Registration kinds of who pays and who is paid. */
  readonly payer: string
  readonly payee: string
  readonly paymentMinor: bigint
  /** The value-added tax within the payment. */
  readonly taxMinor: bigint
  /** Paid between the two in the year of account so far, this payment with it. */
  readonly yearMinor: bigint
}

/** What is kept back of a payment, by code; to the whole minor unit, halves away from zero. */
export function withholdingOf(
  rows: readonly WithholdingRow[],
  payment: WithheldPayment,
): { readonly code: string; readonly base: bigint; readonly rate: string; readonly amountMinor: bigint }[] {
  return rows
    .filter((row) => holds(row, payment))
    .map((row) => {
      const base = row.of === 'tax' ? payment.taxMinor : payment.paymentMinor
      const [top, bottom] = row.rate.split('/').map(BigInt) as [bigint, bigint]
      return { code: row.code, base, rate: row.rate, amountMinor: divideRounded(base * top, bottom) }
    })
}

function holds(row: WithholdingRow, payment: WithheldPayment): boolean {
  return (
    row.valid_from <= payment.day &&
    (row.valid_to === null || payment.day <= row.valid_to) &&
    row.what === payment.what &&
    (row.payers === null || row.payers.includes(payment.payer)) &&
    (row.payees === null || row.payees.includes(payment.payee)) &&
    (row.yearlyFromMinor === null || payment.yearMinor >= BigInt(row.yearlyFromMinor))
  )
}
