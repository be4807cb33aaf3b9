// SPDX-License-Identifier: Apache-2.0
import { AppError, addDays, fromDayNumber, type PlainDate } from '@resham/base'
import { type DocumentKind, initialState, lineNet } from '@resham/bookkeeping'
import { type ItemRecord, listItemsById } from '#modules/items/index.ts'
import { findStandingParty, type PartyRecord } from '#modules/parties/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { newId } from '#platform/ids.ts'
import * as kept from './documents.repository.ts'
import type { DocumentContext, DocumentDraft, DocumentRecord, LineDraft, LineRecord } from './documents.types.ts'
import { toHome } from './home-amount.ts'
import { claims, comesFrom, goodsOnly } from './kinds.ts'
import { carriedDrafts, openLines, rootOf } from './line-drafts.ts'
import { taxesOf } from './line-taxes.service.ts'
import { rateOn } from './rate.service.ts'
import { usualPrices } from './usual-prices.service.ts'

/** The most lines of one paper; more is a file to import. */
const mostLines = 1000

/** Today, where the business is. */
export function todayOf(ctx: DocumentContext): PlainDate {
  return fromDayNumber(dayIn(ctx.business.timeZone, ctx.now))
}

/**
 * Makes a document, as a draft. What the draft leaves out comes from the document that it carries on, the party, the
 * item, or what is usual. With a `clientId` that is known, answers the document that was made the first time.
 *
 * @throws platform.not-found for a party, item or document; documents.no-lines, documents.nothing-open,
 *         documents.more-than-open, documents.cannot-carry-on, documents.day-invalid, documents.price-missing,
 *         documents.id-taken, rates.missing, and what a line's arithmetic refuses, with `place` (1 is the first line)
 */
export async function createDocument(
  tx: TenantTx,
  ctx: DocumentContext,
  draft: DocumentDraft,
): Promise<DocumentRecord> {
  if (draft.clientId) {
    const known = await kept.findByClientId(tx, draft.clientId)
    if (known) return sameAs(draft, known)
  }
  const before = draft.fromId ? await carriedFrom(tx, draft.fromId, draft.kind) : undefined
  const content = await contentOf(tx, ctx, draft, before)
  const id = newId(ctx.now)
  const made: kept.NewDocument = {
    ...content,
    id,
    kind: draft.kind,
    state: initialState(draft.kind),
    fromId: draft.fromId ?? null,
    clientId: draft.clientId ?? null,
    madeAt: ctx.now,
    madeBy: ctx.caller?.kind === 'person' ? ctx.caller.userId : null,
  }
  if (!(await kept.insertDocument(tx, made))) {
    // Another request with the same id was quicker by a moment.
    const known = draft.clientId ? await kept.findByClientId(tx, draft.clientId) : undefined
    if (known) return sameAs(draft, known)
    throw new AppError('platform.unexpected')
  }
  await recordAudit(tx, ctx, 'document.created', { kind: draft.kind, id })
  const { partyName } = content
  return { ...made, partyName, number: null, settledMinor: 0n, version: 1, issuedAt: null }
}

/** The paper of the first time, when it is one of the same sort. @throws documents.id-taken */
function sameAs(draft: DocumentDraft, known: DocumentRecord): DocumentRecord {
  const isCounter = draft.details?.counter === true
  const isSame = known.kind === draft.kind && (known.details.counter === true) === isCounter
  if (!isSame || (draft.fromId ?? null) !== known.fromId) throw new AppError('documents.id-taken', { kind: known.kind })
  return known
}

/** What a draft comes to, worked out. */
export type Content = kept.ChangedDocument & { readonly partyName: string | null }

/** Works a draft out: everything that it leaves out is found, every amount is reckoned. */
export async function contentOf(
  tx: TenantTx,
  ctx: DocumentContext,
  draft: DocumentDraft,
  before: DocumentRecord | undefined,
): Promise<Content> {
  const named = draft.partyId === undefined ? (before?.partyId ?? null) : draft.partyId
  const party = named === null ? undefined : await getParty(tx, named)
  const day = checkedDay(draft.day ?? todayOf(ctx), ctx)
  const home = ctx.business.currency
  const currency = draft.currency ?? before?.currency ?? party?.currency ?? home
  const rate = await rateOn(tx, ctx, { currency, day, typed: draft.rate })
  const drafts = before ? await draftsFrom(tx, before, draft) : (draft.lines ?? [])
  if (drafts.length === 0) throw new AppError('documents.no-lines')
  if (drafts.length > mostLines)
    throw new AppError('documents.too-many-lines', { lines: drafts.length, most: mostLines })
  const lines = await workOutLines(tx, ctx, drafts, {
    ...{ kind: draft.kind, day, currency, party },
    rate: rate.rate,
  })
  const netMinor = sum(lines, (line) => line.netMinor)
  const taxMinor = sum(lines, (line) => line.taxMinor)
  return {
    partyId: party?.id ?? null,
    partyName: party?.name ?? null,
    placeId: draft.placeId === undefined ? (before?.placeId ?? null) : draft.placeId,
    day,
    dueDay: draft.dueDay ?? dueDayOf(draft.kind, day, party),
    currency,
    rate: rate.rate,
    rateSource: rate.source,
    reference: draft.reference === undefined ? (before?.reference ?? null) : draft.reference,
    note: draft.note === undefined ? null : draft.note,
    netMinor,
    taxMinor,
    totalMinor: netMinor + taxMinor,
    homeNetMinor: toHome(netMinor, currency, home, rate.rate),
    details: draft.details ?? {},
    lines,
  }
}

