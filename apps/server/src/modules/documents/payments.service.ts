// SPDX-License-Identifier: Apache-2.0
import { AppError, addDays } from '@resham/base'
import { nextState } from '@resham/bookkeeping'
import { findStandingParty } from '#modules/parties/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { idOfCode, newId } from '#platform/ids.ts'
import { todayOf } from './create.service.ts'
import * as kept from './documents.repository.ts'
import type { DocumentContext, MoneyAccount, PaymentDraft, PaymentRecord } from './documents.types.ts'
import { accountOf, isOpen, post, unpost } from './ledger.service.ts'
import { factOfPayment, wholeOf } from './ledger-facts.ts'
import * as money from './payments.repository.ts'
import { rateOn } from './rate.service.ts'
import { settle } from './settle.service.ts'

/** More than this at once is a slip of the finger. */
const mostMinor = 100_000_000_000_000n

/**
 * Records money in or out, and what it settles. With a `clientId` that is known, answers the payment that was recorded
 * the first time.
 *
 * @throws platform.not-found for a party, account or document; documents.amount-invalid, documents.day-invalid,
 *         rates.missing, base.currency-mismatch, and what `settle` refuses
 */
export async function recordPayment(tx: TenantTx, ctx: DocumentContext, draft: PaymentDraft): Promise<PaymentRecord> {
  if (draft.clientId) {
    const known = await money.findPaymentByClientId(tx, draft.clientId)
    if (known) return known
  }
  const account = await getMoneyAccount(tx, ctx, draft.moneyAccountId)
  const made = await workOut(tx, ctx, draft, account)
  if (!(await money.insertPayment(tx, { ...made, madeBy: byOf(ctx) }))) {
    const known = draft.clientId ? await money.findPaymentByClientId(tx, draft.clientId) : undefined
    if (known) return known
    throw new AppError('platform.unexpected')
  }
  await post(tx, ctx, [factOfPayment(ctx, made, account)])
  await recordAudit(tx, ctx, 'payment.recorded', { kind: 'payment', id: made.id }, { direction: made.direction })
  for (const { documentId, amountMinor } of draft.settles ?? []) {
    await settle(tx, ctx, { paymentId: made.id, documentId, amountMinor })
  }
  return getPayment(tx, made.id)
}

async function workOut(
  tx: TenantTx,
  ctx: DocumentContext,
  draft: PaymentDraft,
  account: MoneyAccount,
): Promise<PaymentRecord> {
  const day = draft.day ?? todayOf(ctx)
  if (day < '2000-01-01' || day > addDays(todayOf(ctx), 1)) throw new AppError('documents.day-invalid', { day })
  const { direction, amountMinor, withheldMinor = 0n, feeMinor = 0n } = draft
  const whole = wholeOf({ direction, amountMinor, withheldMinor, feeMinor })
  if (amountMinor <= 0n || withheldMinor < 0n || feeMinor < 0n || whole > mostMinor) {
    throw new AppError('documents.amount-invalid', { minor: amountMinor.toString() })
  }
  const currency = draft.currency ?? account.currency
  if (currency !== account.currency) throw new AppError('base.currency-mismatch', { a: currency, b: account.currency })
  const { rate } = await rateOn(tx, ctx, { currency, day, typed: draft.rate })
  const settled = await Promise.all((draft.settles ?? []).map(({ documentId }) => kept.findDocument(tx, documentId)))
  const named = draft.partyId ?? settled.find((document) => document?.partyId)?.partyId ?? null
  const party = named === null ? undefined : await findStandingParty(tx, named)
  if (named !== null && !party) throw new AppError('platform.not-found')
  const isBefore = settled.length > 0 && settled.every((one) => one?.kind === 'order' || one?.kind === 'purchase-order')
  return {
    id: newId(ctx.now),
    direction,
    state: 'recorded',
    partyId: party?.id ?? null,
    partyName: party?.name ?? null,
    moneyAccountId: account.id,
    day,
    currency,
    rate,
    amountMinor,
    withheldMinor,
    feeMinor,
    unusedMinor: whole,
    against:
      direction === 'in' ? (isBefore ? 'deposits-held' : 'receivables') : isBefore ? 'advances-paid' : 'payables',
    method: draft.method ?? null,
    reference: draft.reference ?? null,
    note: draft.note ?? null,
    clientId: draft.clientId ?? null,
    version: 1,
    madeAt: ctx.now,
  }
}

/** The account that is meant; the cash box when none is named, opened if it is not there yet. @throws platform.not-found */
async function getMoneyAccount(tx: TenantTx, ctx: DocumentContext, id: string | undefined): Promise<MoneyAccount> {
  const accounts = await listMoneyAccounts(tx, ctx)
  const found = accounts.find((one) => (id === undefined ? one.kind === 'cash' : one.id === id))
  if (!found) throw new AppError('platform.not-found')
  return found
}

/** Where money lies, the cash box first; the first call opens it. */
export async function listMoneyAccounts(tx: TenantTx, ctx: DocumentContext): Promise<MoneyAccount[]> {
  const accounts = await money.listMoneyAccounts(tx)
  const { currency } = ctx.business
  if (accounts.some((one) => one.kind === 'cash' && one.currency === currency)) return accounts
  // The id says which it is: two who open it at once open the same.
  const id = idOfCode(tx.tenantId, 'money-account', 'cash')
  const accountCode = accountOf(ctx, 'cash')
  await money.insertMoneyAccount(tx, { id, name: 'Cash', kind: 'cash', currency, iban: null, accountCode })
  return money.listMoneyAccounts(tx)
}

/**
 * Marks a payment as never having happened; its entry is answered by an opposite one.
 *
 * @throws platform.not-found, platform.changed-meanwhile; bookkeeping.not-allowed while it settles something or stands on
 *         a statement
 */
export async function cancelPayment(
  tx: TenantTx,
  ctx: DocumentContext,
  id: string,
  version: number,
  { onStatement = false }: { readonly onStatement?: boolean } = {},
): Promise<PaymentRecord> {
  const payment = await money.findPayment(tx, id, 'change')
  if (!payment) throw new AppError('platform.not-found')
  if (payment.version !== version) {
    throw new AppError('platform.changed-meanwhile', { seen: version, now: payment.version })
  }
  const whole = wholeOf(payment)
  nextState('payment', payment.state, 'cancel', {
    'nothing-settled': payment.unusedMinor === whole,
    'not-on-statement': !onStatement,
    'period-open': await isOpen(tx, todayOf(ctx)),
  })
  await money.cancelPayment(tx, id)
  await unpost(tx, ctx, { kind: 'payment', id })
  await recordAudit(tx, ctx, 'payment.cancelled', { kind: 'payment', id })
  return getPayment(tx, id)
}

async function getPayment(tx: TenantTx, id: string): Promise<PaymentRecord> {
  const payment = await money.findPayment(tx, id)
  if (!payment) throw new AppError('platform.not-found')
  return payment
}

function byOf(ctx: DocumentContext): string | null {
  return ctx.caller?.kind === 'person' ? ctx.caller.userId : null
}
