// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber, isAppError } from '@resham/base'
import type { counterEndpoints as at, RequestOf } from '@resham/contract'
import type { Pack } from '@resham/pack-kit'
import { type DocumentContext, listMoneyAccounts, sellAtCounter } from '#modules/documents/index.ts'
import { listAllItems } from '#modules/items/index.ts'
import { listPartyNames } from '#modules/parties/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { toKeptReply, toOutcome } from './counter.mapping.ts'
import * as kept from './counter.repository.ts'
import type { HandedSale, KeptSale, Outcome, Problem } from './counter.types.ts'
import { findDifferences, stockNotes } from './differences.service.ts'
import { type SoldAt, soldAtByOurClock } from './phone-clock.ts'
import { shelfPrices } from './shelf-prices.service.ts'
import { withTaxInside } from './tax-inside.service.ts'

/** Called after sales of the books have changed, in the same transaction. */
export type SalesChanged = (tx: TenantTx) => Promise<void>
/** What the handlers need besides their input. */
export type CounterParts = { readonly findPack: (id: string) => Pack | undefined; readonly salesChanged: SalesChanged }

const mostListed = 50
const mostCustomers = 5000

/** All that a phone needs to sell by itself, at the prices that customers pay. */
export async function readCatalogue(ctx: BusinessContext, parts: CounterParts) {
  const own = contextOf(ctx, parts)
  const { currency } = ctx.business
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const items = await listAllItems(tx)
    const prices = await shelfPrices(
      tx,
      own,
      items.map(({ id }) => id),
    )
    const accounts = await listMoneyAccounts(tx, own)
    const customers = [...(await listPartyNames(tx))].sort(([, a], [, b]) => (a < b ? -1 : 1)).slice(0, mostCustomers)
    return {
      at: ctx.now.toISOString(),
      currency,
      items: items.map(({ id, code, name, unit, barcode }): CatalogueRow => {
        return [id, code, name, unit ?? '', prices.get(id)?.toString() ?? '', barcode ?? '']
      }),
      accounts: accounts
        .filter((account) => account.currency === currency)
        .map(({ id, name, kind }) => ({ id, name, kind })),
      customers,
    }
  })
}
type CatalogueRow = [string, string, string, string, string, string]

/**
 * Books sales that a phone made. Each stands alone: one that is refused is kept, waiting, and stops no other. Handed in
 * again, a sale answers what came of it.
 */
export async function handIn(ctx: BusinessContext, { body }: RequestOf<typeof at.handIn>, parts: CounterParts) {
  const sentAt = new Date(body.sentAt)
  const sales: Outcome[] = []
  for (const sale of body.sales) {
    const when = soldAtByOurClock(new Date(sale.soldAt), sentAt, ctx.now)
    sales.push(await handInOne(ctx, sale, when, parts))
  }
  return { sales }
}

async function handInOne(ctx: BusinessContext, sale: HandedSale, when: SoldAt, parts: CounterParts): Promise<Outcome> {
  const { tenantId, currency } = ctx.business
  // Written down first and for good: whatever comes after, the sale is here.
  await withTenant(ctx.db, tenantId, (tx) =>
    kept.insertSale(tx, {
      clientId: sale.clientId,
      receivedAt: ctx.now,
      phoneSoldAt: new Date(sale.soldAt),
      soldAt: when.soldAt,
      sale,
      madeBy: ctx.caller.kind === 'person' ? ctx.caller.userId : null,
    }),
  )
  const outcome = await bookWaiting(ctx, sale.clientId, when, parts)
  return toOutcome(outcome.kept, currency, outcome.again)
}

/** The last sales at the counter. */
export async function listSales(ctx: BusinessContext) {
  const found = await withTenant(ctx.db, ctx.business.tenantId, (tx) => kept.listSales(tx, mostListed))
  return { sales: found.map((sale) => toKeptReply(sale, ctx.business.currency)) }
}

/** What a person decides about a sale that waits. @throws platform.not-found; counter.not-waiting */
export async function resolveSale(
  ctx: BusinessContext,
  { params, body }: RequestOf<typeof at.resolve>,
  parts: CounterParts,
): Promise<Outcome> {
  const { tenantId, currency } = ctx.business
  const sale = await withTenant(ctx.db, tenantId, async (tx) => {
    const found = await kept.lockSale(tx, params.sale)
    if (!found) throw new AppError('platform.not-found')
    if (found.state !== 'waiting') throw new AppError('counter.not-waiting')
    if (body.action !== 'drop') return found
    await kept.settleSale(tx, found.clientId, { ...found, state: 'dropped' })
    await recordAudit(tx, ctx, 'counter-sale.dropped', { kind: 'counter-sale', id: found.clientId })
    return { ...found, state: 'dropped' as const }
  })
  if (sale.state === 'dropped') return toOutcome(sale, currency, false)
  const when = { soldAt: sale.soldAt, isWrong: sale.notes.some(({ code }) => code === 'clock-wrong') }
  const outcome = await bookWaiting(ctx, sale.clientId, when, parts, body.partyId)
  return toOutcome(outcome.kept, currency, false)
}

