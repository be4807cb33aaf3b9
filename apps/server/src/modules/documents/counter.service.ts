// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { actOnDocument } from './act.service.ts'
import { createDocument, todayOf } from './create.service.ts'
import * as kept from './documents.repository.ts'
import type { CounterSale, CounterSaleMade, DocumentContext, DocumentRecord, PaymentRecord } from './documents.types.ts'
import * as money from './payments.repository.ts'
import { recordPayment } from './payments.service.ts'

/**
 * Sells at the counter: an invoice, its goods and its money in one transaction. The same `clientId` again answers what
 * was made the first time, also when both come at once.
 *
 * The sale has happened, perhaps hours ago on a phone without a line: stock that the books do not have is flagged, not
 * refused.
 *
 * @throws documents.paid-too-much, documents.party-needed for what is not paid by somebody unknown, and what
 *         `createDocument` and `recordPayment` refuse
 */
export async function sellAtCounter(tx: TenantTx, ctx: DocumentContext, sale: CounterSale): Promise<CounterSaleMade> {
  const today = todayOf(ctx)
  const draft = await createDocument(tx, ctx, {
    kind: 'invoice',
    clientId: sale.clientId,
    partyId: sale.partyId ?? null,
    placeId: sale.placeId ?? null,
    // The clock of a phone may run ahead.
    day: sale.day === undefined || sale.day > today ? today : sale.day,
    note: sale.note ?? null,
    details: { ...sale.details, counter: true },
    lines: sale.lines,
  })
  if (draft.state !== 'draft') return { invoice: draft, payments: await paymentsOf(tx, draft), again: true }
  const payments = sale.payments ?? [{ amountMinor: draft.totalMinor }]
  const paid = payments.reduce((so, payment) => so + payment.amountMinor, 0n)
  if (paid > draft.totalMinor) {
    throw new AppError('documents.paid-too-much', { total: draft.totalMinor.toString(), paid: paid.toString() })
  }
  if (paid < draft.totalMinor && draft.partyId === null) throw new AppError('documents.party-needed')
  const { document } = await actOnDocument(tx, ctx, draft.id, 'issue', draft.version)
  const made: PaymentRecord[] = []
  for (const payment of payments.filter((one) => one.amountMinor > 0n)) {
    made.push(
      await recordPayment(tx, ctx, {
        ...payment,
        direction: 'in',
        partyId: draft.partyId,
        day: draft.day,
        settles: [{ documentId: document.id, amountMinor: payment.amountMinor }],
      }),
    )
  }
  const invoice = await kept.findDocument(tx, document.id)
  if (!invoice) throw new AppError('platform.unexpected')
  return { invoice, payments: made, again: false }
}

async function paymentsOf(tx: TenantTx, invoice: DocumentRecord): Promise<PaymentRecord[]> {
  const ids = (await money.listSettlements(tx, { documentId: invoice.id })).flatMap(({ paymentId }) => paymentId ?? [])
  const found = await Promise.all(ids.map((id) => money.findPayment(tx, id)))
  return found.flatMap((payment) => payment ?? [])
}
