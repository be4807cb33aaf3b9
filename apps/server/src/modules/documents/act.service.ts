// SPDX-License-Identifier: Apache-2.0
import { AppError, addDays, type PlainDate } from '@resham/base'
import { type Action, nextState, type StateFacts } from '@resham/bookkeeping'
import { findParty } from '#modules/parties/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { takeBillIn } from './bill-difference.service.ts'
import { createDocument, todayOf } from './create.service.ts'
import * as kept from './documents.repository.ts'
import type { Acted, ActionOptions, DocumentContext, DocumentRecord } from './documents.types.ts'
import { factsOf, type Surroundings } from './facts.ts'
import { moveGoods } from './goods.service.ts'
import { claims, type Effect, effects } from './kinds.ts'
import { isOpen, post } from './ledger.service.ts'
import { factOfPaper, factOfWriteOff } from './ledger-facts.ts'
import { fiscalYearOf, numberOf, seriesOf } from './number-of.ts'
import { recordSales } from './sales-lines.service.ts'
import { carryDeposits, orderOf, useNote } from './settle.service.ts'

/** What is known around a document, for the state tables. */
export async function surroundingsOf(
  tx: TenantTx,
  ctx: DocumentContext,
  document: DocumentRecord,
): Promise<Surroundings> {
  const fromIds = document.lines.flatMap((line) => line.fromLineId ?? [])
  const carried = await kept.listCarriedOn(tx, [...document.lines.map((line) => line.id), ...fromIds])
  return {
    today: todayOf(ctx),
    periodIsOpen: await isOpen(tx, document.day),
    carried,
    before: { quantities: await kept.listLineQuantities(tx, fromIds), carried },
  }
}

/**
 * Does to a document what a state table allows, with all that follows: a number, goods, entries, sales, another paper.
 *
 * @param version The version that the person saw.
 * @throws platform.not-found, platform.changed-meanwhile, bookkeeping.not-allowed with the reason, and what goods,
 *         rates and lines refuse
 */
export async function actOnDocument(
  tx: TenantTx,
  ctx: DocumentContext,
  id: string,
  action: Action,
  version: number,
  options: ActionOptions = {},
): Promise<Acted> {
  const document = await kept.findDocument(tx, id, 'change')
  if (!document) throw new AppError('platform.not-found')
  options.check?.(document)
  if (document.version !== version) {
    throw new AppError('platform.changed-meanwhile', { seen: version, now: document.version })
  }
  return act(tx, ctx, document, action, options)
}

async function act(
  tx: TenantTx,
  ctx: DocumentContext,
  document: DocumentRecord,
  action: Action,
  options: ActionOptions,
): Promise<Acted> {
  const { kind } = document
  const effect = effects[kind][action] ?? {}
  const facts = factsOf(document, await surroundingsOf(tx, ctx, document))
  // Refused before anything is made; what is only true afterwards is asked again below.
  nextState(kind, document.state, action, { ...facts, ...promised(action) })
  const made = effect.makes ? await makeNext(tx, ctx, document, effect.makes, options) : null
  const after = made ? factsOf(document, await surroundingsOf(tx, ctx, document)) : facts
  const state = nextState(kind, document.state, action, { ...after, ...beforehand(facts, action) })
  await follow(tx, ctx, document, effect, state)
  await recordAudit(tx, ctx, `document.${action}`, { kind, id: document.id }, made ? { made: made.id } : {})
  if (effect.sells === 'sale' || (kind === 'order' && action === 'ship')) await closeWhenDone(tx, ctx, document)
  const now = await kept.findDocument(tx, document.id)
  if (!now) throw new AppError('platform.unexpected')
  return { document: now, made }
}

/** What an action itself brings about. */
function promised(action: Action): StateFacts {
  return action === 'receive' ? { 'something-received': true } : {}
}

/** What had to hold before the action and no longer does after it. */
function beforehand(facts: StateFacts, action: Action): StateFacts {
  return action === 'ship' || action === 'invoice'
    ? {
        'something-to-ship': facts['something-to-ship'] ?? false,
        'something-to-invoice': facts['something-to-invoice'] ?? false,
      }
    : {}
}

