// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { paymentEndpoints as at, RequestOf } from '@resham/contract'
import { withTenant } from '#platform/db/tenancy.ts'
import { demand } from '#platform/http/access.ts'
import { pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { contextOf } from './context.ts'
import { readDayCursor, writeDayCursor } from './day-cursor.ts'
import * as mapping from './documents.mapping.ts'
import * as kept from './documents.repository.ts'
import type { DocumentParts } from './documents.service.ts'
import * as money from './payments.repository.ts'
import * as payments from './payments.service.ts'
import { settle as settleWith, undoSettlement as undo } from './settle.service.ts'

/** A page of money in and out. */
export async function listPayments(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const { party, direction, cursor } = query
  const size = pageSize(query)
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    money.listPayments(tx, {
      limit: size + 1,
      ...(party === undefined ? {} : { partyId: party }),
      ...(direction === undefined ? {} : { direction }),
      ...(cursor === undefined ? {} : { after: readDayCursor(cursor) }),
    }),
  )
  const { items, next } = pageOf(found, size, writeDayCursor)
  return { items: items.map(mapping.toPaymentReply), next }
}

/** Records money in or out. Throws what `recordPayment` of `payments.service.ts` refuses. */
export async function recordPayment(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.record>,
  { findPack }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  if (body.direction === 'out') demand(ctx, 'money.write')
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) =>
    mapping.toPaymentReply(await payments.recordPayment(tx, own, mapping.toPaymentDraft(body))),
  )
}

/** One payment with what it settles. @throws platform.not-found */
export async function readPayment(ctx: BusinessContext, { params }: RequestOf<typeof at.read>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const payment = await money.findPayment(tx, params.payment)
    if (!payment) throw new AppError('platform.not-found')
    const settlements = await money.listSettlements(tx, { paymentId: payment.id })
    return {
      ...mapping.toPaymentReply(payment),
      settlements: settlements.map((one) => mapping.toSettlementReply(one, payment.currency)),
    }
  })
}

/** The payment never happened. @throws platform.not-found, platform.changed-meanwhile, bookkeeping.not-allowed */
export async function cancelPayment(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.cancel>,
  { findPack, isFromStatement }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) =>
    mapping.toPaymentReply(
      await payments.cancelPayment(tx, own, params.payment, body.version, {
        onStatement: await isFromStatement(tx, params.payment),
      }),
    ),
  )
}

/** Lets money, or a note, settle a paper. Throws what `settle` of `settle.service.ts` refuses. */
export async function settle(ctx: BusinessContext, { body }: RequestOf<typeof at.settle>, { findPack }: DocumentParts) {
  const own = contextOf(ctx, findPack)
  const { amount, ...rest } = body
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const document = await kept.findDocument(tx, body.documentId)
    if (!document) throw new AppError('platform.not-found')
    const amountMinor = mapping.minorOf(amount, document.currency)
    return mapping.toSettlementReply(await settleWith(tx, own, { ...rest, amountMinor }), document.currency)
  })
}

/** Takes a settlement back. @throws platform.not-found */
export async function undoSettlement(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.undoSettlement>,
  { findPack }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  await withTenant(ctx.db, ctx.business.tenantId, (tx) => undo(tx, own, params.settlement))
  return {}
}
