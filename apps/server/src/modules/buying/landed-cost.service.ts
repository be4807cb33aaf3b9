// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@resham/base'
import { spreadCost } from '@resham/bookkeeping'
import type { buyingEndpoints as at, RequestOf } from '@resham/contract'
import { post } from '#modules/books/index.ts'
import { type DocumentContext, findDocument, listOnOrder } from '#modules/documents/index.ts'
import { listItemsById } from '#modules/items/index.ts'
import { leadTimesOf } from '#modules/plan/index.ts'
import { arrivalsOf, moveStock } from '#modules/stock/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { newId } from '#platform/ids.ts'
import { toLandedReply } from './buying.mapping.ts'
import { insertLanded, listLanded } from './buying.repository.ts'

type WithDb = DocumentContext & { readonly db: BusinessContext['db'] }

/**
 * Spreads freight, duty and the like over the goods of an arrival. What of them is gone takes its share to the cost of
 * sales. The cost counts for the day on which the goods came, unless that month is closed.
 *
 * @throws platform.not-found, base.currency-mismatch, bookkeeping.spread-of-nothing, books.period-closed,
 *         buying.amount-invalid
 */
export async function addLandedCost(ctx: WithDb, { params, body }: RequestOf<typeof at.addCost>) {
  const { currency } = ctx.business
  if (body.amount.currency !== currency) {
    throw new AppError('base.currency-mismatch', { a: body.amount.currency, b: currency })
  }
  const amountMinor = BigInt(body.amount.minor)
  if (amountMinor <= 0n || amountMinor > 10n ** 15n) throw new AppError('buying.amount-invalid')
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const known = body.clientId ? await listLanded(tx, { clientId: body.clientId }) : []
    if (known[0]) return toLandedReply(known[0], currency)
    const receipt = await getReceipt(tx, params.receipt)
    const id = newId(ctx.now)
    const by = { ...ctx, chart: ctx.pack.chart, day: receipt.day }
    const { keptMinor, soldMinor } = await spread(tx, by, receipt.id, amountMinor, body.spreadBy)
    await post(tx, by, [
      {
        event: 'landed-cost-spread',
        source: { kind: 'landed-cost', id },
        day: receipt.day,
        onHandHomeMinor: keptMinor,
        soldHomeMinor: soldMinor,
      },
    ])
    const landed = {
      ...{ id, receiptId: receipt.id, kind: body.kind, spreadBy: body.spreadBy, note: body.note ?? null },
      amountMinor: amountMinor.toString(),
      soldMinor: soldMinor.toString(),
    }
    const madeBy = ctx.caller.kind === 'person' ? ctx.caller.userId : null
    await insertLanded(tx, { ...landed, clientId: body.clientId ?? null, madeAt: ctx.now, madeBy })
    await recordAudit(tx, ctx, 'landed-cost.added', { kind: 'receipt', id: receipt.id }, { kind: body.kind })
    return toLandedReply(landed, currency)
  })
}

/** What getting an arrival here cost besides its price. @throws platform.not-found */
export async function listCosts(ctx: BusinessContext, { params }: RequestOf<typeof at.costs>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const receipt = await getReceipt(tx, params.receipt)
    const items = await listLanded(tx, { receiptId: receipt.id })
    return { items: items.map((landed) => toLandedReply(landed, ctx.business.currency)) }
  })
}

/** How long an item takes to arrive, and how much of it is on the way. @throws platform.not-found */
export async function readLeadTime(ctx: BusinessContext, { params }: RequestOf<typeof at.leadTime>) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const [item] = await listItemsById(tx, [params.item])
    if (!item) throw new AppError('platform.not-found')
    const learnt = (await leadTimesOf(tx, [item.id])).get(item.id)
    const onOrder = (await listOnOrder(tx, [item.id])).get(item.id) ?? 0n
    return { learnt: learnt ?? null, onOrderMilli: Number(onOrder) }
  })
}

async function spread(
  tx: TenantTx,
  by: Parameters<typeof moveStock>[1],
  receiptId: string,
  amountMinor: bigint,
  spreadBy: 'value' | 'weight' | 'quantity',
): Promise<{ keptMinor: bigint; soldMinor: bigint }> {
  const arrivals = await arrivalsOf(tx, receiptId)
  const lines = arrivals.map(({ quantityMilli, valueMinor, weightGrams }) => ({
    quantityMilli,
    valueMinor,
    weightGrams: (BigInt(weightGrams ?? 0) * quantityMilli) / 1000n,
  }))
  const shares = spreadCost(amountMinor, lines, spreadBy)
  const moved = await moveStock(
    tx,
    by,
    arrivals.map(({ moveId, itemId, placeId, quantityMilli }, i) => ({
      kind: 'cost' as const,
      itemId,
      placeId,
      quantityMilli: 0n,
      valueMinor: shares[i] ?? 0n,
      valueIsFor: { quantityMilli, moveId },
      documentId: receiptId,
      reason: 'landed-cost',
    })),
  )
  return {
    keptMinor: moved.reduce((sum, one) => sum + one.valueMinor, 0n),
    soldMinor: moved.reduce((sum, one) => sum + one.soldMinor, 0n),
  }
}

async function getReceipt(tx: TenantTx, id: string) {
  const receipt = await findDocument(tx, id)
  if (receipt?.kind !== 'receipt' || receipt.state !== 'received') throw new AppError('platform.not-found')
  return receipt
}
