// SPDX-License-Identifier: Apache-2.0
import pg from 'pg'

/** The one business of the benchmark, filled: whose it is, and one of its items. */
export type FilledItems = { readonly tenantId: string; readonly itemId: string }

/** Items, each with a price, a photograph and stock, straight into the tables: over HTTP they would take a minute. */
export async function fillItems(databaseUrl: string, items: number): Promise<FilledItems> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string }>('select id from businesses order by created_at desc limit 1')
    const tenantId = rows[0]?.id as string
    await client.query(
      `insert into items (tenant_id, id, code, name, category, unit, descriptions, attributes, weight_grams)
      select $1, uuidv7(), 'ITEM-' || n, 'Item number ' || n, 'Category ' || n % 20, 'piece',
        jsonb_build_object('en', 'What a buyer reads of item number ' || n), '{"material": "PU", "origin": "Sialkot"}', 400
      from generate_series(1, $2::int) n`,
      [tenantId, items],
    )
    await client.query(
      `insert into price_lists (tenant_id, id, name, currency, is_default) values ($1, uuidv7(), 'Measured', 'PKR', true)
      on conflict do nothing`,
      [tenantId],
    )
    await client.query(
      `insert into item_prices (tenant_id, price_list_id, item_id, price_thousandths)
      select i.tenant_id, l.id, i.id, 10000000 from items i join price_lists l on l.tenant_id = i.tenant_id and l.is_default`,
    )
    await client.query(
      `insert into item_photos (tenant_id, item_id, id, position, width, height, files, added_at)
      select tenant_id, id, uuidv7(), 0, 1600, 1200, '{}', now() from items`,
    )
    await client.query(
      `insert into item_supply (tenant_id, item_id, on_hand_milli, lead_time_days, updated_at)
      select tenant_id, id, 24000, 14, now() from items`,
    )
    await client.query('vacuum analyze items, item_prices, price_lists, item_photos, item_supply')
    const { rows: some } = await client.query<{ id: string }>('select id from items order by code limit 1')
    return { tenantId, itemId: some[0]?.id as string }
  } finally {
    await client.end()
  }
}
