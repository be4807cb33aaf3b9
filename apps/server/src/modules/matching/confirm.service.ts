// SPDX-License-Identifier: Apache-2.0
import { AppError, daysBetween } from '@resham/base'
import type { matchingEndpoints as at, RequestOf } from '@resham/contract'
import { type BankLine, findBankLine, setBankLineState } from '#modules/banking/index.ts'
import {
  cancelPayment,
  findDocument,
  findPayment,
  listSettlements,
  recordPayment,
  settle,
  undoSettlement,
} from '#modules/documents/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { toLineToMatch } from './matching.mapping.ts'
import { findMatch, forgetMatch, rememberMatch } from './matching.repository.ts'
import { findMatches, packOf } from './matching.service.ts'
import type { FindPack, MatchMade } from './matching.types.ts'

type Confirmed = RequestOf<typeof at.confirm>['body']

/**
 * Records the payment of a line with what it settles, and remembers it.
 *
 * @throws platform.not-found, matching.already-matched, matching.adds-up-to-other, base.currency-mismatch, and what
 *         `settle` refuses
 */
export async function confirmMatch(
  ctx: BusinessContext,
  { params, body }: Pick<RequestOf<typeof at.confirm>, 'params' | 'body'>,
  findPack: FindPack,
) {
  return withTenant(ctx.db, ctx.business.tenantId, (tx) => confirmLine(tx, ctx, params.line, body, findPack))
}

/** Records every line that needs no asking. What a person did meanwhile stands. */
export async function confirmAutomatic(ctx: BusinessContext, findPack: FindPack) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const sure = (await findMatches(tx, ctx, findPack)).filter(({ automatic }) => automatic)
    for (const { id, suggestions } of sure) {
      const [best] = suggestions
      if (best) await confirmLine(tx, ctx, id, best, findPack)
    }
    return { confirmed: sure.length }
  })
}

async function confirmLine(tx: TenantTx, ctx: BusinessContext, lineId: string, body: Confirmed, findPack: FindPack) {
  const line = await takeLine(tx, lineId, 'matched')
  const asked = toLineToMatch(line)
  const minorOf = ({ minor, currency }: { minor: string; currency: string }) => {
    if (currency !== line.currency) throw new AppError('base.currency-mismatch', { a: currency, b: line.currency })
    return BigInt(minor)
  }
  const parts = body.parts.map(({ documentId, amount }) => ({ documentId, amountMinor: minorOf(amount) }))
  const withheldMinor = body.withheld ? minorOf(body.withheld) : 0n
  const feeMinor = body.fee ? minorOf(body.fee) : 0n
  const used = parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)
  if (used > asked.amountMinor + withheldMinor + feeMinor) throw new AppError('matching.adds-up-to-other')
  const paid = await whatWasPaid(tx, line, body, parts)
  const papers = { now: ctx.now, caller: ctx.caller, business: ctx.business, pack: packOf(ctx, findPack) }
  const payment = await recordPayment(tx, papers, {
    direction: asked.direction,
    partyId: paid?.partyId ?? null,
    moneyAccountId: line.moneyAccountId,
    day: line.day,
    currency: line.currency,
    amountMinor: asked.amountMinor,
    withheldMinor,
    feeMinor,
    reference: line.reference.slice(0, 120) || null,
  })
  const settlementIds: string[] = []
  for (const part of parts) settlementIds.push((await settle(tx, papers, { ...part, paymentId: payment.id })).id)
  await rememberMatch(tx, { ...said(ctx, line), paid, paymentId: payment.id, settlementIds })
  await recordAudit(tx, ctx, 'bank-line.matched', { kind: 'bank-line', id: line.id }, { payment: payment.id })
  return { lineId: line.id, state: 'matched' as const, paymentId: payment.id }
}

