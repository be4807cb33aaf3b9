// SPDX-License-Identifier: Apache-2.0
import { AppError, plainDate } from '@resham/base'
import type { buyingEndpoints as at, RequestOf } from '@resham/contract'
import {
  actOnDocument,
  type DocumentContext,
  type DocumentRecord,
  findByClientId,
  findDocument,
  listOpenToReceive,
  toBrief,
} from '#modules/documents/index.ts'
import { namedLot, settingsOf } from '#modules/stock/index.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'

/** Called after goods arrived, in the same transaction. */
export type Arrived = (tx: TenantTx, itemIds: readonly string[], currency: string) => Promise<void>

type Input = RequestOf<typeof at.receive>
type Over = { description: string; orderedMilli: number; cameMilli: number }

/**
 * Takes in what arrived of a purchase order.
 *
 * A little more than ordered is taken and told; more than the owner's tolerance is asked about first.
 *
 * @throws platform.not-found, platform.changed-meanwhile, buying.more-than-ordered, and what documents and stock refuse
 */
export async function receiveOrder(
  ctx: DocumentContext & { readonly db: Parameters<typeof withTenant>[0] },
  { params, body }: Input,
  arrived: Arrived,
) {
  return withTenant(ctx.db, ctx.business.tenantId, async (tx) => {
    const order = await findDocument(tx, params.order)
    if (order?.kind !== 'purchase-order') throw new AppError('platform.not-found')
    const before = body.clientId ? await findByClientId(tx, body.clientId) : undefined
    if (before) return { order: toBrief(order), receipt: toBrief(before), over: [] }
    const over = await overOf(tx, order, body)
    const { made, document } = await actOnDocument(tx, ctx, order.id, 'receive', body.version, {
      lines: await linesOf(tx, ctx, order, body),
      ...(over.length === 0 ? {} : { details: { confirmed: true } }),
      ...(body.day === undefined ? {} : { day: plainDate(body.day) }),
      ...(body.placeId === undefined ? {} : { placeId: body.placeId }),
      ...(body.clientId === undefined ? {} : { clientId: body.clientId }),
    })
    if (!made) throw new AppError('platform.unexpected')
    await arrived(
      tx,
      made.lines.flatMap((line) => line.itemId ?? []),
      ctx.business.currency,
    )
    return { order: toBrief(document), receipt: toBrief(made), over }
  })
}

/** Lines of which more came than is still open. @throws buying.more-than-ordered beyond the owner's tolerance */
async function overOf(tx: TenantTx, order: DocumentRecord, body: Input['body']): Promise<Over[]> {
  const { overReceiptPercent } = await settingsOf(tx)
  const open = await listOpenToReceive(tx, order.id)
  return body.lines.flatMap(({ lineId, quantityMilli }) => {
    const line = order.lines.find((one) => one.id === lineId)
    if (!line) throw new AppError('platform.not-found')
    const ordered = Number(line.quantityMilli)
    const came = ordered - Number(open.get(lineId) ?? 0n) + quantityMilli
    if (came <= ordered) return []
    if (came * 100 > ordered * (100 + overReceiptPercent) && body.isConfirmed !== true) {
      throw new AppError('buying.more-than-ordered', {
        item: line.description,
        ordered: ordered / 1000,
        came: came / 1000,
      })
    }
    return [{ description: line.description, orderedMilli: ordered, cameMilli: came }]
  })
}

async function linesOf(tx: TenantTx, ctx: DocumentContext, order: DocumentRecord, body: Input['body']) {
  const lines: { lineId: string; quantityMilli: bigint; lotId?: string }[] = []
  for (const { lineId, quantityMilli, lotCode, expiresOn } of body.lines) {
    const itemId = order.lines.find((line) => line.id === lineId)?.itemId
    const lot = { code: lotCode ?? null, expiresOn: expiresOn ? plainDate(expiresOn) : null }
    const lotId = itemId && lot.code ? await namedLot(tx, ctx.now, itemId, lot.code, lot.expiresOn) : undefined
    lines.push({ lineId, quantityMilli: BigInt(quantityMilli), ...(lotId === undefined ? {} : { lotId }) })
  }
  return lines
}
