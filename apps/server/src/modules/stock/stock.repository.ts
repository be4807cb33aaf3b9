// SPDX-License-Identifier: Apache-2.0
import type { PlainDate } from '@resham/base'
import type { AverageCost } from '@resham/bookkeeping'
import { sql } from 'kysely'
import { insertMany } from '#platform/db/insert-many.ts'
import type { TenantTx } from '#platform/db/tenancy.ts'
import { type CostLayer, type Lot, type MoveRecord, noLot, type StockLevel } from './stock.types.ts'

/** An item whose stock is locked until the transaction ends. */
export type LockedItem = {
  readonly itemId: string
  readonly cost: AverageCost
  readonly wantsLots: boolean
  /** What the owner typed that one costs; null: nothing. */
  readonly unitCostMinor: bigint | null
  /** True while no move of it was ever made: then the owner's typed count is all that is known. */
  readonly isNew: boolean
  readonly typedOnHandMilli: bigint | null
  readonly countedOn: PlainDate | null
}

/**
 * Locks the stock of items, always in the order of their ids, so that parallel work waits and never deadlocks. Whoever
 * changes moves, levels, layers or reservations of an item holds its row here.
 *
 * @param itemIds  Each once.
 * @returns        Those that exist.
 */
export async function lockItems(tx: TenantTx, itemIds: readonly string[]): Promise<LockedItem[]> {
  const { rows } = await sql<LockedRow>`
    insert into item_costs as c (tenant_id, item_id, quantity_milli, value_minor)
    select tenant_id, id, 0, 0 from items where tenant_id = ${tx.tenantId} and id = any(${itemIds}::uuid[]) order by id
    on conflict (tenant_id, item_id) do update set quantity_milli = c.quantity_milli
    returning c.item_id, c.quantity_milli, c.value_minor, c.last_milli, c.last_minor,
      exists (select from lot_items l where l.tenant_id = c.tenant_id and l.item_id = c.item_id) as wants_lots,
      c.quantity_milli = 0 and not exists
        (select from stock_moves m where m.tenant_id = c.tenant_id and m.item_id = c.item_id) as is_new,
      (select array[s.unit_cost_minor::text, s.on_hand_milli::text, s.counted_on::text] from item_supply s
        where s.tenant_id = c.tenant_id and s.item_id = c.item_id) as supply`.execute(tx)
  return rows.map(toLockedItem)
}

type LockedRow = {
  item_id: string
  quantity_milli: string
  value_minor: string
  last_milli: string | null
  last_minor: string | null
  wants_lots: boolean
  is_new: boolean
  supply: [string | null, string | null, string | null] | null
}

function toLockedItem(row: LockedRow): LockedItem {
  const [unitCost, onHand, countedOn] = row.supply ?? [null, null, null]
  return {
    itemId: row.item_id,
    cost: {
      quantityMilli: BigInt(row.quantity_milli),
      valueMinor: BigInt(row.value_minor),
      lastUnit:
        row.last_milli === null || row.last_minor === null
          ? null
          : { quantityMilli: BigInt(row.last_milli), valueMinor: BigInt(row.last_minor) },
    },
    wantsLots: row.wants_lots,
    unitCostMinor: unitCost === null ? null : BigInt(unitCost),
    isNew: row.is_new,
    typedOnHandMilli: onHand === null ? null : BigInt(onHand),
    countedOn: countedOn as PlainDate | null,
  }
}

/** Levels of items, at one place or at all. */
export async function listLevels(
  tx: TenantTx,
  itemIds: readonly string[],
  placeId: string | null,
): Promise<StockLevel[]> {
  const { rows } = await sql<LevelRow>`
    select item_id, place_id, lot_id, on_hand_milli, reserved_milli from stock_levels
    where tenant_id = ${tx.tenantId} and item_id = any(${itemIds}::uuid[])
      and (${placeId}::uuid is null or place_id = ${placeId}::uuid)`.execute(tx)
  return rows.map((row) => ({
    itemId: row.item_id,
    placeId: row.place_id,
    lotId: row.lot_id === noLot ? null : row.lot_id,
    onHandMilli: BigInt(row.on_hand_milli),
    reservedMilli: BigInt(row.reserved_milli),
  }))
}

type LevelRow = { item_id: string; place_id: string; lot_id: string; on_hand_milli: string; reserved_milli: string }

/** What nobody has set aside of items over all places, thousandths; those that never moved are left out. */
export async function listFreeOf(tx: TenantTx, itemIds: readonly string[]): Promise<Map<string, bigint>> {
  const { rows } = await sql<{ id: string; milli: string }>`
    select l.item_id as id, sum(l.on_hand_milli - l.reserved_milli)::text as milli from stock_levels l
    where l.tenant_id = ${tx.tenantId} and l.item_id = any(${itemIds}::uuid[])
      and exists (select from stock_moves m where m.tenant_id = l.tenant_id and m.item_id = l.item_id)
    group by l.item_id`.execute(tx)
  return new Map(rows.map((row) => [row.id, BigInt(row.milli)]))
}

/** A move that brought goods. */
export type Arrival = {
  readonly moveId: string
  readonly itemId: string
  readonly placeId: string
  readonly quantityMilli: bigint
  readonly valueMinor: bigint
  /** Of one unit; null: nobody weighed it. */
  readonly weightGrams: number | null
}