type Booked = { readonly kept: KeptSale; readonly again: boolean }

/** Books a sale that waits: on its own day, else, where the month is closed, on today; refused by both, it waits on. */
async function bookWaiting(
  ctx: BusinessContext,
  clientId: string,
  when: SoldAt,
  parts: CounterParts,
  partyId?: string,
): Promise<Booked> {
  const { tenantId } = ctx.business
  const book = (isLate: boolean) =>
    withTenant(ctx.db, tenantId, (tx) => bookOnce(tx, ctx, { clientId, when, isLate, parts, partyId }))
  try {
    return await book(false)
  } catch (error) {
    if (!isAppError(error)) throw error
    if (!isMonthClosed(error)) return keepWaiting(ctx, clientId, error)
  }
  try {
    return await book(true)
  } catch (error) {
    if (!isAppError(error)) throw error
    return keepWaiting(ctx, clientId, error)
  }
}

/** The table of states sees it first; the ledger would too. */
const isMonthClosed = ({ code, details }: AppError) =>
  code === 'books.period-closed' || (code === 'bookkeeping.not-allowed' && details.reason === 'period-closed')

async function keepWaiting(ctx: BusinessContext, clientId: string, error: AppError): Promise<Booked> {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const found = await getSale(tx, clientId)
    if (found.state !== 'waiting') return { kept: found, again: true }
    const problem: Problem = { code: error.code, details: { ...error.details } }
    await kept.settleSale(tx, clientId, { ...found, problem })
    return { kept: { ...found, problem }, again: false }
  })
}

type Booking = {
  readonly clientId: string
  readonly when: SoldAt
  /** The month of its day is closed: it is dated today. */
  readonly isLate: boolean
  readonly parts: CounterParts
  readonly partyId: string | undefined
}

async function bookOnce(tx: TenantTx, ctx: BusinessContext, booking: Booking): Promise<Booked> {
  const found = await getSale(tx, booking.clientId)
  if (found.state !== 'waiting') return { kept: found, again: true }
  const { sale } = found
  const own = contextOf(ctx, booking.parts)
  const { timeZone, currency } = ctx.business
  const day = fromDayNumber(dayIn(timeZone, booking.isLate ? ctx.now : booking.when.soldAt))
  const { notes, lines, partyId } = await findDifferences(tx, own, sale, booking)
  const inside = await withTaxInside(tx, own, { lines, day, partyId })
  const { invoice } = await sellAtCounter(tx, own, {
    clientId: sale.clientId,
    partyId,
    day,
    lines: inside.lines,
    note: sale.note ?? null,
    details: { soldAt: found.soldAt.toISOString(), phoneSoldAt: found.phoneSoldAt.toISOString() },
    ...paymentsOf(sale, currency, inside.totalMinor),
  })
  const total = { minor: invoice.totalMinor.toString(), currency }
  if (total.minor !== sale.total.minor)
    notes.push({ code: 'total-differs', details: { told: sale.total, booked: total } })
  notes.push(...(await stockNotes(tx, sale)))
  await kept.settleSale(tx, sale.clientId, { state: 'sold', documentId: invoice.id, notes, problem: null })
  await booking.parts.salesChanged(tx)
  return { kept: await getSale(tx, sale.clientId), again: false }
}

/**
 * What changed hands, as the phone says: nothing on credit, else all of it, but no more than the books come to.
 *
 * @throws base.currency-mismatch
 */
function paymentsOf(sale: HandedSale, currency: string, booked: bigint) {
  if (sale.total.currency !== currency) {
    throw new AppError('base.currency-mismatch', { a: sale.total.currency, b: currency })
  }
  if (sale.paidInto === null) return { payments: [] }
  const told = BigInt(sale.total.minor)
  const account = sale.paidInto === undefined ? {} : { moneyAccountId: sale.paidInto }
  return { payments: [{ ...account, amountMinor: told < booked ? told : booked }] }
}

async function getSale(tx: TenantTx, clientId: string): Promise<KeptSale> {
  const found = await kept.lockSale(tx, clientId)
  if (!found) throw new AppError('platform.not-found')
  return found
}

function contextOf(ctx: BusinessContext, { findPack }: CounterParts): DocumentContext {
  const pack = findPack(ctx.business.pack)
  if (!pack) throw new AppError('business.pack-unknown', { pack: ctx.business.pack })
  return { now: ctx.now, caller: ctx.caller, business: ctx.business, pack }
}
