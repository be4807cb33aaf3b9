// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { defaultPlace } from '#modules/stock/index.ts'
import { tenantId, withTenant } from '#platform/db/tenancy.ts'
import type { TestDatabase } from './test-database.ts'

/** A business with goods and nothing in stock yet, and how its stock looks from the moves and from what is kept. */
export type Stockroom = Awaited<ReturnType<typeof aStockroom>>

/** Makes one. @param typed What the owner had typed of every item before there were moves. */
export async function aStockroom(
  at: TestDatabase,
  items: number,
  options: {
    readonly byLots?: boolean
    readonly typed?: { readonly onHandMilli: number; readonly unitCostMinor: bigint; readonly countedOn: string }
  } = {},
) {
  const tenant = tenantId(randomUUID())
  const itemIds = Array.from({ length: items }, () => randomUUID()).sort()
  await at.asOwner(
    `insert into businesses (id, slug, name, pack, currency, time_zone, language)
     values ($1, $2, 'Stockroom', 'zz', 'XTS', 'UTC', 'en')`,
    [tenant, `stock-${tenant.slice(0, 8)}`],
  )
  for (const [n, id] of itemIds.entries()) {
    await at.asOwner('insert into items (tenant_id, id, code, name) values ($1, $2, $3, $3)', [tenant, id, `item ${n}`])
    if (options.byLots) await at.asOwner('insert into lot_items (tenant_id, item_id) values ($1, $2)', [tenant, id])
    const { typed } = options
    if (!typed) continue
    await at.asOwner(
      'insert into item_supply (tenant_id, item_id, on_hand_milli, unit_cost_minor, counted_on) values ($1, $2, $3, $4, $5)',
      [tenant, id, typed.onHandMilli, typed.unitCostMinor, typed.countedOn],
    )
  }

  const rows = (text: string) => at.asOwner(text, [tenant])
  return {
    tenantId: tenant,
    itemIds,
    /** Two places: the default one, and a store. */
    places: async (): Promise<string[]> => {
      const first = await withTenant(at.db, tenant, defaultPlace)
      const store = randomUUID()
      await at.asOwner("insert into places (tenant_id, id, name, kind) values ($1, $2, 'Store', 'store')", [
        tenant,
        store,
      ])
      return [first, store]
    },
    addLots: async (itemId: string, lastDays: readonly string[]): Promise<string[]> => {
      const ids = lastDays.map(() => randomUUID())
      for (const [n, id] of ids.entries()) {
        await at.asOwner('insert into lots (tenant_id, id, item_id, code, expires_on) values ($1, $2, $3, $4, $5)', [
          ...[tenant, id, itemId, `lot ${n}`, lastDays[n]],
        ])
      }
      return ids
    },
    sold: (itemId: string, day: string, quantityMilli: number) =>
      at.asOwner(
        'insert into item_days (tenant_id, item_id, day, quantity_milli, net_minor, orders) values ($1, $2, $3, $4, 0, 1)',
        [tenant, itemId, day, quantityMilli],
      ),
    levels: () =>
      rows(`select item_id as item, place_id as place, lot_id as lot, on_hand_milli as "onHand", reserved_milli as reserved
        from stock_levels where tenant_id = $1 and (on_hand_milli <> 0 or reserved_milli <> 0) order by 1, 2, 3`),
    sums: () =>
      rows(`
        select item, place, lot, sum("onHand")::text as "onHand", sum(reserved)::text as reserved from (
          select item_id as item, place_id as place,
            coalesce(lot_id, '00000000-0000-0000-0000-000000000000') as lot, quantity_milli as "onHand", 0 as reserved
          from stock_moves where tenant_id = $1
          union all select item_id, place_id, '00000000-0000-0000-0000-000000000000', 0, quantity_milli
          from stock_reservations where tenant_id = $1) one
        group by 1, 2, 3 having sum("onHand") <> 0 or sum(reserved) <> 0 order by 1, 2, 3`),
    costs: () =>
      rows(
        `select item_id as item, quantity_milli as quantity, value_minor as value from item_costs where tenant_id = $1 order by 1`,
      ),
    costsByMoves: () =>
      rows(`select c.item_id as item, coalesce(sum(m.quantity_milli), 0)::text as quantity, coalesce(sum(m.value_minor), 0)::text as value
        from item_costs c left join stock_moves m on m.tenant_id = c.tenant_id and m.item_id = c.item_id
        where c.tenant_id = $1 group by 1 order by 1`),
    layers: () =>
      rows(`select c.item_id as item, coalesce(sum(l.remaining_milli), 0)::text as quantity
        from item_costs c left join cost_layers l on l.tenant_id = c.tenant_id and l.item_id = c.item_id
        where c.tenant_id = $1 group by 1 order by 1`),
    layersWanted: () =>
      rows(
        `select item_id as item, greatest(quantity_milli, 0)::text as quantity from item_costs where tenant_id = $1 order by 1`,
      ),
    reserved: () =>
      rows(`select item_id as item, sum(reserved_milli)::text as reserved from stock_levels where tenant_id = $1 group by 1
        having sum(reserved_milli) <> 0 order by 1`),
    reservedByLines: () =>
      rows(
        `select item_id as item, sum(quantity_milli)::text as reserved from stock_reservations where tenant_id = $1 group by 1 order by 1`,
      ),
  }
}