/** What a document brought in, move by move. */
export async function listArrivals(tx: TenantTx, documentId: string): Promise<Arrival[]> {
  type Row = {
    id: string
    item_id: string
    place_id: string
    milli: string
    minor: string
    weight_grams: number | null
  }
  const { rows } = await sql<Row>`
    select m.id, m.item_id, m.place_id, m.quantity_milli as milli, m.value_minor as minor, i.weight_grams
    from stock_moves m join items i on i.tenant_id = m.tenant_id and i.id = m.item_id
    where m.tenant_id = ${tx.tenantId} and m.document_id = ${documentId} and m.kind = 'receive' order by m.id`.execute(
    tx,
  )
  return rows.map((row) => ({
    moveId: row.id,
    itemId: row.item_id,
    placeId: row.place_id,
    quantityMilli: BigInt(row.milli),
    valueMinor: BigInt(row.minor),
    weightGrams: row.weight_grams,
  }))
}

/** Lots of items. */
export async function listLots(tx: TenantTx, itemIds: readonly string[]): Promise<Lot[]> {
  const { rows } = await sql<Lot>`
    select id, item_id as "itemId", code, expires_on as "expiresOn" from lots
    where tenant_id = ${tx.tenantId} and item_id = any(${itemIds}::uuid[])`.execute(tx)
  return rows
}

/** Layers of items that still hold something. */
export async function listLayers(tx: TenantTx, itemIds: readonly string[]): Promise<CostLayer[]> {
  const { rows } = await sql<{ item_id: string; id: string; day: PlainDate; milli: string; minor: string }>`
    select item_id, id, day, remaining_milli as milli, remaining_minor as minor from cost_layers
    where tenant_id = ${tx.tenantId} and item_id = any(${itemIds}::uuid[])`.execute(tx)
  return rows.map((row) => ({
    itemId: row.item_id,
    id: row.id,
    day: row.day,
    remainingMilli: BigInt(row.milli),
    remainingMinor: BigInt(row.minor),
  }))
}

/** Writes moves down, once and for good. */
export async function insertMoves(
  tx: TenantTx,
  moves: readonly MoveRecord[],
  made: { readonly at: Date; readonly day: PlainDate; readonly byId: string | null },
): Promise<void> {
  await insertMany(tx, 'stock_moves', moves, {
    id: (move) => move.id,
    at: () => made.at,
    day: () => made.day,
    kind: (move) => move.kind,
    item_id: (move) => move.itemId,
    place_id: (move) => move.placeId,
    lot_id: (move) => move.lotId,
    quantity_milli: (move) => move.quantityMilli.toString(),
    value_minor: (move) => move.valueMinor.toString(),
    document_id: (move) => move.documentId,
    document_line_id: (move) => move.documentLineId,
    reason: (move) => move.reason,
    below_zero: (move) => move.belowZero,
    by_id: () => made.byId,
  })
}

/** Adds changes to levels; of items that are locked. */
export async function addToLevels(tx: TenantTx, changes: readonly StockLevel[]): Promise<void> {
  await insertMany(
    tx,
    'stock_levels',
    changes,
    {
      item_id: (change) => change.itemId,
      place_id: (change) => change.placeId,
      lot_id: (change) => change.lotId ?? noLot,
      on_hand_milli: (change) => change.onHandMilli.toString(),
      reserved_milli: (change) => change.reservedMilli.toString(),
    },
    {
      onConflict: `(tenant_id, item_id, place_id, lot_id) do update set
        on_hand_milli = stock_levels.on_hand_milli + excluded.on_hand_milli,
        reserved_milli = stock_levels.reserved_milli + excluded.reserved_milli`,
    },
  )
}

/** Keeps what items in stock are worth; of items that are locked. */
export async function saveCosts(
  tx: TenantTx,
  costs: readonly { readonly itemId: string; readonly cost: AverageCost }[],
): Promise<void> {
  await insertMany(
    tx,
    'item_costs',
    costs,
    {
      item_id: ({ itemId }) => itemId,
      quantity_milli: ({ cost }) => cost.quantityMilli.toString(),
      value_minor: ({ cost }) => cost.valueMinor.toString(),
      last_milli: ({ cost }) => cost.lastUnit?.quantityMilli.toString() ?? null,
      last_minor: ({ cost }) => cost.lastUnit?.valueMinor.toString() ?? null,
    },
    {
      onConflict: `(tenant_id, item_id) do update set quantity_milli = excluded.quantity_milli,
        value_minor = excluded.value_minor, last_milli = excluded.last_milli, last_minor = excluded.last_minor`,
    },
  )
}

/** Keeps layers as they are now; those that hold nothing go. */
export async function saveLayers(tx: TenantTx, layers: readonly CostLayer[]): Promise<void> {
  const gone = layers.filter((layer) => layer.remainingMilli === 0n)
  if (gone.length > 0) {
    await sql`
      delete from cost_layers l using unnest(${gone.map((one) => one.itemId)}::uuid[], ${gone.map((one) => one.id)}::uuid[])
        as g (item_id, id)
      where l.tenant_id = ${tx.tenantId} and l.item_id = g.item_id and l.id = g.id`.execute(tx)
  }
  await insertMany(
    tx,
    'cost_layers',
    layers.filter((layer) => layer.remainingMilli > 0n),
    {
      item_id: (layer) => layer.itemId,
      id: (layer) => layer.id,
      day: (layer) => layer.day,
      remaining_milli: (layer) => layer.remainingMilli.toString(),
      remaining_minor: (layer) => layer.remainingMinor.toString(),
    },
    {
      onConflict: `(tenant_id, item_id, id) do update set
        remaining_milli = excluded.remaining_milli, remaining_minor = excluded.remaining_minor`,
    },
  )
}
