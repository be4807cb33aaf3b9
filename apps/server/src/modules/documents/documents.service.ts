// SPDX-License-Identifier: Apache-2.0
import { AppError, plainDate } from '@resham/base'
import { type Action, actions, type DocumentKind, nextState } from '@resham/bookkeeping'
import type { documentEndpoints as at, Document, RequestOf } from '@resham/contract'
import type { Static } from 'typebox'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { demand } from '#platform/http/access.ts'
import { pageOf, pageSize } from '#platform/http/paging.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { actOnDocument, surroundingsOf } from './act.service.ts'
import { contextOf, type FindPack } from './context.ts'
import { sellAtCounter as sell } from './counter.service.ts'
import { type Content, contentOf, createDocument as create } from './create.service.ts'
import { readDayCursor, writeDayCursor } from './day-cursor.ts'
import * as mapping from './documents.mapping.ts'
import * as kept from './documents.repository.ts'
import type { DocumentContext, DocumentHead, DocumentRecord } from './documents.types.ts'
import { factsOf } from './facts.ts'
import { moveGoods } from './goods.service.ts'
import { buying } from './kinds.ts'
import * as money from './payments.repository.ts'

/** Called after sales of the books have changed, in the same transaction. */
export type SalesChanged = (tx: TenantTx) => Promise<void>
/** What the handlers need besides their input. */
export type DocumentParts = {
  readonly findPack: FindPack
  readonly salesChanged: SalesChanged
  /** Whether a payment stands on a line of a bank's statement: then it is taken back there. */
  readonly isFromStatement: (tx: TenantTx, paymentId: string) => Promise<boolean>
}

/** A page of papers of one kind. @throws platform.invalid-request for a cursor that no page gave */
export async function listDocuments(ctx: BusinessContext, { query }: RequestOf<typeof at.list>) {
  const { kind, states, party, search, cursor } = query
  const size = pageSize(query)
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) =>
    kept.listDocuments(tx, {
      kind,
      limit: size + 1,
      ...(states === undefined ? {} : { states: states.split(',') }),
      ...(party === undefined ? {} : { partyId: party }),
      ...(search === undefined ? {} : { search }),
      ...(cursor === undefined ? {} : { after: readDayCursor(cursor) }),
    }),
  )
  const { items, next } = pageOf(found, size, writeDayCursor)
  return { items: items.map(mapping.toBrief), next }
}

/** One paper, whole. @throws platform.not-found */
export async function readDocument(
  ctx: BusinessContext,
  { params }: RequestOf<typeof at.read>,
  { findPack }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const document = await kept.findDocument(tx, params.document)
    if (!document) throw new AppError('platform.not-found')
    return replyOf(tx, own, document)
  })
}

/** Makes a draft. Throws what `createDocument` of `create.service.ts` refuses. */
export async function createDocument(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.create>,
  { findPack }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  demand(ctx, permissionFor(body.kind))
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) =>
    replyOf(tx, own, await create(tx, own, mapping.toDraft(body)), 'new'),
  )
}

/** Writes a draft anew. @throws platform.not-found, platform.changed-meanwhile, bookkeeping.not-allowed, -settled-too-much */
export async function changeDocument(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.change>,
  { findPack }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  const { version, ...change } = body
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const document = await kept.findDocument(tx, params.document, 'change')
    if (!document) throw new AppError('platform.not-found')
    demand(ctx, permissionFor(document.kind))
    if (document.version !== version) {
      throw new AppError('platform.changed-meanwhile', { seen: version, now: document.version })
    }
    const facts = factsOf(document, await surroundingsOf(tx, own, document))
    const state = nextState(document.kind, document.state, 'edit', facts)
    const draft = mapping.toDraft({ kind: document.kind, ...change })
    const content = await contentOf(tx, own, { ...asDraft(document), ...draft }, undefined)
    if (content.totalMinor < document.settledMinor) {
      const [open, settled] = [content.totalMinor.toString(), document.settledMinor.toString()]
      throw new AppError('bookkeeping.settled-too-much', { open, settled })
    }
    await kept.replaceDocument(tx, document.id, state, content)
    if (state === 'open' && document.kind === 'order') await setAsideAnew(tx, own, document, content)
    await recordAudit(tx, ctx, 'document.edit', { kind: document.kind, id: document.id })
    const now = await kept.findDocument(tx, document.id)
    if (!now) throw new AppError('platform.unexpected')
    return replyOf(tx, own, now)
  })
}