/** What the confirmation teaches; null when nobody is named. @throws platform.not-found for a paper that is not there. */
async function whatWasPaid(
  tx: TenantTx,
  line: BankLine,
  body: Confirmed,
  parts: readonly { readonly documentId: string; readonly amountMinor: bigint }[],
): Promise<MatchMade['paid']> {
  const documents = await Promise.all(parts.map(({ documentId }) => findDocument(tx, documentId)))
  if (documents.some((document) => document === undefined)) throw new AppError('platform.not-found')
  const partyId = body.partyId ?? documents[0]?.partyId ?? null
  if (partyId === null) return null
  const dues = documents.flatMap((document) => document?.dueDay ?? document?.day ?? []).sort()
  const isPart = documents.some((document, i) => {
    const open = (document?.totalMinor ?? 0n) - (document?.settledMinor ?? 0n)
    return (parts[i]?.amountMinor ?? 0n) < open
  })
  const hasFee = body.fee !== undefined && body.fee.minor !== '0'
  return {
    partyId,
    documents: parts.length,
    delayDays: dues[0] === undefined ? null : daysBetween(dues[0], line.day),
    deduction: hasFee ? 'fee' : (body.deduction ?? null),
    isPart,
  }
}

/** Sets a line aside as paying no paper, and remembers it. @throws platform.not-found, matching.already-matched */
export async function dismissLine(ctx: BusinessContext, { params }: Pick<RequestOf<typeof at.dismiss>, 'params'>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const line = await takeLine(tx, params.line, 'set-aside')
    await rememberMatch(tx, { ...said(ctx, line), paid: null, paymentId: null, settlementIds: [] })
    await recordAudit(tx, ctx, 'bank-line.set-aside', { kind: 'bank-line', id: line.id })
    return { lineId: line.id, state: 'set-aside' as const, paymentId: null }
  })
}

/**
 * Takes back what was said of a line: what it settled is open again, its payment cancelled, and it teaches nothing.
 *
 * @throws platform.not-found, matching.not-matched, and what `cancelPayment` refuses (a closed month)
 */
export async function undoMatch(
  ctx: BusinessContext,
  { params }: Pick<RequestOf<typeof at.undo>, 'params'>,
  findPack: FindPack,
) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const line = await findBankLine(tx, params.line)
    if (!line) throw new AppError('platform.not-found')
    const made = await findMatch(tx, line.id)
    if (!made || !(await setBankLineState(tx, line.id, { from: line.state, to: 'open' })) || line.state === 'open') {
      throw new AppError('matching.not-matched')
    }
    const papers = { now: ctx.now, caller: ctx.caller, business: ctx.business, pack: packOf(ctx, findPack) }
    const { paymentId } = made
    // Its money may have moved on since, from an order to its invoice or by hand: what it settles now is taken back.
    const settled = paymentId === null ? [] : await listSettlements(tx, { paymentId })
    for (const { id } of settled) await undoSettlement(tx, papers, id)
    const payment = paymentId === null ? undefined : await findPayment(tx, paymentId)
    if (payment && payment.state !== 'cancelled') await cancelPayment(tx, papers, payment.id, payment.version)
    await forgetMatch(tx, line.id)
    await recordAudit(tx, ctx, 'bank-line.opened', { kind: 'bank-line', id: line.id })
    return { lineId: line.id, state: 'open' as const, paymentId: null }
  })
}

/** An open line becomes what it was found to be; of two that do so at once, one. */
async function takeLine(tx: TenantTx, id: string, to: 'matched' | 'set-aside'): Promise<BankLine> {
  const line = await findBankLine(tx, id)
  if (!line) throw new AppError('platform.not-found')
  if (!(await setBankLineState(tx, id, { from: 'open', to }))) throw new AppError('matching.already-matched')
  return line
}

function said(ctx: BusinessContext, line: BankLine) {
  const { id: lineId, direction, payer, narrative } = toLineToMatch(line)
  const madeBy = ctx.caller.kind === 'person' ? ctx.caller.userId : null
  return { lineId, direction, payer, narrative, madeAt: ctx.now, madeBy }
}
