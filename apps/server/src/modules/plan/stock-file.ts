// SPDX-License-Identifier: Apache-2.0
import { fromDayNumber } from '@resham/base'
import { readStock, type StockLine } from '@resham/ledger'
import { currencyDecimals } from '@resham/pack-kit'
import { findItemIds, type ItemSupply, listItemsById, saveSupplies } from '#modules/items/index.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { decompressors } from '#platform/files/decompressors.ts'

/** What came of a file of stock. */
export type StockFileResult = {
  matched: number
  /** Codes that no item has, at most 50 of them. */
  unknownCodes: string[]
  bad: { recordNo: number; reason: string }[]
}

const told = 50

/**
 * Takes stock on hand, and what else the file tells about buying, into the items.
 *
 * @param bytes  The file, small enough to hold.
 * @param day    The day that the stock was counted.
 * @throws ledger.stock-columns, formats.*
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
  const { lines, bad } = await readStock(source, currencyDecimals(currency), decompressors)
  const ids = await findItemIds(tx, [...lines.keys()])
  const items = new Map((await listItemsById(tx, [...ids.values()])).map((item) => [item.id, item]))
  const supplies = [...lines.values()].flatMap((line) => {
    const item = items.get(ids.get(line.code) ?? '')
    return item ? [{ itemId: item.id, supply: merged(item.supply, line, day) }] : []
  })
  await saveSupplies(tx, supplies)
  return {
    matched: supplies.length,
    unknownCodes: [...lines.keys()].filter((code) => !ids.has(code)).slice(0, told),
    bad: bad.slice(0, told).map(({ recordNo, reason }) => ({ recordNo, reason })),
  }
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
