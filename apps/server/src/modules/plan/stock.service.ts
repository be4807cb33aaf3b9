// SPDX-License-Identifier: Apache-2.0
import { AppError, fromDayNumber, isAppError } from '@resham/base'
import type { planEndpoints as at, RequestOf } from '@resham/contract'
import { readStock, type StockLine } from '@resham/ledger'
import { currencyDecimals } from '@resham/pack-kit'
import { findItemIds, findItemIdsByName, type ItemSupply, listItemsById, saveSupplies } from '#modules/items/index.ts'
import { recordAudit } from '#platform/audit/audit.ts'
import { dayIn } from '#platform/clock.ts'
import { type TenantTx, withTenant } from '#platform/db/tenancy.ts'
import { collectBytes } from '#platform/files/collect-bytes.ts'
import { decompressors } from '#platform/files/decompressors.ts'
import type { BusinessContext } from '#platform/http/route.ts'
import { findPlanDay } from './plan.repository.ts'
import type { PlanChanged } from './plan.types.ts'
import { replan } from './replan.service.ts'

/** A list of stock is small; beyond this it is another file. */
const longestFile = 20 * 1024 * 1024

/** What came of a file of stock. */
type StockFileResult = {
  matched: number
  /** Codes that no item has, at most 50 of them. */
  unknownCodes: string[]
  bad: { recordNo: number; reason: string }[]
}

const told = 50

/** Takes a file of stock in and plans every item anew. @throws platform.too-large, plan.stock-file-invalid, formats.* */
export async function importStock(
  ctx: BusinessContext,
  { body }: RequestOf<typeof at.importStock>,
  planChanged: PlanChanged,
): Promise<StockFileResult> {
  const bytes = await collectBytes(body as AsyncIterable<Uint8Array>, longestFile)
  const { tenantId, currency, timeZone } = ctx.business
  return withTenant(ctx.db, tenantId, async (tx) => {
    const day = (await findPlanDay(tx)) ?? dayIn(timeZone, ctx.now)
    const result = await takeStockFile(tx, bytes, currency, day)
    await replan(tx, null, currency)
    await planChanged(tx, ctx.now)
    await recordAudit(tx, ctx, 'stock.imported', { kind: 'plan', id: 'stock' }, { matched: result.matched })
    return result
  })
}

/**
 * Takes stock on hand, and what else the file tells about buying, into the items.
 *
 * @param bytes  The file, small enough to hold.
 * @param day    The day that the stock was counted.
 * @throws plan.stock-file-invalid, formats.*
 */
export async function takeStockFile(
  tx: TenantTx,
  bytes: Uint8Array,
  currency: string,
  day: number,
): Promise<StockFileResult> {
  async function* source(): AsyncIterable<Uint8Array> {
    yield bytes
  }
  const { lines, bad } = await readStock(source, currencyDecimals(currency), decompressors).catch(refuseFile)
  const ids = await idsOf(tx, lines)
  const items = new Map((await listItemsById(tx, [...ids.values()])).map((item) => [item.id, item]))
  // One item may stand in the file by code and again by name: the later line holds.
  const supplies = new Map<string, ItemSupply>()
  for (const line of lines.values()) {
    const item = items.get(ids.get(line.code) ?? '')
    if (item) supplies.set(item.id, merged(supplies.get(item.id) ?? item.supply, line, day))
  }
  await saveSupplies(
    tx,
    [...supplies].map(([itemId, supply]) => ({ itemId, supply })),
  )
  return {
    matched: supplies.size,
    unknownCodes: [...lines.keys()].filter((code) => !ids.has(code)).slice(0, told),
    bad: bad.slice(0, told).map(({ recordNo, reason }) => ({ recordNo, reason })),
  }
}

/** Items by code; what no item has as its code may be a name, in its own column or in the code's. */
async function idsOf(tx: TenantTx, lines: ReadonlyMap<string, StockLine>): Promise<ReadonlyMap<string, string>> {
  const byCode = await findItemIds(tx, [...lines.keys()])
  const rest = [...lines.values()].filter(({ code }) => !byCode.has(code))
  if (rest.length === 0) return byCode
  const byName = await findItemIdsByName(
    tx,
    rest.flatMap(({ code, name }) => (name === null ? [code] : [code, name])),
  )
  const named = rest.flatMap(({ code, name }) => {
    const id = byName.get((name ?? code).toLowerCase()) ?? byName.get(code.toLowerCase())
    return id === undefined ? [] : [[code, id] as const]
  })
  return new Map([...byCode, ...named])
}

function refuseFile(cause: unknown): never {
  const isOther = isAppError(cause) && cause.code === 'ledger.stock-columns'
  throw isOther ? new AppError('plan.stock-file-invalid', {}, { cause }) : cause
}

function merged(before: ItemSupply, line: StockLine, day: number): ItemSupply {
  return {
    ...before,
    onHandMilli: line.onHandMilli ?? before.onHandMilli,
    countedOn: line.onHandMilli === null ? before.countedOn : fromDayNumber(day),
    leadTimeDays: line.leadTimeDays ?? before.leadTimeDays,
    packSizeMilli: line.packSizeMilli ?? before.packSizeMilli,
    minimumOrderMilli: line.minimumOrderMilli ?? before.minimumOrderMilli,
    unitCostMinor: line.unitCostMinor === null ? before.unitCostMinor : BigInt(line.unitCostMinor),
    supplier: line.supplier ?? before.supplier,
  }
}
