// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import type { DocumentKind, PostingFact } from '@resham/bookkeeping'
import { recordAudit } from '#platform/audit/audit.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import { todayOf } from './create.service.ts'
import * as kept from './documents.repository.ts'
import type {
  DocumentContext,
  DocumentRecord,
  PaymentRecord,
  SettleInput,
  SettlementRecord,
} from './documents.types.ts'
import { toHome } from './home-amount.ts'
import { post, unpost } from './ledger.service.ts'
import { claimHome, foreignOf, shareOf, wholeOf } from './ledger-facts.ts'
import { least } from './line-drafts.ts'
import * as money from './payments.repository.ts'

/** What each kind of money or note may settle. */
const settles: Readonly<Record<'in' | 'out' | 'credit-note' | 'debit-note', readonly DocumentKind[]>> = {
  in: ['invoice', 'order', 'debit-note'],
  out: ['bill', 'purchase-order', 'credit-note'],
  'credit-note': ['invoice'],
  'debit-note': ['bill'],
}

type Source =
  | { readonly kind: 'payment'; readonly payment: PaymentRecord; readonly whole: bigint; readonly unused: bigint }
  | { readonly kind: 'note'; readonly note: DocumentRecord; readonly whole: bigint; readonly unused: bigint }

/**
 * Lets money, or a note, settle (part of) a document. An order takes money as a deposit.
 *
 * @throws platform.not-found, documents.cannot-settle, base.currency-mismatch, documents.other-party,
 *         bookkeeping.settled-too-much with what is `open`, in minor units
 */
export async function settle(tx: TenantTx, ctx: DocumentContext, input: SettleInput): Promise<SettlementRecord> {
  const document = await kept.findDocument(tx, input.documentId, 'change')
  if (!document) throw new AppError('platform.not-found')
  return settleDocument(tx, ctx, document, await findSource(tx, input), input.amountMinor)
}

async function findSource(tx: TenantTx, input: SettleInput): Promise<Source> {
  if (input.paymentId !== undefined) {
    const payment = await money.findPayment(tx, input.paymentId, 'change')
    if (!payment || payment.state === 'cancelled') throw new AppError('platform.not-found')
    const whole = wholeOf(payment)
    return { kind: 'payment', payment, whole, unused: payment.unusedMinor }
  }
  const note = input.creditId === undefined ? undefined : await kept.findDocument(tx, input.creditId, 'change')
  if (!note) throw new AppError('platform.not-found')
  return { kind: 'note', note, whole: note.totalMinor, unused: note.totalMinor - note.settledMinor }
}

async function settleDocument(
  tx: TenantTx,
  ctx: DocumentContext,
  document: DocumentRecord,
  source: Source,
  amountMinor: bigint,
): Promise<SettlementRecord> {
  check(document, source, amountMinor)
  const made: SettlementRecord = {
    id: newId(ctx.now),
    documentId: document.id,
    paymentId: source.kind === 'payment' ? source.payment.id : null,
    creditId: source.kind === 'note' ? source.note.id : null,
    amountMinor,
    day: todayOf(ctx),
    undoneAt: null,
  }
  await money.insertSettlement(tx, made)
  await kept.addSettled(tx, document.id, amountMinor)
  if (source.kind === 'payment') await money.usePayment(tx, source.payment.id, amountMinor)
  else await kept.addSettled(tx, source.note.id, amountMinor)
  await post(tx, ctx, factsOf(ctx, document, source, made))
  const about = { kind: document.kind, id: document.id }
  await recordAudit(tx, ctx, 'document.settled', about, { settlement: made.id, minor: amountMinor.toString() })
  return made
}

function check(document: DocumentRecord, source: Source, amountMinor: bigint): void {
  const { kind, state } = document
  const from = source.kind === 'payment' ? source.payment : source.note
  const by = source.kind === 'payment' ? source.payment.direction : (source.note.kind as 'credit-note' | 'debit-note')
  const isOpen = kind === 'order' ? ['open', 'part-shipped', 'shipped'].includes(state) : state === 'issued'
  const isIssued = source.kind === 'payment' || source.note.state === 'issued'
  if (!settles[by]?.includes(kind) || !isOpen || !isIssued)
    throw new AppError('documents.cannot-settle', { kind, state })
  if (from.currency !== document.currency) {
    throw new AppError('base.currency-mismatch', { a: from.currency, b: document.currency })
  }
  if (from.partyId !== null && document.partyId !== null && from.partyId !== document.partyId) {
    throw new AppError('documents.other-party')
  }
  const open = document.totalMinor - document.settledMinor
  const most = least(open, source.unused)
  if (amountMinor <= 0n || amountMinor > most) {
    throw new AppError('bookkeeping.settled-too-much', { open: most.toString(), settled: amountMinor.toString() })
  }
}