/** What was set aside for an order's lines goes back, and what it now asks for is set aside. */
async function setAsideAnew(tx: TenantTx, ctx: DocumentContext, before: DocumentRecord, now: Content): Promise<void> {
  await moveGoods(tx, ctx, before, 'release', false)
  await moveGoods(tx, ctx, { ...before, ...now }, 'reserve', false)
}

/** A document as a draft of itself. */
function asDraft(document: DocumentRecord) {
  const { kind, partyId, placeId, day, dueDay, currency, rate, rateSource, reference, note, details, lines } = document
  return {
    ...{ kind, partyId, placeId, day, currency, reference, note, details, lines },
    ...(dueDay === null ? {} : { dueDay }),
    ...(rateSource === 'typed' ? { rate } : {}),
  }
}

/** Does something to a paper. Throws what `actOnDocument` refuses. */
export async function act(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.act>,
  { findPack, salesChanged }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  const { version, day, lines, placeId, clientId } = body
  const action = actions.find((one) => one === body.action)
  if (action === undefined) throw new AppError('platform.invalid-request', { field: 'action' })
  // Giving up what somebody owes is as good as paying it out.
  if (action === 'write-off') demand(ctx, 'money.write')
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const acted = await actOnDocument(tx, own, params.document, action as Action, version, {
      check: ({ kind }) => demand(ctx, permissionFor(kind)),
      ...(day === undefined ? {} : { day: plainDate(day) }),
      ...(lines === undefined
        ? {}
        : { lines: lines.map((line) => ({ ...line, quantityMilli: BigInt(line.quantityMilli) })) }),
      ...(placeId === undefined ? {} : { placeId }),
      ...(clientId === undefined ? {} : { clientId }),
    })
    if (action === 'issue') await salesChanged(tx)
    return {
      document: await replyOf(tx, own, acted.document),
      made: acted.made && mapping.toBrief(acted.made),
    }
  })
}

/** Sells at the counter; the same sale again is answered, not made. */
export async function sellAtCounter(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.sellAtCounter>,
  { findPack, salesChanged }: DocumentParts,
) {
  const own = contextOf(ctx, findPack)
  const { currency } = ctx.business
  const { day, lines, payments, ...rest } = body
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const made = await sell(tx, own, {
      ...rest,
      ...(day === undefined ? {} : { day: plainDate(day) }),
      lines: lines.map(mapping.toLineDraft),
      ...(payments === undefined
        ? {}
        : {
            payments: payments.map(({ amount, ...one }) => ({
              ...one,
              amountMinor: mapping.minorOf(amount, currency),
            })),
          }),
    })
    if (!made.again) await salesChanged(tx)
    return {
      invoice: await replyOf(tx, own, made.invoice),
      payments: made.payments.map(mapping.toPaymentReply),
      again: made.again,
    }
  })
}

/** Who may write a kind of paper. */
function permissionFor(kind: DocumentKind): 'buy.write' | 'sell.write' {
  return buying.includes(kind) ? 'buy.write' : 'sell.write'
}

/** @param how `new`: made a moment ago, so that nothing came of it yet and nothing need be looked up. */
async function replyOf(
  tx: TenantTx,
  ctx: DocumentContext,
  document: DocumentRecord,
  how: 'new' | 'known' = 'known',
): Promise<Static<typeof Document>> {
  const isNew = how === 'new' && document.version === 1 && document.fromId === null
  const around = isNew
    ? { today: document.day, periodIsOpen: true, carried: [], before: { quantities: new Map(), carried: [] } }
    : await surroundingsOf(tx, ctx, document)
  const facts = factsOf(document, around)
  const related = isNew ? [] : await relatedOf(tx, document)
  const settlements = isNew || document.settledMinor === 0n ? [] : await settlementsOf(tx, document)
  const beside = { facts, carried: around.carried, related, settlements }
  return mapping.toDocumentReply(document, beside, ctx.business.currency)
}

async function relatedOf(tx: TenantTx, document: DocumentRecord): Promise<DocumentHead[]> {
  const before = document.fromId === null ? undefined : await kept.findDocument(tx, document.fromId)
  return [...(before ? [before] : []), ...(await kept.listMadeFrom(tx, document.id))]
}

async function settlementsOf(tx: TenantTx, document: DocumentRecord) {
  return money.listSettlements(tx, { documentId: document.id, creditId: document.id })
}