async function makeNext(
  tx: TenantTx,
  ctx: DocumentContext,
  from: DocumentRecord,
  makes: NonNullable<Effect['makes']>,
  options: ActionOptions,
): Promise<DocumentRecord> {
  const { lines, day, placeId, clientId } = options
  const draft = await createDocument(tx, ctx, {
    kind: makes.kind,
    fromId: from.id,
    ...(lines ? { lines: lines.map(({ lineId, ...line }) => ({ fromLineId: lineId, ...line })) } : {}),
    ...(day ? { day } : {}),
    ...(placeId ? { placeId } : {}),
    ...(clientId ? { clientId } : {}),
    ...(options.details ? { details: options.details } : {}),
    ...(from.kind === 'quote' ? { rate: from.rate } : {}),
  })
  if (!makes.next || draft.version > 1) return draft
  return (await act(tx, ctx, draft, makes.next, {})).document
}

/** All that follows from an action, in an order in which nobody waits for the number series but for it alone. */
async function follow(
  tx: TenantTx,
  ctx: DocumentContext,
  document: DocumentRecord,
  effect: Effect,
  state: string,
): Promise<void> {
  const hasHappened = document.details.counter === true
  const goodsMinor = effect.goods ? await moveGoods(tx, ctx, document, effect.goods, hasHappened) : 0n
  const billed = document.kind === 'bill' && effect.posts === 'issued' ? await takeBillIn(tx, ctx, document) : {}
  const isDirect = document.kind === 'invoice' && effect.sells === 'sale' && document.fromId === null
  if (isDirect && document.lines.some((line) => line.itemId !== null)) await shipDirectly(tx, ctx, document)
  const number = effect.number && document.number === null ? await numberFor(tx, ctx, document) : document.number
  const dueDay = effect.number && claims.includes(document.kind) ? await dueDayOf(tx, document) : document.dueDay
  const issued = { ...document, number, dueDay }
  await kept.stepDocument(tx, document.id, {
    state,
    ...(number === null ? {} : { number }),
    ...(effect.number ? { issuedAt: ctx.now } : {}),
    ...(dueDay === null ? {} : { dueDay }),
  })
  if (effect.posts === 'written-off') {
    const open = document.totalMinor - document.settledMinor
    await post(tx, ctx, [factOfWriteOff(ctx, document, open, todayOf(ctx))])
    await kept.addSettled(tx, document.id, open)
  } else if (effect.posts) {
    await post(tx, ctx, [{ ...factOfPaper(ctx, issued, goodsMinor), ...billed }])
  }
  if (effect.sells) await recordSales(tx, issued, effect.sells)
  if (document.kind === 'invoice' && effect.sells) await carryDeposits(tx, ctx, issued)
  if (document.kind === 'credit-note' || document.kind === 'debit-note') await useNote(tx, ctx, issued)
}

/** An invoice that stands on no order or shipment hands the goods over with itself. */
async function shipDirectly(tx: TenantTx, ctx: DocumentContext, invoice: DocumentRecord): Promise<void> {
  const draft = await createDocument(tx, ctx, {
    kind: 'shipment',
    fromId: invoice.id,
    day: invoice.day,
    details: invoice.details.counter === true ? { counter: true } : {},
  })
  await act(tx, ctx, draft, 'ship', {})
}

/** An order of which everything has left and is billed needs nothing more. */
async function closeWhenDone(tx: TenantTx, ctx: DocumentContext, document: DocumentRecord): Promise<void> {
  const order = await orderOf(tx, document)
  if (order?.state !== 'shipped' || order.settledMinor > 0n) return
  const facts = factsOf(order, await surroundingsOf(tx, ctx, order))
  if (facts['something-to-invoice']) return
  await moveGoods(tx, ctx, order, 'release', false)
  await kept.stepDocument(tx, order.id, { state: 'closed' })
}

async function numberFor(tx: TenantTx, ctx: DocumentContext, document: DocumentRecord): Promise<string> {
  const year = fiscalYearOf(ctx.pack, document.day)
  return numberOf(document.kind, year, await kept.takeNumber(tx, seriesOf(document.kind, year)))
}

async function dueDayOf(tx: TenantTx, document: DocumentRecord): Promise<PlainDate> {
  if (document.dueDay !== null) return document.dueDay
  const party = document.partyId === null ? undefined : await findParty(tx, document.partyId)
  return addDays(document.day, party?.termsDays ?? 0)
}