/** What a settlement says in the ledger: a deposit becomes payment, and what exchange gained or lost. */
function factsOf(
  ctx: DocumentContext,
  document: DocumentRecord,
  source: Source,
  made: SettlementRecord,
): PostingFact[] {
  if (document.kind === 'order' || document.kind === 'purchase-order') return []
  const happened = { source: { kind: 'settlement', id: made.id }, day: made.day, party: document.partyId }
  const { amountMinor } = made
  const { currency, totalMinor, settledMinor } = document
  const from = source.kind === 'payment' ? source.payment : source.note
  const sourceHome =
    source.kind === 'note'
      ? claimHome(ctx, source.note)
      : toHome(source.whole, from.currency, ctx.business.currency, from.rate)
  const paidHomeMinor = shareOf(sourceHome, source.whole, source.whole - source.unused, amountMinor)
  const facts: PostingFact[] = []
  const against = source.kind === 'payment' ? source.payment.against : undefined
  if (against === 'deposits-held' || against === 'advances-paid') {
    const event = against === 'deposits-held' ? 'deposit-used' : 'advance-used'
    facts.push({ ...happened, event, homeMinor: paidHomeMinor, foreign: foreignOf(ctx, currency, amountMinor) })
  }
  if (currency !== ctx.business.currency) {
    const side = document.kind === 'invoice' || document.kind === 'credit-note' ? 'receivable' : 'payable'
    const claimHomeMinor = shareOf(claimHome(ctx, document), totalMinor, settledMinor, amountMinor)
    facts.push({ ...happened, event: 'settled', side, claimHomeMinor, paidHomeMinor })
  }
  return facts
}

/** Takes a settlement back: what it settled is open again, and its money or note unused. @throws platform.not-found */
export async function undoSettlement(tx: TenantTx, ctx: DocumentContext, settlementId: string): Promise<void> {
  const settlement = await money.findSettlement(tx, settlementId)
  if (!settlement || settlement.undoneAt !== null) throw new AppError('platform.not-found')
  await takeBack(tx, ctx, settlement)
  await recordAudit(tx, ctx, 'document.unsettled', { kind: 'document', id: settlement.documentId })
}

async function takeBack(tx: TenantTx, ctx: DocumentContext, settlement: SettlementRecord): Promise<void> {
  const { id, documentId, paymentId, creditId, amountMinor } = settlement
  await money.undoSettlement(tx, id, ctx.now)
  await kept.addSettled(tx, documentId, -amountMinor)
  if (paymentId !== null) await money.usePayment(tx, paymentId, -amountMinor)
  if (creditId !== null) await kept.addSettled(tx, creditId, -amountMinor)
  await unpost(tx, ctx, { kind: 'settlement', id })
}

/** Deposits of the order become payments of the invoice, oldest first, as far as the invoice goes. */
export async function carryDeposits(tx: TenantTx, ctx: DocumentContext, invoice: DocumentRecord): Promise<void> {
  const order = await orderOf(tx, invoice)
  if (!order || order.settledMinor === 0n) return
  for (const deposit of await money.listSettlements(tx, { documentId: order.id })) {
    const now = await kept.findDocument(tx, invoice.id)
    if (!now || now.totalMinor <= now.settledMinor) return
    const open = now.totalMinor - now.settledMinor
    const moved = least(deposit.amountMinor, open)
    await takeBack(tx, ctx, deposit)
    const source = { ...(deposit.paymentId === null ? {} : { paymentId: deposit.paymentId }) }
    await settle(tx, ctx, { ...source, documentId: invoice.id, amountMinor: moved })
    const rest = deposit.amountMinor - moved
    if (rest > 0n) await settle(tx, ctx, { ...source, documentId: order.id, amountMinor: rest })
  }
}

/** The order behind a paper, held; undefined where there is none. */
export async function orderOf(tx: TenantTx, invoice: DocumentRecord): Promise<DocumentRecord | undefined> {
  let document: DocumentRecord | undefined = invoice
  for (let step = 0; document && step < 3; step += 1) {
    if (document.kind === 'order') return kept.findDocument(tx, document.id, 'change')
    document = document.fromId === null ? undefined : await kept.findDocument(tx, document.fromId, 'change')
  }
  return document?.kind === 'order' ? document : undefined
}

/** A note settles what is still open of the invoice or bill that it takes back from. The rest stays to be used. */
export async function useNote(tx: TenantTx, ctx: DocumentContext, note: DocumentRecord): Promise<void> {
  const wanted = note.kind === 'credit-note' ? 'invoice' : 'bill'
  let from: DocumentRecord | undefined = note
  for (let step = 0; from && from.kind !== wanted && step < 3; step += 1) {
    from = from.fromId === null ? undefined : await kept.findDocument(tx, from.fromId, 'change')
  }
  if (from?.kind !== wanted || from.state !== 'issued') return
  const open = from.totalMinor - from.settledMinor
  const amountMinor = least(open, note.totalMinor)
  if (amountMinor > 0n) await settle(tx, ctx, { creditId: note.id, documentId: from.id, amountMinor })
}