async function getParty(tx: TenantTx, id: string): Promise<PartyRecord> {
  const party = await findStandingParty(tx, id)
  if (!party) throw new AppError('platform.not-found', { what: 'party' })
  return party
}

/** The document before, held until the end: two who carry it on at once must not take the same goods twice. */
async function carriedFrom(tx: TenantTx, id: string, kind: DocumentKind): Promise<DocumentRecord> {
  const before = await kept.findDocument(tx, id, 'change')
  if (!before) throw new AppError('platform.not-found', { what: 'document' })
  if (!comesFrom[kind].includes(before.kind)) {
    throw new AppError('documents.cannot-carry-on', { from: before.kind, to: kind })
  }
  return before
}

async function draftsFrom(tx: TenantTx, before: DocumentRecord, draft: DocumentDraft): Promise<readonly LineDraft[]> {
  const rootIds = before.lines.map((line) => rootOf(before, line))
  const elsewhere = rootIds.filter((id) => !before.lines.some((line) => line.id === id))
  const carried = await kept.listCarriedOn(tx, rootIds)
  const quantities = await kept.listLineQuantities(tx, elsewhere)
  const open = openLines(before, draft.kind, carried, quantities)
  // A supplier may send more than was ordered; who receives it says so, and the state table asks.
  const goods = goodsOnly.includes(draft.kind) ? open.filter(({ line }) => line.itemId !== null) : open
  return carriedDrafts(goods, draft.lines, draft.kind === 'receipt')
}

function checkedDay(day: PlainDate, ctx: DocumentContext): PlainDate {
  const today = todayOf(ctx)
  if (day < '2000-01-01' || day > addDays(today, 366)) {
    throw new AppError('documents.day-invalid', { day })
  }
  return day
}

function dueDayOf(kind: DocumentKind, day: PlainDate, party: PartyRecord | undefined): PlainDate | null {
  return claims.includes(kind) ? addDays(day, party?.termsDays ?? 0) : null
}

type Head = {
  readonly kind: DocumentKind
  readonly day: PlainDate
  readonly currency: string
  readonly party: PartyRecord | undefined
  readonly rate: string
}

async function workOutLines(
  tx: TenantTx,
  ctx: DocumentContext,
  drafts: readonly LineDraft[],
  head: Head,
): Promise<LineRecord[]> {
  const itemIds = [...new Set(drafts.flatMap((draft) => draft.itemId ?? []))]
  const items = new Map((await listItemsById(tx, itemIds)).map((item) => [item.id, item]))
  if (items.size < itemIds.length) throw new AppError('platform.not-found', { what: 'item' })
  const unpriced = drafts.flatMap(({ itemId, priceThousandths, quantityMilli = 1000n }) =>
    itemId && priceThousandths === undefined ? [{ itemId, quantityMilli }] : [],
  )
  const prices = await usualPrices(tx, ctx, unpriced, head)
  const priced = drafts.map((draft, i) =>
    atPlace(i + 1, () => lineOf(ctx, head, draft, i + 1, draft.itemId ? items.get(draft.itemId) : undefined, prices)),
  )
  return goodsOnly.includes(head.kind) ? priced : taxesOf(tx, ctx, priced, head)
}

function lineOf(
  ctx: DocumentContext,
  head: Head,
  draft: LineDraft,
  lineNo: number,
  item: ItemRecord | undefined,
  prices: ReadonlyMap<string, bigint>,
): LineRecord {
  const description = (draft.description ?? item?.name ?? '').trim()
  if (description === '') throw new AppError('documents.line-empty')
  const { quantityMilli = 0n, discountMinor = 0n, currency = head.currency } = draft
  if (currency !== head.currency) throw new AppError('base.currency-mismatch', { a: currency, b: head.currency })
  const priceThousandths = draft.priceThousandths ?? (item && prices.get(item.id))
  if (priceThousandths === undefined) throw new AppError('documents.price-missing', { description })
  if (quantityMilli <= 0n) throw new AppError('bookkeeping.quantity-invalid', { value: quantityMilli.toString() })
  return {
    id: newId(ctx.now),
    lineNo,
    itemId: draft.itemId ?? null,
    lotId: draft.lotId ?? null,
    description: description.slice(0, 500),
    quantityMilli,
    unit: draft.unit === undefined ? (item?.unit ?? null) : draft.unit,
    priceThousandths,
    discountMinor,
    netMinor: lineNet(quantityMilli, priceThousandths, discountMinor),
    taxClass: draft.taxClass ?? null,
    taxes: [],
    taxMinor: 0n,
    fromLineId: draft.fromLineId ?? null,
  }
}

/** Says on which line a refusal happened. */
function atPlace<T>(place: number, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, { ...error.details, place }, { cause: error })
  }
}

function sum(lines: readonly LineRecord[], of: (line: LineRecord) => bigint): bigint {
  return lines.reduce((so, line) => so + of(line), 0n)
}
