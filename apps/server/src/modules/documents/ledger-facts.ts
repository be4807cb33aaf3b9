// SPDX-License-Identifier: Apache-2.0
import { AppError, divideRounded, type PlainDate } from '@resham/base'
import { type Foreign, type GoodsFact, type PostingFact, settlesUpTo } from '@resham/bookkeeping'
import { newId } from '#platform/ids.ts'
import type { DocumentContext, DocumentRecord, MoneyAccount, PaymentRecord } from './documents.types.ts'
import { exchangeRate, toHome } from './home-amount.ts'

const goodsEvents: Readonly<Record<string, GoodsFact['event']>> = {
  shipment: 'goods-shipped',
  return: 'goods-returned-by-customer',
  receipt: 'goods-received',
  'supplier-return': 'goods-returned-to-supplier',
}

/**
 * A paper as the ledger is told of it.
 *
 * @param goodsMinor What the goods that moved with it stand at, home currency.
 */
export function factOfPaper(ctx: DocumentContext, document: DocumentRecord, goodsMinor: bigint): PostingFact {
  const { kind, currency, day } = document
  const happened = { source: { kind: 'document', id: document.id }, day }
  const goods = goodsEvents[kind]
  if (goods) return { ...happened, event: goods, valueHomeMinor: goodsMinor }
  const rate = exchangeRate(currency, ctx.business.currency, document.rate)
  const claim = { ...happened, currency, rate, party: document.partyId, taxMinor: document.taxMinor }
  if (kind === 'invoice' || kind === 'credit-note') {
    return { ...claim, event: `${kind}-issued`, net: [{ minor: document.netMinor }] }
  }
  if (kind !== 'bill' && kind !== 'debit-note') throw new AppError('platform.unexpected', { kind })
  const net = (isGoods: boolean) =>
    document.lines.reduce((so, line) => ((line.itemId !== null) === isGoods ? so + line.netMinor : so), 0n)
  return {
    ...claim,
    event: `${kind}-issued`,
    goodsMinor: net(true),
    movedHomeMinor: null,
    differenceOnHandHomeMinor: 0n,
    others: [{ minor: net(false) }],
  }
}

/** What a document stands at in the books: its parts are rounded one by one, as they were posted. */
export function claimHome(ctx: DocumentContext, document: DocumentRecord): bigint {
  const of = (minor: bigint) => toHome(minor, document.currency, ctx.business.currency, document.rate)
  return of(document.netMinor) + of(document.taxMinor)
}

/**
 * Of what something stands at, the share of a step: whatever the steps, all of them together take exactly the whole.
 *
 * @param whole  In its own currency, above 0.
 * @param before How much of it went before this step.
 */
export function shareOf(homeMinor: bigint, whole: bigint, before: bigint, step: bigint): bigint {
  return divideRounded(homeMinor * (before + step), whole) - divideRounded(homeMinor * before, whole)
}

/** What is given up of an invoice or a bill. */
export function factOfWriteOff(
  ctx: DocumentContext,
  document: DocumentRecord,
  openMinor: bigint,
  day: PlainDate,
): PostingFact {
  const { totalMinor, settledMinor } = document
  return {
    event: 'written-off',
    // What was written off may be opened again and written off once more.
    source: { kind: 'write-off', id: newId(ctx.now) },
    day,
    side: document.kind === 'bill' ? 'payable' : 'receivable',
    party: document.partyId,
    homeMinor: shareOf(claimHome(ctx, document), totalMinor, settledMinor, openMinor),
    foreign: foreignOf(ctx, document.currency, openMinor),
  }
}

/** How much of documents a payment can settle; see `settlesUpTo`. */
export function wholeOf(
  payment: Pick<PaymentRecord, 'direction' | 'amountMinor' | 'feeMinor' | 'withheldMinor'>,
): bigint {
  return settlesUpTo(payment.direction === 'in' ? 'payment-in' : 'payment-out', payment)
}

/** Money in or out, as the ledger is told of it. */
export function factOfPayment(ctx: DocumentContext, payment: PaymentRecord, account: MoneyAccount): PostingFact {
  const { currency, amountMinor, feeMinor, withheldMinor, against, day } = payment
  return {
    event: payment.direction === 'in' ? 'payment-in' : 'payment-out',
    source: { kind: 'payment', id: payment.id },
    day,
    currency,
    rate: exchangeRate(currency, ctx.business.currency, payment.rate),
    party: payment.partyId,
    money: { account: account.accountCode },
    amountMinor,
    feeMinor,
    withheldMinor,
    against,
  }
}

export function foreignOf(ctx: DocumentContext, currency: string, minor: bigint): Foreign | null {
  return currency === ctx.business.currency ? null : { minor, currency }
}
