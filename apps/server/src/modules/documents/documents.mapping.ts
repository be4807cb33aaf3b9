// SPDX-License-Identifier: Apache-2.0
import { AppError, plainDate } from '@resham/base'
import { allowedActions, type StateFacts } from '@resham/bookkeeping'
import type {
  Document,
  DocumentBrief,
  documentEndpoints,
  Payment,
  paymentEndpoints,
  RequestOf,
  Settlement,
} from '@resham/contract'
import type { Static } from 'typebox'
import type {
  CarriedOn,
  DocumentDraft,
  DocumentHead,
  DocumentRecord,
  LineDraft,
  LineRecord,
  PaymentDraft,
  PaymentRecord,
  SettlementRecord,
} from './documents.types.ts'

type Body = Omit<RequestOf<typeof documentEndpoints.create>['body'], 'kind' | 'fromId' | 'clientId'>
type AmountText = { readonly minor: string; readonly currency: string }

/** A draft as it came over the wire. @throws base.date-invalid */
export function toDraft(
  body: Body & { kind: DocumentDraft['kind']; fromId?: string; clientId?: string },
): DocumentDraft {
  const { day, dueDay, lines, details, ...rest } = body
  // Only a sale at the counter is one: no caller may say so of another paper.
  const { counter: _never, ...told } = details ?? {}
  return {
    ...rest,
    ...(details === undefined ? {} : { details: told }),
    ...(day === undefined ? {} : { day: plainDate(day) }),
    ...(dueDay === undefined ? {} : { dueDay: plainDate(dueDay) }),
    ...(lines === undefined ? {} : { lines: lines.map(toLineDraft) }),
  }
}

/** A line as it came over the wire. @throws base.currency-mismatch when price and discount differ */
export function toLineDraft(line: NonNullable<Body['lines']>[number]): LineDraft {
  const { quantityMilli, price, discount, ...rest } = line
  const currency = price?.currency ?? discount?.currency
  return {
    ...rest,
    ...(currency === undefined ? {} : { currency }),
    ...(quantityMilli === undefined ? {} : { quantityMilli: BigInt(quantityMilli) }),
    ...(price === undefined ? {} : { priceThousandths: BigInt(price.thousandths) }),
    ...(discount === undefined ? {} : { discountMinor: minorOf(discount, currency ?? discount.currency) }),
  }
}

/** A payment as it came over the wire. @throws base.currency-mismatch */
export function toPaymentDraft(body: RequestOf<typeof paymentEndpoints.record>['body']): PaymentDraft {
  const { amount, withheld, fee, settles, day, ...rest } = body
  const { currency } = amount
  return {
    ...rest,
    currency,
    amountMinor: minorOf(amount, currency),
    ...(day === undefined ? {} : { day: plainDate(day) }),
    ...(withheld ? { withheldMinor: minorOf(withheld, currency) } : {}),
    ...(fee ? { feeMinor: minorOf(fee, currency) } : {}),
    ...(settles
      ? { settles: settles.map((one) => ({ documentId: one.documentId, amountMinor: minorOf(one.amount, currency) })) }
      : {}),
  }
}

/** Minor units of an amount that must be in the given currency. @throws base.currency-mismatch */
export function minorOf(amount: AmountText, currency: string): bigint {
  if (amount.currency !== currency) throw new AppError('base.currency-mismatch', { a: amount.currency, b: currency })
  return BigInt(amount.minor)
}

/** A document in a list, as the API answers it. */
export function toBrief(document: DocumentHead): Static<typeof DocumentBrief> {
  const { id, kind, number, partyId, partyName, day, dueDay, reference, version } = document
  const { totalMinor, settledMinor, currency } = document
  const total = { minor: totalMinor.toString(), currency }
  const open = { minor: (totalMinor - settledMinor).toString(), currency }
  return {
    id,
    kind,
    number,
    state: document.state,
    partyId,
    partyName,
    day,
    dueDay,
    total,
    open,
    reference,
    version,
  }
}

/** What is answered beside the document itself. */
export type Around = {
  readonly facts: StateFacts
  readonly carried: readonly CarriedOn[]
  readonly related: readonly DocumentHead[]
  readonly settlements: readonly SettlementRecord[]
}

/** A document as the API answers it. */
export function toDocumentReply(document: DocumentRecord, around: Around, home: string): Static<typeof Document> {
  const { currency } = document
  const amount = (minor: bigint) => ({ minor: minor.toString(), currency })
  return {
    ...toBrief(document),
    placeId: document.placeId,
    rate: document.rate,
    rateSource: document.rateSource,
    note: document.note,
    fromId: document.fromId,
    net: amount(document.netMinor),
    tax: amount(document.taxMinor),
    settled: amount(document.settledMinor),
    homeNet: { minor: document.homeNetMinor.toString(), currency: home },
    details: document.details as Static<typeof Document>['details'],
    madeAt: document.madeAt.toISOString(),
    issuedAt: document.issuedAt?.toISOString() ?? null,
    lines: document.lines.map((line) => toLineReply(line, currency, around.carried)),
    actions: [...allowedActions(document.kind, document.state, around.facts)].map(([action, answer]) => ({
      action,
      allowed: answer.allowed,
      reason: answer.allowed ? null : answer.reason,
    })),
    related: around.related.map(toBrief),
    settlements: around.settlements.map((one) => toSettlementReply(one, currency)),
  }
}

function toLineReply(
  line: LineRecord,
  currency: string,
  carried: readonly CarriedOn[],
): Static<typeof Document>['lines'][number] {
  const amount = (minor: bigint) => ({ minor: minor.toString(), currency })
  const { id, lineNo, itemId, lotId, description, unit, taxClass, fromLineId } = line
  const own = carried.filter((one) => one.lineId === id)
  return {
    ...{ id, lineNo, itemId, lotId, description, unit, taxClass, fromLineId },
    quantityMilli: Number(line.quantityMilli),
    price: { thousandths: line.priceThousandths.toString(), currency },
    discount: amount(line.discountMinor),
    net: amount(line.netMinor),
    taxes: line.taxes.map((tax) => ({ ...tax, base: tax.base.toString(), amount: amount(tax.amount) })),
    tax: amount(line.taxMinor),
    carriedOn: Object.fromEntries(own.map((one) => [one.kind, Number(one.quantityMilli)])),
  }
}

/** A settlement as the API answers it. */
export function toSettlementReply(settlement: SettlementRecord, currency: string): Static<typeof Settlement> {
  const { amountMinor, undoneAt: _inside, ...rest } = settlement
  return { ...rest, amount: { minor: amountMinor.toString(), currency } }
}

/** A payment as the API answers it. */
export function toPaymentReply(payment: PaymentRecord): Static<typeof Payment> {
  const { id, direction, state, partyId, partyName, moneyAccountId, day, rate, method, reference, note, version } =
    payment
  const amount = (minor: bigint) => ({ minor: minor.toString(), currency: payment.currency })
  return {
    ...{ id, direction, state, partyId, partyName, moneyAccountId, day, rate, method, reference, note, version },
    amount: amount(payment.amountMinor),
    withheld: amount(payment.withheldMinor),
    fee: amount(payment.feeMinor),
    unused: amount(payment.unusedMinor),
  }
}
